//! A table for a file: CSV for programs, XLSX for people.
//!
//! Invariant: a text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-` or `@`) is
//! escaped; numbers stay numbers.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Hundredths, written with two decimals.
    Hundredths(i64),
    /// Any number; `None` of an undefined one is written as nothing.
    Real(f64),
}

impl From<Option<f64>> for Cell {
    fn from(value: Option<f64>) -> Self {
        value.filter(|number| number.is_finite()).map_or(Self::Empty, Self::Real)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Option<&str>> for Cell {
    fn from(text: Option<&str>) -> Self {
        text.map_or(Self::Empty, Into::into)
    }
}

impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Empty, Self::Text)
    }
}

/// A table: heads and rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The sheet's name.
    pub name: String,
    /// The heads.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A text as a spreadsheet may see it: what it would run as a formula is preceded by an apostrophe.
#[must_use]
pub fn escaped(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// Hundredths as a plain decimal number, with a point: 425 → `4.25`.
#[must_use]
pub fn decimal(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let value = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}", value / 100, value % 100)
}

impl Table {
    /// The table as CSV in UTF-8, heads first.
    pub fn csv(&self) -> Result<Vec<u8>, csv::Error> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&self.heads)?;
        for row in &self.rows {
            writer.write_record(row.iter().map(|cell| match cell {
                Cell::Empty => String::new(),
                Cell::Text(text) => escaped(text),
                Cell::Whole(number) => number.to_string(),
                Cell::Hundredths(number) => decimal(*number),
                Cell::Real(number) => number.to_string(),
            }))?;
        }
        writer.into_inner().map_err(|error| csv::Error::from(std::io::Error::other(error.to_string())))
    }

    /// The table as a workbook with one sheet: bold heads that stay in view, columns as wide as their content.
    pub fn xlsx(&self) -> Result<Vec<u8>, XlsxError> {
        workbook(std::slice::from_ref(self))
    }

    fn write(&self, sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
        let name: String = self.name.chars().filter(|letter| !"[]:*?/\\".contains(*letter)).take(31).collect();
        sheet.set_name(name)?;
        for (column, title) in (0_u16..).zip(&self.heads) {
            sheet.write_string_with_format(0, column, title, &looks.head)?;
        }
        for (number, row) in (1_u32..).zip(&self.rows) {
            for (column, cell) in (0_u16..).zip(row) {
                write_cell(sheet, (number, column), cell, looks)?;
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        if let (Ok(last), Some(width)) = (u32::try_from(self.rows.len()), last_column(&self.heads)) {
            sheet.autofilter(0, 0, last, width)?;
        }
        sheet.autofit();
        Ok(())
    }
}

struct Looks {
    head: Format,
    hundredths: Format,
}

/// Tables as a workbook with a sheet each: bold heads that stay in view and filter, columns as wide as their content.
pub fn workbook(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let looks = Looks { head: Format::new().set_bold(), hundredths: Format::new().set_num_format("0.00") };
    for table in tables {
        table.write(workbook.add_worksheet(), &looks)?;
    }
    workbook.save_to_buffer()
}

fn last_column(heads: &[String]) -> Option<u16> {
    heads.len().checked_sub(1).and_then(|last| u16::try_from(last).ok())
}

fn write_cell(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, looks: &Looks) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            sheet.write_string(row, column, text)?;
        }
        Cell::Whole(value) => {
            sheet.write_number(row, column, real(*value))?;
        }
        Cell::Hundredths(value) => {
            sheet.write_number_with_format(row, column, real(*value) / 100.0, &looks.hundredths)?;
        }
        Cell::Real(value) => {
            sheet.write_number(row, column, *value)?;
        }
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a spreadsheet holds numbers as floats; ours stay far below 2^53")]
fn real(value: i64) -> f64 {
    value as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_escaped_and_numbers_are_not() {
        let table = Table {
            name: "tickets".to_owned(),
            heads: vec!["client".to_owned(), "kpi_min".to_owned()],
            rows: vec![
                vec![Cell::from("=1+1"), Cell::Hundredths(-810)],
                vec![Cell::from("+7 912"), Cell::Hundredths(425)],
            ],
        };
        assert_eq!(String::from_utf8(table.csv().unwrap()).unwrap(), "client,kpi_min\n'=1+1,-8.10\n'+7 912,4.25\n");
        assert!(table.xlsx().unwrap().starts_with(b"PK"));
    }
}
