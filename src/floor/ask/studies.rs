//! Time studies with their flags and figures.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::Reader;
use crate::domain::norm::KeptTimes;
use crate::domain::people::Role;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::domain::study::Observation;
use crate::floor::{Stop, study_figures};
use crate::policy::{Act, Target};
use crate::store::{catalogue, people, studies as rows};
use crate::views::Named;
use crate::views::studies::{FlagView, ObservationView, StudiesView, StudyBrief, StudyView};

pub(super) fn studies(reader: &Reader<'_>) -> Result<StudiesView, Stop> {
    let permit = reader.widest(Act::AskStudy)?;
    let mut studies = Vec::new();
    for study in rows::studies(reader.db)? {
        if !permit.covers(Target::department(study.department)) {
            continue;
        }
        let Some(action) = catalogue::action_by_id(reader.db, study.action)? else { continue };
        let observations = rows::observations(reader.db, study.id)?;
        let times = KeptTimes::of(&observations);
        studies.push(StudyBrief {
            study: study.uuid,
            action: Named { code: action.code.to_string(), name: action.name_ru },
            source: study.source,
            observations: observations.len(),
            kept: usize::try_from(times.count()).unwrap_or_default(),
            open_flags: study_figures::open_flags(&observations),
            norm_cmin: study_figures::own_norm(&times),
        });
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
    Ok(StudiesView { studies, operators })
}

pub(super) fn study(reader: &Reader<'_>, uuid: Uuid) -> Result<StudyView, Stop> {
    reader.widest(Act::AskStudy)?;
    let not_found = || Rejection::because(RefusalCode::NotFound, "study");
    let study = rows::study(reader.db, uuid)?.ok_or_else(not_found)?;
    reader.permit(Act::AskStudy, Target::department(study.department)).map_err(|_| not_found())?;
    let action = catalogue::action_by_id(reader.db, study.action)?.ok_or_else(not_found)?;
    let opened_by = people::person_by_id(reader.db, study.opened_by)?.ok_or_else(not_found)?;
    let observations = rows::observations(reader.db, study.id)?;
    let flags = study_figures::flags(&observations);
    let times = KeptTimes::of(&observations);
    Ok(StudyView {
        study: study.uuid,
        action: Named { code: action.code.to_string(), name: action.name_ru },
        summary: study_figures::summary(&observations, action.hard_criterion.is_some()),
        hard_criterion: action.hard_criterion,
        source: study.source,
        opened_by: Named { code: opened_by.code.to_string(), name: opened_by.name },
        regular_count: times.regular_count,
        hard_count: times.hard_count,
        excluded_count: times.excluded,
        open_flags: flags.values().filter(|flag| !flag.answered).count(),
        norm_cmin: study_figures::own_norm(&times),
        norm_with_excluded_cmin: study_figures::own_norm(&study_figures::times_with_excluded(&observations)),
        observations: observation_views(reader, &observations, flags),
    })
}

fn observation_views(
    reader: &Reader<'_>,
    observations: &[Observation],
    mut flags: BTreeMap<usize, FlagView>,
) -> Vec<ObservationView> {
    let view = |(position, observation): (usize, &Observation)| {
        let (decided, reason) =
            observation.decision.clone().map_or((None, None), |(decided, reason)| (Some(decided), reason));
        ObservationView {
            observation: observation.uuid,
            operator: observation.operator.to_string(),
            started_at: reader.floor.local(observation.started_at),
            duration_ms: observation.duration,
            class: observation.class,
            rating_bp: observation.rating,
            paused_ms: observation.paused,
            note: observation.note.clone(),
            decided,
            reason,
            flag: flags.remove(&position),
        }
    };
    observations.iter().enumerate().map(view).collect()
}
