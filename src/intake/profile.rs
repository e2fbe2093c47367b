//! A profile: what a user writes in TOML about a file's columns, and what it comes to for one kind of import.
//!
//! Invariant: a key that means nothing is an error, never passed over, as is a field that the kind lacks. What
//! stands at the top holds for every kind; a section ([samples], [tickets] …) says it anew for its own.
//! `norms/profiles/` holds profiles with comments to write others by.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::format::{Item, StrftimeItems};
use chrono_tz::Tz;
use encoding_rs::Encoding;

use super::Kind;
use super::error::{IntakeError, shown};
use super::fields::DurationUnit;
use super::kinds;
pub(super) use super::profile_toml::ColumnRef;
use super::profile_toml::{OneOrMany, Raw, RawMoment, RawRule, Scalar, list};
use super::reader::{self, Format};
use crate::domain::calendar::WhenAmbiguous;
use crate::domain::code::folded;
use crate::domain::study::Source;

/// A rule about a row: a column and the values, folded, at which it holds.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    /// The column looked at.
    pub column: ColumnRef,
    /// The values, folded.
    pub values: Vec<String>,
    /// The refusal's reason, for a refusing rule.
    pub reason: &'static str,
}

/// Where a moment stands and how it is written.
#[derive(Debug, Clone)]
pub(super) struct MomentRule {
    /// The one column, or the date's.
    pub column: ColumnRef,
    /// The time's column, where it is one of its own.
    pub time: Option<ColumnRef>,
    /// Patterns of a whole moment.
    pub patterns: Vec<String>,
    /// Patterns of the date.
    pub date_patterns: Vec<String>,
    /// Patterns of the time.
    pub time_patterns: Vec<String>,
    /// Values, folded, that say "not recorded" where every moment with such a list has one.
    pub missing: Vec<String>,
    /// The time's column to be used for one that was not recorded.
    pub instead: Option<ColumnRef>,
}

/// A profile as it holds for one kind.
#[derive(Debug, Clone)]
pub(super) struct Section {
    /// The profile's file; `None` for the default columns.
    pub file: Option<String>,
    /// How the text is laid out.
    pub format: Format,
    /// The zone of local times; the floor's by default.
    pub zone: Option<Tz>,
    /// Which of two instants a local time means that comes twice.
    pub ambiguous: WhenAmbiguous,
    /// Where observations come from.
    pub source: Source,
    /// The unit of durations.
    pub duration: DurationUnit,
    /// Whether rows of one key are tickets each, and so conflict.
    pub one_row_per_ticket: bool,
    /// Patterns of dates without a time.
    pub date_patterns: Vec<String>,
    /// The columns of the natural key.
    pub key: Vec<ColumnRef>,
    /// Field → column; `None` for the default columns.
    pub columns: Option<BTreeMap<String, ColumnRef>>,
    /// Field → value.
    pub constants: BTreeMap<String, String>,
    /// Moment → where it stands.
    pub moments: BTreeMap<String, MomentRule>,
    /// Field → folded file value → value.
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// Field → folded values that mean nothing.
    pub empty: BTreeMap<String, Vec<String>>,
    /// Fields in capitals.
    pub upper: Vec<String>,
    /// Fields in small letters.
    pub lower: Vec<String>,
    /// Each must hold, or the row is filtered.
    pub keep: Vec<Rule>,
    /// If one holds, the row is filtered.
    pub drop: Vec<Rule>,
    /// If one holds, the row is refused.
    pub refuse: Vec<Rule>,
    /// If one holds, the call is outbound; without any, its direction stands in a column.
    pub outbound: Vec<Rule>,
    /// Fields that hold the name of a telephony channel: the number in it is taken.
    pub channel_names: Vec<String>,
}

/// Reads a profile for a kind; without one, the default columns.
pub(super) fn load(path: Option<&Path>, kind: Kind) -> Result<Section, IntakeError> {
    let Some(path) = path else { return Checked { file: None }.section(Raw::default(), kind) };
    let text = reader::text(path)?;
    let raw: Raw = toml::from_str(&text).map_err(|error| of_toml(path, &text, &error))?;
    let checked = Checked { file: Some(shown(path)) };
    checked.fields(&raw, &Kind::ALL)?;
    for kind in Kind::ALL {
        if let Some(section) = raw.section(kind) {
            checked.fields(section, &[kind])?;
            if section.has_sections() {
                return Err(checked.wrong(kind.name(), "no section inside a section"));
            }
        }
    }
    if raw.has_sections() && raw.section(kind).is_none() && !raw.maps() {
        return Err(checked.wrong(&format!("[{}]", kind.name()), "a section that says which columns this import takes"));
    }
    let section = raw.section(kind).cloned().unwrap_or_default();
    checked.section(section.over(raw), kind)
}

