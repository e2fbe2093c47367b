//! A profile as it is written: the TOML's own shape, before anything is checked but names and types.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::kinds::Kind;
use crate::domain::calendar::WhenAmbiguous;
use crate::domain::study::Source;

/// A column by its name in the header, or by its number.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged, expecting = "a column's name in quotes, or its number counted from 1")]
pub(super) enum ColumnRef {
    /// Its number, the first being 1.
    Number(usize),
    /// Its name.
    Name(String),
}

impl std::fmt::Display for ColumnRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Name(name) => f.write_str(name),
        }
    }
}

/// A value of a cell, as TOML may write it.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged, expecting = "a text or a number")]
pub(super) enum Scalar {
    Whole(i64),
    Number(f64),
    Flag(bool),
    Text(String),
}

impl Scalar {
    /// The value as text.
    pub fn text(&self) -> String {
        match self {
            Self::Whole(value) => value.to_string(),
            Self::Number(value) => value.to_string(),
            Self::Flag(value) => value.to_string(),
            Self::Text(value) => value.trim().to_owned(),
        }
    }
}

/// One value, or a list.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged, expecting = "one value, or a list of them in brackets")]
pub(super) enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

impl<T> OneOrMany<T> {
    /// The values.
    pub fn into_vec(self) -> Vec<T> {
        match self {
            Self::One(one) => vec![one],
            Self::Many(many) => many,
        }
    }
}

/// The values; none where nothing is given.
pub(super) fn list<T>(given: Option<OneOrMany<T>>) -> Vec<T> {
    given.map(OneOrMany::into_vec).unwrap_or_default()
}

/// A rule as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRule {
    pub column: ColumnRef,
    pub values: Vec<Scalar>,
    pub reason: Option<String>,
}

/// A moment as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawMoment {
    pub column: Option<ColumnRef>,
    pub date: Option<ColumnRef>,
    pub time: Option<ColumnRef>,
    pub pattern: Option<OneOrMany<String>>,
    pub date_pattern: Option<OneOrMany<String>>,
    pub time_pattern: Option<OneOrMany<String>>,
    #[serde(default)]
    pub missing: Vec<Scalar>,
    pub instead: Option<ColumnRef>,
}

/// A profile as written, or one of its sections.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Raw {
    pub delimiter: Option<String>,
    pub encoding: Option<String>,
    pub header: Option<bool>,
    pub quotes: Option<bool>,
    pub time_zone: Option<String>,
    pub when_ambiguous: Option<WhenAmbiguous>,
    pub source: Option<Source>,
    pub duration: Option<String>,
    pub one_row_per_ticket: Option<bool>,
    pub pattern: Option<OneOrMany<String>>,
    pub date_pattern: Option<OneOrMany<String>>,
    pub time_pattern: Option<OneOrMany<String>>,
    pub key: Option<OneOrMany<ColumnRef>>,
    pub columns: BTreeMap<String, ColumnRef>,
    pub constants: BTreeMap<String, Scalar>,
    pub moments: BTreeMap<String, RawMoment>,
    pub values: BTreeMap<String, BTreeMap<String, Scalar>>,
    pub empty: BTreeMap<String, Vec<Scalar>>,
    pub upper: Option<Vec<String>>,
    pub lower: Option<Vec<String>>,
    pub keep: Option<Vec<RawRule>>,
    pub drop: Option<Vec<RawRule>>,
    pub refuse: Option<Vec<RawRule>>,
    pub outbound: Option<Vec<RawRule>>,
    pub channel_names: Option<Vec<String>>,
    pub people: Option<Box<Raw>>,
    pub actions: Option<Box<Raw>>,
    pub samples: Option<Box<Raw>>,
    pub tickets: Option<Box<Raw>>,
    pub absences: Option<Box<Raw>>,
    pub ratings: Option<Box<Raw>>,
    pub calls: Option<Box<Raw>>,
    pub stages: Option<Box<Raw>>,
    pub calendar: Option<Box<Raw>>,
    pub norms: Option<Box<Raw>>,
}

impl Raw {
    /// The section of a kind.
    pub fn section(&self, kind: Kind) -> Option<&Self> {
        match kind {
            Kind::People => self.people.as_deref(),
            Kind::Actions => self.actions.as_deref(),
            Kind::Samples => self.samples.as_deref(),
            Kind::Tickets => self.tickets.as_deref(),
            Kind::Absences => self.absences.as_deref(),
            Kind::Ratings => self.ratings.as_deref(),
            Kind::Calls => self.calls.as_deref(),
            Kind::Stages => self.stages.as_deref(),
            Kind::Calendar => self.calendar.as_deref(),
            Kind::Norms => self.norms.as_deref(),
        }
    }

    /// Whether there is a section of any kind.
    pub fn has_sections(&self) -> bool {
        Kind::ALL.into_iter().any(|kind| self.section(kind).is_some())
    }

    /// Whether it says where any field stands.
    pub fn maps(&self) -> bool {
        !self.columns.is_empty() || !self.constants.is_empty() || !self.moments.is_empty()
    }

    /// What the section says, over what stands at the top.
    pub fn over(self, top: Self) -> Self {
        fn joined<V>(mut under: BTreeMap<String, V>, over: BTreeMap<String, V>) -> BTreeMap<String, V> {
            under.extend(over);
            under
        }
        Self {
            delimiter: self.delimiter.or(top.delimiter),
            encoding: self.encoding.or(top.encoding),
            header: self.header.or(top.header),
            quotes: self.quotes.or(top.quotes),
            time_zone: self.time_zone.or(top.time_zone),
            when_ambiguous: self.when_ambiguous.or(top.when_ambiguous),
            source: self.source.or(top.source),
            duration: self.duration.or(top.duration),
            one_row_per_ticket: self.one_row_per_ticket.or(top.one_row_per_ticket),
            pattern: self.pattern.or(top.pattern),
            date_pattern: self.date_pattern.or(top.date_pattern),
            time_pattern: self.time_pattern.or(top.time_pattern),
            key: self.key.or(top.key),
            columns: joined(top.columns, self.columns),
            constants: joined(top.constants, self.constants),
            moments: joined(top.moments, self.moments),
            values: joined(top.values, self.values),
            empty: joined(top.empty, self.empty),
            upper: self.upper.or(top.upper),
            lower: self.lower.or(top.lower),
            keep: self.keep.or(top.keep),
            drop: self.drop.or(top.drop),
            refuse: self.refuse.or(top.refuse),
            outbound: self.outbound.or(top.outbound),
            channel_names: self.channel_names.or(top.channel_names),
            ..Self::default()
        }
    }
}
