//! A file of durations → rows of the report: encoding, separators, header, units, and what is refused with its line.
//!
//! Nothing is guessed in silence: a cell that is no number, a row with more cells than the header, a choice between
//! several columns of numbers are refusals that name file and line.

use std::collections::BTreeMap;

use super::cells::{self, Record};
use crate::cli::bad_input;
use crate::domain::rejection::Rejection;
use crate::statistics::Row;

/// Which columns are asked for, and in what unit the durations are.
#[derive(Default)]
pub(super) struct Asked<'a> {
    pub column: Option<&'a str>,
    pub group: Option<&'a str>,
    pub class: Option<&'a str>,
    pub unit: Option<&'a str>,
    /// Whether every row needs a class.
    pub weighted: bool,
}

/// Names a column of durations may have when none is asked for, with their unit.
const USUAL: [(&str, &str); 8] = [
    ("duration_s", "s"),
    ("seconds", "s"),
    ("duration", "s"),
    ("time", "s"),
    ("value", "s"),
    ("ser_time", "s"),
    ("duration_ms", "ms"),
    ("minutes", "min"),
];

/// Reads the rows of a file whose bytes are given.
pub(super) fn read(bytes: &[u8], file: &str, asked: &Asked<'_>) -> Result<Vec<Row>, Rejection> {
    let text = decode(bytes);
    let delimiter = cells::delimiter(&text);
    let mut records = cells::records(&text, delimiter)
        .map_err(|broken| bad_input("cell-quote").naming("file", file).naming("line", broken.line))?;
    let empty = || bad_input("file-empty").naming("file", file);
    let first = records.first().ok_or_else(empty)?;
    // Numbers with a decimal comma are only possible where no comma separates.
    let comma = delimiter != Some(',');
    let width = first.cells.len();
    let header = first.cells.iter().all(|cell| !looks_like_a_number(cell, comma)).then(|| records.remove(0));
    let table = Table { file, header, width, records, comma };
    table.check_width()?;
    let group = asked.group.map(|name| table.column(name)).transpose()?;
    let class = asked.class.map(|name| table.column(name)).transpose()?;
    let column = match asked.column {
        Some(name) => table.column(name)?,
        None => table.likely_column(&[group, class])?,
    };
    if table.records.is_empty() && asked.column.is_none() && !table.is_usual(column) {
        return Err(empty());
    }
    let unit = asked.unit.unwrap_or_else(|| table.usual_unit(column));
    table.rows(column, group, class, unit, asked.weighted)
}

/// The records under their header, if there is one.
struct Table<'a> {
    file: &'a str,
    header: Option<Record<'a>>,
    width: usize,
    records: Vec<Record<'a>>,
    comma: bool,
}

