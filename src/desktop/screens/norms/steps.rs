//! The steps of a set's way as dialogs: the pilot with its days, the submission with its grounds, and taking the set back.

use chrono::NaiveDate;
use egui::Ui;
use uuid::Uuid;

use super::{lacks, layout, words};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::badge;
use crate::desktop::widgets::card;
use crate::desktop::widgets::field::{self, Field};
use crate::domain::norm_set::SetState;
use crate::domain::order::PILOT_DAYS;
use crate::floor::command::{Command, NormsCommand, OrdersCommand, SetPilot, SetSubmit, SetWithdraw};
use crate::locale::{Arg, Lang};
use crate::views::norms::{SetView, SetsView};

/// A submission being written.
#[derive(Debug)]
pub struct Submit {
    set: Uuid,
    grounds: String,
    /// Why the last attempt came to nothing.
    pub error: String,
    begun: bool,
}

impl Submit {
    /// With the grounds of the submission before, where there was one.
    pub fn new(set: &SetView) -> Self {
        let grounds = set.grounds.clone().unwrap_or_default();
        Self { set: set.set, grounds, error: String::new(), begun: false }
    }

    /// The command.
    pub fn command(&self) -> Command {
        let grounds = self.grounds.trim().to_owned();
        Command::Norms(NormsCommand::SetSubmit(SetSubmit { set: self.set, grounds }))
    }

    /// Draws the fields; says whether they can be sent.
    pub fn body(&mut self, ui: &mut Ui, lang: Lang, set: &SetView) -> bool {
        layout::quiet(
            ui,
            &lang.with("norms-submit-text", &[("set", Arg::Text(&set.name)), ("count", set.lines.len().into())]),
        );
        let lacks = set.missing.len() + set.open_flags.len() + set.boosts_unexplained.len();
        if lacks > 0 {
            badge::banner(ui, Kind::Bad, &lang.with("norms-lacks", &[("count", lacks.into())]), "");
        }
        if !set.talk_only.is_empty() {
            let count = set.talk_only.len();
            badge::banner(ui, Kind::Warn, &lang.with("norms-submit-talk", &[("count", count.into())]), "");
        }
        pilot_note(ui, lang, set);
        let [label, hint, placeholder] =
            ["norms-field-grounds", "norms-grounds-hint", "norms-grounds-placeholder"].map(|key| lang.t(key));
        let grounds = Field { hint: &hint, placeholder: &placeholder, lines: 4, ..Field::new(&label) };
        let response = field::text(ui, &grounds, &mut self.grounds);
        if !std::mem::replace(&mut self.begun, true) {
            response.request_focus();
        }
        if !self.error.is_empty() {
            badge::banner(ui, Kind::Bad, &self.error, "");
        }
        lacks::is_whole(set)
    }
}

/// How much of a pilot there was: fewer days than an order needs are said before they are asked about.
fn pilot_note(ui: &mut Ui, lang: Lang, set: &SetView) {
    let text = match &set.pilot {
        None => lang.t("norms-submit-no-pilot"),
        Some(pilot) if pilot.closed_days < pilot.needed_days => lang.with(
            "norms-submit-short-pilot",
            &[("closed", Arg::Count(pilot.closed_days)), ("needed", Arg::Count(pilot.needed_days))],
        ),
        Some(_) => return,
    };
    layout::caption(ui, &text);
}

/// A pilot being planned.
#[derive(Debug)]
pub struct Pilot {
    set: Uuid,
    from: String,
    to: String,
    /// Why the last attempt came to nothing.
    pub error: String,
    begun: bool,
}

impl Pilot {
    /// From the next work day on, for as many as an order needs.
    pub fn new(lang: Lang, sets: &SetsView, set: &SetView) -> Self {
        let mut coming = sets.work_days.iter().filter(|day| **day > sets.today);
        let tomorrow = sets.today.succ_opt().unwrap_or(sets.today);
        let from = coming.next().copied().unwrap_or(tomorrow);
        let to = coming.nth(usize::try_from(PILOT_DAYS - 2).unwrap_or_default()).copied();
        let to = to.or_else(|| from.checked_add_days(chrono::Days::new(13))).unwrap_or(from);
        Self {
            set: set.set,
            from: words::typed_date(lang, from),
            to: words::typed_date(lang, to),
            error: String::new(),
            begun: false,
        }
    }

    /// The two days as they are said.
    pub fn days(&self, lang: Lang) -> (String, String) {
        let said = |text: &str| words::date(text).map_or_else(|| text.to_owned(), |day| lang.date(day));
        (said(&self.from), said(&self.to))
    }

