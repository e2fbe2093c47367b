//! Absences, downtime and agreements of cover.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::facts::FactWriter;
use super::{Stored, day_column, moment_column, optional_day_column, parse_column};
use crate::domain::absence::{Away, DowntimeCause};
use crate::domain::units::{BasisPoints, CentiMinutes};

/// An absence as its newest version says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AbsenceRow {
    /// The store's key.
    pub id: i64,
    /// The absence's id.
    pub uuid: Uuid,
    /// Whose it is.
    pub person: i64,
    /// Digest of what it was made from.
    pub content: String,
    /// The newest version's number.
    pub version: i64,
    /// When, and of which kind.
    pub away: Away,
    /// Whether it was taken back.
    pub cancelled: bool,
    /// What was said about it.
    pub reason: Option<String>,
    /// Who recorded the version.
    pub recorded_by: i64,
}

/// A downtime with the people it touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DowntimeRow {
    /// The store's key.
    pub id: i64,
    /// The downtime's id.
    pub uuid: Uuid,
    /// Its first instant.
    pub from: DateTime<Utc>,
    /// The instant after it.
    pub to: DateTime<Utc>,
    /// Whose fault it is.
    pub cause: DowntimeCause,
    /// What was said about it.
    pub reason: Option<String>,
    /// Who recorded it.
    pub recorded_by: i64,
    /// Whether it was taken back.
    pub cancelled: bool,
    /// Whom it touches.
    pub people: Vec<i64>,
}

/// An agreement of cover with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementRow {
    /// The store's key.
    pub id: i64,
    /// The agreement's id.
    pub uuid: Uuid,
    /// Who covers.
    pub coverer: i64,
    /// Whom.
    pub absent: i64,
    /// The department.
    pub department: i64,
    /// First day agreed on.
    pub from: NaiveDate,
    /// Last day agreed on.
    pub to: NaiveDate,
    /// The pay share, where it is not the scheme's.
    pub share: Option<BasisPoints>,
    /// Who proposed it.
    pub proposed_by: i64,
    /// The work day of the acceptance.
    pub accepted: Option<NaiveDate>,
    /// The work day of the withdrawal.
    pub withdrawn: Option<NaiveDate>,
    /// The last day in effect after a withdrawal.
    pub ends: Option<NaiveDate>,
}

impl AgreementRow {
    /// The agreement's terms.
    #[must_use]
    pub fn terms(&self) -> crate::domain::cover::Terms {
        crate::domain::cover::Terms { from: self.from, to: self.to, accepted: self.accepted, ends: self.ends }
    }
}

/// Writes an absence's own row.
pub fn add_absence(facts: &mut FactWriter<'_>, uuid: Uuid, person: i64, content: &str) -> Stored<i64> {
    let id = facts.next_id("absence", "absence_id")?;
    facts.insert(
        "absence",
        &["absence_id"],
        vec![
            ("absence_id", Sql::Integer(id)),
            ("uuid", Sql::Text(uuid.to_string())),
            ("person_id", Sql::Integer(person)),
            ("content", Sql::Text(content.to_owned())),
        ],
    )?;
    Ok(id)
}

/// Writes a version of an absence.
pub fn add_absence_version(facts: &mut FactWriter<'_>, row: &AbsenceRow) -> Stored<()> {
    let reason = facts.optional_text(row.reason.as_deref())?;
    facts.insert(
        "absence_version",
        &["absence_id", "version"],
        vec![
            ("absence_id", Sql::Integer(row.id)),
            ("version", Sql::Integer(row.version)),
            ("from_at", Sql::Integer(row.away.from.timestamp_millis())),
            ("to_at", Sql::Integer(row.away.to.timestamp_millis())),
            ("kind", Sql::Text(row.away.kind.clone())),
            ("leaves_plan", Sql::Integer(i64::from(row.away.leaves_plan))),
            ("covered_freely", Sql::Integer(i64::from(row.away.covered_freely))),
            ("cancelled", Sql::Integer(i64::from(row.cancelled))),
            ("reason_id", Sql::from(reason)),
            ("recorded_by", Sql::Integer(row.recorded_by)),
        ],
    )
}

