//! A workbook (XLSX) → the rows of its first sheet that holds anything, as texts.
//!
//! Invariant: only cells that hold something take room, however large the sheet says it is. A number comes as the
//! shortest decimal that is it, a date as `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`, a formula as the value it had.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

use calamine::{DataRef, ExcelDateTime, Reader, SheetVisible, Xlsx};
use csv::StringRecord;

use super::error::{IntakeError, shown};
use super::reader::Line;

/// The most columns a sheet may have: a table for people has a few dozen.
const COLUMNS: u32 = 256;

/// Whether a file is a workbook, told by its first bytes.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The rows of the first visible sheet that holds anything. Errors when the file can't be read as a workbook.
pub(super) fn records(path: &Path, bytes: &[u8]) -> Result<Vec<Line>, IntakeError> {
    let unreadable = || IntakeError::Spreadsheet { file: shown(path) };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    let visible = |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible;
    let names: Vec<String> = book.sheets_metadata().iter().filter(visible).map(|sheet| sheet.name.clone()).collect();
    for name in names {
        let rows = sheet(&mut book, &name).ok_or_else(unreadable)?;
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Ok(Vec::new())
}

/// The rows of a sheet; `None` when it can't be read or is too wide.
fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Option<Vec<Line>> {
    let mut cells = book.worksheet_cells_reader(name).ok()?;
    let mut rows: BTreeMap<u32, BTreeMap<usize, String>> = BTreeMap::new();
    while let Some(cell) = cells.next_cell().ok()? {
        let (row, column) = cell.get_position();
        let value = text(cell.get_value());
        if value.is_empty() {
            continue;
        }
        if column >= COLUMNS {
            return None;
        }
        rows.entry(row).or_default().insert(usize::try_from(column).ok()?, value);
    }
    let width = rows.values().filter_map(|row| row.keys().next_back()).max().map_or(0, |last| last + 1);
    let header = rows.values().next().and_then(|row| row.keys().next_back()).map_or(0, |last| last + 1);
    let line = |(row, cells): (u32, BTreeMap<usize, String>)| {
        // A row is as wide as the header, or as its last cell where that stands outside.
        let last = cells.keys().next_back().map_or(0, |last| last + 1);
        let cells = (0..header.max(last).min(width)).map(|column| cells.get(&column).map_or("", String::as_str));
        Line { line: u64::from(row) + 1, cells: cells.collect::<StringRecord>() }
    };
    Some(rows.into_iter().map(line).collect())
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::DateTime(moment) => date(*moment),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn date(moment: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let clock = format!("{hour:02}:{minute:02}:{second:02}");
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return clock;
    }
    let day = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) { day } else { format!("{day} {clock}") }
}
