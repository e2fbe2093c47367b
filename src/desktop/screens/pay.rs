//! Pay: everybody's statements of a month, one explained line by line, schemes with their life, the month's lock, salaries.
//!
//! An employee without the payroll's door sees the own statement and the schemes of the own department. Every sum stands as the
//! floor computed it; what is added up here is only the rows on screen.

mod award;
mod dialogs;
mod draft;
mod grants;
mod list;
mod lock;
mod paper;
mod people;
mod schemes;
mod statement;
mod steps;
mod why;
mod words;

use egui::Ui;

use super::reason::{Reason, Words};
use crate::desktop::action::{Action, Answer, Tag, UndoBy, undo_of};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{card, state, turn};
use crate::domain::code::Code;
use crate::domain::month::Month;
use crate::domain::units::Money;
use crate::floor::command::{Command, PayCommand, RecalculationDecide, SchemeReturn};
use crate::floor::question::{AskDay, AskMonth, AskScheme, AskStatement};
use crate::locale::{Arg, Lang};
use crate::views::pay::{
    GrantsView, PayrollView, RecalculationView, SchemeView, SchemesView, StatementView, StatementsView,
};
use crate::views::people::{Doors, MeView, PeopleView};
use crate::views::tickets::DayView;

/// Keys of this screen, for F1.
pub const KEYS: &[(&str, &str)] = &[
    ("1…5", "payroll-key-page"),
    ("PageUp", "kpi-key-previous"),
    ("PageDown", "kpi-key-next"),
    ("Ctrl+F", "payroll-find"),
    ("↑ ↓, Enter", "payroll-key-open"),
    ("S, O", "payroll-key-sort"),
    ("P, X, C", "payroll-key-files"),
    ("N", "payroll-key-new"),
    ("E", "payroll-key-edit"),
    ("T", "payroll-key-pilot"),
    ("Ctrl+Enter", "payroll-key-step"),
    ("R", "payroll-key-return"),
    ("L", "payroll-key-lock"),
    ("D, W", "payroll-key-decide"),
    ("Delete", "payroll-key-take"),
    ("O", "payroll-key-object"),
    ("V", "payroll-key-compare"),
    ("Esc", "payroll-key-back"),
];

/// What a dialog with fields sends.
const DIALOG: Tag = "pay-dialog";
/// What a dialog that asks for a text sends.
const TEXT: Tag = "pay-text";
/// What one press sends.
const PRESS: Tag = "pay-press";
/// What takes a leave to see money back.
const REVOKE: Tag = "pay-revoke";

const FIND: ActionInfo<()> = ActionInfo::new((), "payroll-find", icons::MAGNIFYING_GLASS).command(egui::Key::F);
const BACK: ActionInfo<()> = ActionInfo::new((), "payroll-key-back", icons::ARROW_LEFT).plain(egui::Key::Escape);

/// A page of the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// Everybody's figures of the month, or one statement.
    #[default]
    Month,
    /// The month's lock, awards, recalculations.
    Lock,
    /// Pay schemes.
    Schemes,
    /// Salaries, rates, dates.
    People,
    /// Who sees the money of a department.
    Grants,
}

impl Page {
    /// The key of its name; `payroll`: for who sees everybody's pay.
    #[must_use]
    pub fn word(self, payroll: bool) -> &'static str {
        match self {
            Self::Month if payroll => "payroll-page-month",
            Self::Month => "payroll-page-own",
            Self::Lock => "payroll-page-lock",
            Self::Schemes => "payroll-page-schemes",
            Self::People => "payroll-page-people",
            Self::Grants => "payroll-page-grants",
        }
    }

    /// The pages that are open to somebody.
    #[must_use]
    pub fn open(may: Doors) -> Vec<Self> {
        let pages = [
            (Self::Month, may.payroll || may.my_pay),
            (Self::Lock, may.payroll),
            (Self::Schemes, may.schemes),
            (Self::People, may.salaries),
            (Self::Grants, may.money_grant),
        ];
        pages.into_iter().filter_map(|(page, open)| open.then_some(page)).collect()
    }
}

