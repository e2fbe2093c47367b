//! The chosen set: where it stands on its way to an order, what it still lacks, its table, and the steps that are open.

use egui::{Align, Align2, Layout, Role, Sense, Ui, Vec2, WidgetInfo};

use super::dialogs::{NewSet, Submit};
use super::{Dialog, Form, SEND, layout, lines, words};
use crate::desktop::action::{Action, StudyPage};
use crate::desktop::icons;
use crate::desktop::keys;
use crate::desktop::screens::study;
use crate::desktop::theme::{Kind, Theme, font, size, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, card, ink};
use crate::domain::norm_set::SetState;
use crate::locale::{Arg, Lang};
use crate::views::norms::{ActionsView, SetView, SetsView};
use crate::views::studies::{DriftView, NormDrift};

/// The way of a set, from left to right.
const WAY: [SetState; 4] = [SetState::Draft, SetState::Submitted, SetState::Approved, SetState::InForce];

/// Draws the set.
#[expect(clippy::too_many_arguments, reason = "the contract of screens: views, form, actions")]
pub fn show(
    ui: &mut Ui,
    lang: Lang,
    sets: &SetsView,
    set: &SetView,
    catalogue: &ActionsView,
    drift: Option<&DriftView>,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let drift = drift.filter(|_| set.state == SetState::InForce);
    let keeps = sets.departments.iter().any(|department| department.code == set.department.code);
    let draft = keeps && set.state.is_draft();
    if draft && form.dialog.is_none() && keys::is_pressed(ui.ctx(), &SEND) {
        form.dialog = Some(Dialog::Submit(Submit::new(set.set)));
    }
    let room = layout::titled_room(ui).max(280.0);
    let mut open = None;
    let right = |ui: &mut Ui| open = buttons(ui, lang, sets, set, keeps, draft);
    card::card_with(ui, &set.name, right, |ui| {
        let bottom = ui.cursor().top() + room;
        ui.set_min_height(room);
        ui.spacing_mut().item_spacing.y = space::M;
        way(ui, lang, set);
        notes(ui, lang, set, draft, form, actions);
        drifted(ui, lang, drift, actions);
        let left = bottom - ui.cursor().top();
        lines::show(ui, lang, set, catalogue, drift, draft, form, left.max(220.0));
    });
    if open.is_some() {
        form.dialog = open;
    }
}

fn buttons(ui: &mut Ui, lang: Lang, sets: &SetsView, set: &SetView, keeps: bool, draft: bool) -> Option<Dialog> {
    let mut open = None;
    if draft {
        let key = SEND.key_text(ui.ctx(), &|_| None);
        // A head is as high as a control: the primary here is not higher.
        let word = lang.t("norms-submit");
        let button = Button::primary(&word)
            .icon(icons::PAPER_PLANE_TILT)
            .key(&key)
            .height(crate::desktop::theme::measure::CONTROL);
        if button.show(ui).clicked() {
            open = Some(Dialog::Submit(Submit::new(set.set)));
        }
    }
    if keeps && Button::quiet(&lang.t("norms-copy")).icon(icons::COPY).show(ui).clicked() {
        open = Some(Dialog::New(NewSet::new(lang, sets, Some(set))));
    }
    open
}

/// The steps of a set's life with the present one marked; a word stands under each.
fn way(ui: &mut Ui, lang: Lang, set: &SetView) {
    let place = match set.state {
        SetState::Draft | SetState::Returned | SetState::Pilot => 0,
        SetState::Submitted => 1,
        SetState::Approved => 2,
        SetState::InForce | SetState::Superseded | SetState::Revoked => 3,
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (step, state) in WAY.into_iter().enumerate() {
            let state = if step == place { set.state } else { state };
            if step > 0 {
                let (rect, _) = ui.allocate_exact_size(Vec2::new(space::XL, size::SECTION), Sense::hover());
                ui.painter().hline(rect.x_range(), rect.center().y, Theme::of(ui).hairline());
            }
            one_step(ui, lang, state, step, place);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let theme = Theme::of(ui);
            let text = match (&set.order, set.effective) {
                (Some(number), Some(day)) => {
                    lang.with("norms-by-order", &[("number", Arg::Text(number)), ("day", Arg::Text(&lang.date(day)))])
                }
                _ => lang
                    .with("norms-allowance-of-set", &[("share", Arg::Text(&words::per_cent(lang, set.allowance_bp)))]),
            };
            ui.add(egui::Label::new(theme.quiet(text)).truncate());
        });
    });
}

fn one_step(ui: &mut Ui, lang: Lang, state: SetState, step: usize, place: usize) {
    let theme = Theme::of(ui);
    let (kind, own, word) = words::state(state);
    let word = lang.t(&word);
    let (icon, colour, ink_of_word) = match step.cmp(&place) {
        std::cmp::Ordering::Less => (icons::CHECK_CIRCLE, theme.muted, theme.muted),
        std::cmp::Ordering::Equal => (own, theme.ink(kind), theme.text),
        std::cmp::Ordering::Greater => (icons::CIRCLE, theme.muted, theme.muted),
    };
    let letters = if step == place { font::bold() } else { font::body() };
    let text = ink::line(ui, &word, letters, ink_of_word, f32::INFINITY);
    let width = size::ICON + space::XS + text.size().x.ceil();
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, size::TITLE), Sense::hover());
    response.widget_info(|| WidgetInfo::selected(Role::Label, true, step == place, &word));
    ink::icon(ui.painter(), egui::pos2(rect.left() + size::ICON / 2.0, rect.center().y), icon, size::ICON, colour);
    ink::place(ui.painter(), text, rect.with_min_x(rect.left() + size::ICON + space::XS), Align2::LEFT_CENTER);
}

/// The comment of a return, what a draft lacks, grounds, and remarks of the last answer.
fn notes(ui: &mut Ui, lang: Lang, set: &SetView, draft: bool, form: &mut Form, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = space::S;
    if set.state == SetState::Returned
        && let Some(comment) = &set.comment
    {
        badge::banner(ui, Kind::Warn, &lang.with("norms-returned", &[("comment", Arg::Text(comment))]), "");
    }
    if !set.missing.is_empty() && draft {
        badge::banner(ui, Kind::Warn, &lang.with("norms-missing", &[("count", set.missing.len().into())]), "");
    }
    for open in &set.open_flags {
        let line = set.lines.iter().find(|line| line.action == open.action);
        let name = line.map_or(open.action.as_str(), |line| words::name(lang, &line.name_ru, line.name_en.as_deref()));
        let text = lang.with("norms-flags", &[("action", Arg::Text(name)), ("count", open.count.into())]);
        let word = if draft { lang.t("norms-to-study") } else { String::new() };
        if badge::banner(ui, Kind::Warn, &text, &word) {
            actions.push(Action::OpenStudy(Some(open.study), StudyPage::Flags));
        }
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
    if let Some(grounds) = set.grounds.as_deref().filter(|_| !set.state.is_draft()) {
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
