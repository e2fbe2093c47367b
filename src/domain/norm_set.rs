//! Norm sets: their lines, their life, and the fingerprint that freezes them.
//!
//! `draft → pilot → submitted → in force → superseded`, `submitted → returned → draft`, and what is taken back from
//! its pilot or from the director is a draft again. Invariant: the state is derived from facts that were added;
//! lines change only in a draft.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::allowance::Convention;
use super::canonical;
use super::code::Code;
use super::rejection::{RefusalCode, Rejection};
use super::units::{BasisPoints, CentiMinutes, Fraction};

/// What a norm rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// A time study.
    Measured,
    /// Typed in, with a reason.
    Expert,
    /// Taken from a file.
    Imported,
}

impl Basis {
    /// The basis as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Expert => "expert",
            Self::Imported => "imported",
        }
    }

    /// The basis of that name on the wire.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Measured, Self::Expert, Self::Imported].into_iter().find(|basis| basis.as_str() == text)
    }
}

/// Where a norm set stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SetState {
    /// Being put together.
    Draft,
    /// Weighing in the shadow of the set in force; its lines are closed.
    Pilot,
    /// Waiting for the director.
    Submitted,
    /// Sent back with a comment; a draft again.
    Returned,
    /// Approved by an order that takes effect later.
    Approved,
    /// The department's norms now.
    InForce,
    /// Replaced by a later order.
    Superseded,
    /// Its order was revoked before it took effect.
    Revoked,
}

impl SetState {
    /// Whether lines may change.
    #[must_use]
    pub fn is_draft(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }

    /// The state as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Pilot => "pilot",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Approved => "approved",
            Self::InForce => "in-force",
            Self::Superseded => "superseded",
            Self::Revoked => "revoked",
        }
    }
}

/// One action's norm in a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NormLine {
    /// The action's store key.
    pub action: i64,
    /// The action's code.
    pub action_code: Code,
    /// What the norm rests on.
    pub basis: Basis,
    /// The study's id where it is measured.
    pub study: Option<uuid::Uuid>,
    /// The norm.
    pub norm: CentiMinutes,
    /// The factor of a boosted action; 10 000 = 1.0.
    pub boost: BasisPoints,
    /// Why it is boosted.
    pub boost_reason: Option<String>,
    /// norm × boost.
    pub weight: CentiMinutes,
    /// The action's own allowance, replacing the set's.
    pub allowance: Option<BasisPoints>,
    /// The share of hard cases given or counted.
    pub hard_share: Option<BasisPoints>,
    /// Decisions the share was counted over.
    pub hard_share_count: Option<i64>,
    /// Where the share comes from.
    pub hard_share_source: Option<String>,
    /// Kept regular observations.
    pub regular_count: i64,
    /// Kept hard cases.
    pub hard_count: i64,
    /// Excluded observations.
    pub excluded_count: i64,
    /// The unrounded standard time in hundredths of a minute, as `numerator/denominator`.
    pub exact: Option<String>,
    /// What was known about a measured norm when it was taken in; none for norms taken before it was written down.
    pub evidence: Option<Evidence>,
    /// Why an expert norm is what it is.
    pub reason: Option<String>,
}

/// What was known about a measured norm when it was taken into its set: frozen with it, whatever becomes of the study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What the interval was made by (`t`, `cox`, `stratified`, `operators`), or why there is none.
    pub method: String,
    /// The standard time's 95 % interval, allowance included, in milliseconds.
    pub interval_ms: Option<(i64, i64)>,
    /// Operators observed.
    pub operators: i64,
    /// First and last day of the tickets that a counted share of hard cases rests on.
    pub share_days: Option<(NaiveDate, NaiveDate)>,
}

impl Evidence {
    /// The interval in hundredths of a minute, each end rounded half-even.
    #[must_use]
    pub fn interval(&self) -> Option<(CentiMinutes, CentiMinutes)> {
        let (low, high) = self.interval_ms?;
        let minutes = |ms: i64| {
            let exact = Fraction::new(i128::from(ms), i128::from(CentiMinutes::MILLIS)).ok()?;
            exact.round_half_even().ok().map(CentiMinutes)
        };
        minutes(low).zip(minutes(high))
    }
}

/// What a set's submission is checked against.
#[derive(Debug, Clone, Default)]
pub struct SubmitFacts {
    /// Codes of active manual actions without a line.
    pub without_norm: Vec<Code>,
    /// Actions whose study has open flags, with how many.
    pub open_flags: Vec<(Code, usize)>,
    /// Codes of boosted actions without a reason.
    pub boosts_unexplained: Vec<Code>,
    /// Codes of norms from call records without any allowance: talk only. A remark, no obstacle.
    pub talk_only: Vec<Code>,
}

