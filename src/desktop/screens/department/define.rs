//! The dialog of an indicator's definition: names, unit, and what is counted over what. It holds from the running month on.

use egui::{ComboBox, Ui};

use super::{Outcome, View};
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::button::{Button, choices};
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::{badge, card};
use crate::domain::code::{Code, folded};
use crate::domain::indicator::{Definition, Measure, Of, Unit};
use crate::domain::ticket::ContactOutcome;
use crate::floor::command::{DepartmentCommand, IndicatorDefine};
use crate::locale::{Arg, Lang};
use crate::views::norms::ActionsView;
use crate::views::tasks::IndicatorView;

const WIDTH: f32 = 640.0;

const UNITS: [(Unit, &str); 5] = [
    (Unit::Percent, "indicator-unit-percent"),
    (Unit::Money, "indicator-unit-money"),
    (Unit::Minutes, "indicator-unit-minutes"),
    (Unit::Number, "indicator-unit-number"),
    (Unit::Points, "indicator-unit-points"),
];

/// The kinds of measures, in the order in which they are offered.
const KINDS: [&str; 16] = [
    "decisions",
    "hard-decisions",
    "deals",
    "amount",
    "tickets",
    "outcomes",
    "contacts",
    "repeat-contacts",
    "kpi",
    "measured",
    "plan",
    "worked",
    "calls",
    "processed-calls",
    "rating-sum",
    "ratings",
];

/// The kind of a measure, as its words are named.
pub(super) fn kind_of(measure: &Measure) -> &'static str {
    match measure {
        Measure::Decisions(_) => "decisions",
        Measure::HardDecisions(_) => "hard-decisions",
        Measure::Deals(_) => "deals",
        Measure::Amount(_) => "amount",
        Measure::Tickets => "tickets",
        Measure::Outcomes(_) => "outcomes",
        Measure::Contacts => "contacts",
        Measure::RepeatContacts => "repeat-contacts",
        Measure::Kpi => "kpi",
        Measure::Measured => "measured",
        Measure::Plan => "plan",
        Measure::Worked => "worked",
        Measure::Calls => "calls",
        Measure::ProcessedCalls => "processed-calls",
        Measure::RatingSum(_) => "rating-sum",
        Measure::Ratings(_) => "ratings",
    }
}

/// A measure being typed.
#[derive(Debug, Clone)]
struct Typed {
    kind: &'static str,
    actions: String,
    groups: String,
    outcomes: Vec<ContactOutcome>,
    rating: String,
}

impl Default for Typed {
    fn default() -> Self {
        Self {
            kind: "decisions",
            actions: String::new(),
            groups: String::new(),
            outcomes: Vec::new(),
            rating: String::new(),
        }
    }
}

