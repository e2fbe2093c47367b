//! Time studies with their flags and figures.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::Reader;
use crate::domain::action::Action;
use crate::domain::norm::KeptTimes;
use crate::domain::people::Role;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::study::Observation;
use crate::domain::study::clock_check::ClockCheck;
use crate::floor::hard_share::HardShare;
use crate::floor::{Stop, study_figures, study_report};
use crate::policy::{Act, Target, widest};
use crate::statistics::Summary;
use crate::store::sittings::{self, SittingRow};
use crate::store::studies::StudyRow;
use crate::store::{catalogue, people, studies as rows};
use crate::views::Named;
use crate::views::studies::{ClockView, FlagView, ObservationView, SittingView, StudiesView, StudyBrief, StudyView};

pub(super) fn studies(reader: &Reader<'_>) -> Result<StudiesView, Stop> {
    let permit = reader.widest(Act::AskStudy)?;
    let mut studies = Vec::new();
    for study in rows::studies(reader.db)? {
        if !permit.covers(Target::department(study.department)) {
            continue;
        }
        if let Some(action) = catalogue::action_by_id(reader.db, study.action)? {
            studies.push(brief(reader, &study, action)?);
        }
    }
    let operators = people::people(reader.db)?
        .into_iter()
        .filter(|person| {
            person.roles.contains(&Role::Operator)
                && permit.covers(Target::department(person.department))
                && person.employed_on(reader.today())
        })
        .map(|person| Named { code: person.code.to_string(), name: person.name })
        .collect();
    Ok(StudiesView { studies, operators, keeps: widest(&reader.actor, Act::StudyKeep).is_ok() })
}

fn brief(reader: &Reader<'_>, study: &StudyRow, action: Action) -> Result<StudyBrief, Stop> {
    let observations = rows::observations(reader.db, study.id)?;
    let times = KeptTimes::of(&observations);
    let share = HardShare::counted_or_own(reader.db, study.department, study.action, &times)?;
    let found = study_figures::interval(&reader.floor, &observations, &share, action.hard_criterion.is_some());
    let day = |observation: Option<&Observation>| observation.map(|one| reader.floor.work_day(one.started_at));
    Ok(StudyBrief {
        study: study.uuid,
        action: Named { code: action.code.to_string(), name: action.name_ru },
        source: study.source,
        from: day(observations.first()),
        to: day(observations.last()),
        observations: observations.len(),
        kept: usize::try_from(times.count()).unwrap_or_default(),
        operators: study_figures::operators(&study_figures::kept(&observations)).len(),
        open_flags: study_figures::open_flags(&study_figures::readings(&observations)),
        norm_cmin: study_figures::norm_of(&times, &share),
        precision_percent: found.reported.ok().map(|reported| reported.precision_percent),
    })
}

pub(super) fn study(reader: &Reader<'_>, uuid: Uuid) -> Result<StudyView, Stop> {
    reader.widest(Act::AskStudy)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "study");
    let study = rows::study(reader.db, uuid)?.ok_or_else(not_found)?;
    reader.permit(Act::AskStudy, Target::department(study.department)).map_err(|_| not_found())?;
    let action = catalogue::action_by_id(reader.db, study.action)?.ok_or_else(not_found)?;
    let names: BTreeMap<String, String> =
        people::people(reader.db)?.into_iter().map(|person| (person.code.to_string(), person.name)).collect();
    let opened_by = people::person_by_id(reader.db, study.opened_by)?.ok_or_else(not_found)?;
    let observations = rows::observations(reader.db, study.id)?;
    let times = KeptTimes::of(&observations);
    let share = HardShare::counted_or_own(reader.db, study.department, study.action, &times)?;
    let kept = study_figures::kept(&observations);
    let possible = study_figures::hard_possible(&kept, action.hard_criterion.is_some());
    let interval = study_figures::interval(&reader.floor, &observations, &share, possible);
    let of_class = study_figures::of_class(&kept);
    let all_figures = Summary::of(&study_figures::seconds(&kept));
    let figures = Summary::of(&study_figures::seconds(&of_class));
    let known = study_report::Known {
        floor: &reader.floor,
        kept: &kept,
        of_class: &of_class,
        figures: &figures,
        interval: &interval,
        share: &share,
        names: &names,
        excluded: observations.len() - kept.len(),
    };
    let flags = study_figures::flags(&observations, &times, &share, possible);
    Ok(StudyView {
        study: study.uuid,
        elements: study_report::elements(&action.elements, &kept),
        action: Named { code: action.code.to_string(), name: action.name_ru },
        summary: study_figures::summary(&kept, &all_figures, &figures, &interval),
        report: study_report::report(&known),
        clock: clock(reader, &study, &observations)?,
        hard_criterion: action.hard_criterion,
        source: study.source,
        opened_by: Named { code: opened_by.code.to_string(), name: opened_by.name },
        conditions: rows::conditions(reader.db, study.id)?,
        regular_count: times.regular_count,
        hard_count: times.hard_count,
        excluded_count: times.excluded,
        open_flags: flags.values().filter(|flag| !flag.answered).count(),
        norm_cmin: study_figures::norm_of(&times, &share),
        norm_with_excluded_cmin: study_figures::norm_of(&study_figures::times_with_excluded(&observations), &share),
        observations: observation_views(reader, &study, &observations, flags, &names)?,
    })
}

