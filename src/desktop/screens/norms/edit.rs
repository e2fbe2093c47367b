//! A line of a draft being set: by a study of its action or by an expert, with boost, allowance and the share of hard cases.

use egui::Ui;
use uuid::Uuid;

use super::{layout, words};
use crate::desktop::theme::{Kind, Theme, space};
use crate::desktop::widgets::badge;
use crate::desktop::widgets::button::choices;
use crate::desktop::widgets::card;
use crate::desktop::widgets::field::{self, Field};
use crate::domain::code::Code;
use crate::domain::norm_set::Basis;
use crate::domain::study::Source;
use crate::domain::units::{BasisPoints, CentiMinutes};
use crate::floor::command::{Command, NormsCommand, SetNorm};
use crate::locale::{Arg, Lang};
use crate::views::norms::{ActionsView, SetView};
use crate::views::studies::{StudiesView, StudyBrief};

/// Where a share counted over tickets is said to come from: it is counted anew, not declared.
const COUNTED: &str = "tickets";

/// A line being set.
#[expect(clippy::struct_excessive_bools, reason = "what is chosen and what the line had are told apart by their names")]
#[derive(Debug, Default)]
pub struct Line {
    set: Uuid,
    /// The action's code.
    pub action: String,
    expert: bool,
    chosen_basis: bool,
    study: Option<Uuid>,
    minutes: String,
    reason: String,
    boost: String,
    boost_reason: String,
    allowance: String,
    share: String,
    share_count: String,
    share_source: String,
    error: String,
    /// The line had a boost: typing nothing takes it back to ×1.
    had_boost: bool,
    /// The line had an allowance of its own: typing nothing gives it the set's again.
    had_allowance: bool,
    /// The norm came from a file: unchanged it stays what it is.
    imported: Option<CentiMinutes>,
}

impl Line {
    /// As the line stands, or empty where the action has none.
    pub fn new(lang: Lang, set: &SetView, action: &str) -> Self {
        let empty = Self { set: set.set, action: action.to_owned(), ..Self::default() };
        let Some(line) = set.lines.iter().find(|line| line.action == action) else { return empty };
        let declared = line.hard_share_source.as_deref() != Some(COUNTED);
        let boosted = line.boost_bp != BasisPoints::ONE;
        Self {
            expert: line.study.is_none(),
            chosen_basis: true,
            study: line.study,
            minutes: if line.study.is_none() { words::typed_minutes(lang, line.norm_cmin) } else { String::new() },
            reason: line.reason.clone().unwrap_or_default(),
            boost: if boosted { lang.factor(line.boost_bp) } else { String::new() },
            boost_reason: line.boost_reason.clone().unwrap_or_default(),
            allowance: line.allowance_bp.map(|share| lang.per_cent(share)).unwrap_or_default(),
            share: line.hard_share_bp.filter(|_| declared).map(|share| lang.per_cent(share)).unwrap_or_default(),
            share_count: line.hard_share_count.filter(|_| declared).map(|count| count.to_string()).unwrap_or_default(),
            share_source: line.hard_share_source.clone().filter(|_| declared).unwrap_or_default(),
            had_boost: boosted,
            had_allowance: line.allowance_bp.is_some(),
            imported: (line.basis == Basis::Imported).then_some(line.norm_cmin),
            ..empty
        }
    }

    /// Takes a refusal.
    pub fn refused(&mut self, text: &str) {
        text.clone_into(&mut self.error);
    }

    /// The command, where everything that was typed can be read.
    pub fn command(&mut self, lang: Lang) -> Option<Command> {
        self.error.clear();
        let command = self.read();
        if command.is_none() {
            self.error = lang.t("norms-line-unread");
        }
        command
    }

    fn read(&self) -> Option<Command> {
        let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let number = |text: &str, places| match said(text) {
            None => Some(None),
            Some(text) => words::decimal(&text, places).map(Some),
        };
        let measured = !self.expert;
        let boost = number(&self.boost, 4)?.or_else(|| self.had_boost.then_some(BasisPoints::ONE.0));
        let share = number(&self.share, 2)?.filter(|_| measured);
        let typed = if self.expert { Some(CentiMinutes(words::decimal(&self.minutes, 2)?)) } else { None };
        let (imported, expert) = if typed == self.imported { (typed, None) } else { (None, typed) };
        let allowance = number(&self.allowance, 2)?.filter(|_| measured);
        let study = if measured { Some(self.study?) } else { None };
        Some(Command::Norms(NormsCommand::SetNorm(SetNorm {
            set: self.set,
            action: Code::new(&self.action).ok()?,
            study,
            expert_cmin: expert,
            imported_cmin: imported,
            reason: said(&self.reason).filter(|_| self.expert),
            boost_bp: boost.map(BasisPoints),
            boost_reason: said(&self.boost_reason).filter(|_| boost != Some(BasisPoints::ONE.0)),
            allowance_bp: allowance.map(BasisPoints),
            own_allowance: (self.had_allowance && allowance.is_none()).then_some(false),
            hard_share_bp: share.map(BasisPoints),
            hard_share_count: number(&self.share_count, 0)?.filter(|_| share.is_some()),
            hard_share_source: said(&self.share_source).filter(|_| share.is_some()),
        })))
    }
}

