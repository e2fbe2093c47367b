//! Pay schemes: the list, and the chosen one as the regulation's text with what a covered minute costs, its history, and what it would
//! have paid in a month.

use egui::{Key, Ui};

use super::dialogs::Dialog;
use super::steps::{Approve, Pilot, Submit};
use super::words::{MISSING, amount, sum_or_missing};
use super::{About, Form as Screen, View, draft, name_of, wait};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::screens::norms::layout::{self, Side};
use crate::desktop::theme::{Kind, Theme, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{badge, card, ink, state};
use crate::documents::formula;
use crate::documents::scheme::text;
use crate::domain::code::Code;
use crate::domain::month::Month;
use crate::floor::question::AskScheme;
use crate::locale::{Arg, Lang};
use crate::views::pay::{SchemeBrief, SchemeStepView, SchemeView, SchemesView};

const EDIT: ActionInfo<()> = ActionInfo::new((), "payroll-key-edit", icons::PENCIL_SIMPLE).plain(Key::E);
const TRY_OUT: ActionInfo<()> = ActionInfo::new((), "payroll-key-pilot", icons::HOURGLASS_MEDIUM).plain(Key::T);
const STEP: ActionInfo<()> = ActionInfo::new((), "payroll-key-step", icons::PAPER_PLANE_TILT).command(Key::Enter);
const RETURN: ActionInfo<()> = ActionInfo::new((), "payroll-key-return", icons::ARROW_BEND_UP_LEFT).plain(Key::R);
const COMPARE: ActionInfo<()> = ActionInfo::new((), "payroll-key-compare", icons::SWAP).plain(Key::V);

/// How many schemes show before the list scrolls.
const ROWS: usize = 3;
/// How wide what stands beside the text is.
const BESIDE: f32 = 380.0;

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    chosen: Option<String>,
    compares: bool,
}

impl Form {
    pub fn choose(&mut self, code: String) {
        self.chosen = Some(code);
    }

    /// Whether the shadow statements of a month are on screen.
    pub fn compares(&self) -> bool {
        self.compares
    }

    pub fn wanted(&self, month: Month) -> Option<AskScheme> {
        let scheme = Code::new(self.chosen.as_ref()?).ok()?;
        Some(AskScheme { scheme, month: self.compares.then_some(month) })
    }
}

pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, screen: &mut Screen) -> bool {
    let Some(schemes) = view.schemes else { return wait(ui, lang, view.trouble) };
    if schemes.schemes.is_empty() {
        nothing(ui, lang, view, schemes, screen);
        return false;
    }
    let form = &mut screen.schemes;
    if !schemes.schemes.iter().any(|brief| form.chosen.as_ref() == Some(&brief.scheme)) {
        // What waits for an answer comes first, then what is newest.
        let waits = |brief: &&SchemeBrief| schemes.may_approve && brief.state == "submitted";
        let first = schemes.schemes.iter().find(waits).or(schemes.schemes.last());
        form.chosen = first.map(|brief| brief.scheme.clone());
    }
    list(ui, lang, schemes, form);
    let scheme = view.scheme.filter(|scheme| screen.schemes.chosen.as_ref() == Some(&scheme.brief.scheme));
    let Some(scheme) = scheme else {
        card::card(ui, "", |ui| state::loading(ui, &lang.t("app-loading"), 8));
        return false;
    };
    steps(ui, lang, view, schemes, scheme, screen);
    let money = view.me.may.payroll;
    let left = if money { ui.available_width() - BESIDE - space::L } else { ui.available_width() };
    if !money {
        regulation(ui, lang, scheme);
        return false;
    }
    layout::split(ui, left, |ui, side| match side {
        Side::Left if screen.schemes.compares => shadow(ui, lang, scheme, screen.month(view.me)),
        Side::Left => regulation(ui, lang, scheme),
        Side::Right => {
            card::card(ui, &lang.t("schemes-costs"), |ui| costs(ui, lang, scheme));
            history(ui, lang, view, scheme);
        }
    });
    false
}

