//! `norma stats`: statistics of a file of durations; no floor needed.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;

use super::{Console, Failure, bad_input};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::locale::{Arg, Lang};
use crate::statistics::{Between, Options, Row, StatsReport, Strength, Summary, report};

pub(super) fn stats(console: &Console, arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let lang = console.lang;
    let refuse = |rejection: Rejection| Failure::rejected(&rejection, lang);
    let path = arguments.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let file = path.display().to_string();
    let bytes = std::fs::read(&path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            refuse(Rejection::because(RefusalCode::NotFound, "script").naming("file", &file))
        }
        _ => refuse(bad_input("").naming("error", format!("{file}: {error}"))),
    })?;
    let asked = Asked {
        column: text(arguments, "column"),
        group: text(arguments, "group"),
        class: text(arguments, "class"),
        unit: match text(arguments, "unit") {
            Some("ms") => 0.001,
            Some("min") => 60.0,
            _ => 1.0,
        },
    };
    let rows = read(&bytes, &file, &asked).map_err(refuse)?;
    let weights = text(arguments, "weights").map(parse_weights).transpose().map_err(refuse)?;
    check_weights(weights.as_ref(), &asked, &rows).map_err(refuse)?;
    let options = Options {
        weights,
        weights_count: arguments.get_one::<u64>("weights-count").copied(),
        bca: arguments.get_flag("bca"),
    };
    let found = report(&rows, &options);
    if console.json {
        console.document(&serde_json::to_value(&found).map_err(|error| Failure::Fault(error.to_string()))?)?;
    } else {
        print(console, &found, &file)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn text<'a>(arguments: &'a ArgMatches, name: &str) -> Option<&'a str> {
    arguments.get_one::<String>(name).map(String::as_str)
}

struct Asked<'a> {
    column: Option<&'a str>,
    group: Option<&'a str>,
    class: Option<&'a str>,
    unit: f64,
}

/// Names a column of seconds may have when none is asked for.
const USUAL: [&str; 8] = ["duration_s", "seconds", "duration", "time", "value", "ser_time", "duration_ms", "minutes"];

fn read(bytes: &[u8], file: &str, asked: &Asked<'_>) -> Result<Vec<Row>, Rejection> {
    let text = decode(bytes);
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .ok_or_else(|| bad_input("file-empty").naming("file", file))?;
    let delimiter = [b'\t', b';', b','].into_iter().find(|mark| first.as_bytes().contains(mark)).unwrap_or(b',');
    let headed = first.split(char::from(delimiter)).all(|cell| number(cell, delimiter).is_none());
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut records = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| bad_input("").naming("error", format!("{file}: {error}")))?;
        if record.iter().any(|cell| !cell.is_empty()) {
            records.push(record);
        }
    }
    let names: Vec<String> = if headed { records.remove(0).iter().map(str::to_owned).collect() } else { Vec::new() };
    let place = |name: &str| {
        let by_name = names.iter().position(|column| column == name);
        let by_number = name.parse::<usize>().ok().filter(|number| !headed && *number >= 1).map(|number| number - 1);
        let missing =
            || bad_input("column").naming("column", name).naming("file", file).naming("columns", names.join(", "));
        by_name.or(by_number).ok_or_else(missing)
    };
    let column = match asked.column {
        Some(name) => place(name)?,
        None => USUAL
            .iter()
            .find_map(|usual| names.iter().position(|name| name.to_lowercase() == *usual))
            .unwrap_or_else(|| first_numeric(&records, delimiter)),
    };
    let group = asked.group.map(place).transpose()?;
    let class = asked.class.map(place).transpose()?;
    let mut rows = Vec::with_capacity(records.len());
    for record in &records {
        let cell = record.get(column).unwrap_or_default();
        let line = record.position().map_or(0, csv::Position::line);
        let value = number(cell, delimiter)
            .ok_or_else(|| bad_input("number").naming("file", file).naming("line", line).naming("text", cell))?;
        let label = |place: Option<usize>| place.map(|place| record.get(place).unwrap_or_default().to_owned());
        rows.push(Row { seconds: value * asked.unit, group: label(group), class: label(class) });
    }
    if rows.is_empty() { Err(bad_input("file-empty").naming("file", file)) } else { Ok(rows) }
}

/// UTF-8 with or without its mark, else Windows-1251, which every byte fits.
fn decode(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| encoding_rs::WINDOWS_1251.decode(bytes).0.into_owned())
}

