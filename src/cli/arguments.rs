//! The arguments, with their help in the reader's language.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};

use crate::locale::Lang;

/// The whole command line.
#[must_use]
pub fn command(lang: Lang) -> Command {
    let language = Arg::new("lang")
        .long("lang")
        .value_name("ru|en")
        .value_parser(["ru", "en"])
        .global(true)
        .help(lang.t("cli-lang"));
    Command::new("norma")
        .version(env!("CARGO_PKG_VERSION"))
        .about(lang.t("cli-about"))
        .arg(language)
        .arg(path("floor", lang.t("cli-arg-floor-window")).required(false))
        .subcommands(making(lang))
        .subcommands(working(lang))
        .subcommands(keeping(lang))
}

fn sub(lang: Lang, name: &'static str) -> Command {
    Command::new(name).about(lang.t(&format!("cli-{name}"))).after_help(lang.t(&format!("cli-{name}-example")))
}

fn path(name: &'static str, help: String) -> Arg {
    Arg::new(name).value_name(name.to_uppercase()).value_parser(value_parser!(PathBuf)).required(true).help(help)
}

fn floor(lang: Lang) -> Arg {
    path("floor", lang.t("cli-arg-floor"))
}

fn login(lang: Lang) -> Arg {
    Arg::new("as").long("as").value_name("LOGIN").required(true).help(lang.t("cli-arg-as"))
}

fn json(lang: Lang) -> Arg {
    Arg::new("json").long("json").action(ArgAction::SetTrue).help(lang.t("cli-arg-json"))
}

