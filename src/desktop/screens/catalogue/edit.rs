//! An action being added or changed: names, group, kind, channels, criterion and proposed boost on one page, elements on the other.
//!
//! Only what was changed goes out, so that two people who edit different fields do not undo each other.

use egui::{ComboBox, Ui};

use super::elements;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::badge;
use crate::desktop::widgets::button::{Button, choices};
use crate::desktop::widgets::card;
use crate::desktop::widgets::field::{self, Field};
use crate::domain::action::ActionKind;
use crate::domain::code::Code;
use crate::domain::ticket::Channel;
use crate::domain::units::BasisPoints;
use crate::floor::command::{ActionAdd, ActionChange, CatalogueCommand};
use crate::locale::Lang;
use crate::views::norms::{ActionView, ActionsView};

/// An action being added or changed.
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own in the dialog")]
#[derive(Debug, Default)]
pub(super) struct Edit {
    /// The action as it was; none: a new one.
    before: Option<ActionView>,
    code: String,
    name_ru: String,
    name_en: String,
    group: String,
    new_group: bool,
    kind: ActionKind,
    channels: Vec<Channel>,
    criterion: String,
    boost: String,
    boost_reason: String,
    asks_amount: bool,
    elements: elements::Elements,
    on_elements: bool,
    begun: bool,
    error: String,
}

impl Edit {
    /// A new action, likely of this group.
    pub fn fresh(group: String) -> Self {
        Self { new_group: group.is_empty(), group, ..Self::default() }
    }

    /// An action as it stands.
    pub fn of(lang: Lang, action: &ActionView) -> Self {
        Self {
            before: Some(action.clone()),
            code: action.code.clone(),
            name_ru: action.name_ru.clone(),
            name_en: action.name_en.clone().unwrap_or_default(),
            group: action.group.clone(),
            kind: action.kind,
            channels: action.channels.clone(),
            criterion: action.hard_criterion.clone().unwrap_or_default(),
            boost: action.boost_bp.map(|boost| lang.factor(boost)).unwrap_or_default(),
            boost_reason: action.boost_reason.clone().unwrap_or_default(),
            asks_amount: action.asks_amount,
            elements: elements::Elements::of(&action.elements),
            ..Self::default()
        }
    }

    /// Whether the action is a new one.
    pub fn is_new(&self) -> bool {
        self.before.is_none()
    }

    /// The action's code, where it has one already.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Takes a refusal.
    pub fn refused(&mut self, text: &str) {
        text.clone_into(&mut self.error);
    }

    /// The proposed boost; ×1 where nothing is typed. `None` where it can't be read.
    fn boost(&self) -> Option<BasisPoints> {
        if self.boost.trim().is_empty() {
            return Some(BasisPoints::ONE);
        }
        words::decimal(&self.boost, 4).map(BasisPoints)
    }

    /// The command, where everything typed can be read and something differs; otherwise it says what to mend.
    pub fn command(&mut self, lang: Lang) -> Option<CatalogueCommand> {
        self.error.clear();
        let made = self.made(lang);
        match made {
            Ok(command) => Some(command),
            Err(text) => {
                self.error = text;
                None
            }
        }
    }

