//! Below, while the chosen action has no observations: the studies there are, or how to begin.

use egui::Ui;

use super::{Form, View};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::theme::{Kind, Theme, measure, size, space};
use crate::desktop::widgets::table::{self, Head, Table};
use crate::desktop::widgets::{badge, card, ink};
use crate::domain::study::Source;
use crate::locale::{Arg, Lang};
use crate::views::studies::StudyBrief;

/// Draws the studies, or the steps where there are none.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    if view.studies.studies.is_empty() {
        steps(ui, lang);
    } else {
        studies(ui, lang, view, form, actions);
    }
}

/// How to time an action, in three steps.
fn steps(ui: &mut Ui, lang: Lang) {
    card::columns(ui, 3, |columns| {
        let parts = [
            (icons::LIST_CHECKS, "watch-step-choose"),
            (icons::TIMER, "watch-step-time"),
            (icons::CHART_SCATTER, "watch-step-look"),
        ];
        for (number, (column, (icon, key))) in columns.iter_mut().zip(parts).enumerate() {
            card::card(column, "", |ui| {
                let theme = Theme::of(ui);
                ui.set_min_height(measure::PRIMARY * 2.0 + space::S);
                ui.horizontal(|ui| {
                    ui.label(egui::RichText::new(icon).size(size::SECTION).color(theme.accent));
                    ui.label(theme.strong(format!("{}. {}", number + 1, lang.t(key))));
                });
                ui.add(egui::Label::new(theme.quiet(lang.t(&format!("{key}-text")))).wrap());
            });
        }
    });
}

fn studies(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let titles = [
        "watch-action",
        "watch-column-source",
        "watch-column-observations",
        "watch-column-kept",
        "watch-column-flags",
        "watch-column-norm",
    ]
    .map(|key| lang.t(key));
    let [action, source, observations, kept, flags, norm] = &titles;
    let heads = [
        Head::text(action),
        Head::text(source).exact(160.0),
        Head::number(observations, 96.0),
        Head::number(kept, 96.0),
        Head::text(flags).exact(168.0),
        Head::number(norm, 112.0),
    ];
    let list = &view.studies.studies;
    let mut chosen = None;
    card::card(ui, &lang.t("watch-studies"), |ui| {
        let height = measure::ROW * ink::px(list.len().min(8) + 1) + space::XL;
        ui.allocate_ui(egui::vec2(ui.available_width(), height), |ui| {
            Table::new(&lang.t("watch-studies"), &heads).height(height).show(
                ui,
                list.len(),
                &mut chosen,
                |ui, row, column| {
                    if let Some(study) = list.get(row) {
                        cell(ui, lang, view, study, column);
                    }
                },
            );
        });
    });
    // A click on a study chooses its action.
    if let Some(study) = chosen.and_then(|row| list.get(row)) {
        form.choose_action(view, study.action.code.clone(), lang, actions);
    }
}

fn cell(ui: &mut Ui, lang: Lang, view: &View<'_>, study: &StudyBrief, column: usize) {
    let whole = |count: usize| lang.whole(i64::try_from(count).unwrap_or(i64::MAX));
    match column {
        0 => drop(table::text(ui, &view.action_name(lang, &study.action.code))),
        1 => drop(table::quiet(ui, &source_word(lang, study.source))),
        2 => drop(table::number(ui, &whole(study.observations))),
        3 => drop(table::number(ui, &whole(study.kept))),
        4 if study.open_flags > 0 => {
            let text = lang.with("watch-flags", &[("count", Arg::from(study.open_flags))]);
            badge::badge_with(ui, Kind::Warn, icons::FLAG, &text);
        }
        4 => drop(table::quiet(ui, "—")),
        _ => {
            let norm = study.norm_cmin.map_or_else(|| "—".to_owned(), |norm| lang.minutes(norm));
            table::number(ui, &norm);
        }
    }
}

fn source_word(lang: Lang, source: Source) -> String {
    lang.t(match source {
        Source::Stopwatch => "watch-source-stopwatch",
        Source::Import => "watch-source-import",
        Source::CallRecord => "watch-source-call",
    })
}