fn option(name: &'static str, value: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

fn switch(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

fn making(lang: Lang) -> Vec<Command> {
    vec![
        sub(lang, "demo")
            .arg(option("at", "PATH", lang.t("cli-arg-at")).value_parser(value_parser!(PathBuf)))
            .arg(option("seed", "N", lang.t("cli-arg-seed")).value_parser(value_parser!(u64)))
            .arg(switch("no-window", lang.t("cli-arg-no-window"))),
        sub(lang, "init")
            .arg(floor(lang))
            .arg(option("organisation", "NAME", lang.t("cli-arg-organisation")).required(true))
            .arg(option("timezone", "TZ", lang.t("cli-arg-timezone")).required(true))
            .arg(option("day-ends", "HH:MM", lang.t("cli-arg-day-ends")).default_value("00:00"))
            .arg(option("director", "LOGIN", lang.t("cli-arg-director")).required(true))
            .arg(option("administrator", "LOGIN", lang.t("cli-arg-administrator")))
            .arg(switch("rehearsal", lang.t("cli-arg-rehearsal"))),
        sub(lang, "password")
            .arg(floor(lang))
            .arg(Arg::new("login").value_name("LOGIN").required(true).help(lang.t("cli-arg-login")))
            .arg(switch("by-file-owner", lang.t("cli-arg-by-file-owner"))),
    ]
}

fn working(lang: Lang) -> Vec<Command> {
    vec![
        sub(lang, "stats")
            .arg(path("file", lang.t("cli-arg-stats-file")))
            .arg(option("column", "NAME", lang.t("cli-arg-column")))
            .arg(option("unit", "ms|s|min", lang.t("cli-arg-unit")).value_parser(["ms", "s", "min"]))
            .arg(option("group", "NAME", lang.t("cli-arg-group")))
            .arg(option("class", "NAME", lang.t("cli-arg-class")))
            .arg(option("weights", "CLASS=SHARE,…", lang.t("cli-arg-weights")))
            .arg(option("weights-count", "N", lang.t("cli-arg-weights-count")).value_parser(value_parser!(u64)))
            .arg(switch("bca", lang.t("cli-arg-bca")))
            .arg(json(lang)),
        sub(lang, "import")
            .arg(floor(lang))
            .arg(
                Arg::new("kind")
                    .value_name("KIND")
                    .required(true)
                    .value_parser([
                        "people", "actions", "samples", "tickets", "calls", "stages", "absences", "ratings",
                        "calendar", "norms",
                    ])
                    .help(lang.t("cli-arg-import-kind")),
            )
            .arg(path("file", lang.t("cli-arg-import-file")).required(false).required_unless_present("starter"))
            .arg(option("profile", "FILE.toml", lang.t("cli-arg-profile")).value_parser(value_parser!(PathBuf)))
            .arg(switch("dry-run", lang.t("cli-arg-dry-run")))
            .arg(switch("retire-missing", lang.t("cli-arg-retire-missing")))
            .arg(switch("starter", lang.t("cli-arg-starter")).conflicts_with_all(["file", "profile"]))
            .arg(option("set", "NAME", lang.t("cli-arg-import-set")))
            .arg(login(lang))
            .arg(json(lang)),
        sub(lang, "watch")
            .arg(floor(lang))
            .arg(path("folder", lang.t("cli-arg-watch-folder")))
            .arg(option("profile", "FILE.toml", lang.t("cli-arg-profile")).value_parser(value_parser!(PathBuf)))
            .arg(
                option("kind", "KIND", lang.t("cli-arg-watch-kind"))
                    .value_parser(["calls", "stages", "tickets"])
                    .default_value("calls"),
            )
            .arg(
                option("every", "SECONDS", lang.t("cli-arg-watch-every"))
                    .value_parser(value_parser!(u64).range(1..=3600))
                    .default_value("5"),
            )
            .arg(switch("once", lang.t("cli-arg-watch-once")))
            .arg(login(lang)),
        sub(lang, "export")
            .arg(floor(lang))
            .arg(
                Arg::new("kind")
                    .value_name("KIND")
                    .required(true)
                    .value_parser(["actions", "norms", "order", "study", "tickets", "kpi", "pay", "audit"])
                    .help(lang.t("cli-arg-export-kind")),
            )
            .arg(option("month", "YYYY-MM", lang.t("cli-arg-month")))
            .arg(option("sheet", "SHEET", lang.t("cli-arg-sheet")).value_parser(crate::documents::department::SHEETS))
            .arg(option("department", "CODE", lang.t("cli-arg-department")))
            .arg(option("person", "CODE", lang.t("cli-arg-person")))
            .arg(option("number", "NUMBER", lang.t("cli-arg-number")))
            .arg(option("study", "UUID", lang.t("cli-arg-study")))
            .arg(option("set", "UUID", lang.t("cli-arg-set")))
            .arg(
                option("format", "csv|xlsx|json|pdf", lang.t("cli-arg-format"))
                    .value_parser(["csv", "xlsx", "json", "pdf"])
                    .default_value("csv"),
            )
            .arg(
                Arg::new("output")
                    .short('o')
                    .long("output")
                    .value_name("FILE")
                    .value_parser(value_parser!(PathBuf))
                    .help(lang.t("cli-arg-output")),
            )
            .arg(login(lang)),
        sub(lang, "kpi")
            .arg(floor(lang))
            .arg(option("month", "YYYY-MM", lang.t("cli-arg-month")).required(true))
            .arg(option("department", "CODE", lang.t("cli-arg-department")))
            .arg(login(lang))
            .arg(json(lang)),
        sub(lang, "close")
            .arg(floor(lang))
            .arg(option("through", "YYYY-MM-DD", lang.t("cli-arg-through")))
            .arg(login(lang))
            .arg(json(lang)),
        sub(lang, "run")
            .arg(floor(lang))
            .arg(path("file", lang.t("cli-arg-run-file")))
            .arg(login(lang).required(false))
            .arg(switch("keep-going", lang.t("cli-arg-keep-going")))
            .arg(json(lang)),
        sub(lang, "query")
            .arg(floor(lang))
            .arg(Arg::new("name").value_name("NAME").required(true).help(lang.t("cli-arg-query-name")))
            .arg(Arg::new("with").value_name("JSON").help(lang.t("cli-arg-query-with")))
            .arg(login(lang))
            .arg(json(lang)),
    ]
}

fn keeping(lang: Lang) -> Vec<Command> {
    vec![
        sub(lang, "schema").arg(json(lang)),
        sub(lang, "verify").arg(floor(lang)).arg(option("head", "HASH", lang.t("cli-arg-head"))).arg(json(lang)),
        sub(lang, "backup").arg(floor(lang)).arg(path("file", lang.t("cli-arg-backup-file"))),
        sub(lang, "restore")
            .arg(path("file", lang.t("cli-arg-backup-file")))
            .arg(path("floor", lang.t("cli-arg-floor-new"))),
    ]
}