/// What the screen shows.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// Who is signed in.
    pub me: &'a MeView,
    /// Everybody's figures of the month.
    pub payroll: Option<&'a PayrollView>,
    /// The statement on screen.
    pub statement: Option<&'a StatementView>,
    /// Everybody's statements, to be printed.
    pub statements: Option<&'a StatementsView>,
    /// The schemes that may be seen.
    pub schemes: Option<&'a SchemesView>,
    /// The scheme on screen.
    pub scheme: Option<&'a SchemeView>,
    /// The people with what they are paid by.
    pub people: Option<&'a PeopleView>,
    /// The tickets of the day on screen.
    pub day: Option<&'a DayView>,
    /// Who sees the money of a department.
    pub grants: Option<&'a GrantsView>,
    /// Why the page's view has not come.
    pub trouble: Option<&'a str>,
    /// Why there is no statement: no account in the month.
    pub no_statement: Option<&'a str>,
}

/// What a text is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum About {
    /// What is to be changed in a submitted scheme.
    Return(Code),
    /// On which ground a negative recalculation is deducted, or why it is waived.
    Decide { person: Code, month: Month, deduct: bool },
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    page: Page,
    month: Option<Month>,
    /// Whose statement is open; on the month's page without the payroll it is the own one.
    person: Option<Code>,
    list: list::Form,
    statement: statement::Form,
    schemes: schemes::Form,
    people: people::Form,
    grants: grants::Form,
    dialog: Option<dialogs::Dialog>,
    asking: Reason<About>,
    sending: bool,
    /// Everybody's statements are to be printed as soon as they are here.
    printing: bool,
}

/// What is to be asked of the floor.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wanted {
    /// Everybody's figures.
    pub payroll: Option<AskMonth>,
    /// One statement.
    pub statement: Option<AskStatement>,
    /// Everybody's statements.
    pub statements: Option<AskMonth>,
    /// One scheme.
    pub scheme: Option<AskScheme>,
    /// The tickets of a day.
    pub day: Option<AskDay>,
    /// Who sees the money of a department.
    pub grants: bool,
}

impl Form {
    /// Opens somebody's statement of a month.
    pub fn open_statement(&mut self, person: Code, month: Month) {
        self.page = Page::Month;
        self.month = Some(month);
        self.statement = statement::Form::default();
        self.person = Some(person);
    }

    /// The field to find by typing wants the keyboard.
    pub fn find(&mut self) {
        if self.page == Page::People {
            self.people.find_wanted = true;
        } else {
            self.go(Page::Month);
            self.list.find_wanted = true;
        }
    }

    fn month(&self, me: &MeView) -> Month {
        self.month.unwrap_or(Month::of(me.work_day))
    }

    /// Whose statement is on screen.
    fn shown(&self, me: &MeView) -> Option<Code> {
        if me.may.payroll { self.person.clone() } else { Code::new(&me.code).ok() }
    }

    /// What is to be asked for the page on screen.
    #[must_use]
    pub fn wanted(&self, me: &MeView) -> Wanted {
        let month = self.month(me);
        let asked = AskMonth { month, through: None };
        let person = self.shown(me).filter(|_| self.page == Page::Month);
        let day = self.statement.day().zip(person.clone()).filter(|_| me.may.tickets);
        Wanted {
            payroll: me.may.payroll.then_some(asked),
            statement: person.filter(|_| me.may.my_pay).map(|person| AskStatement { person, month, through: None }),
            statements: (self.printing && me.may.payroll).then_some(asked),
            scheme: self.schemes.wanted(month),
            day: day.map(|(date, person)| AskDay { person, date }),
            grants: self.page == Page::Grants && me.may.money_grant,
        }
    }