impl Table<'_> {
    /// Refuses a record with more cells than the first: so a decimal comma between commas shows.
    fn check_width(&self) -> Result<(), Rejection> {
        let longer = |record: &&Record<'_>| record.cells.iter().skip(self.width).any(|cell| !cell.is_empty());
        let refuse = |record: &Record<'_>| {
            bad_input("cells")
                .naming("file", self.file)
                .naming("line", record.line)
                .naming("cells", record.cells.len())
                .naming("columns", self.width)
        };
        self.records.iter().find(longer).map_or(Ok(()), |record| Err(refuse(record)))
    }

    /// The name of a column as people are told it: its header, without one its number.
    fn name(&self, column: usize) -> String {
        self.header.as_ref().map_or_else(|| (column + 1).to_string(), |header| header.cell(column).to_owned())
    }

    fn names(&self, columns: impl Iterator<Item = usize>) -> String {
        columns.map(|column| self.name(column)).collect::<Vec<_>>().join(", ")
    }

    /// The place of a column that is asked for by its name, without a header by its number from 1.
    fn column(&self, name: &str) -> Result<usize, Rejection> {
        let columns = || (0..self.width).filter(|column| self.name(*column) == name.trim());
        let refuse = |reason| bad_input(reason).naming("column", name).naming("file", self.file);
        match (columns().next(), columns().count()) {
            (Some(column), 1) => Ok(column),
            (None, _) => Err(refuse("column").naming("columns", self.names(0..self.width))),
            _ => Err(refuse("column-repeated")),
        }
    }

    fn usual(&self, column: usize) -> Option<&'static str> {
        let name = self.header.as_ref()?.cell(column).to_lowercase();
        USUAL.into_iter().find(|(usual, _)| *usual == name).map(|(_, unit)| unit)
    }

    fn is_usual(&self, column: usize) -> bool {
        self.usual(column).is_some()
    }

    /// The unit that a usual name says; seconds otherwise.
    fn usual_unit(&self, column: usize) -> &'static str {
        self.usual(column).unwrap_or("s")
    }

    /// The column of a usual name, else the only one that holds numbers.
    fn likely_column(&self, taken: &[Option<usize>]) -> Result<usize, Rejection> {
        let named = USUAL.into_iter().find_map(|(usual, _)| {
            (0..self.width)
                .find(|column| self.header.as_ref().is_some_and(|header| header.cell(*column).to_lowercase() == usual))
        });
        if let Some(column) = named {
            return Ok(column);
        }
        let is_number = |record: &Record<'_>, column: usize| number(record.cell(column), self.comma).is_some();
        let free = || (0..self.width).filter(|column| !taken.contains(&Some(*column)));
        // By the first row, so that a bad cell further down is named and not passed by.
        let begin = || free().filter(|column| self.records.first().is_some_and(|record| is_number(record, *column)));
        let hold: Vec<usize> =
            begin().filter(|column| self.records.iter().all(|record| is_number(record, *column))).collect();
        match (hold.as_slice(), begin().next()) {
            ([column], _) => Ok(*column),
            ([], begun) => Ok(begun.or_else(|| free().next()).unwrap_or(0)),
            _ => Err(bad_input("column-choice")
                .naming("file", self.file)
                .naming("columns", self.names(hold.iter().copied()))),
        }
    }

    fn rows(
        &self,
        column: usize,
        group: Option<usize>,
        class: Option<usize>,
        unit: &str,
        weighted: bool,
    ) -> Result<Vec<Row>, Rejection> {
        let label = |record: &Record<'_>, column: Option<usize>| {
            column.map(|column| record.cell(column)).filter(|label| !label.is_empty()).map(str::to_owned)
        };
        let row = |record: &Record<'_>| {
            let here = |reason| bad_input(reason).naming("file", self.file).naming("line", record.line);
            let cell = record.cell(column);
            let seconds = number(cell, self.comma)
                .and_then(|value| in_seconds(value, unit))
                .ok_or_else(|| here("number").naming("text", shortened(cell)))?;
            let class = label(record, class);
            if weighted && class.is_none() {
                return Err(here("class-empty"));
            }
            Ok(Row { seconds, group: label(record, group), class })
        };
        self.records.iter().map(row).collect()
    }
}

/// Seconds of a duration in its unit; `None` where that is beyond the range of numbers.
fn in_seconds(value: f64, unit: &str) -> Option<f64> {
    let seconds = match unit {
        "ms" => value / 1_000.0,
        "min" => value * 60.0,
        _ => value,
    };
    Some(seconds).filter(|seconds| seconds.is_finite())
}

/// UTF-8 with or without its mark, else Windows-1251, which every byte fits.
fn decode(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| encoding_rs::WINDOWS_1251.decode(bytes).0.into_owned())
}

/// A finite number; with a decimal comma where no comma separates columns.
fn number(cell: &str, comma: bool) -> Option<f64> {
    parsed(cell, comma).filter(|value| value.is_finite())
}

/// Whether the first line holds data: NaN and infinity are refused as numbers, not taken for the name of a column.
fn looks_like_a_number(cell: &str, comma: bool) -> bool {
    parsed(cell, comma).is_some()
}

fn parsed(cell: &str, comma: bool) -> Option<f64> {
    if comma && cell.contains(',') { cell.replacen(',', ".", 1).parse().ok() } else { cell.parse().ok() }
}

/// A cell as it is quoted in a refusal.
fn shortened(cell: &str) -> String {
    const LONGEST: usize = 40;
    let line = cell.lines().next().unwrap_or_default();
    if line.chars().count() > LONGEST { line.chars().take(LONGEST).chain(['…']).collect() } else { line.to_owned() }
}

/// Shares as they stand on the command line: `regular=0.93,hard=0.07`.
pub(super) fn parse_weights(text: &str) -> Result<BTreeMap<String, f64>, Rejection> {
    let bad = || bad_input("weights").naming("weights", text);
    let mut weights = BTreeMap::new();
    for pair in text.split(',') {
        let (class, share) = pair.split_once('=').ok_or_else(bad)?;
        let share: f64 = share.trim().parse().map_err(|_| bad())?;
        if weights.insert(class.trim().to_owned(), share).is_some() {
            return Err(bad());
        }
    }
    let sum: f64 = weights.values().sum();
    let fits = (sum - 1.0).abs() <= 1e-6 && weights.values().all(|share| (0.0..=1.0).contains(share));
    if fits { Ok(weights) } else { Err(bad()) }
}