const ABSENCE: &str = "SELECT a.absence_id, a.uuid, a.person_id, a.content, v.version, v.from_at, v.to_at, v.kind,
        v.leaves_plan, v.covered_freely, v.cancelled, v.recorded_by, x.body AS reason
    FROM absence_version v JOIN absence a ON a.absence_id = v.absence_id LEFT JOIN private_text x ON x.text_id = v.reason_id
    WHERE v.version = (SELECT MAX(n.version) FROM absence_version n WHERE n.absence_id = v.absence_id)";

fn absence_row(row: &Row<'_>) -> rusqlite::Result<AbsenceRow> {
    let uuid: String = row.get("uuid")?;
    Ok(AbsenceRow {
        id: row.get("absence_id")?,
        uuid: parse_column(&uuid, "absence.uuid", |text| text.parse().ok())?,
        person: row.get("person_id")?,
        content: row.get("content")?,
        version: row.get("version")?,
        away: Away {
            from: moment_column(row, "from_at")?,
            to: moment_column(row, "to_at")?,
            kind: row.get("kind")?,
            leaves_plan: row.get::<_, i64>("leaves_plan")? == 1,
            covered_freely: row.get::<_, i64>("covered_freely")? == 1,
        },
        cancelled: row.get::<_, i64>("cancelled")? == 1,
        reason: row.get("reason")?,
        recorded_by: row.get("recorded_by")?,
    })
}

/// The absence of an id.
pub fn absence(db: &Connection, uuid: Uuid) -> Stored<Option<AbsenceRow>> {
    let mut select = db.prepare_cached(&format!("{ABSENCE} AND a.uuid = ?1"))?;
    Ok(select.query_row([uuid.to_string()], absence_row).optional()?)
}