    /// Takes the outcome of a command.
    pub fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        self.sending = false;
        let accepted = match answer {
            Ok(accepted) => accepted,
            Err(text) => {
                let kept = match tag {
                    TEXT => self.asking.refused(text),
                    DIALOG => self.dialog.as_mut().is_some_and(|dialog| dialog.refused(text)),
                    _ => false,
                };
                if !kept {
                    actions.push(Action::Say(Kind::Bad, text.to_owned()));
                }
                return;
            }
        };
        let said = match tag {
            DIALOG => {
                let dialog = self.dialog.take();
                if let Some(dialogs::Dialog::Draft(draft)) = &dialog {
                    self.schemes.choose(draft.code());
                }
                let said = dialog.as_ref().map(|dialog| dialog.done(lang, accepted));
                if let (Some(dialogs::Dialog::Grant(_)), Some(text), Some(undo)) = (&dialog, &said, undo_of(accepted)) {
                    let undo = UndoBy::Command(Box::new(undo));
                    return actions.push(Action::SayUndo(Kind::Ok, text.clone(), undo));
                }
                said
            }
            TEXT => self.asking.accepted().map(|about| match about {
                About::Return(_) => lang.t("schemes-returned"),
                About::Decide { deduct: true, .. } => lang.t("lock-deducted"),
                About::Decide { deduct: false, .. } => lang.t("lock-waived"),
            }),
            PRESS => Some(lang.t("lock-days-closed")),
            REVOKE => {
                let said = self.grants.taken(lang);
                if let (Some(text), Some(undo)) = (&said, undo_of(accepted)) {
                    let undo = UndoBy::Command(Box::new(undo));
                    return actions.push(Action::SayUndo(Kind::Ok, text.clone(), undo));
                }
                said
            }
            _ => None,
        };
        actions.extend(said.map(|text| Action::Say(Kind::Ok, text)));
    }

    /// Goes to a page.
    pub fn go(&mut self, page: Page) {
        self.page = page;
        self.person = None;
        self.statement = statement::Form::default();
    }

    fn turn(&mut self, month: Month) {
        self.month = Some(month);
        self.statement = statement::Form::default();
        self.list.row = None;
    }
}

/// Draws the screen; says whether what did not come is to be asked for once more.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    let may = view.me.may;
    let pages = Page::open(may);
    if !pages.contains(&form.page)
        && let Some(first) = pages.first()
    {
        form.page = *first;
    }
    take_keys(ui, view.me, &pages, form);
    paper::print(lang, view, form, actions);
    let again = card::content(ui, |ui| {
        let month = form.month(view.me);
        let mut to = None;
        let mut switch = |ui: &mut Ui| {
            if matches!(form.page, Page::Month | Page::Lock) || form.schemes.compares() {
                let last = Some(Month::of(view.me.work_day));
                to = turn::month(ui, lang, month, last).map(|way| way.of(month, last));
            }
        };
        let opened = form.person.clone().filter(|_| may.payroll && form.page == Page::Month);
        let returns = if let Some(person) = &opened {
            statement::title(ui, lang, view, person, &mut switch)
        } else {
            card::screen_title(ui, &lang.t("payroll-title"), &mut switch);
            false
        };
        if returns {
            back(form);
        }
        if let Some(to) = to {
            form.turn(to);
        }
        head(ui, lang, view, &pages, form, actions);
        match form.page {
            Page::Month if form.shown(view.me).is_some() => statement::show(ui, lang, view, form, actions),
            Page::Month => list::show(ui, lang, view, form),
            Page::Lock => lock::show(ui, lang, view, form, actions),
            Page::Schemes => schemes::show(ui, lang, view, form),
            Page::People => people::show(ui, lang, view, form),
            Page::Grants => grants::show(ui, lang, view, form),
        }
    });
    dialogs::show(ui, lang, view, form, actions);
    ask(ui, lang, form, actions);
    again
}

fn take_keys(ui: &Ui, me: &MeView, pages: &[Page], form: &mut Form) {
    if form.dialog.is_some() || form.asking.about().is_some() {
        return;
    }
    if let Some(page) = keys::pressed_digit(ui.ctx()).and_then(|digit| pages.get(digit - 1)) {
        form.go(*page);
    }
    if me.may.payroll && keys::is_pressed(ui.ctx(), &FIND) {
        form.find();
    }
    // A table with the keyboard has the page keys.
    if ui.memory(|memory| memory.focused().is_none()) {
        let month = form.month(me);
        let to = turn::pressed(ui.ctx()).map(|way| way.of(month, Some(Month::of(me.work_day))));
        if let Some(to) = to.filter(|to| *to != month) {
            form.turn(to);
        }
    }
    if (form.person.is_some() || form.statement.day().is_some()) && keys::is_pressed(ui.ctx(), &BACK) {
        back(form);
    }
}

