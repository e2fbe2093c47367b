//! What an import would do, shown before anything is taken: a catalogue beside the floor's, norms beside those in force.

use std::path::Path;

use serde_json::{Value, json};

use super::door::ReadDoor;
use super::{Console, Failure};
use crate::documents::catalogue::{field_name, plain, words};
use crate::documents::table::decimal;
use crate::domain::action::Action;
use crate::domain::norm_set::SetState;
use crate::floor::Stop;
use crate::floor::question::{AskSet, Nothing, Question};
use crate::intake::{Difference, Kind, NormChange, NormInForce, NormsDifference, Plan, Report};
use crate::locale::{Arg, Lang};
use crate::views::View;

/// Lines of a difference that people see; the rest stands in the JSON report.
const SHOWN: usize = 60;

/// What an import would do; nothing to show for kinds that only ever add.
pub(super) enum Shown {
    Nothing,
    Actions(Difference),
    Norms(NormsDifference),
}

/// The difference of a plan to what the floor has; who asks has to sign in for it.
pub(super) fn of(floor: &Path, kind: Kind, plan: &Plan, login: &str, lang: Lang) -> Result<Shown, Failure> {
    if !matches!(kind, Kind::Actions | Kind::Norms) {
        return Ok(Shown::Nothing);
    }
    let door = ReadDoor::open(floor, login, lang)?;
    let catalogue = catalogue(&door).map_err(|stop| Failure::of(stop, lang))?;
    Ok(if kind == Kind::Actions {
        Shown::Actions(Difference::of(plan, &catalogue))
    } else {
        let in_force = in_force(&door).map_err(|stop| Failure::of(stop, lang))?;
        Shown::Norms(NormsDifference::of(plan, &catalogue, &in_force))
    })
}

fn catalogue(door: &ReadDoor) -> Result<Vec<Action>, Stop> {
    match door.ask(&Question::Actions(Nothing {}))? {
        View::Actions(view) => Ok(view.actions.iter().filter_map(crate::views::norms::ActionView::action).collect()),
        _ => Err(Stop::Fault("actions were asked for".to_owned())),
    }
}

/// The norms in force in the department of the person who asks: only its sets can be drafted by a supervisor.
fn in_force(door: &ReadDoor) -> Result<Vec<NormInForce>, Stop> {
    let View::Sets(sets) = door.ask(&Question::Sets(Nothing {}))? else { return Ok(Vec::new()) };
    let kept = |code: &str| sets.departments.iter().any(|department| department.code == code);
    let set = sets.sets.iter().find(|set| set.state == SetState::InForce && kept(&set.department));
    let Some(set) = set else { return Ok(Vec::new()) };
    let View::Set(set) = door.ask(&Question::Set(AskSet { set: set.set }))? else { return Ok(Vec::new()) };
    let norm = |line: &crate::views::norms::LineView| NormInForce {
        action: line.action.clone(),
        norm: line.norm_cmin,
        weight: line.weight_cmin,
    };
    Ok(set.lines.iter().map(norm).collect())
}

impl Shown {
    /// Actions of the floor that the file does not have.
    pub fn missing(&self) -> &[Action] {
        if let Self::Actions(difference) = self { &difference.missing } else { &[] }
    }

    /// The report of a dry run, with what each row would come to.
    pub fn foreseen(&self, plain: Report, plan: &Plan) -> Report {
        let count = crate::statistics::count::whole;
        match self {
            Self::Nothing => plain,
            Self::Actions(difference) => Report {
                made: count(difference.added.len() + difference.changed.len()),
                changed: count(difference.changed.len()),
                retired: count(plan.retiring.len()),
                repeated: count(difference.same.len()) + difference.repeated,
                refused: difference.refused.clone(),
                ..plain
            },
            Self::Norms(difference) => Report {
                made: count(difference.norms.len()),
                repeated: difference.repeated,
                refused: difference.refused.clone(),
                ..plain
            },
        }
    }

    /// The whole difference for programs.
    pub fn json(&self) -> Option<Value> {
        match self {
            Self::Nothing => None,
            Self::Actions(difference) => Some(actions_json(difference)),
            Self::Norms(difference) => Some(norms_json(difference)),
        }
    }