    fn period(&self, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let (from, to) = words::date(&self.from).zip(words::date(&self.to))?;
        (from >= today && from <= to).then_some((from, to))
    }

    /// The command, where both days can be read and lie in order.
    pub fn command(&self, today: NaiveDate) -> Option<Command> {
        let (from, to) = self.period(today)?;
        Some(Command::Orders(OrdersCommand::SetPilot(SetPilot { set: self.set, from, to })))
    }

    /// Draws the fields; says whether they can be sent.
    pub fn body(&mut self, ui: &mut Ui, lang: Lang, sets: &SetsView, set: &SetView) -> bool {
        layout::quiet(ui, &lang.with("norms-pilot-text", &[("set", Arg::Text(&set.name))]));
        let lacks = set.missing.len() + set.open_flags.len() + set.boosts_unexplained.len();
        if lacks > 0 {
            badge::banner(ui, Kind::Bad, &lang.with("norms-lacks", &[("count", lacks.into())]), "");
        }
        let labels = ["norms-field-pilot-from", "norms-field-pilot-to"].map(|key| lang.t(key));
        let (from, to) = (words::date(&self.from), words::date(&self.to));
        let bad = lang.t("orders-bad-date");
        let (past, order) = (lang.t("norms-pilot-past"), lang.t("norms-pilot-order"));
        let from_error = match from {
            None => bad.as_str(),
            Some(from) if from < sets.today => &past,
            Some(_) => "",
        };
        let to_error = match (from, to) {
            (_, None) => bad.as_str(),
            (Some(from), Some(to)) if to < from => &order,
            _ => "",
        };
        card::columns_apart(ui, 2, space::M, |columns| {
            let [first, second] = columns else { return };
            let [from_label, to_label] = &labels;
            let response = field::text(first, &Field { error: from_error, ..Field::new(from_label) }, &mut self.from);
            if !std::mem::replace(&mut self.begun, true) {
                response.request_focus();
            }
            field::text(second, &Field { error: to_error, ..Field::new(to_label) }, &mut self.to);
        });
        if let Some(period) = self.period(sets.today) {
            count(ui, lang, sets, period);
        }
        if !self.error.is_empty() {
            badge::banner(ui, Kind::Bad, &self.error, "");
        }
        lacks == 0 && self.period(sets.today).is_some()
    }
}

/// How many work days lie in the period, and whether an order asks for more.
fn count(ui: &mut Ui, lang: Lang, sets: &SetsView, (from, to): (NaiveDate, NaiveDate)) {
    let known = sets.work_days.last().is_some_and(|last| to <= *last);
    if !known {
        layout::caption(ui, &lang.t("norms-pilot-uncounted"));
        return;
    }
    let days = sets.work_days.iter().filter(|day| from <= **day && **day <= to).count();
    let enough = i64::try_from(days).is_ok_and(|days| days >= PILOT_DAYS);
    let key = if enough { "norms-pilot-enough" } else { "norms-pilot-short" };
    let named = [("count", days.into()), ("needed", Arg::Count(PILOT_DAYS))];
    badge::banner(ui, if enough { Kind::Ok } else { Kind::Warn }, &lang.with(key, &named), "");
}

/// A set being taken back from its pilot or from the director.
#[derive(Debug)]
pub struct Withdraw {
    set: Uuid,
    reason: String,
    /// Why the last attempt came to nothing.
    pub error: String,
    begun: bool,
}

impl Withdraw {
    /// An empty one.
    pub fn new(set: Uuid) -> Self {
        Self { set, reason: String::new(), error: String::new(), begun: false }
    }

    /// The command.
    pub fn command(&self) -> Command {
        let reason = Some(self.reason.trim().to_owned()).filter(|reason| !reason.is_empty());
        Command::Orders(OrdersCommand::SetWithdraw(SetWithdraw { set: self.set, reason }))
    }

    /// Draws the fields.
    pub fn body(&mut self, ui: &mut Ui, lang: Lang, set: &SetView) {
        let key = if set.state == SetState::Pilot { "norms-withdraw-pilot" } else { "norms-withdraw-submitted" };
        layout::quiet(ui, &lang.with(key, &[("set", Arg::Text(&set.name))]));
        let (label, placeholder) = (lang.t("norms-field-withdraw"), lang.t("norms-withdraw-placeholder"));
        let reason = Field { placeholder: &placeholder, error: &self.error, lines: 3, ..Field::new(&label) };
        let response = field::text(ui, &reason, &mut self.reason);
        if !std::mem::replace(&mut self.begun, true) {
            response.request_focus();
        }
    }
}