fn nothing(ui: &mut Ui, lang: Lang, view: &View<'_>, schemes: &SchemesView, screen: &mut Screen) {
    let (title, button) = (lang.t("schemes-empty"), lang.t("schemes-new"));
    let text = lang.t(if schemes.may_draft { "schemes-empty-draft" } else { "schemes-empty-text" });
    let empty = state::Empty { icon: icons::WALLET, title: &title, text: &text, ..state::Empty::default() };
    let empty = if schemes.may_draft {
        state::Empty { button: &button, button_icon: icons::PLUS, key: "N", ..empty }
    } else {
        empty
    };
    if card::card(ui, "", |ui| state::empty(ui, &empty)).inner {
        screen.dialog = Some(Dialog::Draft(Box::new(draft::Draft::new(lang, view))));
    }
}

fn list(ui: &mut Ui, lang: Lang, schemes: &SchemesView, form: &mut Form) {
    let titles = [
        "schemes-field-name",
        "pay-head-department",
        "pay-head-position",
        "schemes-col-order",
        "schemes-col-from",
        "pay-head-state",
    ];
    let [name, department, position, order, from, state] = titles.map(|key| lang.t(key));
    let heads = [
        Head { width: Width::Fill(200.0), ..Head::text(&name) },
        Head::text(&department).exact(72.0),
        Head { width: Width::Fill(140.0), ..Head::text(&position) },
        Head::text(&order).exact(88.0),
        Head::text(&from).exact(112.0),
        Head::text(&state).exact(208.0),
    ];
    card::card(ui, "", |ui| {
        let height = measure::ROW * ink::px(schemes.schemes.len().min(ROWS) + 1);
        let mut row = schemes.schemes.iter().position(|brief| form.chosen.as_ref() == Some(&brief.scheme));
        let before = row;
        let name = lang.t("schemes-list");
        let table = Table::new(&name, &heads).height(height).takes_arrows();
        table.show(ui, schemes.schemes.len(), &mut row, |ui, row, column| {
            if let Some(brief) = schemes.schemes.get(row) {
                cell(ui, lang, brief, column);
            }
        });
        if row != before
            && let Some(brief) = row.and_then(|row| schemes.schemes.get(row))
        {
            form.chosen = Some(brief.scheme.clone());
        }
    });
}

fn cell(ui: &mut Ui, lang: Lang, brief: &SchemeBrief, column: usize) {
    let every = lang.t("schemes-every-position");
    drop(match column {
        0 => table::text(ui, &brief.name),
        1 => table::quiet(ui, &brief.department),
        2 => table::quiet(ui, brief.position.as_deref().unwrap_or(&every)),
        3 => table::text(ui, &number_words(lang, brief.number.as_deref())),
        4 => table::text(ui, &brief.effective.map(|month| lang.month(month.first())).unwrap_or_default()),
        _ => {
            let (kind, icon, word) = state_words(lang, &brief.state);
            badge::badge_with(ui, kind, icon, &word)
        }
    });
}

fn number_words(lang: Lang, number: Option<&str>) -> String {
    number.map(|number| lang.with("orders-number", &[("number", Arg::Text(number))])).unwrap_or_default()
}

fn state_words(lang: Lang, state: &str) -> (Kind, &'static str, String) {
    let (kind, icon) = match state {
        "pilot" => (Kind::Accent, icons::HOURGLASS_MEDIUM),
        "submitted" => (Kind::Warn, icons::PAPER_PLANE_TILT),
        "returned" => (Kind::Warn, icons::ARROW_BEND_UP_LEFT),
        "approved" => (Kind::Accent, icons::SEAL_CHECK),
        "in-force" => (Kind::Ok, icons::LOCK),
        "superseded" => (Kind::Neutral, icons::CLOCK_COUNTER_CLOCKWISE),
        _ => (Kind::Neutral, icons::PENCIL_SIMPLE),
    };
    (kind, icon, lang.t(&format!("schemes-state-{state}")))
}