/// Refuses shares without a column of classes, and a class without a share.
pub(super) fn check_weights(
    weights: Option<&BTreeMap<String, f64>>,
    asked: &Asked<'_>,
    rows: &[Row],
) -> Result<(), Rejection> {
    let Some(weights) = weights else { return Ok(()) };
    if asked.class.is_none() {
        return Err(bad_input("weights-class"));
    }
    let unweighted = rows.iter().filter_map(|row| row.class.as_ref()).find(|class| !weights.contains_key(*class));
    unweighted.map_or(Ok(()), |class| Err(bad_input("class-weight").naming("class", class)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(column: Option<&str>) -> Asked<'_> {
        Asked { column, ..Asked::default() }
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
        // One column: a comma can only be a decimal one.
        check(b"seconds\n12,5\n13\n", None, &[12.5, 13.0]);
        check(b"who;sec\n\"a;b\";\"1,5\"\n", None, &[1.5]);
        // The name says the unit, unless another one is asked for.
        check(b"duration_ms\n1500\n", None, &[1.5]);
        check(b"minutes\n1.5\n", None, &[90.0]);
        check(b"seconds\n", None, &[]);
        check(b"a,b\n", Some("b"), &[]);
        let rows = read(b"minutes\n90\n", "f.csv", &Asked { unit: Some("s"), ..Asked::default() }).unwrap();
        assert!((rows[0].seconds - 90.0).abs() < 1e-12);
        let by_number = Asked { group: Some("operator"), ..Asked::default() };
        let rows = read(b"operator,t\n7,12\n,13\n", "f.csv", &by_number).unwrap();
        assert_eq!((rows[0].group.as_deref(), rows[1].group.as_deref()), (Some("7"), None));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let check = |bytes: &[u8], column: Option<&str>, reason: &str, line: Option<&str>| {
            let refused = read(bytes, "f.csv", &asked(column)).unwrap_err();
            let named =
                |name: &str| refused.details.iter().find(|(own, _)| *own == name).map(|(_, text)| text.as_str());
            let text = String::from_utf8_lossy(bytes);
            assert_eq!((refused.reason, named("file"), named("line")), (reason, Some("f.csv"), line), "{text}");
        };
        check(b"", None, "file-empty", None);
        check(b"\r\n\r\n", None, "file-empty", None);
        check(b"what is this\n", None, "file-empty", None);
        check(b"seconds\r\n12\r\nabc\r\n", None, "number", Some("3"));
        check(b"seconds\n12\nNaN\n", None, "number", Some("3"));
        check(b"inf\n12\n", None, "number", Some("1"));
        check(b"1e400\n12\n", None, "number", Some("1"));
        check(b"seconds,who\n12,a\n,b\n", None, "number", Some("3"));
        check(b"who,sec\na,12\nb\n", None, "number", Some("3"));
        check(b"seconds\n12\n", Some("minutes"), "column", None);
        check(b"a,a\n1,2\n", Some("a"), "column-repeated", None);
        check(b"id,sec\n1,60\n2,90\n", None, "column-choice", None);
        check(b"12,5\n13,5\n", None, "column-choice", None);
        check(b"who,seconds\nanna,12,5\n", None, "cells", Some("2"));
        check(b"seconds,note\n12,\"x\n13,y\n14,z\n", None, "cell-quote", Some("2"));
        let classes = Asked { class: Some("c"), weighted: true, ..Asked::default() };
        assert_eq!(read(b"seconds,c\n12,hard\n13,\n", "f.csv", &classes).unwrap_err().reason, "class-empty");
    }

    #[test]
    fn weights_must_be_shares_of_one() {
        assert!(parse_weights("regular=0.93,hard=0.07").is_ok());
        for text in ["regular=0.9,hard=0.2", "regular", "a=x", "a=1.5,b=-0.5", "a=0.5,a=0.5", "a=NaN"] {
            assert_eq!(parse_weights(text).unwrap_err().reason, "weights", "{text}");
        }
        let weights = parse_weights("regular=0.93,hard=0.07").unwrap();
        let rows = [Row { seconds: 12.0, group: None, class: Some("other".into()) }];
        let reason = |asked: &Asked<'_>| check_weights(Some(&weights), asked, &rows).unwrap_err().reason;
        assert_eq!(reason(&Asked::default()), "weights-class");
        assert_eq!(reason(&Asked { class: Some("c"), ..Asked::default() }), "class-weight");
    }
}
