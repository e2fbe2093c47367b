//! The month board of absences, and who covered whom.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::month::Month;
use crate::domain::units::{BasisPoints, CentiMinutes, Money};
use crate::views::calendar::DateView;

/// Minutes of a kind of absence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct KindMinutes {
    /// The kind's code.
    pub kind: String,
    /// Its minutes.
    pub minutes_cmin: CentiMinutes,
}

/// Minutes of downtime by cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CauseMinutes {
    /// `employer`, `nobody` or `employee`.
    pub cause: String,
    /// Its minutes.
    pub minutes_cmin: CentiMinutes,
}

/// What one was credited for another on a day, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CoverDayView {
    /// The day of the month.
    pub day: u32,
    /// The work day.
    pub date: NaiveDate,
    /// Who covered.
    pub coverer: String,
    /// The name.
    pub coverer_name: String,
    /// Whom.
    pub absent: String,
    /// The name.
    pub absent_name: String,
    /// Minutes credited.
    pub minutes_cmin: CentiMinutes,
    /// `mark`, `agreement`, `free`: what the minutes were claimed by; several joined by `+`.
    pub why: String,
    /// Claimed by tickets marked on behalf of.
    pub marked_cmin: CentiMinutes,
    /// Claimed by an agreement in effect.
    pub agreed_cmin: CentiMinutes,
    /// Claimed without an agreement.
    pub free_cmin: CentiMinutes,
}

/// A coverer's part of a fund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FundView {
    /// The absent colleague.
    pub absent: String,
    /// The name.
    pub absent_name: String,
    /// Minutes covered.
    pub covered_cmin: CentiMinutes,
    /// The sum of its lines.
    pub fund_minor: Money,
    /// Each coverer's line, by personnel number.
    pub parts_minor: std::collections::BTreeMap<String, Money>,
    /// Of it, from what the absent one did not earn.
    pub from_unpaid_minor: Money,
    /// The rest: the employer's.
    pub employer_minor: Money,
}

/// A line of the own statement: what covering a colleague brings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OwnCover {
    /// The absent colleague.
    pub absent: String,
    /// The name.
    pub absent_name: String,
    /// Minutes covered.
    pub covered_cmin: CentiMinutes,
    /// What they bring so far.
    pub amount_minor: Money,
}

/// An agreement of cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AgreementView {
    /// Its id.
    pub cover: Uuid,
    /// Who covers.
    pub coverer: String,
    /// The name.
    pub coverer_name: String,
    /// Whom.
    pub absent: String,
    /// The name.
    pub absent_name: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// The pay share, where it is not the scheme's.
    pub share_bp: Option<BasisPoints>,
    /// The work day of the acceptance.
    pub accepted: Option<NaiveDate>,
    /// The work day of the withdrawal.
    pub withdrawn: Option<NaiveDate>,
    /// The last day in effect; null before the acceptance.
    pub in_effect_to: Option<NaiveDate>,
    /// `proposed`, `accepted`, `withdrawn`.
    pub state: String,
    /// Whether who asks may accept it.
    pub may_accept: bool,
    /// Whether who asks may withdraw it.
    pub may_withdraw: bool,
}

/// ask cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CoverView {
    /// The month.
    pub month: Month,
    /// The last closed day of it.
    pub closed_through: Option<NaiveDate>,
    /// Cover by day, coverer and absent colleague.
    pub cover_by_day_cmin: Vec<CoverDayView>,
    /// What it costs, by absent colleague; null for who may not see everybody's money.
    pub funds: Option<Vec<FundView>>,
    /// What one's own cover brings; empty for who covered nobody.
    pub own: Vec<OwnCover>,
    /// Agreements that touch the month.
    pub agreements: Vec<AgreementView>,
}

/// A kind of absence, for choosing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct KindView {
    /// Its code.
    pub kind: String,
    /// Its Russian name.
    pub name_ru: String,
    /// Its English name.
    pub name_en: String,
    /// The article it rests on.
    pub law: Option<String>,
    /// Whether its minutes leave the plan.
    pub leaves_plan: bool,
    /// Whether it is covered without an agreement.
    pub covered_freely: bool,
}

