//! Rows of people, actions, norms, absences, ratings and observations → what the floor is asked to take in.

use std::collections::HashMap;

use chrono_tz::Tz;
use uuid::Uuid;

use super::Kind;
use super::fields;
use super::layout::{Layout, Row};
use super::moments::moments;
use crate::domain::absence::When;
use crate::domain::action::{self, ActionKind};
use crate::domain::people::Role;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::study::{CaseClass, possible_duration, possible_rating};
use crate::domain::ticket::Channel;
use crate::domain::units::{BasisPoints, CentiMinutes};
use crate::floor::command::{AbsenceAdd, ActionRow, NormRow, PersonAdd, RatingAdd, SampleRow};

/// Makes ids from what a row is, so that a second import of it adds nothing.
#[derive(Debug)]
pub(super) struct Ids {
    floor: Uuid,
    kind: Kind,
    seen: HashMap<String, u64>,
}

impl Ids {
    /// Ids of a kind on a floor.
    pub fn new(floor: Uuid, kind: Kind) -> Self {
        Self { floor, kind, seen: HashMap::new() }
    }

    /// The id of a row: from its natural key, else from its content and the how manieth of its like it is.
    pub fn of(&mut self, row: &Row<'_>) -> Uuid {
        if let Some(key) = row.key() {
            return self.id(&["key", &key]);
        }
        let content = row.content();
        let seen = self.seen.entry(content.clone()).or_default();
        *seen += 1;
        let occurrence = seen.to_string();
        self.id(&["row", &content, &occurrence])
    }

    /// The id of a study: one an action and source.
    pub fn study(&self, action: &str, source: &str) -> Uuid {
        self.id(&["study", action, source])
    }

    /// The id of a norm set: one a name, a content and who brings it.
    pub fn set(&self, name: &str, by: &str, content: &str) -> Uuid {
        self.id(&["set", name, by, content])
    }

    fn id(&self, parts: &[&str]) -> Uuid {
        let name = format!("{}\u{1e}{}", self.kind.name(), parts.join("\u{1e}"));
        Uuid::new_v5(&self.floor, name.as_bytes())
    }
}

/// A person, or the refusal of the row.
pub(super) fn person(row: &Row<'_>) -> Result<PersonAdd, Rejection> {
    let rate = row.whole("rate_bp")?;
    if let Some(rate) = rate.filter(|rate| !(1..=20_000).contains(rate)) {
        return Err(Rejection::because(RefusalCode::BadInput, "rate").naming("rate", rate));
    }
    let from = row.date("from")?.ok_or_else(|| row.wrong("row-empty", "from"))?;
    let to = row.date("to")?;
    if to.is_some_and(|to| to < from) {
        return Err(Rejection::because(RefusalCode::BadInput, "dates"));
    }
    Ok(PersonAdd {
        code: row.required_code("code")?,
        name: row.required("name")?,
        login: row.text("login"),
        roles: roles(row)?,
        department: row.code("department")?,
        position: row.text("position"),
        rate_bp: rate.map(BasisPoints),
        salary_minor: None,
        from,
        to,
    })
}

fn roles(row: &Row<'_>) -> Result<Vec<Role>, Rejection> {
    let text = row.text("roles").unwrap_or_default().to_lowercase();
    let names = text.split(|sign: char| sign.is_whitespace() || "+|,;/".contains(sign)).filter(|name| !name.is_empty());
    let expected = || Role::ALL.map(Role::as_str).join(", ");
    names
        .map(|name| Role::parse(name).ok_or_else(|| row.wrong("row-value", "roles").naming("expected", expected())))
        .collect()
}

/// A text as its owner wrote it: the apostrophe is taken off that an export put before what a spreadsheet would run.
fn written(text: String) -> String {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => text,
    }
}

/// An action, or the refusal of the row. A column that the file lacks leaves the action's field as it is; a blank
/// cell empties it.
pub(super) fn action(row: &Row<'_>) -> Result<ActionRow, Rejection> {
    let said = |field| row.said(field).map(written);
    let yes_or_no = |text: &str| match text {
        "yes" | "true" | "1" | "да" | "истина" => Some(true),
        "no" | "false" | "0" | "нет" | "ложь" => Some(false),
        _ => None,
    };
    let elements = match row.said("elements").map(|text| action::elements_of(&written(text))) {
        Some(Some(elements)) => Some(elements),
        Some(None) => return Err(row.wrong("row-elements", "elements")),
        None => None,
    };
    Ok(ActionRow {
        code: row.required_code("code")?,
        name_ru: written(row.required("name_ru")?),
        name_en: said("name_en"),
        group: row.text("group").map(written).unwrap_or_default(),
        kind: row.one_of("kind", "manual, automatic", ActionKind::parse)?.unwrap_or_default(),
        hard_criterion: said("hard_criterion"),
        channels: channels(row)?,
        boost_bp: row
            .said("boost")
            .is_some()
            .then(|| boost(row))
            .transpose()?
            .map(|boost| boost.unwrap_or(BasisPoints::ONE)),
        boost_reason: said("boost_reason"),
        asks_amount: row.one_of("asks_amount", "yes, no", yes_or_no)?,
        elements,
        active: row.one_of("active", "yes, no", yes_or_no)?,
    })
}