fn observation_views(
    reader: &Reader<'_>,
    study: &StudyRow,
    observations: &[Observation],
    mut flags: BTreeMap<usize, FlagView>,
    names: &BTreeMap<String, String>,
) -> Result<Vec<ObservationView>, Stop> {
    let mut deciders = rows::deciders(reader.db, study.id)?;
    let view = |(position, observation): (usize, &Observation)| {
        let (decided, reason) =
            observation.decision.clone().map_or((None, None), |(decided, reason)| (Some(decided), reason));
        let (decided_by, decided_at) = deciders.remove(&observation.id).unzip();
        let moment = |at: i64| crate::domain::instant::Instant::from_millis(at).map(|at| reader.floor.local(at));
        ObservationView {
            observation: observation.uuid,
            operator: observation.operator.to_string(),
            started_at: reader.floor.local(observation.started_at),
            duration_ms: observation.duration,
            class: observation.class,
            rating_bp: observation.rating,
            paused_ms: observation.paused,
            pauses: observation.pauses.clone(),
            elements: observation.elements.clone(),
            note: observation.note.clone(),
            amended: observation.amended > 0,
            decided,
            reason,
            decided_by: decided_by.map(|code| names.get(&code).cloned().unwrap_or(code)),
            decided_at: decided_at.and_then(moment),
            flag: flags.remove(&position),
        }
    };
    Ok(observations.iter().enumerate().map(view).collect())
}

/// The clock check of a study: its sittings, each and all together.
fn clock(reader: &Reader<'_>, study: &StudyRow, observations: &[Observation]) -> Result<ClockView, Stop> {
    let sittings = sittings::of_study(reader.db, study.id)?;
    let mut all = ClockCheck::default();
    let mut views = Vec::new();
    for sitting in &sittings {
        let between = crate::domain::study::total(&sitting.pauses);
        let recorded = sittings::recorded(reader.db, sitting)?;
        let check = ClockCheck::of(sitting.started_at, sitting.ended_at, &recorded, between);
        all = all.and(check);
        let observer = people::person_by_id(reader.db, sitting.observer)?;
        views.push(SittingView {
            sitting: sitting.uuid,
            operator: sitting.operator_code.to_string(),
            observer: observer.map_or(Named { code: String::new(), name: String::new() }, |person| Named {
                code: person.code.to_string(),
                name: person.name,
            }),
            started_at: reader.floor.local(sitting.started_at),
            ended_at: reader.floor.local(sitting.ended_at),
            pauses: sitting.pauses.clone(),
            elapsed_ms: check.elapsed,
            observed_ms: check.observed,
            paused_ms: check.paused,
            unaccounted_ms: check.unaccounted(),
            exceeds: check.exceeds(),
        });
    }
    let within = |one: &&Observation| sittings.iter().any(|sitting| covers(sitting, one));
    Ok(ClockView {
        sittings: views,
        elapsed_ms: all.elapsed,
        observed_ms: all.observed,
        paused_ms: all.paused,
        unaccounted_ms: all.unaccounted(),
        exceeds: all.exceeds(),
        outside: observations.len() - observations.iter().filter(within).count(),
    })
}

fn covers(sitting: &SittingRow, observation: &Observation) -> bool {
    sitting.operator_code == observation.operator
        && (sitting.started_at..sitting.ended_at).contains(&observation.started_at)
}