fn number(cell: &str, delimiter: u8) -> Option<f64> {
    let cell = cell.trim().trim_matches('"');
    let plain = if delimiter == b',' { cell.to_owned() } else { cell.replace(',', ".") };
    plain.parse::<f64>().ok().filter(|value| value.is_finite())
}

fn first_numeric(records: &[csv::StringRecord], delimiter: u8) -> usize {
    let width = records.first().map_or(0, csv::StringRecord::len);
    let numeric = |place: usize| {
        records.iter().all(|record| record.get(place).is_some_and(|cell| number(cell, delimiter).is_some()))
    };
    (0..width).find(|place| numeric(*place)).unwrap_or(0)
}

fn parse_weights(text: &str) -> Result<BTreeMap<String, f64>, Rejection> {
    let bad = || bad_input("weights").naming("weights", text);
    let pairs = text.split(',').map(|pair| {
        let (class, share) = pair.split_once('=').ok_or_else(bad)?;
        let share: f64 = share.trim().parse().map_err(|_| bad())?;
        Ok((class.trim().to_owned(), share))
    });
    let weights: BTreeMap<String, f64> = pairs.collect::<Result<_, Rejection>>()?;
    let sum: f64 = weights.values().sum();
    let fits = (sum - 1.0).abs() <= 1e-6 && weights.values().all(|share| (0.0..=1.0).contains(share));
    if fits { Ok(weights) } else { Err(bad()) }
}

fn check_weights(weights: Option<&BTreeMap<String, f64>>, asked: &Asked<'_>, rows: &[Row]) -> Result<(), Rejection> {
    let Some(weights) = weights else { return Ok(()) };
    if asked.class.is_none() {
        return Err(bad_input("weights-class"));
    }
    let unweighted = rows.iter().filter_map(|row| row.class.as_ref()).find(|class| !weights.contains_key(*class));
    unweighted.map_or(Ok(()), |class| Err(bad_input("class-weight").naming("class", class)))
}

fn print(console: &Console, found: &StatsReport, file: &str) -> Result<(), Failure> {
    let lang = console.lang;
    for (name, summary) in found.groups.iter() {
        let title = if name == "all" { file.to_owned() } else { name.to_owned() };
        print_group(console, &title, summary, lang)?;
    }
    match &found.between {
        Some(between) => print_between(console, between, lang),
        None => Ok(()),
    }
}