    fn made(&self, lang: Lang) -> Result<CatalogueCommand, String> {
        let code = Code::new(&self.code).map_err(|_| lang.t("catalogue-bad-code"))?;
        let boost = self.boost().ok_or_else(|| lang.t("norms-bad-number"))?;
        let elements = self.elements.given().ok_or_else(|| lang.t("catalogue-bad-elements"))?;
        if self.name_ru.trim().is_empty() {
            return Err(lang.t("catalogue-no-name"));
        }
        let boosted = boost != BasisPoints::ONE;
        let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let Some(before) = &self.before else {
            return Ok(CatalogueCommand::ActionAdd(ActionAdd {
                code,
                name_ru: self.name_ru.trim().to_owned(),
                name_en: text(&self.name_en),
                group: self.group.trim().to_owned(),
                kind: self.kind,
                hard_criterion: text(&self.criterion),
                channels: self.channels.clone(),
                boost_bp: boosted.then_some(boost),
                boost_reason: text(&self.boost_reason).filter(|_| boosted),
                asks_amount: self.asks_amount,
                elements,
            }));
        };
        let moved = |now: &str, was: &str| (now.trim() != was).then(|| now.trim().to_owned());
        let optional = |was: &Option<String>| was.clone().unwrap_or_default();
        let was = before.boost_bp.unwrap_or(BasisPoints::ONE);
        let reason = moved(&self.boost_reason, &optional(&before.boost_reason)).filter(|_| boosted);
        let change = ActionChange {
            name_ru: moved(&self.name_ru, &before.name_ru),
            name_en: moved(&self.name_en, &optional(&before.name_en)),
            group: moved(&self.group, &before.group),
            kind: (self.kind != before.kind).then_some(self.kind),
            hard_criterion: moved(&self.criterion, &optional(&before.hard_criterion)),
            channels: (self.channels != before.channels).then(|| self.channels.clone()),
            boost_bp: (boost != was).then_some(boost),
            boost_reason: reason,
            asks_amount: (self.asks_amount != before.asks_amount).then_some(self.asks_amount),
            elements: (elements != before.elements).then_some(elements),
            ..ActionChange::of(code.clone())
        };
        if change == ActionChange::of(code) {
            return Err(lang.t("catalogue-nothing-changed"));
        }
        Ok(CatalogueCommand::ActionChange(change))
    }
}

/// Draws the two pages.
pub(super) fn body(ui: &mut Ui, lang: Lang, actions: &ActionsView, edit: &mut Edit) {
    let pages = [
        lang.t("catalogue-page-action"),
        lang.with("catalogue-page-elements", &[("count", edit.elements.count().into())]),
    ];
    let names: Vec<&str> = pages.iter().map(String::as_str).collect();
    if let Some(page) = choices(ui, &names, usize::from(edit.on_elements)) {
        edit.on_elements = page == 1;
    }
    if edit.on_elements {
        elements::show(ui, lang, &mut edit.elements);
    } else {
        names_of(ui, lang, edit);
        belonging(ui, lang, actions, edit);
        channels(ui, lang, edit);
        let (label, hint) = (lang.t("catalogue-field-hard-criterion"), lang.t("catalogue-criterion-hint"));
        let placeholder = lang.t("catalogue-criterion-placeholder");
        let criterion = Field { hint: &hint, placeholder: &placeholder, ..Field::new(&label) };
        field::text(ui, &criterion, &mut edit.criterion);
        boost(ui, lang, edit);
        ui.checkbox(&mut edit.asks_amount, lang.t("catalogue-asks-amount"));
    }
    if !edit.error.is_empty() {
        badge::banner(ui, Kind::Bad, &edit.error, "");
    }
}

fn names_of(ui: &mut Ui, lang: Lang, edit: &mut Edit) {
    let [code, ru, en, hint] =
        ["catalogue-field-code", "catalogue-field-name-ru", "catalogue-field-name-en", "catalogue-code-hint"]
            .map(|key| lang.t(key));
    let fresh = edit.is_new();
    let begun = std::mem::replace(&mut edit.begun, true);
    if fresh {
        let code = Field { hint: &hint, width: Some(160.0), ..Field::new(&code) };
        let response = field::text(ui, &code, &mut edit.code);
        if !begun {
            response.request_focus();
        }
    }
    let placeholder = lang.t("catalogue-name-en-placeholder");
    card::columns_apart(ui, 2, space::M, |columns| {
        let [first, second] = columns else { return };
        let response = field::text(first, &Field::new(&ru), &mut edit.name_ru);
        if !fresh && !begun {
            response.request_focus();
        }
        field::text(second, &Field { placeholder: &placeholder, ..Field::new(&en) }, &mut edit.name_en);
    });
}

