//! Statements, the month's payroll, pay schemes.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Named;
use super::absences::{CauseMinutes, FundView, KindMinutes};
use crate::domain::indicator::{Definition, TargetTerms, Unit};
use crate::domain::month::Month;
use crate::domain::scheme::Scheme;
use crate::domain::units::{BasisPoints, CentiMinutes, Money};

/// The figures of an account: minutes, and the three main lines. Null where the year has no calendar.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Figures {
    /// N: the base schedule's minutes of the whole month, of the part in effect last.
    pub norm_cmin: Option<CentiMinutes>,
    /// P: the plan of the days counted.
    pub plan_cmin: Option<CentiMinutes>,
    /// A: own absences that stay in the plan.
    pub own_absence_cmin: Option<CentiMinutes>,
    /// K: KPI of the days counted.
    pub kpi_cmin: CentiMinutes,
    /// M: minutes credited as cover.
    pub cover_given_cmin: CentiMinutes,
    /// O: minutes that would be paid twice.
    pub overlap_cmin: Option<CentiMinutes>,
    /// C: own absence made up.
    pub caught_up_cmin: Option<CentiMinutes>,
    /// U: own absence not made up.
    pub not_made_up_cmin: Option<CentiMinutes>,
    /// B: the base of pay.
    pub base_cmin: Option<CentiMinutes>,
    /// Numerator of Q, the paid KPI minutes in hundredths; null without a scheme.
    pub paid_kpi_cmin_num: Option<i64>,
    /// Denominator of Q.
    pub paid_kpi_cmin_den: Option<i64>,
    /// K as a share of B in hundredths of a percent, cut; null where B is 0.
    pub kpi_of_base_bp: Option<BasisPoints>,
    /// The fixed part.
    pub fixed_minor: Option<Money>,
    /// The KPI part.
    pub kpi_minor: Option<Money>,
    /// Cover of colleagues.
    pub cover_minor: Option<Money>,
    /// Supplements of the scheme.
    pub supplements_minor: Money,
    /// Percentages of amounts.
    pub percentages_minor: Money,
    /// Bonuses.
    pub bonuses_minor: Money,
    /// Awards.
    pub awards_minor: Money,
    /// Recalculations of locked months.
    pub recalculation_minor: Money,
    /// The sum of all lines, gross.
    pub total_minor: Option<Money>,
}

/// A part of an account with one salary, rate and schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PartView {
    /// Its first day.
    pub from: NaiveDate,
    /// The position's salary at rate 1.0.
    pub salary_minor: Option<Money>,
    /// The rate.
    pub rate_bp: BasisPoints,
    /// Its N.
    pub norm_cmin: Option<CentiMinutes>,
    /// v in kopecks a hundredth of a minute, `numerator/denominator`.
    pub minute_value: Option<String>,
    /// Its P.
    pub plan_cmin: CentiMinutes,
    /// Its A.
    pub own_absence_cmin: CentiMinutes,
    /// Its K.
    pub kpi_cmin: CentiMinutes,
    /// Its B in hundredths of a minute, `numerator/denominator`.
    pub base_exact: String,
}

/// A number of minutes times ratios of minutes: `(minutes, [(part, whole), …])`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MinutesTerm {
    /// The minutes, with their sign.
    pub minutes_cmin: CentiMinutes,
    /// Each ratio it is multiplied by, part and whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of_cmin: Vec<(CentiMinutes, CentiMinutes)>,
}

/// What a product is made of. Multiplied in their order they give roubles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FactorView {
    /// A share, or a rate, of one.
    Share(BasisPoints),
    /// A rate of employment.
    Rate(BasisPoints),
    /// A sum.
    Money(Money),
    /// Minutes: a sum of terms.
    Minutes(Vec<MinutesTerm>),
    /// Q in hundredths of a minute, `numerator/denominator`; its decimal ends.
    Paid(String),
    /// A ratio of minutes: the sum of terms over the whole.
    Ratio(Vec<MinutesTerm>, CentiMinutes),
    /// The value of a minute in roubles, `numerator/denominator`.
    Value(String),
    /// Divided by minutes.
    Per(CentiMinutes),
}