/// Where the scheme stands and what may be done with it now.
fn steps(ui: &mut Ui, lang: Lang, view: &View<'_>, schemes: &SchemesView, scheme: &SchemeView, screen: &mut Screen) {
    let Ok(code) = Code::new(&scheme.brief.scheme) else { return };
    let state = scheme.brief.state.as_str();
    let open = schemes.may_draft && matches!(state, "draft" | "pilot" | "returned");
    let waits = schemes.may_approve && state == "submitted";
    let frozen = matches!(state, "approved" | "in-force" | "superseded");
    let free = screen.dialog.is_none() && screen.asking.about().is_none();
    let pressed = |ui: &mut Ui, word: &str, icon: &str, key: &str, primary: bool, info: &ActionInfo<()>| {
        let word = lang.t(word);
        let button = if primary { Button::primary(&word) } else { Button::secondary(&word) };
        button.icon(icon).key(key).show(ui).clicked() || free && keys::is_pressed(ui.ctx(), info)
    };
    let row = egui::vec2(ui.available_width(), measure::PRIMARY);
    ui.allocate_ui_with_layout(row, egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let approve = "schemes-approve";
        if open && pressed(ui, "schemes-submit", icons::PAPER_PLANE_TILT, "Ctrl+Enter", true, &STEP) {
            screen.dialog = Some(Dialog::Submit(Submit::new(code.clone())));
        }
        if waits && pressed(ui, approve, icons::SEAL_CHECK, "Ctrl+Enter", true, &STEP) {
            screen.dialog = Some(Dialog::Approve(Approve::new(lang, scheme, code.clone(), view.me.work_day)));
        }
        if waits && pressed(ui, "schemes-return", icons::ARROW_BEND_UP_LEFT, "R", false, &RETURN) {
            screen.asking.ask(About::Return(code.clone()));
        }
        if open && pressed(ui, "schemes-edit", icons::PENCIL_SIMPLE, "E", false, &EDIT) {
            screen.dialog = Some(Dialog::Draft(Box::new(draft::Draft::of(lang, view, scheme))));
        }
        if open && pressed(ui, "schemes-pilot", icons::HOURGLASS_MEDIUM, "T", false, &TRY_OUT) {
            let month = Month::of(view.me.work_day);
            screen.dialog = Some(Dialog::Pilot(Pilot::new(lang, code.clone(), month)));
        }
        let compare = if screen.schemes.compares { "schemes-compare-not" } else { "schemes-compare" };
        if view.me.may.payroll && pressed(ui, compare, icons::SWAP, "V", false, &COMPARE) {
            screen.schemes.compares = !screen.schemes.compares;
        }
        if frozen {
            state::line(ui, Kind::Ok, icons::LOCK, &lang.t("schemes-is-frozen"));
        }
    });
}

/// The text of the bonus regulation, as it is made from the components.
fn regulation(ui: &mut Ui, lang: Lang, scheme: &SchemeView) {
    let room = layout::titled_room(ui);
    let badge = |ui: &mut Ui| {
        let (kind, icon, word) = state_words(lang, &scheme.brief.state);
        badge::badge_with(ui, kind, icon, &word);
    };
    let mut said = text(scheme, lang).into_iter();
    let title = said.next().unwrap_or_default();
    card::card_with(ui, &title, badge, |ui| {
        ui.set_min_height(room);
        let theme = Theme::of(ui);
        for paragraph in said {
            ui.add(egui::Label::new(egui::RichText::new(paragraph).color(theme.text)).wrap());
        }
    });
}

/// What a covered minute costs at each salary, and whether the fixed part lies below the set minimum wage.
pub(super) fn costs(ui: &mut Ui, lang: Lang, scheme: &SchemeView) {
    let theme = Theme::of(ui);
    if scheme.minute_costs.is_empty() {
        return layout::quiet(ui, &lang.t("schemes-costs-none"));
    }
    for cost in &scheme.minute_costs {
        let salary = lang.money(cost.salary_minor);
        let named = [("salary", Arg::Text(&salary)), ("count", Arg::Count(cost.people))];
        layout::name(ui, &lang.with("schemes-cost-of", &named));
        amount(ui, theme.quiet(lang.t("schemes-cost-covered")), theme.bold(lang.money(cost.covered_minute_minor)));
        amount(
            ui,
            theme.quiet(lang.t("schemes-cost-value")),
            theme.bold(formula::minute_value(lang, &cost.minute_value)),
        );
        amount(ui, theme.quiet(lang.t("schemes-cost-fixed")), theme.bold(lang.money(cost.fixed_minor)));
        if cost.below_minimum_wage {
            let wage = scheme.content.minimum_wage_minor.map(|wage| lang.money(wage)).unwrap_or_default();
            let named = [("wage", Arg::Text(&wage))];
            badge::banner(ui, Kind::Warn, &lang.with("schemes-cost-low", &named), "");
        }
    }
}

