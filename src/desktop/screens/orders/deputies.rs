//! Deputies: who stands in for a supervisor and when; a supervisor names one of the own department for given dates, and may end it sooner.

use chrono::NaiveDate;
use egui::{Key, Modifiers, Ui};
use uuid::Uuid;

use super::approve::{WIDTH, button};
use super::{DEPUTY, DEPUTY_END, DialogOutcome, View};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, Theme, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::choose::{self, Choose};
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::pick::Item;
use crate::desktop::widgets::{badge, card, ink, state};
use crate::domain::code::Code;
use crate::floor::command::{Command, DeputyEnd, DeputyName, OrdersCommand};
use crate::locale::{Arg, Lang};
use crate::views::deputies::{DeputiesView, DeputyView};

/// How many namings stand without scrolling.
const ROWS: usize = 5;

/// What the dialog remembers.
#[derive(Debug, Default)]
pub struct Deputies {
    /// The id of the naming being filled in, kept until it is accepted.
    naming: Option<Uuid>,
    person: Option<String>,
    pick: choose::State,
    from: String,
    to: String,
    error: String,
    tried: bool,
    begun: bool,
}

impl Deputies {
    /// The naming was accepted: the fields are free for another.
    pub fn named(&mut self) {
        *self = Self { begun: true, ..Self::default() };
    }

    /// Takes a refusal.
    pub fn refused(&mut self, text: &str) {
        text.clone_into(&mut self.error);
    }

    fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        words::date(&self.from).zip(words::date(&self.to))
    }

    fn command(&mut self) -> Option<Command> {
        let (from, to) = self.days().filter(|(from, to)| from <= to)?;
        let person = Code::new(self.person.as_deref()?).ok()?;
        let deputy = *self.naming.get_or_insert_with(Uuid::now_v7);
        Some(Command::Orders(OrdersCommand::DeputyName(DeputyName { deputy, person, from, to, supervisor: None })))
    }
}

/// Draws the dialog.
pub(super) fn show(
    ui: &Ui,
    lang: Lang,
    view: &View<'_>,
    form: &mut Deputies,
    busy: bool,
    actions: &mut Vec<Action>,
) -> DialogOutcome {
    let confirmed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let keeps = view.me.may.deputies_keep;
    let mut sent = false;
    let shown = layout::dialog(ui, lang, &lang.t("deputies-title"), WIDTH, |ui| {
        let Some(deputies) = view.deputies else {
            state::loading(ui, &lang.t("orders-loading"), 4);
            return false;
        };
        layout::quiet(ui, &lang.t("deputies-text"));
        if let Some(ended) = list(ui, lang, deputies, keeps && !busy) {
            let command = Command::Orders(OrdersCommand::DeputyEnd(DeputyEnd { deputy: ended }));
            actions.push(Action::Send { tag: DEPUTY_END, command: Box::new(command) });
            sent = true;
        }
        keeps && !deputies.candidates.is_empty() && naming(ui, lang, deputies, form, busy)
    });
    if (shown.inner || confirmed) && keeps {
        form.tried = true;
        if let Some(command) = form.command().filter(|_| !busy && !sent) {
            form.error.clear();
            sent = true;
            actions.push(Action::Send { tag: DEPUTY, command: Box::new(command) });
        }
    }
    DialogOutcome { sent, closed: shown.closed && !form.pick.is_open() }
}

/// The namings, newest first; gives the one that is to be ended.
fn list(ui: &mut Ui, lang: Lang, deputies: &DeputiesView, keeps: bool) -> Option<Uuid> {
    let mut ended = None;
    if deputies.deputies.is_empty() {
        state::line(ui, Kind::Neutral, icons::USERS_THREE, &lang.t("deputies-none"));
        return None;
    }
    let height = measure::PRIMARY * ink::px(deputies.deputies.len().min(ROWS));
    let scroll = egui::ScrollArea::vertical().id_salt("deputies").auto_shrink([false, true]);
    scroll.max_height(height).min_scrolled_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for deputy in &deputies.deputies {
            let row = egui::vec2(ui.available_width() - space::M, measure::PRIMARY);
            ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if one(ui, lang, deputies.today, deputy, keeps) {
                    ended = Some(deputy.deputy);
                }
            });
        }
    });
    ended
}