/// One product of those that a line's exact sum adds up from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TermView {
    /// The first day of the part of the month it stands for; null where the month is one part.
    pub from: Option<NaiveDate>,
    /// Its factors.
    pub factors: Vec<FactorView>,
}

/// A line of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LineView {
    /// `fixed`, `kpi`, `cover`, `supplement`, `percentage`, `bonus`, `award` or `recalculation`.
    pub kind: String,
    /// The supplement's, percentage's or bonus's name; what an award is for.
    pub name: Option<String>,
    /// The colleague covered.
    pub colleague: Option<String>,
    /// The colleague's name.
    pub colleague_name: Option<String>,
    /// The locked month of a recalculation.
    pub month: Option<Month>,
    /// The minutes it pays, where it pays minutes.
    pub minutes_cmin: Option<CentiMinutes>,
    /// The value of a minute, `numerator/denominator` kopecks a hundredth; several where it changed in the month.
    pub minute_value: Option<String>,
    /// The share it pays.
    pub share_bp: Option<BasisPoints>,
    /// The products that the exact sum adds up from; none for a sum that stands by itself.
    #[serde(default)]
    pub terms: Vec<TermView>,
    /// How the sum comes about, in figures: of statements that were locked before the terms were kept.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub formula: String,
    /// The exact sum in kopecks, `numerator/denominator`.
    pub exact: String,
    /// The sum, rounded once, half to even.
    pub amount_minor: Money,
}

/// What a locked month's late facts come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RecalculationView {
    /// The locked month.
    pub month: Month,
    /// Whose.
    pub person: String,
    /// Recomputed less locked less posted before.
    pub difference_minor: Money,
    /// What enters the open month.
    pub amount_minor: Money,
    /// For a negative difference: `proposed`, `deducted` or `waived`.
    pub deduction: Option<String>,
}

/// One day of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StatementDay {
    /// The work day.
    pub date: NaiveDate,
    /// Scheduled minutes.
    pub scheduled_cmin: CentiMinutes,
    /// T: scheduled less what leaves the plan and downtime not the employee's.
    pub target_cmin: CentiMinutes,
    /// Minutes away.
    pub away_cmin: CentiMinutes,
    /// K(d): closed sum and correction lines.
    pub kpi_cmin: CentiMinutes,
    /// Of it, correction lines.
    pub lines_cmin: CentiMinutes,
    /// max(0, K − T) of who is present.
    pub surplus_cmin: CentiMinutes,
}

/// A bonus of the scheme and the indicator it hangs on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BonusView {
    /// What it is for.
    pub name: String,
    /// The indicator's code.
    pub indicator: String,
    /// The indicator as it is defined in the month.
    #[serde(default)]
    pub definition: Option<Definition>,
    /// The indicator's unit; null where it is defined from a later month on.
    pub unit: Option<Unit>,
    /// The numerator over the days that count.
    pub numerator: i64,
    /// The denominator.
    pub denominator: i64,
    /// The value in hundredths of the unit; null for no data.
    pub value_hundredths: Option<i64>,
    /// The target; null: none is set.
    pub target: Option<TargetTerms>,
    /// Whether it is met; null without data or target.
    pub met: Option<bool>,
    /// The sum it pays when met.
    pub amount_minor: Money,
}

/// The KPI minutes of a band.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BandView {
    /// The band's lower bound as a share of B, inclusive.
    pub from_bp: BasisPoints,
    /// What a minute in it counts.
    pub multiplier_bp: BasisPoints,
    /// Numerator of the minutes of K in the band, in hundredths.
    pub minutes_cmin_num: i64,
    /// Denominator of them.
    pub minutes_cmin_den: i64,
}