/// Draws the fields of a line.
pub fn body(
    ui: &mut Ui,
    lang: Lang,
    set: &SetView,
    catalogue: &ActionsView,
    studies: Option<&StudiesView>,
    line: &mut Line,
) {
    let action = catalogue.actions.iter().find(|action| action.code == line.action);
    let name = action
        .map_or(line.action.clone(), |action| words::name(lang, &action.name_ru, action.name_en.as_deref()).to_owned());
    ui.add(egui::Label::new(Theme::of(ui).strong(&name)).wrap());
    let own: Vec<&StudyBrief> =
        studies.iter().flat_map(|studies| &studies.studies).filter(|study| study.action.code == line.action).collect();
    if !line.chosen_basis {
        line.chosen_basis = true;
        line.expert = own.is_empty();
        line.study = own.first().map(|study| study.study);
    }
    let words = [lang.t("norms-by-study"), lang.t("norms-by-expert")];
    let names: Vec<&str> = words.iter().map(String::as_str).collect();
    if let Some(chosen) = choices(ui, &names, usize::from(line.expert)) {
        line.expert = chosen == 1;
        line.study = line.study.or_else(|| own.first().map(|study| study.study));
    }
    if line.expert {
        expert(ui, lang, line);
    } else {
        measured(ui, lang, set, &own, line);
    }
    boost(ui, lang, line);
    if !line.error.is_empty() {
        badge::banner(ui, Kind::Bad, &line.error, "");
    }
}

fn expert(ui: &mut Ui, lang: Lang, line: &mut Line) {
    let [minutes, reason, placeholder] =
        ["norms-field-minutes", "norms-field-reason", "norms-reason-placeholder"].map(|key| lang.t(key));
    let wrong = !line.minutes.trim().is_empty() && words::decimal(&line.minutes, 2).is_none();
    let error = if wrong { lang.t("norms-bad-minutes") } else { String::new() };
    card::columns_apart(ui, 3, space::M, |columns| {
        if let Some(first) = columns.first_mut() {
            field::text(
                first,
                &Field { error: &error, placeholder: &lang.t("norms-minutes-placeholder"), ..Field::new(&minutes) },
                &mut line.minutes,
            );
        }
    });
    field::text(ui, &Field { placeholder: &placeholder, ..Field::new(&reason) }, &mut line.reason);
}

fn measured(ui: &mut Ui, lang: Lang, set: &SetView, own: &[&StudyBrief], line: &mut Line) {
    if own.is_empty() {
        badge::banner(ui, Kind::Warn, &lang.t("norms-no-study"), "");
        return;
    }
    for study in own {
        let norm = study.norm_cmin.map_or_else(|| "—".to_owned(), |norm| lang.minutes(norm));
        let source = lang.t(match study.source {
            Source::Stopwatch => "norms-source-stopwatch",
            Source::CallRecord => "norms-source-call-record",
            Source::Import => "norms-source-import",
        });
        let mut text = lang.with(
            "norms-study",
            &[("source", Arg::Text(&source)), ("count", study.kept.into()), ("norm", Arg::Text(&norm))],
        );
        if study.open_flags > 0 {
            text = format!("{text} · {}", lang.with("norms-study-flags", &[("count", study.open_flags.into())]));
        }
        if ui.radio(line.study == Some(study.study), &text).clicked() {
            line.study = Some(study.study);
        }
    }
    let of_set = lang.per_cent(set.allowance_bp);
    let [allowance, share, count, source] =
        ["norms-field-allowance", "norms-field-share", "norms-field-share-count", "norms-field-share-source"]
            .map(|key| lang.t(key));
    let key = if line.had_allowance { "norms-allowance-taken" } else { "norms-allowance-hint" };
    let hint = lang.with(key, &[("share", Arg::Text(&of_set))]);
    card::columns_apart(ui, 3, space::M, |columns| {
        let [first, second, third] = columns else { return };
        let bad = |text: &str, places| {
            if text.trim().is_empty() || words::decimal(text, places).is_some() { "" } else { "!" }
        };
        let wrong = lang.t("norms-bad-number");
        let error = |text: &str, places| if bad(text, places).is_empty() { "" } else { wrong.as_str() };
        field::text(
            first,
            &Field { hint: &hint, error: error(&line.allowance, 2), ..Field::new(&allowance) },
            &mut line.allowance,
        );
        field::text(
            second,
            &Field { hint: &lang.t("norms-share-hint"), error: error(&line.share, 2), ..Field::new(&share) },
            &mut line.share,
        );
        field::text(third, &Field { error: error(&line.share_count, 0), ..Field::new(&count) }, &mut line.share_count);
    });
    if !line.share.trim().is_empty() {
        field::text(
            ui,
            &Field { placeholder: &lang.t("norms-share-source-placeholder"), ..Field::new(&source) },
            &mut line.share_source,
        );
    }
}

fn boost(ui: &mut Ui, lang: Lang, line: &mut Line) {
    let [boost, reason, hint, placeholder, wrong] = [
        "norms-field-boost",
        "norms-field-boost-reason",
        "norms-boost-hint",
        "norms-boost-placeholder",
        "norms-bad-number",
    ]
    .map(|key| lang.t(key));
    let hint = if line.had_boost { lang.t("norms-boost-taken") } else { hint };
    let unread = !line.boost.trim().is_empty() && words::decimal(&line.boost, 4).is_none();
    let error = if unread { wrong.as_str() } else { "" };
    layout::pair(ui, 160.0, |ui, first| {
        if first {
            field::text(ui, &Field { hint: &hint, error, placeholder: "1", ..Field::new(&boost) }, &mut line.boost);
        } else {
            field::text(ui, &Field { placeholder: &placeholder, ..Field::new(&reason) }, &mut line.boost_reason);
        }
    });
}
