//! A scheme's components being written: shares, bands, floor, cap, what is paid besides, the minimum wage it is held against.
//!
//! What is typed stays as it is typed until the floor has taken it; a figure that can't be read is said at its field.

use egui::{Key, Ui};

use super::dialogs::Dialog;
use super::words::{read_sum, typed_sum};
use super::{Form, View};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::screens::norms::layout;
use crate::desktop::screens::norms::words::decimal;
use crate::desktop::theme::{measure, space};
use crate::desktop::widgets::button::{Button, choices, icon_button};
use crate::desktop::widgets::card;
use crate::desktop::widgets::field::{self, Field};
use crate::domain::code::Code;
use crate::domain::indicator::Comparator;
use crate::domain::scheme::{Band, Bonus, Percentage, Supplement, plain_bands};
use crate::domain::units::BasisPoints;
use crate::floor::command::{Command, PayCommand, SchemeDraft};
use crate::locale::{Arg, Lang};
use crate::views::pay::SchemeView;

const NEW: ActionInfo<()> = ActionInfo::new((), "schemes-new", icons::PLUS).plain(Key::N);
const SIGNS: [Comparator; 4] = [Comparator::AtLeast, Comparator::More, Comparator::AtMost, Comparator::Less];

/// A bonus being written; what the form has no field for stays as it was.
#[derive(Debug, Clone)]
struct BonusRow {
    kept: Bonus,
    target: String,
    amount: String,
}

/// A draft being written.
#[derive(Debug)]
pub(super) struct Draft {
    /// A scheme that exists keeps its code, department and position.
    existing: bool,
    code: String,
    name: String,
    department: usize,
    departments: Vec<(String, String)>,
    position: String,
    fixed: String,
    cover: String,
    floor: String,
    cap: String,
    wage: String,
    bands: Vec<(String, String)>,
    supplements: Vec<(String, String, bool)>,
    percentages: Vec<(String, String, String)>,
    bonuses: Vec<BonusRow>,
    pub error: String,
    begun: bool,
    tried: bool,
}

/// The button of a new scheme, for who drafts them.
pub(super) fn button(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    if !view.schemes.is_some_and(|schemes| schemes.may_draft) {
        return;
    }
    let word = lang.t("schemes-new");
    let keyed = form.dialog.is_none() && keys::is_pressed(ui.ctx(), &NEW);
    if Button::secondary(&word).icon(icons::PLUS).key("N").show(ui).clicked() || keyed {
        form.dialog = Some(Dialog::Draft(Box::new(Draft::new(lang, view))));
    }
}

fn share(text: &str) -> Option<BasisPoints> {
    decimal(text, 2).map(BasisPoints)
}

impl Draft {
    /// An empty one: half and half, everything at 1.
    pub fn new(lang: Lang, view: &View<'_>) -> Self {
        let departments = view.people.map(|people| people.departments.as_slice()).unwrap_or_default();
        let departments = departments.iter().map(|one| (one.code.clone(), one.name.clone())).collect();
        let band = |band: Band| (lang.per_cent(band.from), lang.factor(band.multiplier));
        Self {
            existing: false,
            code: String::new(),
            name: String::new(),
            department: 0,
            departments,
            position: String::new(),
            fixed: String::new(),
            cover: String::new(),
            floor: "0".to_owned(),
            cap: String::new(),
            wage: String::new(),
            bands: plain_bands().into_iter().map(band).collect(),
            supplements: Vec::new(),
            percentages: Vec::new(),
            bonuses: Vec::new(),
            error: String::new(),
            begun: false,
            tried: false,
        }
    }

    /// A scheme as it stands.
    pub fn of(lang: Lang, view: &View<'_>, scheme: &SchemeView) -> Self {
        let content = &scheme.content;
        let new = Self::new(lang, view);
        let department = new.departments.iter().position(|(code, _)| *code == scheme.brief.department);
        let actions = |one: &Percentage| one.actions.iter().map(Code::as_str).collect::<Vec<_>>().join(", ");
        let (supplements, percentages) = (content.supplements.iter(), content.percentages.iter());
        Self {
            existing: true,
            code: scheme.brief.scheme.clone(),
            name: scheme.brief.name.clone(),
            department: department.unwrap_or_default(),
            position: scheme.brief.position.clone().unwrap_or_default(),
            fixed: lang.per_cent(content.fixed_bp),
            cover: lang.per_cent(content.cover_bp),
            floor: lang.per_cent(content.floor_bp),
            cap: content.cap_bp.map(|cap| lang.per_cent(cap)).unwrap_or_default(),
            wage: content.minimum_wage_minor.map(|wage| typed_sum(lang, wage)).unwrap_or_default(),
            bands: content.bands.iter().map(|band| (lang.per_cent(band.from), lang.factor(band.multiplier))).collect(),
            supplements: supplements
                .map(|one| (one.name.clone(), typed_sum(lang, one.amount_minor), one.in_full))
                .collect(),
            percentages: percentages.map(|one| (one.name.clone(), lang.per_cent(one.share_bp), actions(one))).collect(),
            bonuses: content
                .bonuses
                .iter()
                .map(|one| BonusRow {
                    kept: one.clone(),
                    target: one.target_bp.map(|target| lang.per_cent(target)).unwrap_or_default(),
                    amount: typed_sum(lang, one.amount_minor),
                })
                .collect(),
            ..new
        }
    }