/// How the paid KPI minutes come about. Statements locked before it was kept have none of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct PaidView {
    /// The bands of the scheme with the minutes of K in each; empty where B is 0.
    #[serde(default)]
    pub bands: Vec<BandView>,
    /// Numerator of the minutes of K above the cap, in hundredths.
    #[serde(default)]
    pub above_cap_cmin_num: i64,
    /// Denominator of them; 0 where nothing is known.
    #[serde(default)]
    pub above_cap_cmin_den: i64,
    /// Whether the floor pays more than the bands.
    #[serde(default)]
    pub at_floor: bool,
    /// The floor as a share of B.
    #[serde(default)]
    pub floor_bp: Option<BasisPoints>,
    /// The cap as a share of B.
    #[serde(default)]
    pub cap_bp: Option<BasisPoints>,
}

/// An account of a person who worked in several departments in the month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AccountView {
    /// The department's code.
    pub department: Option<String>,
    /// The position.
    pub position: Option<String>,
    /// The scheme it is paid by.
    pub scheme: Option<String>,
    /// Its figures.
    #[serde(flatten)]
    pub figures: Figures,
    /// Why there are no sums: `no-calendar`, `no-norm`, `no-salary`, `no-scheme`.
    pub no_money: Option<String>,
    /// Its parts.
    pub parts: Vec<PartView>,
    /// Its lines.
    pub lines: Vec<LineView>,
    /// How the scheme's bonuses came out, those not met among them.
    #[serde(default)]
    pub bonuses: Vec<BonusView>,
    /// Its days that count.
    pub days: Vec<StatementDay>,
    /// Minutes that left the plan, by kind: paid elsewhere.
    pub left_plan: Vec<KindMinutes>,
    /// Own absences that stay in the plan, by kind.
    pub own_absences: Vec<KindMinutes>,
    /// Downtime taken out of the plan, by cause: paid elsewhere.
    pub downtime: Vec<CauseMinutes>,
    /// Whom one covered, by day.
    pub covered: Vec<StatementCover>,
    /// How the paid KPI minutes come about.
    #[serde(flatten)]
    pub paid: PaidView,
}

/// What one was credited for a colleague on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StatementCover {
    /// The work day.
    pub date: NaiveDate,
    /// The colleague covered.
    pub colleague: String,
    /// Minutes credited.
    pub minutes_cmin: CentiMinutes,
    /// What they were claimed by.
    pub why: String,
}

/// A locked month computed anew with what came after its lock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RecalculatedView {
    /// The figures as they would be now.
    #[serde(flatten)]
    pub figures: Figures,
    /// Recomputed less locked: what later months take up in all.
    pub difference_minor: Money,
}

/// ask statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StatementView {
    /// The personnel number.
    pub person: String,
    /// The name.
    pub name: String,
    /// The month.
    pub month: Month,
    /// `provisional` or `locked`.
    pub state: String,
    /// The last day that counts; null before the month's first close.
    pub closed_through: Option<NaiveDate>,
    /// Whether the floor is a rehearsal: nothing is paid by it.
    pub rehearsal: bool,
    /// The account of the department the month ends in.
    #[serde(flatten)]
    pub account: AccountView,
    /// Accounts of other departments of the month; their lines are in the grand total only.
    pub other_accounts: Vec<AccountView>,
    /// The sum over all accounts.
    pub grand_total_minor: Option<Money>,
    /// Differences of locked months that enter this one.
    pub recalculations: Vec<RecalculationView>,
    /// The journal's head the month was locked at.
    pub chain_head: Option<String>,
    /// A locked month computed anew, where something came after its lock.
    #[serde(default)]
    pub recalculated: Option<Box<RecalculatedView>>,
}

