//! The chosen set: where it stands on its way to an order, what it still lacks, its table, and the steps that are open.

use egui::Ui;

use super::dialogs::NewSet;
use super::steps::{Pilot, Submit, Withdraw};
use super::terms::Terms;
use super::{CHANGE, Dialog, Form, REPORT, SEND, TRY_OUT, View, bar, lacks, layout, lines, words};
use crate::desktop::action::{Action, StudyPage};
use crate::desktop::app::menu::key_word;
use crate::desktop::icons;
use crate::desktop::keys;
use crate::desktop::screens::study;
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::button::{Button, icon_button};
use crate::desktop::widgets::{badge, card};
use crate::domain::norm_set::SetState;
use crate::locale::{Arg, Lang};
use crate::views::norms::SetView;
use crate::views::studies::{DriftView, NormDrift};

/// Draws the set.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, set: &SetView, form: &mut Form, actions: &mut Vec<Action>) {
    let drift = view.drift.filter(|_| set.state == SetState::InForce);
    let keeps = view.sets.departments.iter().any(|department| department.code == set.department.code);
    let draft = keeps && set.state.is_draft();
    let room = layout::titled_room(ui).max(280.0);
    let (by_key, mut by_button, mut terms) = (pressed(ui, form, keeps, set), None, false);
    let right = |ui: &mut Ui| by_button = buttons(ui, lang, set, keeps);
    card::card_with(ui, &set.name, right, |ui| {
        let bottom = ui.cursor().top() + room;
        ui.set_min_height(room);
        ui.spacing_mut().item_spacing.y = space::S;
        bar::show(ui, lang, set);
        terms = bar::terms(ui, lang, set, draft, &CHANGE.key_text(ui.ctx(), &key_word(lang)));
        notes(ui, lang, view, set, draft, form, actions);
        drifted(ui, lang, drift, actions);
        let left = bottom - ui.cursor().top();
        lines::show(ui, lang, set, view.catalogue, drift, draft, form, left.max(220.0));
    });
    match by_key.or(by_button).or(terms.then_some(Step::Terms)) {
        Some(Step::Submit) => form.dialog = Some(Dialog::Submit(Submit::new(set))),
        Some(Step::Pilot) => form.dialog = Some(Dialog::Pilot(Pilot::new(lang, view.sets, set))),
        Some(Step::Withdraw) => form.dialog = Some(Dialog::Withdraw(Withdraw::new(set.set))),
        Some(Step::Terms) => form.dialog = Some(Dialog::Terms(Terms::new(lang, set))),
        Some(Step::Copy) => form.dialog = Some(Dialog::New(NewSet::copy(lang, view.sets, Some(set)))),
        Some(Step::Report) => form.reading = true,
        None => {}
    }
}

/// A step that can be taken with a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Submit,
    Pilot,
    Withdraw,
    Terms,
    Copy,
    Report,
}

impl Step {
    /// Whether the step is open: to who keeps the set, by where it stands. The report is everybody's who sees the set here.
    fn is_open(self, keeps: bool, set: &SetView) -> bool {
        let (draft, pilot) = (set.state.is_draft(), set.state == SetState::Pilot);
        match self {
            Self::Submit => keeps && (draft || pilot),
            Self::Pilot | Self::Terms => keeps && draft,
            Self::Withdraw => keeps && (pilot || set.state == SetState::Submitted),
            Self::Copy => keeps,
            Self::Report => !set.lines.is_empty(),
        }
    }
}

/// The step whose key was pressed.
fn pressed(ui: &Ui, form: &Form, keeps: bool, set: &SetView) -> Option<Step> {
    if form.dialog.is_some() {
        return None;
    }
    let keys = [(Step::Submit, &SEND), (Step::Pilot, &TRY_OUT), (Step::Terms, &CHANGE), (Step::Report, &REPORT)];
    let open = keys.into_iter().filter(|(step, _)| step.is_open(keeps, set));
    open.filter(|(_, key)| keys::is_pressed(ui.ctx(), key)).map(|(step, _)| step).next()
}