    /// The difference for people.
    pub fn say(&self, console: &Console, retires: bool) -> Result<(), Failure> {
        let (head, lines) = match self {
            Self::Nothing => return Ok(()),
            Self::Actions(difference) => actions_lines(console.lang, difference, retires),
            Self::Norms(difference) => norms_lines(console.lang, difference),
        };
        console.line(&head)?;
        for line in lines.iter().take(SHOWN) {
            console.line(&format!("  {line}"))?;
        }
        if lines.len() > SHOWN {
            let more = (lines.len() - SHOWN).to_string();
            console.line(&console.lang.with("cli-import-more", &[("count", Arg::Text(&more))]))?;
        }
        Ok(())
    }
}

fn actions_json(difference: &Difference) -> Value {
    let codes = |actions: &[Action]| actions.iter().map(|action| action.code.to_string()).collect::<Vec<_>>();
    let changed: Vec<Value> = difference
        .changed
        .iter()
        .map(|changed| {
            let field = |field: &crate::domain::action::Field| {
                let (before, after) = (plain(*field, &changed.before), plain(*field, &changed.after));
                json!({"field": field.as_str(), "before": before, "after": after})
            };
            json!({"code": changed.after.code, "fields": changed.fields.iter().map(field).collect::<Vec<_>>()})
        })
        .collect();
    json!({
        "added": codes(&difference.added),
        "changed": changed,
        "same": codes(&difference.same),
        "missing": codes(&difference.missing),
    })
}

fn norms_json(difference: &NormsDifference) -> Value {
    let norm = |norm: &NormChange| {
        json!({
            "action": norm.action.code,
            "before_norm_cmin": norm.before.map(|(norm, _)| norm),
            "before_weight_cmin": norm.before.map(|(_, weight)| weight),
            "norm_cmin": norm.norm,
            "boost_bp": norm.boost,
            "weight_cmin": norm.weight,
        })
    };
    let norms: Vec<Value> = difference.norms.iter().map(norm).collect();
    json!({"name": difference.name, "norms": norms, "missing": difference.missing})
}

fn name(lang: Lang, action: &Action) -> String {
    let name = match (lang, &action.name_en) {
        (Lang::En, Some(name)) => name,
        _ => &action.name_ru,
    };
    format!("{} {name}", action.code)
}

fn actions_lines(lang: Lang, difference: &Difference, retires: bool) -> (String, Vec<String>) {
    let head = lang.with(
        "cli-difference-actions",
        &[
            ("added", difference.added.len().into()),
            ("changed", difference.changed.len().into()),
            ("same", difference.same.len().into()),
            ("missing", difference.missing.len().into()),
        ],
    );
    let mut lines: Vec<String> = difference.added.iter().map(|action| format!("+ {}", name(lang, action))).collect();
    for changed in &difference.changed {
        lines.push(format!("~ {}", name(lang, &changed.before)));
        for field in &changed.fields {
            let (before, after) = (words(lang, *field, &changed.before), words(lang, *field, &changed.after));
            lines.push(format!("    {}: {before} → {after}", field_name(lang, *field)));
        }
    }
    let mark = if retires { "-" } else { "?" };
    lines.extend(difference.missing.iter().map(|action| format!("{mark} {}", name(lang, action))));
    if !difference.missing.is_empty() && !retires {
        lines.push(lang.t("cli-difference-missing"));
    }
    (head, lines)
}

fn norms_lines(lang: Lang, difference: &NormsDifference) -> (String, Vec<String>) {
    let same = difference.norms.iter().filter(|norm| norm.is_same()).count();
    let fresh = difference.norms.iter().filter(|norm| norm.before.is_none()).count();
    let changed = difference.norms.len() - same - fresh;
    let head = lang.with(
        "cli-difference-norms",
        &[
            ("set", Arg::Text(&difference.name)),
            ("added", fresh.into()),
            ("changed", changed.into()),
            ("same", same.into()),
            ("missing", difference.missing.len().into()),
        ],
    );
    let line = |norm: &NormChange| {
        let after = lang.minutes(norm.weight);
        match norm.before {
            None => format!("+ {}: {after}", name(lang, &norm.action)),
            Some((_, before)) => {
                let percent = percent(before.0, norm.weight.0);
                format!("~ {}: {} → {after} ({percent} %)", name(lang, &norm.action), lang.minutes(before))
            }
        }
    };
    let mut lines: Vec<String> = difference.norms.iter().filter(|norm| !norm.is_same()).map(line).collect();
    lines.extend(difference.missing.iter().map(|code| format!("? {code}")));
    (head, lines)
}

/// How a weight differs from the one before it, in per cent with two decimals, cut.
fn percent(before: i64, after: i64) -> String {
    let share = (after - before).saturating_mul(10_000).checked_div(before).unwrap_or(0);
    format!("{}{}", if share > 0 { "+" } else { "" }, decimal(share))
}