/// The steps so far: who did what, with grounds and comments.
fn history(ui: &mut Ui, lang: Lang, view: &View<'_>, scheme: &SchemeView) {
    card::card(ui, &lang.t("schemes-history"), |ui| {
        for step in scheme.steps.iter().rev() {
            layout::quiet(ui, &step_words(lang, view, step));
        }
        if let Some(order) = &scheme.order {
            let (date, month) = (lang.date(order.date), lang.month(order.effective.first()));
            let person = name_of(view, &order.approved_by);
            let named = [
                ("number", Arg::Text(order.number.as_str())),
                ("date", Arg::Text(&date)),
                ("month", Arg::Text(&month)),
                ("person", Arg::Text(&person)),
            ];
            layout::quiet(ui, &lang.with("schemes-order", &named));
            if let Some(reason) = &order.early_reason {
                layout::fact(ui, &lang.t("orders-early-reason"), reason);
            }
            layout::fact(ui, &lang.t("schemes-fingerprint"), &order.fingerprint);
        } else if scheme.steps.is_empty() {
            layout::quiet(ui, &lang.t("schemes-history-none"));
        }
    });
}

fn step_words(lang: Lang, view: &View<'_>, step: &SchemeStepView) -> String {
    let (_, _, state) = state_words(lang, &step.state);
    let months = step
        .from
        .zip(step.to)
        .map(|(from, to)| format!(" ({} – {})", lang.month(from.first()), lang.month(to.first())));
    let text = if step.text.is_empty() { String::new() } else { format!(": {}", step.text) };
    format!("{state}{}, {}{text}", months.unwrap_or_default(), name_of(view, &step.person))
}

/// What the scheme would have paid beside what the one in force pays.
fn shadow(ui: &mut Ui, lang: Lang, scheme: &SchemeView, month: Month) {
    let room = layout::titled_room(ui);
    let name = lang.month(month.first());
    let title = lang.with("schemes-shadow", &[("month", Arg::Text(&name))]);
    card::card_with(
        ui,
        &title,
        |_| {},
        |ui| {
            ui.set_min_height(room);
            if scheme.shadow_month != Some(month) {
                state::loading(ui, &lang.t("app-loading"), 5);
                return;
            }
            if scheme.shadow.is_empty() {
                return layout::quiet(ui, &lang.t("schemes-shadow-none"));
            }
            let titles = ["pay-head-name", "schemes-shadow-now", "schemes-shadow-this", "schemes-shadow-difference"];
            let [person, now, this, difference] = titles.map(|key| lang.t(key));
            let heads = [
                Head { width: Width::Fill(130.0), ..Head::text(&person) },
                Head::number(&now, 116.0),
                Head::number(&this, 116.0),
                Head::number(&difference, 116.0),
            ];
            let mut row = None;
            Table::new(&title, &heads).height(room).show(ui, scheme.shadow.len(), &mut row, |ui, row, column| {
                let Some(one) = scheme.shadow.get(row) else { return };
                drop(match column {
                    0 => table::text(ui, &one.name),
                    1 => table::number(ui, &sum_or_missing(lang, one.in_force_minor)),
                    2 => table::number(ui, &sum_or_missing(lang, one.shadow_minor)),
                    _ => {
                        let text =
                            one.difference_minor.map_or_else(|| MISSING.to_owned(), |sum| lang.signed_money(sum));
                        table::number(ui, &text)
                    }
                });
            });
        },
    );
}
