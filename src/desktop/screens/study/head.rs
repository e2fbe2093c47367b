//! The head of a study: action, source, conditions, the norm with all excluded readings beside it, the interval, what lacks and the next
//! best step, and the pages.

use egui::Ui;

use super::pieces::{Fact, NARROWEST, facts, says};
use super::{ACTS, Act, Form, PAGES, View, words};
use crate::desktop::action::StudyPage;
use crate::desktop::app::menu::key_word;
use crate::desktop::icons;
use crate::desktop::screens::study_words::{self, Wanted};
use crate::desktop::theme::{Kind, Theme, space};
use crate::desktop::widgets::button::{Button, icon_button};
use crate::desktop::widgets::{badge, card};
use crate::domain::study::Source;
use crate::locale::{Arg, Lang};
use crate::views::studies::StudyView;

/// Precision is asked to be at least this, in per cent.
const TARGET: f64 = 10.0;

/// The key of an act as people read it.
pub(super) fn key_of(ui: &Ui, lang: Lang, act: Act) -> String {
    let info = ACTS.iter().find(|info| info.id == act);
    info.map(|info| info.key_text(ui.ctx(), &key_word(lang))).unwrap_or_default()
}

/// Draws the head; gives what was pressed.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, study: &StudyView, form: &Form) -> Option<Act> {
    let keeps = view.studies.keeps;
    let mut pressed = title(ui, lang, view, study);
    card::card(ui, "", |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        figures(ui, lang, view, study);
        if conditions(ui, lang, study, keeps) {
            pressed = Some(Act::Conditions);
        }
        steps(ui, lang, study);
    });
    pressed.or(pages(ui, lang, study, form))
}

fn title(ui: &mut Ui, lang: Lang, view: &View<'_>, study: &StudyView) -> Option<Act> {
    let mut pressed = None;
    let name = view.action_name(lang, &study.action.code);
    let width = ui.available_width();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        if icon_button(ui, icons::ARROW_LEFT, &lang.t("study-act-back"), &key_of(ui, lang, Act::Back)).clicked() {
            pressed = Some(Act::Back);
        }
        card::screen_title(ui, &name, |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            // Where there is little room, the title needs it more than icons and keys do.
            let short = width < NARROWEST;
            let mut acts = vec![(Act::Csv, "study-csv", "study-act-csv"), (Act::Xlsx, "study-xlsx", "study-act-xlsx")];
            if view.studies.keeps {
                acts.push((Act::Stopwatch, "study-to-stopwatch", "study-act-stopwatch"));
            }
            for (act, word, tooltip) in acts {
                let (word, tooltip, key) = (lang.t(word), lang.t(tooltip), key_of(ui, lang, act));
                let icon = if act == Act::Stopwatch { icons::TIMER } else { icons::DOWNLOAD_SIMPLE };
                if short && act == Act::Stopwatch {
                    if icon_button(ui, icon, &tooltip, &key).clicked() {
                        pressed = Some(act);
                    }
                    continue;
                }
                let button = Button::secondary(&word).icon(if short { "" } else { icon }).tooltip(&tooltip);
                let button = if short || act == Act::Csv { button } else { button.key(&key) };
                if button.show(ui).clicked() {
                    pressed = Some(act);
                }
            }
        });
    });
    pressed
}

/// Where the readings come from; of call records that they hold the talk only.
fn source(ui: &mut Ui, lang: Lang, source: Source) {
    let word = words::source(lang, source);
    if source == Source::CallRecord {
        let word = lang.with("study-source-talk-only", &[("source", Arg::Text(&word))]);
        badge::badge_with(ui, Kind::Warn, icons::PHONE, &word).on_hover_text(lang.t("study-talk-only"));
    } else {
        badge::badge_with(ui, Kind::Neutral, source_icon(source), &word);
    }
}

fn source_icon(source: Source) -> &'static str {
    match source {
        Source::Stopwatch => icons::TIMER,
        Source::Import => icons::DOWNLOAD_SIMPLE,
        Source::CallRecord => icons::PHONE,
    }
}

