//! The dialog of an indicator's target: for everybody, a department, a position, or both; from the running month on. Without a target the segment's own ends.

use egui::Ui;

use super::Outcome;
use crate::desktop::icons;
use crate::desktop::screens::indicator_words;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::badge;
use crate::desktop::widgets::button::{Button, choices};
use crate::desktop::widgets::field::{self, Field};
use crate::domain::code::Code;
use crate::domain::indicator::Comparator;
use crate::domain::indicator::TargetTerms;
use crate::floor::command::{DepartmentCommand, IndicatorTarget};
use crate::locale::{Arg, Lang};
use crate::views::Named;
use crate::views::department::DepartmentView;
use crate::views::tasks::IndicatorView;

const WIDTH: f32 = 560.0;

const COMPARATORS: [Comparator; 4] = [Comparator::Less, Comparator::AtMost, Comparator::AtLeast, Comparator::More];

/// What the dialog remembers.
#[derive(Debug)]
pub(super) struct Form {
    indicator: String,
    name: String,
    departments: Vec<Named>,
    /// The place of the department, from 1; 0 for every department.
    department: usize,
    position: String,
    comparator: usize,
    value: String,
    least: String,
    /// The segment has a target now, which may end.
    has: bool,
    begun: bool,
    /// Why the last attempt came to nothing.
    pub error: String,
}

impl Form {
    /// The target of an indicator as it stands for the department on screen.
    pub fn of(lang: Lang, one: &IndicatorView, shown: &DepartmentView) -> Self {
        let target = one.all.target;
        let comparator = target.and_then(|target| COMPARATORS.iter().position(|sign| *sign == target.comparator));
        let least = target.map_or(0, |target| target.least_denominator);
        let number = |hundredths: i64| words::typed_minutes(lang, crate::domain::units::CentiMinutes(hundredths));
        Self {
            indicator: one.indicator.clone(),
            name: indicator_words::name(lang, &one.definition).to_owned(),
            departments: shown.departments.clone(),
            department: 0,
            position: String::new(),
            comparator: comparator.unwrap_or(2),
            value: target.map(|target| number(target.value_hundredths)).unwrap_or_default(),
            least: if least > 0 { least.to_string() } else { String::new() },
            has: target.is_some(),
            begun: false,
            error: String::new(),
        }
    }

    /// The command; `ends`: the segment's target is taken away.
    fn made(&self, lang: Lang, ends: bool) -> Result<DepartmentCommand, String> {
        let indicator = Code::new(&self.indicator).map_err(|_| lang.t("indicator-bad-code"))?;
        let department = self.department.checked_sub(1).and_then(|place| self.departments.get(place));
        let department = department.map(|named| Code::new(&named.code)).transpose();
        let department = department.map_err(|_| lang.t("indicator-bad-code"))?;
        let terms = || -> Result<TargetTerms, String> {
            let value = words::decimal(&self.value, 2).ok_or_else(|| lang.t("norms-bad-number"))?;
            let least = if self.least.trim().is_empty() { Some(0) } else { words::decimal(&self.least, 0) };
            let comparator = COMPARATORS.get(self.comparator).copied().unwrap_or(Comparator::AtLeast);
            let least_denominator = least.ok_or_else(|| lang.t("indicator-bad-least"))?;
            Ok(TargetTerms { comparator, value_hundredths: value, least_denominator })
        };
        let target = if ends { None } else { Some(terms()?) };
        let position = Some(self.position.trim().to_owned()).filter(|position| !position.is_empty());
        Ok(DepartmentCommand::IndicatorTarget(IndicatorTarget { indicator, department, position, from: None, target }))
    }
}

pub(super) fn dialog(ui: &Ui, lang: Lang, form: &mut Form, confirmed: bool, busy: bool) -> Outcome {
    let title = lang.with("indicator-target-title", &[("indicator", Arg::Text(&form.name))]);
    let shown = layout::dialog(ui, lang, &title, WIDTH, |ui| body(ui, lang, form, busy));
    let (pressed, ends) = shown.inner;
    if shown.closed {
        return Outcome::Closed;
    }
    if !(pressed || ends || confirmed) || busy {
        return Outcome::Open;
    }
    match form.made(lang, ends) {
        Ok(command) => Outcome::Send(Box::new(command)),
        Err(text) => {
            form.error = text;
            Outcome::Open
        }
    }
}

/// Draws the fields; says whether to send, and whether the target is to end.
fn body(ui: &mut Ui, lang: Lang, form: &mut Form, busy: bool) -> (bool, bool) {
    layout::quiet(ui, &lang.t("indicator-target-text"));
    let [value, least, least_hint, position, position_hint] = [
        "indicator-target-value",
        "indicator-target-least",
        "indicator-target-least-hint",
        "indicator-target-position",
        "indicator-target-position-hint",
    ]
    .map(|key| lang.t(key));
    layout::name(ui, &lang.t("indicator-target-sign"));
    let signs = COMPARATORS.map(Comparator::sign);
    if let Some(sign) = choices(ui, &signs, form.comparator) {
        form.comparator = sign;
    }
    layout::pair(ui, 200.0, |ui, first| {
        if first {
            let response = field::text(ui, &Field::new(&value), &mut form.value);
            if !std::mem::replace(&mut form.begun, true) {
                response.request_focus();
            }
        } else {
            field::text(ui, &Field { hint: &least_hint, ..Field::new(&least) }, &mut form.least);
        }
    });
    layout::name(ui, &lang.t("indicator-target-for"));
    let all = lang.t("indicator-target-all");
    let names: Vec<&str> =
        std::iter::once(all.as_str()).chain(form.departments.iter().map(|named| named.name.as_str())).collect();
    if let Some(place) = choices(ui, &names, form.department) {
        form.department = place;
    }
    field::text(ui, &Field { hint: &position_hint, ..Field::new(&position) }, &mut form.position);
    if !form.error.is_empty() {
        badge::banner(ui, Kind::Bad, &form.error, "");
    }
    let mut ends = false;
    if form.has {
        ui.add_space(space::XS);
        let word = lang.t("indicator-target-end");
        ends = Button::danger(&word).icon(icons::X).enabled(!busy).show(ui).clicked();
    }
    (layout::send(ui, &lang.t("indicator-target-save"), !busy), ends)
}
