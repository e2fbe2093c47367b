//! A table for a file: CSV for programs, XLSX for people.
//!
//! Invariant: a text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-` or `@`) is
//! escaped; numbers stay numbers.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

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

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
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
            }))?;
        }
        writer.into_inner().map_err(|error| csv::Error::from(std::io::Error::other(error.to_string())))
    }

    /// The table as a workbook with one sheet: bold heads that stay in view, columns as wide as their content.
    pub fn xlsx(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let head = Format::new().set_bold();
        let hundredths = Format::new().set_num_format("0.00");
        let sheet = workbook.add_worksheet();
        let name: String = self.name.chars().filter(|letter| !"[]:*?/\\".contains(*letter)).take(31).collect();
        sheet.set_name(name)?;
        for (column, title) in (0_u16..).zip(&self.heads) {
            sheet.write_string_with_format(0, column, title, &head)?;
        }
        for (number, row) in (1_u32..).zip(&self.rows) {
            for (column, cell) in (0_u16..).zip(row) {
                match cell {
                    Cell::Empty => {}
                    Cell::Text(text) => {
                        sheet.write_string(number, column, text)?;
                    }
                    Cell::Whole(value) => {
                        sheet.write_number(number, column, real(*value))?;
                    }
                    Cell::Hundredths(value) => {
                        sheet.write_number_with_format(number, column, real(*value) / 100.0, &hundredths)?;
                    }
                }
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofit();
        workbook.save_to_buffer()
    }
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