/// Refuses a submission that lacks something: open flags, a norm for every active manual action, grounds.
pub fn check_submit(state: SetState, grounds: &str, facts: &SubmitFacts) -> Result<(), Rejection> {
    require_state(state.is_draft() || state == SetState::Pilot, state)?;
    check_contents(facts)?;
    if grounds.trim().is_empty() {
        return Err(Rejection::of(RefusalCode::GroundsMissing));
    }
    Ok(())
}

/// The checks of a pilot and of the submission, which run again at approval. All that is missing is named at once,
/// under the code that comes first in precedence.
pub fn check_contents(facts: &SubmitFacts) -> Result<(), Rejection> {
    let flags: Vec<String> = facts.open_flags.iter().map(|(code, count)| format!("{code} ({count})")).collect();
    let refusal = if !facts.open_flags.is_empty() {
        Rejection::of(RefusalCode::OpenFlags)
    } else if !facts.without_norm.is_empty() {
        Rejection::of(RefusalCode::NormMissing)
    } else if !facts.boosts_unexplained.is_empty() {
        Rejection::because(RefusalCode::NeedsReason, "boosts")
    } else {
        return Ok(());
    };
    Err(refusal
        .naming("flags", listed(&flags))
        .naming("missing", listed(&facts.without_norm))
        .naming("boosts", listed(&facts.boosts_unexplained))
        .naming("talk_only", listed(&facts.talk_only)))
}

/// Things one after the other, or `none`, by which a text leaves its sentence out.
fn listed<T: ToString>(things: &[T]) -> String {
    let all: Vec<String> = things.iter().map(T::to_string).collect();
    if all.is_empty() { "none".to_owned() } else { all.join(", ") }
}

/// Refuses a step that the set's state does not allow.
pub fn require_state(fits: bool, state: SetState) -> Result<(), Rejection> {
    if fits { Ok(()) } else { Err(Rejection::of(RefusalCode::SetNotDraft).naming("state", state.as_str())) }
}

/// What a set's norms were made by, for its canonical form.
#[derive(Debug, Clone, Copy)]
pub struct SetTerms<'a> {
    /// The allowance on every measured norm without one of its own.
    pub allowance: BasisPoints,
    /// The set's name and convention where they were written as terms; `None` for a set that has only its first row,
    /// whose allowance is a share of normal time.
    pub written: Option<(&'a str, Convention)>,
}

/// The canonical form of a set's content, which the fingerprint is taken over: JSON with sorted keys, no blanks,
/// integers and strings only, what is absent left out, lines by action code.
///
/// `form` says what is in it, so that the fingerprints of older orders stand for ever:
/// * 1: `set`, `department`, `allowance_bp` and `lines`, each with `action`, `basis`, `study`, `norm_cmin`, `boost_bp`,
///   `boost_reason`, `weight_cmin`, `allowance_bp`, `hard_share_bp`, `hard_share_count`, `hard_share_source`,
///   `regular_count`, `hard_count`, `excluded_count`, `exact`, `reason`;
/// * 2: as 1, where some line has evidence: `interval_method`, `interval_low_ms`, `interval_high_ms`, `operators`,
///   `hard_share_from`, `hard_share_to` with it;
/// * 3: as 2, with `name` and `convention`, where the set has written terms.
#[must_use]
pub fn canonical_form(set: uuid::Uuid, department: &Code, terms: SetTerms<'_>, lines: &[NormLine]) -> String {
    let mut sorted: Vec<&NormLine> = lines.iter().collect();
    sorted.sort_by(|a, b| a.action_code.cmp(&b.action_code));
    let form = match terms.written {
        Some(_) => 3,
        None if sorted.iter().any(|line| line.evidence.is_some()) => 2,
        None => 1,
    };
    let lines: Vec<Value> = sorted.into_iter().map(canonical_line).collect();
    canonical::text(&json!({
        "form": form,
        "set": set.to_string(),
        "department": department.as_str(),
        "name": terms.written.map(|(name, _)| name),
        "convention": terms.written.map(|(_, convention)| convention.as_str()),
        "allowance_bp": terms.allowance.0,
        "lines": lines,
    }))
}

fn canonical_line(line: &NormLine) -> Value {
    let mut form = json!({
        "action": line.action_code.as_str(),
        "basis": line.basis.as_str(),
        "study": line.study.map(|study| study.to_string()),
        "norm_cmin": line.norm.0,
        "boost_bp": line.boost.0,
        "boost_reason": line.boost_reason,
        "weight_cmin": line.weight.0,
        "allowance_bp": line.allowance.map(|share| share.0),
        "hard_share_bp": line.hard_share.map(|share| share.0),
        "hard_share_count": line.hard_share_count,
        "hard_share_source": line.hard_share_source,
        "regular_count": line.regular_count,
        "hard_count": line.hard_count,
        "excluded_count": line.excluded_count,
        "exact": line.exact,
        "reason": line.reason,
    });
    if let (Some(evidence), Some(fields)) = (&line.evidence, form.as_object_mut()) {
        let day = |day: Option<NaiveDate>| json!(day.map(|day| day.to_string()));
        fields.insert("interval_method".to_owned(), json!(evidence.method));
        fields.insert("interval_low_ms".to_owned(), json!(evidence.interval_ms.map(|(low, _)| low)));
        fields.insert("interval_high_ms".to_owned(), json!(evidence.interval_ms.map(|(_, high)| high)));
        fields.insert("operators".to_owned(), json!(evidence.operators));
        fields.insert("hard_share_from".to_owned(), day(evidence.share_days.map(|(from, _)| from)));
        fields.insert("hard_share_to".to_owned(), day(evidence.share_days.map(|(_, to)| to)));
    }
    form
}