fn channels(row: &Row<'_>) -> Result<Option<Vec<Channel>>, Rejection> {
    let Some(text) = row.said("channels") else { return Ok(None) };
    let names = text.split([',', ';', '|', '\n']).map(str::trim).filter(|name| !name.is_empty());
    let expected = || Channel::ALL.map(Channel::as_str).join(", ");
    let channel = |name: &str| {
        Channel::parse(&name.to_lowercase())
            .ok_or_else(|| row.wrong("row-value", "channels").naming("expected", expected()))
    };
    names.map(channel).collect::<Result<Vec<_>, _>>().map(Some)
}

/// A factor such as 1.5; a blank cell is none.
fn boost(row: &Row<'_>) -> Result<Option<BasisPoints>, Rejection> {
    let Some(text) = row.text("boost") else { return Ok(None) };
    let boost = fields::scaled(text.trim_start_matches(['×', 'x', 'х']), 10_000);
    let boost = boost.ok_or_else(|| row.wrong("row-number", "boost"))?;
    if !(10_000..=100_000).contains(&boost) {
        return Err(Rejection::because(RefusalCode::BadInput, "boost").naming("boost_bp", boost));
    }
    Ok(Some(BasisPoints(boost)))
}

/// A norm, or the refusal of the row.
pub(super) fn norm(row: &Row<'_>) -> Result<NormRow, Rejection> {
    let text = row.required("norm")?;
    let norm = fields::scaled(&text, 100).ok_or_else(|| row.wrong("row-number", "norm"))?;
    if !(1..=1_000_000).contains(&norm) {
        return Err(Rejection::because(RefusalCode::BadInput, "imported-norm").naming("norm_cmin", norm));
    }
    Ok(NormRow {
        action: row.required_code("action")?,
        norm_cmin: CentiMinutes(norm),
        boost_bp: boost(row)?,
        boost_reason: row.text("boost_reason").map(written),
        reason: row.text("reason").map(written),
    })
}

/// An absence, or the refusal of the row. Its ends are whole days, or times of the floor's clock.
pub(super) fn absence(row: &Row<'_>, ids: &mut Ids) -> Result<AbsenceAdd, Rejection> {
    let end = |field: &'static str| -> Result<When, Rejection> {
        let text = row.required(field)?;
        match When::try_from(text) {
            Ok(when) => Ok(when),
            Err(_) => row.date(field)?.map(When::Day).ok_or_else(|| row.wrong("row-empty", field)),
        }
    };
    Ok(AbsenceAdd {
        absence: ids.of(row),
        person: row.required_code("person")?,
        from: end("from")?,
        to: end("to")?,
        kind: row.required("kind")?,
        reason: row.text("reason"),
    })
}

/// A rating, or the refusal of the row: a row is one rating, its value with at most two decimals kept.
pub(super) fn rating(row: &Row<'_>, ids: &mut Ids) -> Result<RatingAdd, Rejection> {
    let value = fields::scaled(&row.required("value")?, 100).ok_or_else(|| row.wrong("row-number", "value"))?;
    Ok(RatingAdd {
        rating: ids.of(row),
        person: row.required_code("person")?,
        date: row.date("date")?.ok_or_else(|| row.wrong("row-empty", "date"))?,
        kind: row.required("kind")?,
        value_hundredths: value,
        count: 1,
    })
}

/// An observation, or the refusal of the row.
pub(super) fn sample(layout: &Layout<'_>, row: &Row<'_>, zone: Tz, ids: &mut Ids) -> Result<SampleRow, Rejection> {
    let observation = ids.of(row);
    let action = row.required_code("action")?;
    let operator = row.required_code("operator")?;
    let duration = fields::duration(&row.required("duration")?, layout.section.duration)
        .ok_or_else(|| row.wrong("row-number", "duration"))?;
    if !possible_duration(duration) {
        return Err(row.wrong("row-duration", "duration"));
    }
    let started = moments(layout, row, zone)?.started;
    let rating = match row.text("rating_percent") {
        Some(text) => Some(
            fields::scaled(text.trim_end_matches('%'), 100).ok_or_else(|| row.wrong("row-number", "rating_percent"))?,
        ),
        None => None,
    };
    if let Some(rating) = rating.filter(|rating| !possible_rating(BasisPoints(*rating))) {
        return Err(Rejection::because(RefusalCode::BadInput, "rating").naming("rating_bp", rating));
    }
    let source = layout.section.source;
    Ok(SampleRow {
        observation,
        study: ids.study(action.as_str(), source.as_str()),
        action,
        operator,
        started_at: started.ok_or_else(|| row.no_moment("started_at"))?,
        duration_ms: duration,
        class: row.one_of("class", "regular, hard", CaseClass::parse)?.unwrap_or_default(),
        rating_bp: rating.map(BasisPoints),
        note: row.text("note"),
        source,
    })
}