/// The steps as buttons, from right to left.
fn buttons(ui: &mut Ui, lang: Lang, set: &SetView, keeps: bool) -> Option<Step> {
    let mut asked = None;
    let key = |info: &keys::ActionInfo<()>| info.key_text(ui.ctx(), &key_word(lang));
    let [send, pilot, report] = [&SEND, &TRY_OUT, &REPORT].map(key);
    let [submit, start, read, back] =
        ["norms-submit", "norms-pilot", "norms-report", "norms-withdraw"].map(|key| lang.t(key));
    // A head is as high as a control: the primary here is not higher.
    let primary = Button::primary(&submit).icon(icons::PAPER_PLANE_TILT).height(measure::CONTROL).key(&send);
    let all = [
        (Step::Submit, primary),
        (Step::Pilot, Button::secondary(&start).icon(icons::HOURGLASS_MEDIUM).key(&pilot)),
        (Step::Withdraw, Button::secondary(&back).icon(icons::ARROW_U_UP_LEFT)),
        (Step::Report, Button::secondary(&read).icon(icons::CHART_LINE_UP).key(&report)),
    ];
    for (step, button) in all {
        if step.is_open(keeps, set) && button.show(ui).clicked() {
            asked = Some(step);
        }
    }
    if Step::Copy.is_open(keeps, set) && icon_button(ui, icons::COPY, &lang.t("norms-copy"), "").clicked() {
        asked = Some(Step::Copy);
    }
    asked
}

/// The comment of a return, what a draft lacks, grounds, and remarks of the last answer.
fn notes(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    set: &SetView,
    draft: bool,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    ui.spacing_mut().item_spacing.y = space::S;
    if set.state == SetState::Returned
        && let Some(comment) = &set.comment
    {
        badge::banner(ui, Kind::Warn, &lang.with("norms-returned", &[("comment", Arg::Text(comment))]), "");
    }
    if set.state.is_draft() {
        lacks::show(ui, lang, set, view.catalogue, draft, form, actions);
    }
    if form.remarks_of == Some(set.set) && !form.remarks.is_empty() {
        let mut read = false;
        let last = form.remarks.len() - 1;
        for (place, remark) in form.remarks.iter().enumerate() {
            let word = if place == last { lang.t("norms-remarks-read") } else { String::new() };
            read |= badge::banner(ui, Kind::Accent, remark, &word);
        }
        if read {
            form.remarks.clear();
        }
    }
    if let Some(grounds) = set.grounds.as_deref().filter(|_| !set.state.is_draft() && set.state != SetState::Pilot) {
        layout::fact(ui, &lang.t("norms-grounds"), grounds);
    }
    ui.spacing_mut().item_spacing.y = space::M;
}

/// The norms in force that no longer agree with real handling times: named, with the way to the study. Several are told in one line.
fn drifted(ui: &mut Ui, lang: Lang, drift: Option<&DriftView>, actions: &mut Vec<Action>) {
    let norms = drift.map(|drift| drift.norms.as_slice()).unwrap_or_default();
    let moved: Vec<&NormDrift> = norms.iter().filter(|norm| study::words::is_drifted(norm.verdict)).collect();
    let (text, study) = match moved.as_slice() {
        [] => return,
        [norm] => {
            let name = words::name(lang, &norm.name_ru, norm.name_en.as_deref());
            let off = study::words::off_by(lang, norm.ratio);
            let named = [("action", Arg::Text(name)), ("off", Arg::Text(&off))];
            (lang.with("norms-drifted", &named), norm.study)
        }
        several => (lang.with("norms-drifted-several", &[("count", several.len().into())]), None),
    };
    if badge::banner(ui, Kind::Warn, &text, &lang.t("norms-to-study")) {
        actions.push(Action::OpenStudy(study, StudyPage::Drift));
    }
}