fn of_toml(path: &Path, text: &str, error: &toml::de::Error) -> IntakeError {
    let before = error.span().and_then(|span| text.get(..span.start));
    let number = before.map(|before| before.matches('\n').count());
    let line = number.and_then(|number| text.lines().nth(number)).unwrap_or_default();
    let key = line.split_once('=').map_or(line, |(key, _)| key).trim().to_owned();
    IntakeError::Profile {
        file: shown(path),
        line: number.and_then(|number| u64::try_from(number + 1).ok()),
        key,
        expected: error.message().to_owned(),
    }
}

struct Checked {
    file: Option<String>,
}

impl Checked {
    fn wrong(&self, key: &str, expected: impl Into<String>) -> IntakeError {
        let file = self.file.clone().unwrap_or_default();
        IntakeError::Profile { file, line: None, key: key.to_owned(), expected: expected.into() }
    }

    /// Refuses fields and moments that none of the kinds has.
    fn fields(&self, raw: &Raw, of: &[Kind]) -> Result<(), IntakeError> {
        let known: Vec<&str> = of.iter().flat_map(|kind| kinds::fields(*kind).iter().map(|field| field.name)).collect();
        let moments: Vec<&str> = of.iter().flat_map(|kind| kinds::moments(*kind).iter().copied()).collect();
        let check = |table: &str, name: &String, among: &[&str]| {
            if among.contains(&name.as_str()) {
                return Ok(());
            }
            Err(self.wrong(&format!("{table}.{name}"), format!("one of {}", among.join(", "))))
        };
        let either = [known.clone(), moments.clone()].concat();
        raw.columns.keys().try_for_each(|name| check("columns", name, &either))?;
        raw.constants.keys().try_for_each(|name| check("constants", name, &known))?;
        raw.moments.keys().try_for_each(|name| check("moments", name, &moments))?;
        raw.values.keys().try_for_each(|name| check("values", name, &known))?;
        raw.empty.keys().try_for_each(|name| check("empty", name, &known))?;
        raw.upper.iter().flatten().try_for_each(|name| check("upper", name, &known))?;
        raw.lower.iter().flatten().try_for_each(|name| check("lower", name, &known))?;
        raw.channel_names.iter().flatten().try_for_each(|name| check("channel_names", name, &known))
    }

    fn section(&self, raw: Raw, kind: Kind) -> Result<Section, IntakeError> {
        let format = self.format(&raw)?;
        let zone = match raw.time_zone.as_deref().map(str::trim) {
            Some(name) => Some(
                name.parse::<Tz>().map_err(|_| self.wrong("time_zone", "an IANA name such as \"Europe/Moscow\""))?,
            ),
            None => None,
        };
        let duration = match raw.duration.as_deref() {
            Some(name) => DurationUnit::parse(name).ok_or_else(|| self.wrong("duration", DurationUnit::EXPECTED))?,
            None => DurationUnit::default(),
        };
        let columns = raw.maps().then(|| raw.columns.clone());
        let patterns = list(raw.pattern);
        let dates = list(raw.date_pattern);
        let times = list(raw.time_pattern);
        for pattern in patterns.iter().chain(&dates).chain(&times) {
            self.pattern(pattern)?;
        }
        let mut moments = BTreeMap::new();
        for name in kinds::moments(kind) {
            let column = raw.columns.get(*name).cloned();
            let given = raw.moments.get(*name).cloned();
            if let Some(rule) = self.moment(name, given, column, (&patterns, &dates, &times))? {
                moments.insert((*name).to_owned(), rule);
            }
        }
        let fold = |values: &[Scalar]| values.iter().map(|value| folded(&value.text())).collect::<Vec<_>>();
        Ok(Section {
            file: self.file.clone(),
            format,
            zone,
            ambiguous: raw.when_ambiguous.unwrap_or_default(),
            source: raw.source.unwrap_or(Source::Import),
            duration,
            one_row_per_ticket: raw.one_row_per_ticket.unwrap_or(false),
            date_patterns: dates,
            key: list(raw.key),
            columns,
            constants: raw.constants.iter().map(|(field, value)| (field.clone(), value.text())).collect(),
            moments,
            values: raw.values.into_iter().map(|(field, map)| (field, folded_map(&map))).collect(),
            empty: raw.empty.iter().map(|(field, values)| (field.clone(), fold(values))).collect(),
            upper: raw.upper.unwrap_or_default(),
            lower: raw.lower.unwrap_or_default(),
            keep: self.rules("keep", raw.keep)?,
            drop: self.rules("drop", raw.drop)?,
            refuse: self.rules("refuse", raw.refuse)?,
            outbound: self.rules("outbound", raw.outbound)?,
            channel_names: raw.channel_names.unwrap_or_default(),
        })
    }