/// The fingerprint of a canonical form: SHA-256 in lower-case hex.
#[must_use]
pub fn fingerprint(canonical: &str) -> String {
    canonical::sha256(canonical)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_submission_names_what_it_lacks_in_order_of_precedence() {
        let code = |text: &str| Code::new(text).unwrap();
        let flags = SubmitFacts {
            open_flags: vec![(code("A"), 2)],
            without_norm: vec![code("B")],
            talk_only: vec![code("D")],
            ..SubmitFacts::default()
        };
        let bare = SubmitFacts { boosts_unexplained: vec![code("C")], ..SubmitFacts::default() };
        let missing = SubmitFacts { without_norm: vec![code("B")], ..SubmitFacts::default() };
        let check =
            |state, grounds, facts: &SubmitFacts| check_submit(state, grounds, facts).map_err(|refusal| refusal.code);
        assert_eq!(check(SetState::Submitted, "new", &flags), Err(RefusalCode::SetNotDraft));
        assert_eq!(check(SetState::Draft, "", &flags), Err(RefusalCode::OpenFlags));
        assert_eq!(check(SetState::Draft, "", &missing), Err(RefusalCode::NormMissing));
        assert_eq!(check(SetState::Pilot, "", &bare), Err(RefusalCode::NeedsReason));
        assert_eq!(check(SetState::Returned, " ", &SubmitFacts::default()), Err(RefusalCode::GroundsMissing));
        assert_eq!(check(SetState::Draft, "first introduction", &SubmitFacts::default()), Ok(()));
        assert_eq!(check(SetState::Pilot, "first introduction", &SubmitFacts::default()), Ok(()));
        let named = check_contents(&flags).unwrap_err().details;
        let named: Vec<(&str, &str)> = named.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(named, [("flags", "A (2)"), ("missing", "B"), ("boosts", "none"), ("talk_only", "D")]);
    }

    #[test]
    fn the_fingerprint_does_not_depend_on_the_order_of_lines_and_sees_every_value() {
        let line = |code: &str, norm: i64| NormLine {
            action: 1,
            action_code: Code::new(code).unwrap(),
            basis: Basis::Expert,
            study: None,
            norm: CentiMinutes(norm),
            boost: BasisPoints::ONE,
            boost_reason: None,
            weight: CentiMinutes(norm),
            allowance: None,
            hard_share: None,
            hard_share_count: None,
            hard_share_source: None,
            regular_count: 0,
            hard_count: 0,
            excluded_count: 0,
            exact: None,
            evidence: None,
            reason: Some("by agreement".to_owned()),
        };
        let department = Code::new("SUP").unwrap();
        let terms = |written| SetTerms { allowance: BasisPoints(0), written };
        let print =
            |lines: &[NormLine]| fingerprint(&canonical_form(uuid::Uuid::nil(), &department, terms(None), lines));
        let one = print(&[line("A", 100), line("B", 200)]);
        assert_eq!(one, print(&[line("B", 200), line("A", 100)]));
        assert_ne!(one, print(&[line("A", 100), line("B", 201)]));
        let known = |interval_ms| {
            let method = "t".to_owned();
            let evidence = Some(Evidence { method, interval_ms, operators: 6, share_days: None });
            [NormLine { evidence, ..line("A", 100) }, line("B", 200)]
        };
        assert_ne!(one, print(&known(None)));
        assert_ne!(print(&known(Some((1, 2)))), print(&known(Some((1, 3)))));
        let form = |lines: &[NormLine]| canonical_form(uuid::Uuid::nil(), &department, terms(None), lines);
        assert!(form(&[line("A", 100)]).contains("\"form\":1"));
        assert!(form(&known(None)).contains("\"form\":2"));
        let by = |written| canonical_form(uuid::Uuid::nil(), &department, terms(Some(written)), &[line("A", 100)]);
        let shift = by(("N", Convention::Shift));
        assert!(shift.contains("\"form\":3") && shift.contains("\"convention\":\"shift\""), "{shift}");
        assert_ne!(shift, by(("N", Convention::Normal)));
        assert_ne!(shift, by(("M", Convention::Shift)));
    }
}