/// The parts of a list typed with commas.
fn parts(text: &str) -> Vec<String> {
    text.split(',').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

impl Typed {
    fn of(measure: &Measure) -> Self {
        let mut typed = Self { kind: kind_of(measure), ..Self::default() };
        match measure {
            Measure::Decisions(of) | Measure::HardDecisions(of) | Measure::Deals(of) | Measure::Amount(of) => {
                typed.actions = of.actions.join(", ");
                typed.groups = of.groups.join(", ");
            }
            Measure::Outcomes(outcomes) => typed.outcomes.clone_from(outcomes),
            Measure::RatingSum(kind) | Measure::Ratings(kind) => typed.rating.clone_from(kind),
            _ => {}
        }
        typed
    }

    fn is_of_decisions(&self) -> bool {
        matches!(self.kind, "decisions" | "hard-decisions" | "deals" | "amount")
    }

    /// The measure, or what to mend.
    fn made(&self, lang: Lang, known: Option<&ActionsView>) -> Result<Measure, String> {
        let of = Of { actions: parts(&self.actions), groups: parts(&self.groups) };
        if self.is_of_decisions() {
            known_all(lang, &of, known)?;
        }
        let rating = self.rating.trim().to_owned();
        Ok(match self.kind {
            "decisions" => Measure::Decisions(of),
            "hard-decisions" => Measure::HardDecisions(of),
            "deals" => Measure::Deals(of),
            "amount" => Measure::Amount(of),
            "tickets" => Measure::Tickets,
            "outcomes" if self.outcomes.is_empty() => return Err(lang.t("indicator-no-outcome")),
            "outcomes" => Measure::Outcomes(self.outcomes.clone()),
            "contacts" => Measure::Contacts,
            "repeat-contacts" => Measure::RepeatContacts,
            "kpi" => Measure::Kpi,
            "measured" => Measure::Measured,
            "plan" => Measure::Plan,
            "worked" => Measure::Worked,
            "calls" => Measure::Calls,
            "processed-calls" => Measure::ProcessedCalls,
            _ if rating.is_empty() => return Err(lang.t("indicator-no-rating")),
            "rating-sum" => Measure::RatingSum(rating),
            _ => Measure::Ratings(rating),
        })
    }
}

/// A code or group that the catalogue does not have counts nothing: it is said before it is sent.
fn known_all(lang: Lang, of: &Of, known: Option<&ActionsView>) -> Result<(), String> {
    let Some(catalogue) = known else { return Ok(()) };
    let has = |test: &dyn Fn(&crate::views::norms::ActionView) -> bool| catalogue.actions.iter().any(test);
    let strange_code = of.actions.iter().find(|code| !has(&|action| folded(&action.code) == folded(code)));
    if let Some(code) = strange_code {
        return Err(lang.with("indicator-unknown-action", &[("code", Arg::Text(code))]));
    }
    let strange_group = of.groups.iter().find(|group| !has(&|action| folded(&action.group) == folded(group)));
    match strange_group {
        Some(group) => Err(lang.with("indicator-unknown-group", &[("group", Arg::Text(group))])),
        None => Ok(()),
    }
}

/// What the dialog remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    /// The indicator that is defined anew; none for another one.
    before: Option<String>,
    code: String,
    name_ru: String,
    name_en: String,
    about_ru: String,
    about_en: String,
    unit: usize,
    numerator: Typed,
    denominator: Typed,
    begun: bool,
    /// Why the last attempt came to nothing.
    pub error: String,
}

impl Form {
    /// The definition of an indicator, to be changed.
    pub fn of(one: &IndicatorView) -> Self {
        let definition = &one.definition;
        Self {
            before: Some(one.indicator.clone()),
            code: one.indicator.clone(),
            name_ru: definition.name_ru.clone(),
            name_en: definition.name_en.clone(),
            about_ru: definition.about_ru.clone(),
            about_en: definition.about_en.clone(),
            unit: UNITS.iter().position(|(unit, _)| *unit == definition.unit).unwrap_or_default(),
            numerator: Typed::of(&definition.numerator),
            denominator: Typed::of(&definition.denominator),
            ..Self::default()
        }
    }

    fn made(&self, lang: Lang, known: Option<&ActionsView>) -> Result<DepartmentCommand, String> {
        let indicator = Code::new(self.code.trim()).map_err(|_| lang.t("indicator-bad-code"))?;
        if self.name_ru.trim().is_empty() || self.name_en.trim().is_empty() {
            return Err(lang.t("indicator-no-name"));
        }
        let definition = Definition {
            name_ru: self.name_ru.trim().to_owned(),
            name_en: self.name_en.trim().to_owned(),
            about_ru: self.about_ru.trim().to_owned(),
            about_en: self.about_en.trim().to_owned(),
            unit: UNITS.get(self.unit).map_or(Unit::Percent, |(unit, _)| *unit),
            numerator: self.numerator.made(lang, known)?,
            denominator: self.denominator.made(lang, known)?,
        };
        Ok(DepartmentCommand::IndicatorDefine(IndicatorDefine { indicator, from: None, definition }))
    }
}