/// An absence as recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AbsenceView {
    /// Its id.
    pub absence: Uuid,
    /// Whose.
    pub person: String,
    /// The kind's code.
    pub kind: String,
    /// When it begins, on the floor's clock.
    pub from: String,
    /// When it ends.
    pub to: String,
    /// The first work day it touches.
    pub first_day: NaiveDate,
    /// The last one.
    pub last_day: NaiveDate,
    /// Whether it takes those days whole.
    pub whole: bool,
    /// Whether its minutes leave the plan.
    pub leaves_plan: bool,
    /// What was said about it.
    pub reason: Option<String>,
    /// Who recorded it.
    pub recorded_by: String,
    /// The version.
    pub version: i64,
}

/// A downtime as recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DowntimeView {
    /// Its id.
    pub downtime: Uuid,
    /// Whom it touches, of those who may be seen.
    pub people: Vec<String>,
    /// When it begins, on the floor's clock.
    pub from: String,
    /// When it ends.
    pub to: String,
    /// The first work day it touches.
    pub first_day: NaiveDate,
    /// The last one.
    pub last_day: NaiveDate,
    /// Whether it takes those days whole.
    pub whole: bool,
    /// Whose fault it is.
    pub cause: String,
    /// What was said about it.
    pub reason: Option<String>,
}

/// One day of one person on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BoardDay {
    /// The work day.
    pub date: NaiveDate,
    /// Scheduled minutes; null where the year has no calendar.
    pub scheduled_cmin: Option<CentiMinutes>,
    /// T.
    pub target_cmin: Option<CentiMinutes>,
    /// Minutes away, by kind.
    pub away: Vec<KindMinutes>,
    /// Downtime taken out of the plan, by cause.
    pub downtime: Vec<CauseMinutes>,
    /// K(d) of a closed day.
    pub kpi_cmin: Option<CentiMinutes>,
    /// max(0, K − T) of a closed day of who was present.
    pub surplus_cmin: Option<CentiMinutes>,
    /// Whom one covered, with minutes.
    pub covers: Vec<BoardCover>,
    /// Who covered for one.
    pub covered_by: Vec<BoardCover>,
}

/// The other side of a cover on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BoardCover {
    /// The colleague.
    pub person: String,
    /// Minutes credited.
    pub minutes_cmin: CentiMinutes,
    /// What they were claimed by.
    pub why: String,
}

/// One person on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BoardPerson {
    /// The personnel number.
    pub person: String,
    /// The name.
    pub name: String,
    /// The department's code.
    pub department: Option<String>,
    /// The usual surplus of a closed day: the mean over days present, rounded half to even; null before the first.
    pub usual_surplus_cmin: Option<CentiMinutes>,
    /// Over how many days that is.
    pub usual_days: i64,
    /// Whether this is who asks.
    pub own: bool,
    /// A: minutes of absences that stay in the plan; null without a calendar.
    pub own_absence_cmin: Option<CentiMinutes>,
    /// C: of them, made up by the KPI of the closed days.
    pub caught_up_cmin: Option<CentiMinutes>,
    /// U: of them, not made up.
    pub not_made_up_cmin: Option<CentiMinutes>,
    /// The month's days.
    pub days: Vec<BoardDay>,
}

/// ask absences: the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AbsencesView {
    /// The month.
    pub month: Month,
    /// The running work day.
    pub today: NaiveDate,
    /// The last closed day of it.
    pub closed_through: Option<NaiveDate>,
    /// Its dates as the work calendar has them.
    pub dates: Vec<DateView>,
    /// People, by personnel number.
    pub people: Vec<BoardPerson>,
    /// Absences that touch the month.
    pub absences: Vec<AbsenceView>,
    /// Downtime that touches it.
    pub downtimes: Vec<DowntimeView>,
    /// Agreements that touch it.
    pub agreements: Vec<AgreementView>,
    /// The kinds of absence.
    pub kinds: Vec<KindView>,
    /// Whether who asks may record absences and downtime.
    pub may_record: bool,
    /// Whether who asks may propose cover.
    pub may_propose: bool,
}
