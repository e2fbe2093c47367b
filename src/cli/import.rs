//! `norma import`.
use std::process::ExitCode;
use clap::ArgMatches;
use super::{Console, Failure};
pub(super) fn import(console: &Console, arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let _ = (console, arguments);
    Err(Failure::Usage(String::new()))
}
