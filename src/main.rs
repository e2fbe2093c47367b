//! The program `norma`: everything is in the library, see `norma::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("NORMA_LOG")
                .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("norma=error")),
        )
        .init();
    norma::cli::main(std::env::args_os().collect())
}