impl StatementView {
    /// The statement without the accounts of other departments than this one; none where nothing is left. The grand total
    /// is then that of what is left.
    #[must_use]
    pub fn of_department(mut self, department: Option<&str>) -> Option<Self> {
        let own = |account: &AccountView| account.department.as_deref() == department;
        self.other_accounts.retain(own);
        if !own(&self.account) {
            if self.other_accounts.is_empty() {
                return None;
            }
            self.account = self.other_accounts.remove(0);
            self.recalculations.clear();
            self.recalculated = None;
        }
        let totals =
            self.other_accounts.iter().chain([&self.account]).filter_map(|account| account.figures.total_minor);
        self.grand_total_minor = self.account.figures.total_minor.and_then(|_| Money::sum(totals).ok());
        Some(self)
    }
}

/// A row of the payroll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PayrollRow {
    /// The personnel number.
    pub person: String,
    /// The name.
    pub name: String,
    /// The department's code.
    pub department: Option<String>,
    /// The position.
    pub position: Option<String>,
    /// The scheme it is paid by.
    pub scheme: Option<String>,
    /// The position's salary at rate 1.0, of the part in effect last.
    pub salary_minor: Option<Money>,
    /// The rate of that part.
    pub rate_bp: Option<BasisPoints>,
    /// The figures.
    #[serde(flatten)]
    pub figures: Figures,
    /// Why there are no sums.
    pub no_money: Option<String>,
    /// Whether it is locked.
    pub locked: bool,
    /// Minutes that left the plan, by kind.
    pub left_plan: Vec<KindMinutes>,
    /// Downtime taken out of the plan, by cause.
    pub downtime: Vec<CauseMinutes>,
    /// Recomputed less locked, where facts came after the lock and changed it.
    #[serde(default)]
    pub late_minor: Option<Money>,
}

/// An award as it was granted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AwardView {
    /// Its id.
    pub award: Uuid,
    /// To whom.
    pub person: String,
    /// The name.
    pub name: String,
    /// The sum.
    pub amount_minor: Money,
    /// What for.
    pub reason: String,
    /// Who granted it.
    pub granted_by: String,
}

/// Something that blocks a lock: the locale writes its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BlockView {
    /// The refusal's code.
    pub code: String,
    /// Which of its texts fits.
    pub reason: String,
    /// What the text names.
    pub details: Vec<(String, String)>,
}

/// Where a month's lock stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LockView {
    /// Whether the month is locked.
    pub locked: bool,
    /// Who locked it.
    pub locked_by: Option<String>,
    /// The journal's head it was locked at.
    pub chain_head: Option<String>,
    /// What blocks the lock; empty: it may be locked now.
    pub blocks: Vec<BlockView>,
    /// Whether who asks may lock.
    pub may_lock: bool,
}

/// ask payroll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PayrollView {
    /// The month.
    pub month: Month,
    /// The last day that counts.
    pub closed_through: Option<NaiveDate>,
    /// Whether the floor is a rehearsal.
    pub rehearsal: bool,
    /// A row an account, by personnel number.
    pub rows: Vec<PayrollRow>,
    /// Σ of the totals.
    pub total_minor: Money,
    /// What covering each absent colleague cost, and whose money it is.
    pub funds: Vec<FundView>,
    /// Differences of locked months that enter this one.
    pub recalculations: Vec<RecalculationView>,
    /// Awards of the month, as they were granted.
    #[serde(default)]
    pub awards: Vec<AwardView>,
    /// Where the lock stands.
    pub lock: LockView,
}

/// ask grants: who may see the money of a department, by the director's leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GrantsView {
    /// Every grant, newest first.
    pub grants: Vec<GrantView>,
    /// Supervisors without a grant in their department.
    pub candidates: Vec<Named>,
}

/// A supervisor's leave to see the money of the department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GrantView {
    /// The grant's id.
    pub grant: Uuid,
    /// The supervisor.
    pub person: Named,
    /// The department.
    pub department: Named,
    /// Who granted it.
    pub granted_by: Named,
    /// From which work day.
    pub granted: NaiveDate,
    /// The day it was ended on; null while it stands.
    pub ended: Option<NaiveDate>,
}