    pub fn title(&self) -> &'static str {
        if self.existing { "schemes-edit-title" } else { "schemes-new-title" }
    }

    /// The scheme's code as typed.
    pub fn code(&self) -> String {
        self.code.trim().to_owned()
    }

    pub fn body(&mut self, ui: &mut Ui, lang: Lang, _view: &View<'_>) {
        // The scroll bar of a long form stands beside its fields.
        ui.set_max_width(ui.available_width() - space::L);
        self.who(ui, lang);
        self.shares(ui, lang);
        self.band_rows(ui, lang);
        self.supplement_rows(ui, lang);
        self.percentage_rows(ui, lang);
        self.bonus_rows(ui, lang);
    }

    /// For whom.
    fn who(&mut self, ui: &mut Ui, lang: Lang) {
        let keys = [
            "schemes-field-code",
            "schemes-field-name",
            "schemes-field-position",
            "orders-needed",
            "schemes-position-hint",
        ];
        let [code, name, position, needed, hint] = keys.map(|key| lang.t(key));
        let (tried, existing, begun) = (self.tried, self.existing, std::mem::replace(&mut self.begun, true));
        let departments: Vec<&str> = self.departments.iter().map(|(_, name)| name.as_str()).collect();
        if existing {
            let department = departments.get(self.department).copied().unwrap_or_default();
            let about = format!(
                "{} · {department} · {}",
                self.code,
                if self.position.is_empty() { &hint } else { &self.position }
            );
            layout::quiet(ui, &about);
        } else {
            layout::name(ui, &lang.t("pay-head-department"));
            if let Some(chosen) = choices(ui, &departments, self.department) {
                self.department = chosen;
            }
        }
        card::columns_apart(ui, if existing { 1 } else { 3 }, space::M, |columns| {
            let mut columns = columns.iter_mut();
            let error = |empty: bool| if tried && empty { needed.as_str() } else { "" };
            if !existing && let Some(column) = columns.next() {
                let wrong = Code::new(self.code.trim()).is_err();
                let response = field::text(column, &Field { error: error(wrong), ..Field::new(&code) }, &mut self.code);
                if !begun {
                    response.request_focus();
                }
            }
            if let Some(column) = columns.next() {
                let response = field::text(column, &Field::new(&name), &mut self.name);
                if existing && !begun {
                    response.request_focus();
                }
            }
            if !existing && let Some(column) = columns.next() {
                field::text(column, &Field { hint: &hint, ..Field::new(&position) }, &mut self.position);
            }
        });
    }

    fn shares(&mut self, ui: &mut Ui, lang: Lang) {
        let wrong = lang.t("schemes-bad-number");
        let tried = self.tried;
        let names = ["fixed", "cover", "floor", "cap", "wage"].map(|key| lang.t(&format!("schemes-field-{key}")));
        let hints = ["fixed", "cover", "floor", "cap", "wage"].map(|key| lang.t(&format!("schemes-hint-{key}")));
        let texts = [&mut self.fixed, &mut self.cover, &mut self.floor, &mut self.cap, &mut self.wage];
        card::columns_apart(ui, 5, space::M, |columns| {
            for (place, (column, text)) in columns.iter_mut().zip(texts).enumerate() {
                let may_lack = place > 2 && text.trim().is_empty();
                let bad = tried && !may_lack && decimal(text, 2).is_none();
                let (name, hint) = (names.get(place), hints.get(place));
                let error = if bad { wrong.as_str() } else { "" };
                let hint = hint.map(String::as_str).unwrap_or_default();
                let field = Field { hint, error, ..Field::new(name.map(String::as_str).unwrap_or_default()) };
                field::text(column, &field, text);
            }
        });
    }

    fn band_rows(&mut self, ui: &mut Ui, lang: Lang) {
        if titled(ui, lang, "bands") {
            self.bands.push((String::new(), String::new()));
        }
        let (tried, names) = (self.tried, ["schemes-band-from", "schemes-band-times"]);
        let mut gone = None;
        let removable = self.bands.len() > 1;
        for (place, (from, times)) in self.bands.iter_mut().enumerate() {
            let fits = [decimal(from, 2).is_some(), decimal(times, 4).is_some()];
            if row(
                ui,
                lang,
                "bands",
                place,
                removable,
                &names,
                &mut [from, times],
                &[!tried || fits[0], !tried || fits[1]],
            ) {
                gone = Some(place);
            }
        }
        remove(&mut self.bands, gone);
    }

    fn supplement_rows(&mut self, ui: &mut Ui, lang: Lang) {
        if titled(ui, lang, "supplements") {
            self.supplements.push((String::new(), String::new(), false));
        }
        let (tried, names) = (self.tried, ["schemes-item-name", "schemes-item-amount"]);
        let (full, part) = (lang.t("schemes-in-full"), lang.t("schemes-in-part"));
        let mut gone = None;
        for (place, (name, amount, in_full)) in self.supplements.iter_mut().enumerate() {
            let fits = [!tried || !name.trim().is_empty(), !tried || read_sum(amount).is_some_and(|sum| sum.0 > 0)];
            if row(ui, lang, "supplements", place, true, &names, &mut [name, amount], &fits) {
                gone = Some(place);
            }
            if let Some(chosen) = choices(ui, &[&part, &full], usize::from(*in_full)) {
                *in_full = chosen == 1;
            }
        }
        remove(&mut self.supplements, gone);
    }

    fn percentage_rows(&mut self, ui: &mut Ui, lang: Lang) {
        if titled(ui, lang, "percentages") {
            self.percentages.push(Default::default());
        }
        let (tried, names) = (self.tried, ["schemes-item-name", "schemes-item-share", "schemes-item-actions"]);
        let mut gone = None;
        for (place, (name, percent, actions)) in self.percentages.iter_mut().enumerate() {
            let fits = [!name.trim().is_empty(), share(percent).is_some(), read_actions(actions).is_some()];
            let fits = fits.map(|fits| !tried || fits);
            if row(ui, lang, "percentages", place, true, &names, &mut [name, percent, actions], &fits) {
                gone = Some(place);
            }
        }
        remove(&mut self.percentages, gone);
    }

    fn bonus_rows(&mut self, ui: &mut Ui, lang: Lang) {
        if titled(ui, lang, "bonuses") {
            self.bonuses.push(BonusRow { kept: new_bonus(), target: String::new(), amount: String::new() });
        }
        let (tried, names) =
            (self.tried, ["schemes-item-name", "schemes-item-indicator", "schemes-item-target", "schemes-item-amount"]);
        let signs = SIGNS.map(Comparator::sign);
        let mut gone = None;
        for (place, bonus) in self.bonuses.iter_mut().enumerate() {
            let amount = read_sum(&bonus.amount).is_some_and(|sum| sum.0 > 0);
            let indicator = Code::new(bonus.kept.indicator.trim()).is_ok();
            let fits = [!bonus.kept.name.trim().is_empty(), indicator, bonus.target().is_some(), amount];
            let fits = fits.map(|fits| !tried || fits);
            let own = !bonus.target.trim().is_empty();
            let BonusRow { kept, target, amount } = bonus;
            let mut texts = [&mut kept.name, &mut kept.indicator, target, amount];
            if row(ui, lang, "bonuses", place, true, &names, &mut texts, &fits) {
                gone = Some(place);
            }
            if own {
                ui.horizontal(|ui| {
                    layout::name(ui, &lang.t("schemes-bonus-when"));
                    let now = SIGNS.iter().position(|sign| Some(*sign) == kept.comparator).unwrap_or_default();
                    if let Some(sign) = choices(ui, &signs, now).and_then(|place| SIGNS.get(place)) {
                        kept.comparator = Some(*sign);
                    }
                });
            } else {
                layout::caption(ui, &lang.t("schemes-bonus-segment"));
            }
        }
        remove(&mut self.bonuses, gone);
    }

    pub fn command(&mut self) -> Option<Command> {
        self.tried = true;
        let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let (department, _) = self.departments.get(self.department)?;
        let bands = self
            .bands
            .iter()
            .map(|(from, times)| Some(Band { from: share(from)?, multiplier: decimal(times, 4).map(BasisPoints)? }));
        let supplements = self.supplements.iter().map(|(name, amount, in_full)| {
            let amount = read_sum(amount).filter(|sum| sum.0 > 0)?;
            Some(Supplement { name: said(name)?, amount_minor: amount, in_full: *in_full })
        });
        let percentages = self.percentages.iter().map(|(name, percent, actions)| {
            Some(Percentage { name: said(name)?, actions: read_actions(actions)?, share_bp: share(percent)? })
        });
        let bonuses = self.bonuses.iter().map(|row| {
            let amount = read_sum(&row.amount).filter(|sum| sum.0 > 0)?;
            let name = said(&row.kept.name)?;
            let target = row.target()?;
            let indicator = Code::new(row.kept.indicator.trim()).ok()?.to_string();
            Some(Bonus {
                name,
                indicator,
                comparator: target.map(|_| row.kept.comparator.unwrap_or(Comparator::AtLeast)),
                target_bp: target,
                least_denominator: target.map_or(0, |_| row.kept.least_denominator),
                amount_minor: amount,
            })
        });
        let cap = said(&self.cap).map(|cap| share(&cap));
        let wage = said(&self.wage).map(|wage| read_sum(&wage));
        Some(Command::Pay(PayCommand::SchemeDraft(SchemeDraft {
            scheme: Code::new(self.code.trim()).ok()?,
            department: Code::new(department).ok()?,
            position: said(&self.position),
            name: said(&self.name),
            fixed_bp: share(&self.fixed)?,
            cover_bp: share(&self.cover)?,
            bands: bands.collect::<Option<_>>()?,
            cap_bp: match cap {
                Some(cap) => Some(cap?),
                None => None,
            },
            floor_bp: share(&self.floor)?,
            supplements: supplements.collect::<Option<_>>()?,
            percentages: percentages.collect::<Option<_>>()?,
            bonuses: bonuses.collect::<Option<_>>()?,
            minimum_wage_minor: match wage {
                Some(wage) => Some(wage?),
                None => None,
            },
        })))
    }
}

