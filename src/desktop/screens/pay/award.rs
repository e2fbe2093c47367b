//! An award being granted: to whom, how much, what for.

use egui::{Key, Ui};
use uuid::Uuid;

use super::dialogs::Dialog;
use super::words::read_sum;
use super::{Form, View};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::screens::norms::layout;
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::pick::{self, Item, SearchPick};
use crate::domain::code::Code;
use crate::domain::month::Month;
use crate::floor::command::{AwardGrant, Command, PayCommand};
use crate::locale::{Arg, Lang};

const NEW: ActionInfo<()> = ActionInfo::new((), "award-new", icons::HAND_COINS).plain(Key::N);

/// An award being filled in.
#[derive(Debug)]
pub(super) struct Award {
    id: Uuid,
    month: Month,
    person: Option<(Code, String)>,
    pick: pick::State,
    amount: String,
    reason: String,
    pub error: String,
    begun: bool,
    tried: bool,
    /// Somebody was chosen in this frame.
    chosen: bool,
}

/// The button of a new award, for who may grant one.
pub(super) fn button(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let month = form.month(view.me);
    let locked = view.payroll.is_some_and(|payroll| payroll.month == month && payroll.lock.locked);
    if !view.me.may.award_grant {
        return;
    }
    let (word, tooltip) = (lang.t("award-new"), if locked { lang.t("award-locked") } else { String::new() });
    let button = Button::secondary(&word).icon(icons::HAND_COINS).key("N").tooltip(&tooltip).enabled(!locked);
    let keyed = !locked && form.dialog.is_none() && keys::is_pressed(ui.ctx(), &NEW);
    if button.show(ui).clicked() || keyed {
        form.dialog = Some(Dialog::Award(Award::new(month)));
    }
}

impl Award {
    fn new(month: Month) -> Self {
        Self {
            id: Uuid::now_v7(),
            month,
            person: None,
            pick: pick::State::default(),
            amount: String::new(),
            reason: String::new(),
            error: String::new(),
            begun: false,
            tried: false,
            chosen: false,
        }
    }

    pub fn done(&self, lang: Lang) -> String {
        let name = self.person.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
        let sum = read_sum(&self.amount).map(|sum| lang.money(sum)).unwrap_or_default();
        lang.with("award-granted", &[("name", Arg::Text(&name)), ("sum", Arg::Text(&sum))])
    }

    pub fn body(&mut self, ui: &mut Ui, lang: Lang, view: &View<'_>) {
        let month = lang.month(self.month.first());
        layout::quiet(ui, &lang.with("award-text", &[("month", Arg::Text(&month))]));
        // Once somebody was chosen, the sum is next: in the frame after, when the fields stand where they stay.
        let place = std::mem::take(&mut self.chosen);
        self.whom(ui, lang, view);
        let [amount, reason, needed, wrong, hint] =
            ["award-amount", "award-reason", "orders-needed", "salaries-bad-sum", "award-reason-hint"]
                .map(|key| lang.t(key));
        let lacks = self.tried && read_sum(&self.amount).is_none_or(|sum| sum.0 <= 0);
        let error = if lacks { wrong.as_str() } else { "" };
        let response = field::text(ui, &Field { error, ..Field::new(&amount) }, &mut self.amount);
        if place {
            response.request_focus();
        }
        let error = if self.tried && self.reason.trim().is_empty() { needed.as_str() } else { "" };
        field::text(ui, &Field { error, hint: &hint, ..Field::new(&reason) }, &mut self.reason);
    }

    /// Who gets it: found by typing, and put aside once chosen.
    fn whom(&mut self, ui: &mut Ui, lang: Lang, view: &View<'_>) {
        if let Some((_, name)) = &self.person {
            layout::fact(ui, &lang.t("award-person"), name);
            return;
        }
        let rows = view.payroll.map(|payroll| payroll.rows.as_slice()).unwrap_or_default();
        let items: Vec<Item<'_>> = rows
            .iter()
            .map(|row| Item {
                id: &row.person,
                name: &row.name,
                code: &row.person,
                group: row.position.as_deref().unwrap_or_default(),
            })
            .collect();
        let [name, placeholder, nothing] =
            ["award-person", "award-person-hint", "payroll-nothing-found"].map(|key| lang.t(key));
        layout::name(ui, &name);
        let pick = SearchPick::new(&name, &placeholder, &nothing).inline(5);
        let outcome = pick.show(ui, &mut self.pick, &items);
        if !std::mem::replace(&mut self.begun, true) {
            outcome.response.request_focus();
        }
        if let Some(row) = outcome.picked.and_then(|place| rows.get(place)) {
            self.person = Code::new(&row.person).ok().map(|code| (code, row.name.clone()));
            self.chosen = true;
        }
    }

    pub fn command(&mut self) -> Option<Command> {
        self.tried = true;
        let (person, _) = self.person.clone()?;
        let amount = read_sum(&self.amount).filter(|sum| sum.0 > 0)?;
        let reason = Some(self.reason.trim().to_owned()).filter(|reason| !reason.is_empty())?;
        let grant = AwardGrant { award: self.id, person, month: self.month, amount_minor: amount, reason };
        Some(Command::Pay(PayCommand::AwardGrant(grant)))
    }
}