    fn format(&self, raw: &Raw) -> Result<Format, IntakeError> {
        let delimiter = match raw.delimiter.as_deref() {
            None => None,
            Some("tab" | "\t") => Some(b'\t'),
            Some(sign) => match sign.as_bytes() {
                [byte] if byte.is_ascii_punctuation() && *byte != b'"' => Some(*byte),
                _ => return Err(self.wrong("delimiter", "one of \"tab\", \",\", \";\", \"|\"")),
            },
        };
        let label = raw.encoding.as_deref().unwrap_or("utf-8");
        let encoding = Encoding::for_label(label.trim().as_bytes()).ok_or_else(|| {
            self.wrong("encoding", "an encoding's name such as \"utf-8\", \"windows-1251\", \"ibm866\", \"koi8-r\"")
        })?;
        Ok(Format { delimiter, encoding, header: raw.header.unwrap_or(true), quotes: raw.quotes.unwrap_or(true) })
    }

    fn rules(&self, table: &str, given: Option<Vec<RawRule>>) -> Result<Vec<Rule>, IntakeError> {
        let one = |rule: RawRule| {
            let reason = match (table, rule.reason.as_deref()) {
                (_, None) | ("refuse", Some("row-rule")) => "row-rule",
                ("refuse", Some("no-operator")) => "no-operator",
                ("refuse", Some(_)) => return Err(self.wrong("refuse.reason", "\"no-operator\" or \"row-rule\"")),
                (_, Some(_)) => {
                    return Err(self.wrong(&format!("{table}.reason"), "nothing: a filtered row needs no reason"));
                }
            };
            let values = rule.values.iter().map(|value| folded(&value.text())).collect();
            Ok(Rule { column: rule.column, values, reason })
        };
        given.unwrap_or_default().into_iter().map(one).collect()
    }

    fn pattern(&self, pattern: &str) -> Result<(), IntakeError> {
        let broken = !pattern.contains('%') || StrftimeItems::new(pattern).any(|item| item == Item::Error);
        if broken {
            Err(self.wrong("pattern", format!("a pattern such as \"%d.%m.%Y\" or \"%H:%M:%S\", not \"{pattern}\"")))
        } else {
            Ok(())
        }
    }

    fn moment(
        &self,
        name: &str,
        given: Option<RawMoment>,
        column: Option<ColumnRef>,
        (patterns, dates, times): (&[String], &[String], &[String]),
    ) -> Result<Option<MomentRule>, IntakeError> {
        let own = |given: Option<OneOrMany<String>>, shared: &[String]| -> Result<Vec<String>, IntakeError> {
            let Some(given) = given else { return Ok(shared.to_vec()) };
            let given = given.into_vec();
            given.iter().try_for_each(|pattern| self.pattern(pattern))?;
            Ok(given)
        };
        let Some(raw) = given else {
            let rule = |column| MomentRule {
                column,
                time: None,
                patterns: patterns.to_vec(),
                date_patterns: Vec::new(),
                time_patterns: Vec::new(),
                missing: Vec::new(),
                instead: None,
            };
            return Ok(column.map(rule));
        };
        let (column, time) = match (raw.column, raw.date, raw.time) {
            (Some(column), None, None) => (column, None),
            (None, Some(date), Some(time)) => (date, Some(time)),
            _ => return Err(self.wrong(&format!("moments.{name}"), "either column, or date and time")),
        };
        Ok(Some(MomentRule {
            column,
            time,
            patterns: own(raw.pattern, patterns)?,
            date_patterns: own(raw.date_pattern, dates)?,
            time_patterns: own(raw.time_pattern, times)?,
            missing: raw.missing.iter().map(|value| folded(&value.text())).collect(),
            instead: raw.instead,
        }))
    }
}

fn folded_map(map: &BTreeMap<String, Scalar>) -> BTreeMap<String, String> {
    map.iter().map(|(from, to)| (folded(from), to.text())).collect()
}