impl BonusRow {
    /// The scheme's own target; an inner none: the one of the person's segment. `None` where it can't be read.
    #[expect(clippy::option_option, reason = "not readable, not given, given")]
    fn target(&self) -> Option<Option<BasisPoints>> {
        let typed = self.target.trim();
        if typed.is_empty() { Some(None) } else { share(typed).map(Some) }
    }
}

/// A bonus for the whole plan.
fn new_bonus() -> Bonus {
    Bonus {
        name: String::new(),
        indicator: "workload".to_owned(),
        comparator: Some(Comparator::AtLeast),
        target_bp: None,
        least_denominator: 0,
        amount_minor: crate::domain::units::Money::ZERO,
    }
}

/// Codes of actions apart by commas; none of them: all actions.
fn read_actions(text: &str) -> Option<Vec<Code>> {
    let codes = text.split([',', ';']).map(str::trim).filter(|code| !code.is_empty());
    codes.map(|code| Code::new(code).ok()).collect()
}

fn remove<T>(rows: &mut Vec<T>, gone: Option<usize>) {
    if let Some(place) = gone {
        rows.remove(place);
    }
}

/// The name of a list with the button that adds a row; says whether it was pressed.
fn titled(ui: &mut Ui, lang: Lang, list: &str) -> bool {
    let (name, add) = (lang.t(&format!("schemes-{list}")), lang.t(&format!("schemes-{list}-add")));
    let mut pressed = false;
    ui.horizontal(|ui| {
        layout::name(ui, &name);
        pressed = Button::quiet(&add).icon(icons::PLUS).show(ui).clicked();
    });
    pressed
}