/// Absences that touch a stretch of time and were not taken back, as they were recorded.
pub fn absences(db: &Connection, from: DateTime<Utc>, to: DateTime<Utc>) -> Stored<Vec<AbsenceRow>> {
    let mut select = db.prepare_cached(&format!(
        "{ABSENCE} AND v.cancelled = 0 AND v.to_at > ?1 AND v.from_at < ?2 ORDER BY a.absence_id"
    ))?;
    let rows = select.query_map([from.timestamp_millis(), to.timestamp_millis()], absence_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a downtime and the people it touches.
pub fn add_downtime(facts: &mut FactWriter<'_>, row: &DowntimeRow) -> Stored<()> {
    let id = facts.next_id("downtime", "downtime_id")?;
    let reason = facts.optional_text(row.reason.as_deref())?;
    facts.insert(
        "downtime",
        &["downtime_id"],
        vec![
            ("downtime_id", Sql::Integer(id)),
            ("uuid", Sql::Text(row.uuid.to_string())),
            ("from_at", Sql::Integer(row.from.timestamp_millis())),
            ("to_at", Sql::Integer(row.to.timestamp_millis())),
            ("cause", Sql::Text(row.cause.as_str().to_owned())),
            ("reason_id", Sql::from(reason)),
            ("recorded_by", Sql::Integer(row.recorded_by)),
        ],
    )?;
    for person in &row.people {
        facts.insert(
            "downtime_person",
            &["downtime_id", "person_id"],
            vec![("downtime_id", Sql::Integer(id)), ("person_id", Sql::Integer(*person))],
        )?;
    }
    Ok(())
}

/// Takes a downtime back.
pub fn cancel_downtime(facts: &mut FactWriter<'_>, id: i64, reason: &str, person: i64) -> Stored<()> {
    let reason = facts.optional_text(Some(reason))?;
    facts.insert(
        "downtime_cancel",
        &["downtime_id"],
        vec![
            ("downtime_id", Sql::Integer(id)),
            ("reason_id", Sql::from(reason)),
            ("recorded_by", Sql::Integer(person)),
        ],
    )
}

const DOWNTIME: &str = "SELECT d.downtime_id, d.uuid, d.from_at, d.to_at, d.cause, d.recorded_by, x.body AS reason,
        EXISTS (SELECT 1 FROM downtime_cancel c WHERE c.downtime_id = d.downtime_id) AS cancelled
    FROM downtime d LEFT JOIN private_text x ON x.text_id = d.reason_id";

fn downtime_row(row: &Row<'_>) -> rusqlite::Result<DowntimeRow> {
    let (uuid, cause): (String, String) = (row.get("uuid")?, row.get("cause")?);
    Ok(DowntimeRow {
        id: row.get("downtime_id")?,
        uuid: parse_column(&uuid, "downtime.uuid", |text| text.parse().ok())?,
        from: moment_column(row, "from_at")?,
        to: moment_column(row, "to_at")?,
        cause: parse_column(&cause, "downtime.cause", DowntimeCause::parse)?,
        reason: row.get("reason")?,
        recorded_by: row.get("recorded_by")?,
        cancelled: row.get::<_, i64>("cancelled")? == 1,
        people: Vec::new(),
    })
}

fn people_of_downtime(db: &Connection, id: i64) -> Stored<Vec<i64>> {
    let mut select =
        db.prepare_cached("SELECT person_id FROM downtime_person WHERE downtime_id = ?1 ORDER BY person_id")?;
    Ok(select.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The downtime of an id.
pub fn downtime(db: &Connection, uuid: Uuid) -> Stored<Option<DowntimeRow>> {
    let mut select = db.prepare_cached(&format!("{DOWNTIME} WHERE d.uuid = ?1"))?;
    let Some(row) = select.query_row([uuid.to_string()], downtime_row).optional()? else { return Ok(None) };
    let people = people_of_downtime(db, row.id)?;
    Ok(Some(DowntimeRow { people, ..row }))
}

/// Downtime that touches a stretch of time and was not taken back, as it was recorded.
pub fn downtimes(db: &Connection, from: DateTime<Utc>, to: DateTime<Utc>) -> Stored<Vec<DowntimeRow>> {
    let mut select =
        db.prepare_cached(&format!("{DOWNTIME} WHERE d.to_at > ?1 AND d.from_at < ?2 ORDER BY d.downtime_id"))?;
    let rows = select.query_map([from.timestamp_millis(), to.timestamp_millis()], downtime_row)?;
    let rows: Vec<DowntimeRow> = rows.collect::<Result<_, _>>()?;
    let kept = rows.into_iter().filter(|row| !row.cancelled);
    kept.map(|row| Ok(DowntimeRow { people: people_of_downtime(db, row.id)?, ..row })).collect()
}

/// Writes a proposed agreement.
pub fn add_agreement(facts: &mut FactWriter<'_>, row: &AgreementRow) -> Stored<()> {
    let id = facts.next_id("cover_agreement", "agreement_id")?;
    facts.insert(
        "cover_agreement",
        &["agreement_id"],
        vec![
            ("agreement_id", Sql::Integer(id)),
            ("uuid", Sql::Text(row.uuid.to_string())),
            ("coverer_id", Sql::Integer(row.coverer)),
            ("absent_id", Sql::Integer(row.absent)),
            ("department_id", Sql::Integer(row.department)),
            ("from_day", Sql::Text(row.from.to_string())),
            ("to_day", Sql::Text(row.to.to_string())),
            ("share_bp", Sql::from(row.share.map(|share| share.0))),
            ("proposed_by", Sql::Integer(row.proposed_by)),
        ],
    )
}

/// Writes an acceptance, or a withdrawal with the last day in effect.
pub fn add_cover_step(
    facts: &mut FactWriter<'_>,
    agreement: i64,
    step: &str,
    person: i64,
    on: NaiveDate,
    ends: Option<NaiveDate>,
) -> Stored<()> {
    facts.insert(
        "cover_step",
        &["agreement_id", "step"],
        vec![
            ("agreement_id", Sql::Integer(agreement)),
            ("step", Sql::Text(step.to_owned())),
            ("person_id", Sql::Integer(person)),
            ("on_day", Sql::Text(on.to_string())),
            ("last_day", Sql::from(ends.map(|day| day.to_string()))),
        ],
    )
}

const AGREEMENT: &str =
    "SELECT a.agreement_id, a.uuid, a.coverer_id, a.absent_id, a.department_id, a.from_day, a.to_day,
        a.share_bp, a.proposed_by, y.on_day AS accepted, n.on_day AS withdrawn, n.last_day AS ends
    FROM cover_agreement a
    LEFT JOIN cover_step y ON y.agreement_id = a.agreement_id AND y.step = 'accepted'
    LEFT JOIN cover_step n ON n.agreement_id = a.agreement_id AND n.step = 'withdrawn'";

fn agreement_row(row: &Row<'_>) -> rusqlite::Result<AgreementRow> {
    let uuid: String = row.get("uuid")?;
    Ok(AgreementRow {
        id: row.get("agreement_id")?,
        uuid: parse_column(&uuid, "cover_agreement.uuid", |text| text.parse().ok())?,
        coverer: row.get("coverer_id")?,
        absent: row.get("absent_id")?,
        department: row.get("department_id")?,
        from: day_column(row, "from_day")?,
        to: day_column(row, "to_day")?,
        share: row.get::<_, Option<i64>>("share_bp")?.map(BasisPoints),
        proposed_by: row.get("proposed_by")?,
        accepted: optional_day_column(row, "accepted")?,
        withdrawn: optional_day_column(row, "withdrawn")?,
        ends: optional_day_column(row, "ends")?,
    })
}

/// The agreement of an id.
pub fn agreement(db: &Connection, uuid: Uuid) -> Stored<Option<AgreementRow>> {
    let mut select = db.prepare_cached(&format!("{AGREEMENT} WHERE a.uuid = ?1"))?;
    Ok(select.query_row([uuid.to_string()], agreement_row).optional()?)
}

/// Agreements that touch a stretch of days, as they were proposed.
pub fn agreements(db: &Connection, from: NaiveDate, through: NaiveDate) -> Stored<Vec<AgreementRow>> {
    let mut select =
        db.prepare_cached(&format!("{AGREEMENT} WHERE a.to_day >= ?1 AND a.from_day <= ?2 ORDER BY a.agreement_id"))?;
    let rows = select.query_map([from.to_string(), through.to_string()], agreement_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Agreements proposed to a person that wait for an answer, and were not over before a day.
pub fn proposed_to(db: &Connection, coverer: i64, today: NaiveDate) -> Stored<Vec<AgreementRow>> {
    let mut select = db.prepare_cached(&format!(
        "{AGREEMENT} WHERE a.coverer_id = ?1 AND a.to_day >= ?2 AND y.on_day IS NULL AND n.on_day IS NULL ORDER BY a.agreement_id"
    ))?;
    let rows = select.query_map(params![coverer, today.to_string()], agreement_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// KPI marked on behalf of a colleague.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BehalfSum {
    /// Who did the work.
    pub person: i64,
    /// For which department.
    pub department: i64,
    /// The work day.
    pub day: NaiveDate,
    /// For whom.
    pub absent: i64,
    /// The sum.
    pub kpi: CentiMinutes,
}

/// Minutes marked on behalf of colleagues in a stretch.
pub(super) const BEHALF_SUMS: &str = "SELECT person_id, department_id, day, absent_id, kpi_cmin FROM day_behalf_sum
         WHERE day BETWEEN ?1 AND ?2 AND kpi_cmin <> 0 ORDER BY day, person_id, absent_id";

/// What was marked on behalf of colleagues in a stretch of days.
pub fn behalf_sums(db: &Connection, from: NaiveDate, through: NaiveDate) -> Stored<Vec<BehalfSum>> {
    let mut select = db.prepare_cached(BEHALF_SUMS)?;
    let rows = select.query_map([from.to_string(), through.to_string()], |row| {
        Ok(BehalfSum {
            person: row.get(0)?,
            department: row.get(1)?,
            day: day_column(row, "day")?,
            absent: row.get(3)?,
            kpi: CentiMinutes(row.get(4)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Everybody's time away of a stretch, by person.
#[must_use]
pub fn by_person(rows: &[AbsenceRow]) -> BTreeMap<i64, Vec<Away>> {
    let mut all: BTreeMap<i64, Vec<Away>> = BTreeMap::new();
    for row in rows {
        all.entry(row.person).or_default().push(row.away.clone());
    }
    all
}