/// ask statements: everybody's statement of a month, to be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StatementsView {
    /// The month.
    pub month: Month,
    /// By personnel number.
    pub statements: Vec<StatementView>,
}

/// A scheme in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SchemeBrief {
    /// Its code.
    pub scheme: String,
    /// Its name.
    pub name: String,
    /// The department's code.
    pub department: String,
    /// The position; null: every position without a scheme of its own.
    pub position: Option<String>,
    /// `draft`, `pilot`, `submitted`, `returned`, `approved`, `in-force` or `superseded`.
    pub state: String,
    /// The order's number.
    pub number: Option<String>,
    /// The first month it pays by.
    pub effective: Option<Month>,
}

/// ask schemes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SchemesView {
    /// Every scheme that may be seen.
    pub schemes: Vec<SchemeBrief>,
    /// Whether who asks may draft.
    pub may_draft: bool,
    /// Whether who asks may approve.
    pub may_approve: bool,
}

/// A step of a scheme's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SchemeStepView {
    /// `draft`, `pilot`, `submitted` or `returned`.
    pub state: String,
    /// Who did it.
    pub person: String,
    /// Grounds or comment.
    pub text: String,
    /// The first month of a pilot.
    pub from: Option<Month>,
    /// Its last month.
    pub to: Option<Month>,
}

/// The order that put a scheme in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SchemeOrderView {
    /// The order's id.
    pub order: Uuid,
    /// Its number.
    pub number: String,
    /// Its own date.
    pub date: NaiveDate,
    /// The first month it pays by.
    pub effective: Month,
    /// Who approved.
    pub approved_by: String,
    /// Why the notice was not kept.
    pub early_reason: Option<String>,
    /// SHA-256 over the frozen content.
    pub fingerprint: String,
    /// The journal's head it was signed at.
    pub chain_head: String,
    /// Who reset the approver's password within a day before.
    pub password_reset_by: Option<String>,
}

/// What a covered minute costs at one salary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MinuteCost {
    /// The salary at rate 1.0; null for who may not see money.
    pub salary_minor: Money,
    /// How many people are paid by it.
    pub people: i64,
    /// The minute's value, kopecks a hundredth, `numerator/denominator`.
    pub minute_value: String,
    /// A covered minute, rounded half to even to the kopeck.
    pub covered_minute_minor: Money,
    /// The fixed part of a full month.
    pub fixed_minor: Money,
    /// Whether that lies below the set minimum wage.
    pub below_minimum_wage: bool,
}

/// A shadow statement's total beside the one in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ShadowRow {
    /// The personnel number.
    pub person: String,
    /// The name.
    pub name: String,
    /// The total by the scheme in force; null where there is none.
    pub in_force_minor: Option<Money>,
    /// The total by this scheme.
    pub shadow_minor: Option<Money>,
    /// The difference, where both are known.
    pub difference_minor: Option<Money>,
}

/// ask scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SchemeView {
    /// The scheme in the list.
    #[serde(flatten)]
    pub brief: SchemeBrief,
    /// The department's name.
    pub department_name: String,
    /// The newest version's number.
    pub version: i64,
    /// Its content.
    pub content: Scheme,
    /// The indicators that its bonuses hang on, by code, as they are defined now.
    #[serde(default)]
    pub indicators: BTreeMap<String, Definition>,
    /// The steps of its life, oldest first.
    pub steps: Vec<SchemeStepView>,
    /// The order, once approved.
    pub order: Option<SchemeOrderView>,
    /// The scheme now in force for the same people, which an approval would replace.
    pub in_force: Option<String>,
    /// What a covered minute costs, by salary; only for who may see everybody's money.
    pub minute_costs: Vec<MinuteCost>,
    /// The month the shadow statements are of.
    pub shadow_month: Option<Month>,
    /// Shadow statements; only for who may see everybody's money.
    pub shadow: Vec<ShadowRow>,
}
