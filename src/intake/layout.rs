//! Where each field of a kind stands in this file; rows read through it.
//!
//! Invariant: a column that is needed and not there is an error of the file, found before any row is read.
//! A value goes the same way everywhere: cell → "means nothing" → value map → letter case.

use std::cell::Cell;
use std::collections::BTreeMap;

use csv::StringRecord;

use super::Kind;
use super::error::IntakeError;
use super::kinds;
use super::moments::MomentPlace;
use super::profile::{ColumnRef, MomentRule, Rule, Section};
use super::reader::{Line, Table};
use crate::domain::code::{Code, folded};
use crate::domain::rejection::{RefusalCode, Rejection};

/// The section of a profile laid onto a file.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    /// What the profile says.
    pub section: &'a Section,
    /// The moments, by name.
    pub moments: BTreeMap<&'static str, MomentPlace>,
    /// The names by which its moments follow each other.
    pub in_order: [&'static str; 3],
    /// How many local times came twice and were taken as the profile says.
    pub twice: Cell<u64>,
    file: &'a str,
    table: &'a Table,
    fields: BTreeMap<&'static str, usize>,
    key: Vec<usize>,
    keep: Vec<(usize, &'a Rule)>,
    drop: Vec<(usize, &'a Rule)>,
    refuse: Vec<(usize, &'a Rule)>,
    outbound: Vec<(usize, &'a Rule)>,
}

/// What the rules make of a row.
#[derive(Debug)]
pub(super) enum Sifted {
    /// It is taken.
    Taken,
    /// It is none of this import's business.
    Filtered,
    /// It is refused.
    Refused(Rejection),
}

impl<'a> Layout<'a> {
    /// Finds every column. Errors name the first that is missing.
    pub fn new(kind: Kind, section: &'a Section, table: &'a Table, file: &'a str) -> Result<Self, IntakeError> {
        let mut layout = Self {
            section,
            moments: BTreeMap::new(),
            in_order: kinds::in_order(kind),
            twice: Cell::new(0),
            file,
            table,
            fields: BTreeMap::new(),
            key: Vec::new(),
            keep: Vec::new(),
            drop: Vec::new(),
            refuse: Vec::new(),
            outbound: Vec::new(),
        };
        layout.place_fields(kind)?;
        layout.place_moments(kind)?;
        let found = |layout: &Self, rules: &'a [Rule]| -> Result<Vec<(usize, &'a Rule)>, IntakeError> {
            rules.iter().map(|rule| Ok((layout.find(&rule.column, "a rule")?, rule))).collect()
        };
        layout.keep = found(&layout, &section.keep)?;
        layout.drop = found(&layout, &section.drop)?;
        layout.refuse = found(&layout, &section.refuse)?;
        layout.outbound = found(&layout, &section.outbound)?;
        layout.key = section.key.iter().map(|column| layout.find(column, "key")).collect::<Result<_, _>>()?;
        if let Some(index) = layout.fields.get("key").filter(|_| layout.key.is_empty()) {
            layout.key = vec![*index];
        }
        Ok(layout)
    }

    fn place_fields(&mut self, kind: Kind) -> Result<(), IntakeError> {
        for field in kinds::fields(kind) {
            let place = match &self.section.columns {
                Some(columns) => match columns.get(field.name) {
                    Some(column) => Some(self.find(column, field.name)?),
                    None if field.required && !self.section.constants.contains_key(field.name) => {
                        return Err(self.unmapped(field.name));
                    }
                    None => None,
                },
                None => match field.column {
                    Some(column) if field.required => Some(self.find(&ColumnRef::Name(column.to_owned()), field.name)?),
                    Some(column) => self.position(column)?,
                    None => None,
                },
            };
            if let Some(index) = place {
                self.fields.insert(field.name, index);
            }
        }
        Ok(())
    }

    fn place_moments(&mut self, kind: Kind) -> Result<(), IntakeError> {
        let names = kinds::moments(kind);
        let Some(main) = names.first() else { return Ok(()) };
        for name in names {
            match self.section.moments.get(*name) {
                Some(rule) => {
                    let place = self.moment(name, rule)?;
                    self.moments.insert(name, place);
                }
                None if name == main && self.section.columns.is_some() => return Err(self.unmapped(name)),
                None if name == main => {
                    let column = self.find(&ColumnRef::Name((*name).to_owned()), name)?;
                    self.moments.insert(name, MomentPlace::whole(column));
                }
                None if self.section.columns.is_none() && kinds::plain_moments(kind).contains(name) => {
                    if let Some(column) = self.position(name)? {
                        self.moments.insert(name, MomentPlace::whole(column));
                    }
                }
                None => {}
            }
        }
        Ok(())
    }

    fn moment(&self, name: &str, rule: &MomentRule) -> Result<MomentPlace, IntakeError> {
        let optional = |column: Option<&ColumnRef>| column.map(|column| self.find(column, name)).transpose();
        Ok(MomentPlace {
            column: self.find(&rule.column, name)?,
            time: optional(rule.time.as_ref())?,
            instead: optional(rule.instead.as_ref())?,
            patterns: rule.patterns.clone(),
            date_patterns: rule.date_patterns.clone(),
            time_patterns: rule.time_patterns.clone(),
            missing: rule.missing.clone(),
        })
    }

    fn unmapped(&self, field: &str) -> IntakeError {
        IntakeError::Profile {
            file: self.section.file.clone().unwrap_or_default(),
            line: None,
            key: format!("columns.{field}"),
            expected: format!("the column that holds {field}"),
        }
    }

    fn find(&self, column: &ColumnRef, field: &str) -> Result<usize, IntakeError> {
        let found = match column {
            ColumnRef::Number(number) => number.checked_sub(1).filter(|index| *index < self.table.width),
            ColumnRef::Name(name) => self.position(name)?,
        };
        found.ok_or_else(|| IntakeError::MissingColumn {
            file: self.file.to_owned(),
            line: self.table.header_line,
            column: column.to_string(),
            field: field.to_owned(),
            found: self.names(),
        })
    }

    /// The column of that name; letter case counts only where two names differ by nothing else.
    fn position(&self, name: &str) -> Result<Option<usize>, IntakeError> {
        let Some(header) = &self.table.header else { return Ok(None) };
        let (exact, wanted) = (name.trim(), folded(name));
        let mut same = header.iter().enumerate().filter(|(_, cell)| *cell == exact).map(|(index, _)| index);
        let mut alike = header.iter().enumerate().filter(|(_, cell)| folded(cell) == wanted).map(|(index, _)| index);
        let (first, second) = match same.next() {
            Some(first) => (Some(first), same.next()),
            None => (alike.next(), alike.next()),
        };
        if second.is_some() {
            return Err(IntakeError::RepeatedColumn {
                file: self.file.to_owned(),
                line: self.table.header_line,
                column: name.to_owned(),
            });
        }
        Ok(first)
    }

    fn names(&self) -> String {
        match &self.table.header {
            Some(header) => header.iter().collect::<Vec<_>>().join(", "),
            None => format!("1 … {}", self.table.width),
        }
    }

    /// What the rules make of a row: filters first, so that a row of no interest is never refused.
    pub fn sift(&self, row: &Row<'_>) -> Sifted {
        let holds = |(index, rule): &(usize, &Rule)| rule.values.contains(&folded(row.cell(*index)));
        if self.drop.iter().any(holds) || !self.keep.iter().all(holds) {
            return Sifted::Filtered;
        }
        let extra = row.cells.iter().skip(self.table.width).any(|cell| !cell.is_empty());
        if extra {
            let refusal = Rejection::because(RefusalCode::BadInput, "row-columns");
            return Sifted::Refused(refusal.naming("found", row.cells.len()).naming("expected", self.table.width));
        }
        match self.refuse.iter().find(|rule| holds(rule)) {
            Some((index, rule)) => Sifted::Refused(row.about(rule.reason, *index)),
            None => Sifted::Taken,
        }
    }

    /// Whether a call is outbound by the profile's rules; `None` where it has none.
    pub fn is_outbound(&self, row: &Row<'_>) -> Option<bool> {
        let holds = |(index, rule): &(usize, &Rule)| rule.values.contains(&folded(row.cell(*index)));
        (!self.outbound.is_empty()).then(|| self.outbound.iter().any(holds))
    }

    /// The row through this layout.
    pub fn row(&'a self, line: &'a Line) -> Row<'a> {
        Row { line: line.line, cells: &line.cells, layout: self }
    }

    fn column_name(&self, index: usize) -> String {
        let named = self.table.header.as_ref().and_then(|header| header.get(index));
        named.map_or_else(|| (index + 1).to_string(), str::to_owned)
    }
}

/// A row of the file, read by the names of its fields.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    /// The line it begins on.
    pub line: u64,
    cells: &'a StringRecord,
    layout: &'a Layout<'a>,
}

impl Row<'_> {
    /// A cell; a row cut short has empty ones.
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).unwrap_or_default()
    }

    /// A column's name, or its number where the file names none.
    pub fn column(&self, index: usize) -> String {
        self.layout.column_name(index)
    }

    /// A field's value; `None` where it is empty or means nothing.
    pub fn text(&self, field: &str) -> Option<String> {
        let section = self.layout.section;
        let raw = match (self.layout.fields.get(field), section.constants.get(field)) {
            (Some(index), constant) => match (self.cell(*index), constant) {
                ("", Some(constant)) => constant,
                (cell, _) => cell,
            },
            (None, Some(constant)) => constant,
            (None, None) => return None,
        };
        let plain = folded(raw);
        if raw.is_empty() || section.empty.get(field).is_some_and(|values| values.contains(&plain)) {
            return None;
        }
        let mapped = section.values.get(field).and_then(|map| map.get(&plain)).map_or(raw, String::as_str);
        let among = |fields: &[String]| fields.iter().any(|name| name == field);
        let mapped = if among(&section.channel_names) { number_of_channel(mapped) } else { mapped };
        let value = if among(&section.upper) {
            mapped.to_uppercase()
        } else if among(&section.lower) {
            mapped.to_lowercase()
        } else {
            mapped.to_owned()
        };
        (!value.is_empty()).then_some(value)
    }

    /// A field's value; an empty text where the file has the field and the row leaves it blank, `None` where the file
    /// does not have it.
    pub fn said(&self, field: &str) -> Option<String> {
        let has = self.layout.fields.contains_key(field) || self.layout.section.constants.contains_key(field);
        has.then(|| self.text(field).unwrap_or_default())
    }

    /// A field's value, or the refusal of a row without it.
    pub fn required(&self, field: &'static str) -> Result<String, Rejection> {
        self.text(field).ok_or_else(|| match field {
            "operator" | "employee" => self.wrong("no-operator", field),
            _ => self.wrong("row-empty", field),
        })
    }

    /// A code, or the refusal of a row whose text can be none.
    pub fn code(&self, field: &'static str) -> Result<Option<Code>, Rejection> {
        let code = |text: String| Code::new(&text).map_err(|_| self.wrong("row-code", field));
        self.text(field).map(code).transpose()
    }

    /// A code that must be there.
    pub fn required_code(&self, field: &'static str) -> Result<Code, Rejection> {
        self.required(field)?;
        self.code(field)?.ok_or_else(|| self.wrong("row-code", field))
    }

    /// The field's value by `parse`, or the refusal that names what may stand there.
    pub fn one_of<T>(
        &self,
        field: &'static str,
        expected: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Rejection> {
        let Some(text) = self.text(field) else { return Ok(None) };
        let value = parse(&text.to_lowercase());
        value.map(Some).ok_or_else(|| self.wrong("row-value", field).naming("expected", expected))
    }

    /// A whole number, or the refusal of a row whose text is none.
    pub fn whole(&self, field: &'static str) -> Result<Option<i64>, Rejection> {
        let number = |text: String| super::fields::whole(&text).ok_or_else(|| self.wrong("row-number", field));
        self.text(field).map(number).transpose()
    }

    /// A date without a time.
    pub fn date(&self, field: &'static str) -> Result<Option<chrono::NaiveDate>, Rejection> {
        let patterns = &self.layout.section.date_patterns;
        let date = |text: String| super::fields::date(&text, patterns).ok_or_else(|| self.wrong("row-date", field));
        self.text(field).map(date).transpose()
    }

    /// A refusal about a field: its column and what stands there.
    pub fn wrong(&self, reason: &'static str, field: &'static str) -> Rejection {
        if let Some(index) = self.layout.fields.get(field) {
            return self.about(reason, *index);
        }
        let constant = self.layout.section.constants.get(field).cloned().unwrap_or_default();
        Rejection::because(RefusalCode::BadInput, reason).naming("column", field).naming("value", constant)
    }

    /// The refusal of a row without a moment it needs.
    pub fn no_moment(&self, moment: &str) -> Rejection {
        let place = self.layout.moments.get(moment).map(|place| place.time.unwrap_or(place.column));
        place.map_or_else(
            || Rejection::because(RefusalCode::BadInput, "row-empty").naming("column", moment),
            |index| self.about("row-empty", index),
        )
    }

    /// A refusal about a column: its name and what stands there.
    pub fn about(&self, reason: &'static str, index: usize) -> Rejection {
        Rejection::because(RefusalCode::BadInput, reason)
            .naming("column", self.column(index))
            .naming("value", self.cell(index))
    }

    /// The natural key; `None` where the file has none or a part of it is empty.
    pub fn key(&self) -> Option<String> {
        let parts: Vec<&str> = self.layout.key.iter().map(|index| self.cell(*index)).collect();
        let whole = !parts.is_empty() && parts.iter().all(|part| !part.is_empty());
        whole.then(|| parts.join("\u{1f}"))
    }

    /// All that the row says, for a row without a key.
    pub fn content(&self) -> String {
        self.cells.iter().collect::<Vec<_>>().join("\u{1f}").trim_end_matches('\u{1f}').to_owned()
    }
}

/// The number in the name of a telephony channel: `PJSIP/204-0000012a`, `SIP/204`, `Local/204@from-queue-0001;1`,
/// `Agent/204`. What is no such name is taken as it stands.
fn number_of_channel(name: &str) -> &str {
    let Some((_, rest)) = name.split_once('/') else { return name };
    let rest = rest.split(['@', ';']).next().unwrap_or(rest);
    // The part after the last dash is the channel's own serial number.
    let serial = rest.rsplit_once('-').filter(|(_, serial)| serial.chars().all(|sign| sign.is_ascii_hexdigit()));
    serial.map_or(rest, |(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::number_of_channel;

    #[test]
    fn the_number_stands_inside_a_channels_name() {
        for (name, number) in [
            ("PJSIP/204-0000012a", "204"),
            ("SIP/204", "204"),
            ("Local/204@from-queue-00000001;1", "204"),
            ("Agent/204", "204"),
            ("SIP/trunk-msk-0000ffff", "trunk-msk"),
            ("204", "204"),
            ("", ""),
        ] {
            assert_eq!(number_of_channel(name), number);
        }
    }
}
