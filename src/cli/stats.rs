//! `norma stats`: statistics of a file of durations; no floor needed.
//!
//! | file | holds |
//! |---|---|
//! | `cells` | a text → records with their lines |
//! | `read` | records → rows: columns, units, what is refused |
//! | `page`, `advice` | the report as a page for people; what follows from it |
//! | `layout` | lines, columns and times of the page |

mod advice;
mod cells;
mod layout;
mod page;
mod read;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;

use super::{Console, Failure, bad_input};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::statistics::{Options, report};
use read::{Asked, check_weights, parse_weights, read};

pub(super) fn stats(console: &Console, arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let lang = console.lang;
    let refuse = |rejection: Rejection| Failure::rejected(&rejection, lang);
    let path = arguments.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let file = path.display().to_string();
    let bytes = std::fs::read(&path).map_err(|error| {
        refuse(match error.kind() {
            std::io::ErrorKind::NotFound => {
                Rejection::because(RefusalCode::NotFound, "file-not-found").naming("file", &file)
            }
            _ => bad_input("file-unreadable").naming("file", &file).naming("error", error),
        })
    })?;
    let weights = text(arguments, "weights").map(parse_weights).transpose().map_err(refuse)?;
    let asked = Asked {
        column: text(arguments, "column"),
        group: text(arguments, "group"),
        class: text(arguments, "class"),
        unit: text(arguments, "unit"),
        weighted: weights.is_some() && text(arguments, "class").is_some(),
    };
    let rows = read(&bytes, &file, &asked).map_err(refuse)?;
    check_weights(weights.as_ref(), &asked, &rows).map_err(refuse)?;
    let options = Options {
        weights,
        weights_count: arguments.get_one::<u64>("weights-count").copied(),
        bca: arguments.get_flag("bca"),
    };
    let found = report(&rows, &options);
    if console.json {
        // Straight from the types, so that the groups keep the order of the file.
        let text = serde_json::to_string_pretty(&found).map_err(|error| Failure::Fault(error.to_string()))?;
        console.line(&text)?;
    } else {
        page::print(
            console,
            &page::Measured { file: &file, rows: &rows, options: &options, found: &found, group: asked.group },
        )?;
    }
    Ok(ExitCode::SUCCESS)
}

fn text<'a>(arguments: &'a ArgMatches, name: &str) -> Option<&'a str> {
    arguments.get_one::<String>(name).map(String::as_str)
}