fn print_group(console: &Console, title: &str, summary: &Summary, lang: Lang) -> Result<(), Failure> {
    let seconds = |value: Option<f64>| {
        value.map_or_else(|| "—".to_owned(), |value| format!("{} {}", lang.number(value, 1), lang.t("unit-sec")))
    };
    let minutes = |value: Option<f64>| value.map_or_else(|| "—".to_owned(), |value| lang.number(value / 60.0, 2));
    let plain =
        |value: Option<f64>, decimals| value.map_or_else(|| "—".to_owned(), |value| lang.number(value, decimals));
    let say = |key: &str, named: &[(&str, String)]| {
        let named: Vec<(&str, Arg<'_>)> = named.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
        console.line(&lang.with(key, &named))
    };
    console.line("")?;
    console.line(title)?;
    say(
        "cli-stats-measured",
        &[
            ("n", lang.whole(i64::try_from(summary.n).unwrap_or(i64::MAX))),
            ("mean", seconds(summary.mean)),
            ("minutes", minutes(summary.mean)),
            ("median", seconds(summary.median)),
            ("min", seconds(summary.min)),
            ("max", seconds(summary.max)),
        ],
    )?;
    let (low, high) = wider(summary);
    say(
        "cli-stats-sure",
        &[("low", minutes(low)), ("high", minutes(high)), ("sd", seconds(summary.sd)), ("cv", plain(summary.cv, 2))],
    )?;
    if let (Some(mean), Some(low), Some(high)) = (summary.strat_mean, summary.strat_ci_low, summary.strat_ci_high) {
        say(
            "cli-stats-stratified",
            &[("mean", minutes(Some(mean))), ("low", minutes(Some(low))), ("high", minutes(Some(high)))],
        )?;
    }
    say(
        "cli-stats-look",
        &[
            ("flags", summary.flags.len().to_string()),
            ("ku", plain(summary.stability_ratio, 1)),
            ("skewness", plain(summary.skewness, 1)),
        ],
    )?;
    for flag in summary.flags.iter().take(10) {
        let key = if flag.strength == Strength::Strong { "cli-stats-flag-strong" } else { "cli-stats-flag" };
        say(
            key,
            &[
                ("row", flag.row.to_string()),
                ("times", lang.number(flag.times_median, 1)),
                ("without", minutes(flag.mean_without)),
            ],
        )?;
    }
    if summary.flags.len() > 10 {
        say("cli-stats-flags-more", &[("count", (summary.flags.len() - 10).to_string())])?;
    }
    let needed = |value: Option<u64>| value.map_or_else(|| "—".to_owned(), |value| value.to_string());
    say(
        "cli-stats-next",
        &[
            ("ten", needed(summary.n_required_t_10)),
            ("five", needed(summary.n_required_t_5)),
            ("ilo", needed(summary.n_required_ilo_5)),
        ],
    )
}

/// The wider of the t interval and modified Cox: what a study without hard cases reports.
fn wider(summary: &Summary) -> (Option<f64>, Option<f64>) {
    match (summary.ci_t_low, summary.ci_t_high, summary.ci_cox_low, summary.ci_cox_high) {
        (Some(_), Some(_), Some(cox_low), Some(cox_high))
            if cox_high - cox_low > summary.ci_t_high.unwrap_or(0.0) - summary.ci_t_low.unwrap_or(0.0) =>
        {
            (Some(cox_low), Some(cox_high))
        }
        (low, high, _, _) => (low, high),
    }
}

fn print_between(console: &Console, between: &Between, lang: Lang) -> Result<(), Failure> {
    let plain =
        |value: Option<f64>, decimals| value.map_or_else(|| "—".to_owned(), |value| lang.number(value, decimals));
    let minutes = |value: Option<f64>| value.map_or_else(|| "—".to_owned(), |value| lang.number(value / 60.0, 2));
    let named = [
        ("f", plain(between.anova_f, 2)),
        ("p", plain(between.anova_p, 4)),
        ("icc", plain(between.icc, 3)),
        ("mean", minutes(between.mean_of_means)),
        ("low", minutes(between.ci_operators_low)),
        ("high", minutes(between.ci_operators_high)),
    ];
    let named: Vec<(&str, Arg<'_>)> = named.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
    console.line("")?;
    console.line(&lang.with("cli-stats-between", &named))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(column: Option<&str>) -> Asked<'_> {
        Asked { column, group: None, class: None, unit: 1.0 }
    }

    #[test]
    fn files_of_many_kinds_are_read() {
        let check = |bytes: &[u8], column: Option<&str>, expected: &[f64]| {
            let rows = read(bytes, "f.csv", &asked(column)).unwrap();
            assert_eq!(
                rows.iter().map(|row| row.seconds).collect::<Vec<_>>(),
                expected,
                "{}",
                String::from_utf8_lossy(bytes)
            );
        };
        check(b"12\n13.5\n\n14\n", None, &[12.0, 13.5, 14.0]);
        check(b"\xef\xbb\xbfoperator,duration_s\nanna,12\nboris,13\n", None, &[12.0, 13.0]);
        check(b"a;b\r\n1,5;x\r\n2,5;y\r\n", Some("a"), &[1.5, 2.5]);
        check(b"x\ty\n1\t2\n3\t4\n", Some("y"), &[2.0, 4.0]);
        check("имя;время\nАнна;3\n".as_bytes(), Some("время"), &[3.0]);
        check(b"\xc0\xed\xed\xe0;3\n\xc1;4\n", Some("2"), &[3.0, 4.0]);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let check = |bytes: &[u8], column: Option<&str>, reason: &str| {
            assert_eq!(
                read(bytes, "f.csv", &asked(column)).unwrap_err().reason,
                reason,
                "{}",
                String::from_utf8_lossy(bytes)
            );
        };
        check(b"", None, "file-empty");
        check(b"seconds\n", None, "file-empty");
        check(b"seconds\n12\nabc\n", None, "number");
        check(b"seconds\n12\nNaN\n", None, "number");
        check(b"seconds\n12\n", Some("minutes"), "column");
    }

    #[test]
    fn weights_must_be_shares_of_one() {
        assert!(parse_weights("regular=0.93,hard=0.07").is_ok());
        for text in ["regular=0.9,hard=0.2", "regular", "a=x", "a=1.5,b=-0.5"] {
            assert_eq!(parse_weights(text).unwrap_err().reason, "weights", "{text}");
        }
    }
}