fn one(ui: &mut Ui, lang: Lang, today: NaiveDate, deputy: &DeputyView, keeps: bool) -> bool {
    let theme = Theme::of(ui);
    let open = deputy.ended.is_none() && deputy.to >= today;
    let word = lang.t("deputies-end");
    let pressed = keeps && open && {
        let spoken = format!("{word}: {}", deputy.person.name);
        let response = Button::secondary(&word).tooltip(&spoken).show(ui);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &spoken));
        response.clicked()
    };
    let (kind, key) = match (&deputy.ended, deputy.acting) {
        (Some(_), _) => (Kind::Neutral, "deputies-state-ended"),
        (None, true) => (Kind::Ok, "deputies-state-acting"),
        (None, false) if deputy.from > today => (Kind::Accent, "deputies-state-coming"),
        (None, false) => (Kind::Neutral, "deputies-state-over"),
    };
    badge::badge(ui, kind, &lang.t(key));
    let (from, to) = (lang.date(deputy.from), lang.date(deputy.to));
    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.add(egui::Label::new(theme.bold(&deputy.person.name)));
        let named =
            [("supervisor", Arg::Text(&deputy.supervisor.name)), ("from", Arg::Text(&from)), ("to", Arg::Text(&to))];
        ui.add(egui::Label::new(theme.quiet(lang.with("deputies-for", &named))).truncate());
    });
    pressed
}

/// The fields of a naming; says whether its button was pressed.
fn naming(ui: &mut Ui, lang: Lang, deputies: &DeputiesView, form: &mut Deputies, busy: bool) -> bool {
    ui.separator();
    let [who, from, to, needed, bad, order] = [
        "deputies-field-person",
        "deputies-field-from",
        "deputies-field-to",
        "orders-needed",
        "orders-bad-date",
        "norms-pilot-order",
    ]
    .map(|key| lang.t(key));
    let items: Vec<Item<'_>> = deputies
        .candidates
        .iter()
        .map(|one| Item { id: &one.code, name: &one.name, code: &one.code, group: "" })
        .collect();
    let [placeholder, nothing] = ["deputies-find", "deputies-nobody"].map(|key| lang.t(key));
    let hint = if form.tried && form.person.is_none() { needed.as_str() } else { "" };
    let choose = Choose { label: &who, placeholder: &placeholder, nothing: &nothing, key: "", hint };
    let chosen = deputies.candidates.iter().position(|one| form.person.as_deref() == Some(one.code.as_str()));
    if let Some(one) = choose.show(ui, &mut form.pick, &items, chosen).and_then(|place| deputies.candidates.get(place))
    {
        form.person = Some(one.code.clone());
    }
    if !std::mem::replace(&mut form.begun, true) {
        form.from = words::typed_date(lang, deputies.today);
    }
    let wrong = |text: &str, tried: bool| match words::date(text) {
        Some(_) => "",
        None if text.trim().is_empty() && !tried => "",
        None => bad.as_str(),
    };
    let from_error = wrong(&form.from, form.tried);
    let backwards = form.days().is_some_and(|(from, to)| to < from);
    let to_error = if backwards { order.as_str() } else { wrong(&form.to, form.tried) };
    card::columns_apart(ui, 2, space::M, |columns| {
        let [first, second] = columns else { return };
        field::text(first, &Field { error: from_error, ..Field::new(&from) }, &mut form.from);
        field::text(second, &Field { error: to_error, ..Field::new(&to) }, &mut form.to);
    });
    layout::caption(ui, &lang.with("deputies-most", &[("count", Arg::Count(deputies.most_days))]));
    if !form.error.is_empty() {
        badge::banner(ui, Kind::Bad, &form.error, "");
    }
    button(ui, lang, "deputies-name", icons::CHECK, busy)
}