/// The numbers that matter, side by side.
fn figures(ui: &mut Ui, lang: Lang, view: &View<'_>, study: &StudyView) {
    let (summary, report, unit) = (&study.summary, &study.report, lang.t("unit-min"));
    let labels = ["study-norm", "study-interval", "study-precision", "study-kept", "study-operators", "study-period"];
    let [norm_label, interval_label, precision_label, kept_label, operators_label, period_label] =
        labels.map(|key| lang.t(key));
    let norm = format!("{} {unit}", words::norm(lang, study.norm_cmin));
    let all = words::norm(lang, study.norm_with_excluded_cmin);
    let norm_note = lang.with("study-norm-all", &[("norm", Arg::Text(&all))]);
    let interval = words::range(lang, summary.low, summary.high).unwrap_or_else(|| words::NOTHING.to_owned());
    let method = report.method.as_deref().map(|method| study_words::method(lang, method)).unwrap_or_default();
    let precision = summary.precision_percent;
    let reached = precision.is_some_and(|precision| precision <= TARGET);
    let precision_text =
        precision.map_or_else(|| words::NOTHING.to_owned(), |precision| format!("±{} %", lang.number(precision, 1)));
    let more = |key: &str, more: u64| {
        let more = i64::try_from(more).unwrap_or(i64::MAX);
        lang.with(key, &[("number", (&lang.whole(more)).into())])
    };
    let precision_note = match summary.targets.get(1).map(study_words::wanted) {
        _ if reached => lang.t("study-precision-reached"),
        Some(Wanted::Observations(count)) => more("study-precision-needed", count),
        Some(Wanted::Operators(count)) => more("study-precision-operators", count),
        Some(Wanted::Tickets(count)) => more("study-precision-tickets", count),
        Some(Wanted::Nothing | Wanted::Unknown) | None => String::new(),
    };
    let kept = words::count(lang, summary.n);
    let kept_note =
        lang.with("study-kept-note", &[("hard", study.hard_count.into()), ("excluded", study.excluded_count.into())]);
    let operators = words::count(lang, summary.operators);
    let few = summary.few_operators && summary.n > 0;
    let operators_note = lang.t(if few { "study-operators-few" } else { "study-operators-enough" });
    let days = words::count(lang, report.days);
    let period = period(lang, view, study);
    let fact = |label, value, note, kind| Fact { label, value, note, kind };
    facts(
        ui,
        &[
            (1.1, fact(&norm_label, &norm, &norm_note, Kind::Neutral)),
            (1.8, fact(&interval_label, &interval, &method, Kind::Neutral)),
            (
                1.15,
                fact(
                    &precision_label,
                    &precision_text,
                    &precision_note,
                    if reached { Kind::Ok } else { Kind::Neutral },
                ),
            ),
            (1.2, fact(&kept_label, &kept, &kept_note, Kind::Neutral)),
            (1.0, fact(&operators_label, &operators, &operators_note, if few { Kind::Warn } else { Kind::Neutral })),
            (1.25, fact(&period_label, &days, &period, Kind::Neutral)),
        ],
    );
}

fn period(lang: Lang, view: &View<'_>, study: &StudyView) -> String {
    let brief = view.studies.studies.iter().find(|brief| brief.study == study.study);
    brief.map(|brief| words::days(lang, brief.from, brief.to)).unwrap_or_default()
}

/// The conditions in a line, with the button that describes them. Says whether it was pressed.
fn conditions(ui: &mut Ui, lang: Lang, study: &StudyView, keeps: bool) -> bool {
    let theme = Theme::of(ui);
    let text = match study.conditions.as_deref().filter(|text| !text.trim().is_empty()) {
        Some(text) => lang.with("study-conditions", &[("conditions", Arg::Text(text))]),
        None => lang.t("study-conditions-none"),
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = space::XL;
        ui.spacing_mut().item_spacing.x = space::XS;
        source(ui, lang, study.source);
        ui.add_space(space::XS);
        let key = key_of(ui, lang, Act::Conditions);
        let pressed = keeps && {
            let tooltip = lang.t("study-act-conditions");
            let button = Button::quiet("").icon(icons::PENCIL_SIMPLE).tooltip(&tooltip).key(&key);
            button.width(space::XL).height(space::XL).show(ui).clicked()
        };
        ui.add(egui::Label::new(theme.quiet(text)).truncate());
        pressed
    })
    .inner
}

/// What lacks and the next best step; and what has to be known before anybody uses the norm.
fn steps(ui: &mut Ui, lang: Lang, study: &StudyView) {
    let report = &study.report;
    if report.repeat {
        let percent = words::number(lang, report.excluded_percent, 1);
        says(ui, Kind::Warn, icons::WARNING, &lang.with("study-repeat", &[("percent", Arg::Text(&percent))]));
    }
    if let Some(code) = study.summary.no_interval.as_deref() {
        says(ui, Kind::Neutral, icons::INFO, &study_words::no_interval(lang, code));
    }
    let lacks: Vec<String> = report.lacks.iter().map(|lack| study_words::lack(lang, lack)).collect();
    match (&report.next_step, lacks.is_empty()) {
        (None, true) if study.summary.n > 0 => {
            says(ui, Kind::Ok, icons::CHECK_CIRCLE, &lang.t("study-nothing-lacks"));
        }
        (None, true) => {}
        (step, _) => {
            let step = step.as_ref().map(|step| study_words::step(lang, step));
            let text = match (step, lacks.is_empty()) {
                (Some(step), true) => step,
                (Some(step), false) => {
                    let lacks = lacks.join("; ");
                    lang.with("study-step-and-lacks", &[("step", Arg::Text(&step)), ("lacks", Arg::Text(&lacks))])
                }
                (None, _) => lacks.join("; "),
            };
            says(ui, Kind::Accent, icons::ARROW_RIGHT, &text);
        }
    }
}

/// The pages as a row of choices with their keys.
fn pages(ui: &mut Ui, lang: Lang, study: &StudyView, form: &Form) -> Option<Act> {
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
        for (page, act) in PAGES {
            let word = match page {
                StudyPage::Readings => lang.t("study-page-readings"),
                StudyPage::Flags if study.open_flags > 0 => {
                    lang.with("study-page-flags-open", &[("count", study.open_flags.into())])
                }
                StudyPage::Flags => lang.t("study-page-flags"),
                StudyPage::Distribution => lang.t("study-page-distribution"),
                StudyPage::Operators => lang.t("study-page-operators"),
                StudyPage::Time => lang.t("study-page-time"),
                StudyPage::Drift => lang.t("study-page-drift"),
            };
            let key = key_of(ui, lang, act);
            let here = page == form.page;
            let button = if here { Button::secondary(&word).selected(true) } else { Button::quiet(&word) };
            if button.key(&key).show(ui).clicked() {
                pressed = Some(act);
            }
        }
    });
    pressed
}