/// A row of fields with the button that takes it away; says whether that was pressed. `fits`: what can be read as typed.
#[expect(clippy::too_many_arguments, reason = "one row of fields: its list and place, its names, texts and faults")]
fn row(
    ui: &mut Ui,
    lang: Lang,
    list: &str,
    place: usize,
    removable: bool,
    names: &[&str],
    texts: &mut [&mut String],
    fits: &[bool],
) -> bool {
    let wrong = lang.t("schemes-bad-number");
    let number = (place + 1).to_string();
    let away = lang.with(&format!("schemes-{list}-remove"), &[("number", Arg::Text(&number))]);
    let mut gone = false;
    ui.push_id((list, place), |ui| {
        let fields = ui.available_width() - measure::CONTROL - space::M;
        layout::pair(ui, fields, |ui, first| {
            if !first {
                // Beside the fields, below their names.
                ui.add_space(space::L + space::XS);
                gone = removable && icon_button(ui, icons::TRASH, &away, "").clicked();
                return;
            }
            card::columns_apart(ui, names.len(), space::M, |columns| {
                for ((column, name), (text, fits)) in columns.iter_mut().zip(names).zip(texts.iter_mut().zip(fits)) {
                    let label = lang.with(name, &[("number", Arg::Text(&number))]);
                    let error = if *fits { "" } else { wrong.as_str() };
                    field::text(column, &Field { error, ..Field::new(&label) }, text);
                }
            });
        });
    });
    gone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_actions_are_read_with_commas_and_blanks() {
        let read =
            |text: &str| read_actions(text).map(|codes| codes.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(read(" REAC, TARF ;"), Some(vec!["REAC".to_owned(), "TARF".to_owned()]));
        assert_eq!(read(""), Some(vec![]));
        assert_eq!(share("40,5"), Some(BasisPoints(4_050)));
    }
}