pub(super) fn dialog(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, confirmed: bool, busy: bool) -> Outcome {
    let title = lang.t(if form.before.is_some() { "indicator-edit-title" } else { "indicator-new-title" });
    let shown = layout::dialog(ui, lang, &title, WIDTH, |ui| {
        layout::quiet(ui, &lang.t("indicator-from-now"));
        names(ui, lang, form);
        layout::name(ui, &lang.t("indicator-unit"));
        let units = UNITS.map(|(_, key)| lang.t(key));
        let words: Vec<&str> = units.iter().map(String::as_str).collect();
        if let Some(unit) = choices(ui, &words, form.unit) {
            form.unit = unit;
        }
        measure(ui, lang, &lang.t("indicator-numerator"), &mut form.numerator);
        measure(ui, lang, &lang.t("indicator-denominator"), &mut form.denominator);
        if !form.error.is_empty() {
            badge::banner(ui, Kind::Bad, &form.error, "");
        }
        layout::send(ui, &lang.t("indicator-save"), !busy)
    });
    if shown.closed {
        return Outcome::Closed;
    }
    if !(shown.inner || confirmed) || busy {
        return Outcome::Open;
    }
    match form.made(lang, view.actions) {
        Ok(command) => Outcome::Send(Box::new(command)),
        Err(text) => {
            form.error = text;
            Outcome::Open
        }
    }
}

fn names(ui: &mut Ui, lang: Lang, form: &mut Form) {
    let [code, hint, ru, en, about_ru, about_en] = [
        "indicator-code",
        "indicator-code-hint",
        "indicator-name-ru",
        "indicator-name-en",
        "indicator-about-ru",
        "indicator-about-en",
    ]
    .map(|key| lang.t(key));
    let begun = std::mem::replace(&mut form.begun, true);
    if form.before.is_none() {
        let code = Field { hint: &hint, width: Some(240.0), ..Field::new(&code) };
        let response = field::text(ui, &code, &mut form.code);
        if !begun {
            response.request_focus();
        }
    }
    for (labels, texts) in [
        ([&ru, &en], [&mut form.name_ru, &mut form.name_en]),
        ([&about_ru, &about_en], [&mut form.about_ru, &mut form.about_en]),
    ] {
        card::columns_apart(ui, 2, space::M, |columns| {
            for ((column, label), text) in columns.iter_mut().zip(labels).zip(texts) {
                field::text(column, &Field::new(label), text);
            }
        });
    }
}

/// What is counted: its kind, and what that kind has to know.
fn measure(ui: &mut Ui, lang: Lang, title: &str, typed: &mut Typed) {
    let word = |kind: &str| lang.t(&format!("measure-{kind}"));
    field::wrap(ui, &Field::new(title), |ui| {
        ui.spacing_mut().interact_size.y = measure::CONTROL;
        let combo = ComboBox::from_id_salt(title).width(ui.available_width()).selected_text(word(typed.kind));
        combo
            .show_ui(ui, |ui| {
                for kind in KINDS {
                    ui.selectable_value(&mut typed.kind, kind, word(kind));
                }
            })
            .response
    });
    if typed.is_of_decisions() {
        let [actions, groups, hint] =
            ["indicator-actions", "indicator-groups", "indicator-actions-hint"].map(|key| lang.t(key));
        let names = [actions, groups].map(|name| format!("{name} · {title}"));
        card::columns_apart(ui, 2, space::M, |columns| {
            let texts = [&mut typed.actions, &mut typed.groups];
            for ((column, name), text) in columns.iter_mut().zip(&names).zip(texts) {
                field::text(column, &Field { placeholder: &hint, ..Field::new(name) }, text);
            }
        });
    } else if typed.kind == "outcomes" {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            for outcome in ContactOutcome::ALL {
                let word = lang.t(&format!("desk-outcome-{}", outcome.as_str()));
                let on = typed.outcomes.contains(&outcome);
                if Button::secondary(&word).selected(on).show(ui).clicked() {
                    if on {
                        typed.outcomes.retain(|other| *other != outcome);
                    } else {
                        typed.outcomes.push(outcome);
                    }
                }
            }
        });
    } else if matches!(typed.kind, "rating-sum" | "ratings") {
        let (name, hint) = (format!("{} · {title}", lang.t("indicator-rating")), lang.t("indicator-rating-hint"));
        field::text(ui, &Field { placeholder: &hint, width: Some(240.0), ..Field::new(&name) }, &mut typed.rating);
    }
}