/// One step back: from the day to the statement, from the statement to the list.
fn back(form: &mut Form) {
    if !form.statement.close_day() {
        form.person = None;
        form.statement = statement::Form::default();
    }
}

/// The pages on the left, the files on the right.
fn head(ui: &mut Ui, lang: Lang, view: &View<'_>, pages: &[Page], form: &mut Form, actions: &mut Vec<Action>) {
    let mut pressed = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for (place, page) in pages.iter().enumerate() {
            let (word, key) = (lang.t(page.word(view.me.may.payroll)), (place + 1).to_string());
            let here = *page == form.page;
            let button = if here { Button::secondary(&word).selected(true) } else { Button::quiet(&word) };
            if button.key(&key).show(ui).clicked() {
                pressed = Some(*page);
            }
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            match form.page {
                Page::Month => paper::buttons(ui, lang, view, form, actions),
                Page::Lock => award::button(ui, lang, view, form),
                Page::Schemes => draft::button(ui, lang, view, form),
                Page::People => {}
                Page::Grants => grants::buttons(ui, lang, view, form, actions),
            }
        });
    });
    if let Some(page) = pressed {
        form.go(page);
    }
}

/// Loading, or why nothing came; says whether to ask once more.
fn wait(ui: &mut Ui, lang: Lang, trouble: Option<&str>) -> bool {
    card::card(ui, "", |ui| {
        if let Some(text) = trouble {
            return state::error(ui, &lang.t("app-not-loaded"), text, &lang.t("app-retry"));
        }
        state::loading(ui, &lang.t("app-loading"), 8);
        false
    })
    .inner
}

/// The dialog that asks for a text.
fn ask(ui: &Ui, lang: Lang, form: &mut Form, actions: &mut Vec<Action>) {
    let Some(about) = form.asking.about() else { return };
    let (keys, ready) = match about {
        About::Return(_) => {
            (["schemes-return-title", "schemes-return-text", "schemes-return-label", "schemes-return-send"], Vec::new())
        }
        About::Decide { deduct: true, .. } => (
            ["lock-deduct-title", "lock-deduct-text", "lock-deduct-label", "lock-deduct-send"],
            ["lock-ground-count", "lock-ground-fault"].map(|key| lang.t(key)).to_vec(),
        ),
        About::Decide { deduct: false, .. } => {
            (["lock-waive-title", "lock-waive-text", "lock-waive-label", "lock-waive-send"], Vec::new())
        }
    };
    let ([title, text, label, send], empty) = (keys.map(|key| lang.t(key)), lang.t("orders-needed"));
    let words = Words { title: &title, text: &text, label: &label, empty: &empty, send: &send, ready: &ready };
    let Some((about, said)) = form.asking.show(ui, lang, &words) else { return };
    let command = match about {
        About::Return(scheme) => PayCommand::SchemeReturn(SchemeReturn { scheme, comment: said }),
        About::Decide { person, month, deduct } => {
            PayCommand::RecalculationDecide(RecalculationDecide { person, month, deduct, ground: said })
        }
    };
    actions.push(Action::Send { tag: TEXT, command: Box::new(Command::Pay(command)) });
}

/// A recalculation in words: the month, the sum, and what became of a negative one.
fn recalculation_words(lang: Lang, one: &RecalculationView) -> String {
    let (month, sum) = (lang.month(one.month.first()), lang.signed_money(one.difference_minor));
    let text = lang.with("lock-recalculation", &[("month", Arg::Text(&month)), ("sum", Arg::Text(&sum))]);
    match &one.deduction {
        Some(deduction) => format!("{text} ({})", lang.t(&format!("deduction-{deduction}"))),
        None => text,
    }
}

/// What people call somebody; the number where the name is not known.
fn name_of(view: &View<'_>, code: &str) -> String {
    let people = view.people.map(|people| people.people.as_slice()).unwrap_or_default();
    people.iter().find(|person| person.code == code).map_or_else(|| code.to_owned(), |person| person.name.clone())
}

/// The sum of what is there; a sum that no longer fits is shown as the largest there is.
fn total(amounts: impl IntoIterator<Item = Option<Money>>) -> Money {
    Money::sum(amounts.into_iter().flatten()).unwrap_or(Money(i64::MAX))
}