/// The group, one that is there or a new one, and the kind.
fn belonging(ui: &mut Ui, lang: Lang, actions: &ActionsView, edit: &mut Edit) {
    let mut groups: Vec<&str> = actions.actions.iter().map(|action| action.group.as_str()).collect();
    groups.sort_unstable();
    groups.dedup();
    let (label, fresh) = (lang.t("catalogue-field-group"), lang.t("catalogue-new-group"));
    card::columns_apart(ui, 2, space::M, |columns| {
        let [first, second] = columns else { return };
        field::wrap(first, &Field::new(&label), |ui| {
            ui.spacing_mut().interact_size.y = measure::CONTROL;
            let shown = if edit.new_group { fresh.as_str() } else { edit.group.as_str() };
            let combo = ComboBox::from_id_salt("catalogue-group").width(ui.available_width()).selected_text(shown);
            let shown = combo.show_ui(ui, |ui| {
                for group in groups.iter().filter(|group| !group.is_empty()) {
                    if ui.selectable_label(!edit.new_group && edit.group == **group, *group).clicked() {
                        (*group).clone_into(&mut edit.group);
                        edit.new_group = false;
                    }
                }
                if ui.selectable_label(edit.new_group, &fresh).clicked() {
                    edit.new_group = true;
                    edit.group.clear();
                }
            });
            shown.response
        });
        if edit.new_group {
            let name = lang.t("catalogue-new-group-name");
            field::text(first, &Field::new(&name), &mut edit.group);
        }
        second.spacing_mut().item_spacing.y = space::XS;
        layout::name(second, &lang.t("catalogue-field-kind"));
        let kinds = [ActionKind::Manual, ActionKind::Automatic];
        let words = kinds.map(|kind| lang.t(&format!("catalogue-kind-{}", kind.as_str())));
        let names: Vec<&str> = words.iter().map(String::as_str).collect();
        let place = kinds.iter().position(|kind| *kind == edit.kind).unwrap_or(0);
        if let Some(kind) = choices(second, &names, place).and_then(|place| kinds.get(place)) {
            edit.kind = *kind;
        }
        if edit.kind == ActionKind::Automatic {
            layout::caption(second, &lang.t("catalogue-automatic-hint"));
        }
    });
}

/// The channels: each pressed or not; none pressed means everywhere.
fn channels(ui: &mut Ui, lang: Lang, edit: &mut Edit) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        channel_buttons(ui, lang, edit);
    });
}

fn channel_buttons(ui: &mut Ui, lang: Lang, edit: &mut Edit) {
    layout::name(ui, &lang.t("catalogue-field-channels"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::XS);
        for channel in Channel::ALL {
            let word = lang.t(&format!("channel-{}", channel.as_str()));
            let on = edit.channels.contains(&channel);
            if Button::secondary(&word).selected(on).show(ui).clicked() {
                if on {
                    edit.channels.retain(|other| *other != channel);
                } else {
                    edit.channels.push(channel);
                    edit.channels = crate::domain::action::in_order(&edit.channels);
                }
            }
        }
    });
    let hint = if edit.channels.is_empty() { "catalogue-channels-none" } else { "catalogue-channels-some" };
    layout::caption(ui, &lang.t(hint));
}

fn boost(ui: &mut Ui, lang: Lang, edit: &mut Edit) {
    let [boost, reason, hint, placeholder, wrong] = [
        "catalogue-field-boost",
        "catalogue-field-boost-reason",
        "catalogue-boost-hint",
        "norms-boost-placeholder",
        "norms-bad-number",
    ]
    .map(|key| lang.t(key));
    let error = if edit.boost().is_none() { wrong.as_str() } else { "" };
    layout::pair(ui, 200.0, |ui, first| {
        if first {
            field::text(ui, &Field { hint: &hint, error, placeholder: "1", ..Field::new(&boost) }, &mut edit.boost);
        } else {
            field::text(ui, &Field { placeholder: &placeholder, ..Field::new(&reason) }, &mut edit.boost_reason);
        }
    });
}
