//! A table on disk, as text or as a workbook → its header and its rows, each with its line in the file.
//!
//! Invariant: a row's line is the physical line on which it begins, counted from 1, also after blank lines and
//! cells that hold line breaks. Cells come without the blanks around them. Lines that hold nothing are no rows.
//!
//! Deliberately lacks: what the columns mean.

use std::path::Path;

use csv::{ReaderBuilder, StringRecord, Trim};
use encoding_rs::Encoding;

use super::error::{IntakeError, shown};
use super::workbook;

/// How the text is laid out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Format {
    /// Between cells; `None`: the one of `,` `;` and tab that the first line holds most of.
    pub delimiter: Option<u8>,
    /// The encoding, unless a byte order mark says otherwise.
    pub encoding: &'static Encoding,
    /// Whether the first line names the columns.
    pub header: bool,
    /// Whether `"` quotes a cell.
    pub quotes: bool,
}

/// A row of the file.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// The line it begins on, the first being 1.
    pub line: u64,
    /// Its cells, without blanks around them.
    pub cells: StringRecord,
}

/// A file as a table.
#[derive(Debug)]
pub(super) struct Table {
    /// The line of the header; 1 without one.
    pub header_line: u64,
    /// The columns' names; `None` where the file names none.
    pub header: Option<StringRecord>,
    /// How many columns there are.
    pub width: usize,
    /// The rows.
    pub rows: Vec<Line>,
}

/// Reads a table. Errors when the file can't be read or decoded, or holds no rows.
pub(super) fn read(path: &Path, format: Format) -> Result<Table, IntakeError> {
    let bytes = bytes(path)?;
    let mut rows = if workbook::is_workbook(&bytes) {
        workbook::records(path, &bytes)?
    } else {
        records(path, &decode(path, &bytes, format.encoding)?, format)?
    };
    let Some(first) = rows.first() else { return Err(IntakeError::Empty { file: shown(path) }) };
    let (header_line, width) = (first.line, first.cells.len());
    let header = if format.header { Some(rows.remove(0).cells) } else { None };
    if rows.is_empty() {
        return Err(IntakeError::HeaderOnly { file: shown(path) });
    }
    Ok(Table { header_line, header, width, rows })
}

/// Reads a whole text file in UTF-8, or as its byte order mark says.
pub(super) fn text(path: &Path) -> Result<String, IntakeError> {
    let bytes = bytes(path)?;
    if workbook::is_workbook(&bytes) {
        return Err(IntakeError::Spreadsheet { file: shown(path) });
    }
    decode(path, &bytes, encoding_rs::UTF_8)
}

fn bytes(path: &Path) -> Result<Vec<u8>, IntakeError> {
    let bytes = std::fs::read(path).map_err(|error| IntakeError::of_io(path, &error))?;
    // Workbooks of the nineties, and encrypted ones.
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(IntakeError::Spreadsheet { file: shown(path) });
    }
    Ok(bytes)
}

fn decode(path: &Path, bytes: &[u8], encoding: &'static Encoding) -> Result<String, IntakeError> {
    let (used, after_mark) = match Encoding::for_bom(bytes) {
        Some((used, length)) => (used, bytes.get(length..).unwrap_or_default()),
        None => (encoding, bytes),
    };
    if let Some(text) = used.decode_without_bom_handling_and_without_replacement(after_mark) {
        return Ok(text.into_owned());
    }
    let (with_marks, _) = used.decode_without_bom_handling(after_mark);
    let line = with_marks.split('\u{FFFD}').next().map_or(1, |good| 1 + newlines(good));
    Err(IntakeError::Encoding { file: shown(path), encoding: used.name().to_owned(), line })
}

fn newlines(text: &str) -> u64 {
    let lone = text.bytes().filter(|byte| *byte == b'\n').count();
    // Files of old Macs end their lines with a carriage return alone.
    let count = if lone == 0 { text.bytes().filter(|byte| *byte == b'\r').count() } else { lone };
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn records(path: &Path, text: &str, format: Format) -> Result<Vec<Line>, IntakeError> {
    let delimiter = format.delimiter.unwrap_or_else(|| likely_delimiter(text));
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .quoting(format.quotes)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut lines = Vec::new();
    let (mut counted, mut line) = (0, 1);
    let mut cells = StringRecord::new();
    loop {
        let more = reader.read_record(&mut cells);
        if !more.map_err(|error| IntakeError::Unreadable { file: shown(path), error: error.to_string() })? {
            return Ok(lines);
        }
        let span = |from: u64, to: u64| -> &str {
            let (from, to) = (usize::try_from(from).unwrap_or(usize::MAX), usize::try_from(to).unwrap_or(usize::MAX));
            text.get(from..to).unwrap_or_default()
        };
        let start = cells.position().map_or(counted, csv::Position::byte);
        let raw = span(start, reader.position().byte());
        let blank_before = raw.len() - raw.trim_start_matches(['\r', '\n']).len();
        let begins = start + u64::try_from(blank_before).unwrap_or(0);
        line += newlines(span(counted, begins));
        counted = begins;
        let raw = raw.trim_matches(['\r', '\n']);
        if format.quotes && raw.contains('\n') && raw.matches('"').count() % 2 == 1 {
            return Err(IntakeError::OpenQuote { file: shown(path), line });
        }
        if cells.iter().any(|cell| !cell.is_empty()) {
            lines.push(Line { line, cells: cells.clone() });
        }
    }
}

/// The delimiter that the first line with text holds most of, outside quotes.
fn likely_delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut quoted = false;
    let (mut commas, mut semicolons, mut tabs) = (0_u32, 0_u32, 0_u32);
    for byte in first.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b',' if !quoted => commas += 1,
            b';' if !quoted => semicolons += 1,
            b'\t' if !quoted => tabs += 1,
            _ => {}
        }
    }
    if semicolons > commas && semicolons >= tabs {
        b';'
    } else if tabs > commas {
        b'\t'
    } else {
        b','
    }
}
