//! The department: everybody's month in a table, weak and strong links against chance, indicators; a person opens as My KPI shows the month.
//!
//! Invariant: every number is the floor's; what is sorted, filtered or exported here is what it answered.

mod define;
mod export;
mod indicators;
mod links;
mod people;
mod target;

use egui::{ComboBox, Key, Modifiers, Ui};

use super::person_month;
use crate::desktop::action::{Action, Answer, Tag, UndoBy, undo_of};
use crate::desktop::app::menu::key_word;
use crate::desktop::app::months::{DepartmentWanted, PersonWanted};
use crate::desktop::icons;
use crate::desktop::keys::{self, ActionInfo};
use crate::desktop::theme::{Kind, Theme, font, measure, space};
use crate::desktop::widgets::button::{Button, icon_button};
use crate::desktop::widgets::turn::{self, Way};
use crate::desktop::widgets::{badge, card, ink, state};
use crate::documents::pay::kind_name;
use crate::domain::code::Code;
use crate::domain::month::Month;
use crate::floor::command::{Command, DepartmentCommand, IndicatorRetire};
use crate::locale::{Arg, Lang};
use crate::views::department::{DepartmentPerson, DepartmentView};
use crate::views::kpi::KpiView;
use crate::views::norms::ActionsView;
use crate::views::people::MeView;
use crate::views::tasks::{IndicatorsView, TasksView};

/// A definition or a target of an indicator.
const INDICATOR: Tag = "department-indicator";

/// An indicator out of use, or back into it.
const RETIRE: Tag = "department-retire";

/// The room that the badges and the way back take beside a person's name.
const BADGES: f32 = 260.0;

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// To the search field.
    Find,
    /// The next filter.
    Filter,
    /// Sort by the next column.
    Sort,
    /// Turn the order round.
    Reverse,
    /// The next department.
    Department,
    /// The month before.
    Previous,
    /// The month after.
    Next,
    /// A note on the person, or on the day that is open.
    Note,
    /// A task for the person.
    Task,
    /// Another indicator.
    Define,
    /// The indicator's definition.
    Redefine,
    /// The indicator's target.
    Target,
    /// The indicator out of use.
    Retire,
    /// The whole month as a workbook.
    Xlsx,
    /// The table on screen as CSV.
    Csv,
}

const BACKWARDS: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// The acts, with their keys.
pub const ACTS: [ActionInfo<Act>; 15] = [
    ActionInfo::new(Act::Find, "department-find", icons::MAGNIFYING_GLASS).command(Key::F),
    ActionInfo::new(Act::Filter, "department-act-filter", icons::FUNNEL).plain(Key::F),
    ActionInfo::new(Act::Sort, "department-act-sort", icons::CARET_UP_DOWN).plain(Key::S),
    ActionInfo::new(Act::Reverse, "department-act-reverse", icons::SWAP).plain(Key::R),
    ActionInfo::new(Act::Department, "department-act-department", icons::USERS_THREE).plain(Key::D),
    ActionInfo::new(Act::Previous, "kpi-previous", icons::CARET_LEFT).plain(Key::PageUp),
    ActionInfo::new(Act::Next, "kpi-next", icons::CARET_RIGHT).plain(Key::PageDown),
    ActionInfo::new(Act::Note, "department-note", icons::NOTE).plain(Key::N),
    ActionInfo::new(Act::Task, "department-task", icons::CLIPBOARD_TEXT).plain(Key::G),
    ActionInfo::new(Act::Define, "indicator-new", icons::PLUS).plain(Key::A),
    ActionInfo::new(Act::Redefine, "indicator-edit", icons::PENCIL_SIMPLE).plain(Key::E),
    ActionInfo::new(Act::Target, "indicator-target", icons::TARGET).plain(Key::G),
    ActionInfo::new(Act::Retire, "indicator-retire", icons::TRASH).plain(Key::Delete),
    ActionInfo::new(Act::Csv, "department-csv", icons::DOWNLOAD_SIMPLE).shortcut(BACKWARDS, Key::E),
    ActionInfo::new(Act::Xlsx, "department-xlsx", icons::DOWNLOAD_SIMPLE).command(Key::E),
];

/// Keys of the department, for F1.
const KEYS: &[(&str, &str)] = &[
    ("1…3", "department-key-page"),
    ("↑ ↓, Enter", "department-key-open"),
    ("Ctrl+F", "department-find"),
    ("F", "department-act-filter"),
    ("S, R", "department-key-sort"),
    ("D", "department-act-department"),
    ("PageUp PageDown", "kpi-key-month"),
    ("N", "department-note"),
    ("G", "department-task"),
    ("A, E, G, Delete", "department-key-indicators"),
    ("Ctrl+E", "department-xlsx"),
    ("Ctrl+Shift+E", "department-csv"),
];

/// A page of the department.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Page {
    /// Everybody as a table.
    #[default]
    People,
    /// Weak and strong links.
    Links,
    /// Indicators.
    Indicators,
}

impl Page {
    const ALL: [Self; 3] = [Self::People, Self::Links, Self::Indicators];

    fn word(self) -> &'static str {
        match self {
            Self::People => "department-people",
            Self::Links => "department-links",
            Self::Indicators => "department-indicators",
        }
    }
}

/// What the screen shows.
#[derive(Debug, Clone)]
pub struct View<'a> {
    /// The department's month.
    pub department: &'a DepartmentView,
    /// Its indicators, once they have come.
    pub indicators: Option<&'a IndicatorsView>,
    /// Its days, for export.
    pub days: Option<&'a KpiView>,
    /// Its tasks of the month, for export.
    pub tasks: Option<&'a TasksView>,
    /// The catalogue, which indicators count by.
    pub actions: Option<&'a ActionsView>,
    /// The person's month that has come.
    pub person: Option<person_month::View<'a>>,
    /// Why something did not come.
    pub trouble: Option<String>,
    /// Who looks.
    pub me: &'a MeView,
}

/// What tells a row from all others: whoever worked in two departments in the month stands in both.
type AccountKey = (String, Option<String>);

fn key(one: &DepartmentPerson) -> AccountKey {
    (one.person.clone(), one.department.clone())
}

/// The dialog that is open.
#[derive(Debug)]
enum Dialog {
    Define(Box<define::Form>),
    Target(Box<target::Form>),
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Form {
    month: Option<Month>,
    department: Option<Code>,
    page: Page,
    list: people::Form,
    /// The person under the keyboard: the same in the table and in the funnel.
    chosen: Option<AccountKey>,
    indicator: Option<String>,
    person: Option<(Code, person_month::Form)>,
    dialog: Option<Dialog>,
    sending: bool,
    pressed: Option<Act>,
}

impl Form {
    /// What is asked of the floor.
    #[must_use]
    pub fn wanted(&self) -> DepartmentWanted {
        let person = self.person.as_ref();
        DepartmentWanted {
            month: self.month,
            department: self.department.clone(),
            person: person.map(|(code, form)| PersonWanted { person: Some(code.clone()), month: form.wanted() }),
            indicators: self.page == Page::Indicators,
        }
    }

    /// The keys that act now, for F1.
    #[must_use]
    pub fn keys(&self) -> &'static [(&'static str, &'static str)] {
        if self.person.is_some() { person_month::KEYS } else { KEYS }
    }

    /// The acts that can be done on the page on screen, for the palette.
    pub fn open_acts(&self) -> impl Iterator<Item = &'static ActionInfo<Act>> + '_ {
        ACTS.iter().filter(|info| self.is_open(info.id))
    }

    fn is_open(&self, act: Act) -> bool {
        let list = self.person.is_none();
        match act {
            Act::Find | Act::Filter | Act::Sort | Act::Reverse => list && self.page == Page::People,
            Act::Department | Act::Previous | Act::Next | Act::Csv | Act::Xlsx => list,
            Act::Note | Act::Task => !list || self.page != Page::Indicators,
            Act::Define | Act::Redefine | Act::Target | Act::Retire => list && self.page == Page::Indicators,
        }
    }

    /// Does an act that was chosen in the palette, at the next frame.
    pub fn press(&mut self, act: Act) {
        self.pressed = Some(act);
    }

    /// Takes the outcome of a command.
    pub fn answered(&mut self, tag: Tag, answer: Answer<'_>, lang: Lang, actions: &mut Vec<Action>) {
        self.sending = false;
        match (tag, answer) {
            (INDICATOR, Ok(_)) => {
                self.dialog = None;
                actions.push(Action::Say(Kind::Ok, lang.t("indicator-done")));
            }
            (RETIRE, Ok(accepted)) => {
                let text = lang.t("indicator-retired");
                actions.push(match undo_of(accepted) {
                    Some(command) => Action::SayUndo(Kind::Ok, text, UndoBy::Command(Box::new(command))),
                    None => Action::Say(Kind::Ok, text),
                });
            }
            ("undo", Ok(_)) => actions.push(Action::Say(Kind::Ok, lang.t("indicator-restored"))),
            (INDICATOR, Err(text)) if self.dialog.is_some() => match &mut self.dialog {
                Some(Dialog::Define(form)) => text.clone_into(&mut form.error),
                Some(Dialog::Target(form)) => text.clone_into(&mut form.error),
                None => {}
            },
            (_, Err(text)) => actions.push(Action::Say(Kind::Bad, text.to_owned())),
            (_, Ok(_)) => {}
        }
    }

    /// Opens a person's running month, from anywhere.
    pub fn open_person(&mut self, person: &str) {
        if let Ok(code) = Code::new(person) {
            self.month = None;
            self.page = Page::People;
            self.person = Some((code, person_month::Form::default()));
        }
    }

    fn open(&mut self, one: &DepartmentPerson) {
        if let Ok(code) = Code::new(&one.person) {
            self.chosen = Some(key(one));
            self.person = Some((code, person_month::Form::of(self.month)));
        }
    }

    fn is_chosen(&self, one: &DepartmentPerson) -> bool {
        let chosen = self.chosen.as_ref();
        chosen.is_some_and(|(person, department)| *person == one.person && *department == one.department)
    }

    /// Shows the month before or after; never one that has not begun.
    fn turn(&mut self, shown: &DepartmentView, way: Way) {
        self.month = Some(way.of(self.month.unwrap_or(shown.month), Some(Month::of(shown.today))));
    }

    fn act(&mut self, lang: Lang, view: &View<'_>, act: Act, actions: &mut Vec<Action>) {
        let shown = view.department;
        match act {
            Act::Find => self.list.find_wanted = true,
            Act::Filter => self.list.next_filter(),
            Act::Sort => self.list.next_sort(),
            Act::Reverse => self.list.reverse(),
            Act::Department => self.department = next_department(shown, self.department.as_ref()),
            Act::Previous => self.turn(shown, Way::Back),
            Act::Next => self.turn(shown, Way::On),
            Act::Note | Act::Task => actions.extend(self.about_person(shown, act)),
            Act::Define | Act::Redefine | Act::Target => self.define(lang, view, act),
            Act::Retire => actions.extend(self.retire(view)),
            Act::Csv | Act::Xlsx => actions.extend(export::document(lang, view, self.page, act == Act::Csv)),
        }
    }

    /// Begins a note or a task: on the day that is open, else on the person.
    fn about_person(&self, shown: &DepartmentView, act: Act) -> Option<Action> {
        let (person, day) = match &self.person {
            Some((code, form)) => (code.to_string(), form.wanted().day),
            None => (self.chosen.as_ref()?.0.clone(), None),
        };
        shown.may_give.then(|| match act {
            Act::Task => Action::GiveTask(person),
            _ => Action::WriteNote(person, day),
        })
    }

    /// Takes the chosen indicator out of use; what is said of it takes it back.
    fn retire(&mut self, view: &View<'_>) -> Option<Action> {
        let list = view.indicators.filter(|list| list.may_define && !self.sending)?;
        let chosen = list.indicators.iter().find(|one| Some(&one.indicator) == self.indicator.as_ref())?;
        let indicator = Code::new(&chosen.indicator).ok()?;
        self.sending = true;
        let command = Command::Department(DepartmentCommand::IndicatorRetire(IndicatorRetire { indicator }));
        Some(Action::Send { tag: RETIRE, command: Box::new(command) })
    }

    fn define(&mut self, lang: Lang, view: &View<'_>, act: Act) {
        let Some(list) = view.indicators.filter(|list| list.may_define) else { return };
        let chosen = list.indicators.iter().find(|one| Some(&one.indicator) == self.indicator.as_ref());
        self.dialog = match (act, chosen) {
            (Act::Define, _) => Some(Dialog::Define(Box::default())),
            (Act::Redefine, Some(chosen)) => Some(Dialog::Define(Box::new(define::Form::of(chosen)))),
            (Act::Target, Some(chosen)) => {
                Some(Dialog::Target(Box::new(target::Form::of(lang, chosen, view.department))))
            }
            _ => return,
        };
    }
}

/// The department after the one on screen: all of them, then one after another.
fn next_department(view: &DepartmentView, chosen: Option<&Code>) -> Option<Code> {
    let place = chosen.and_then(|code| view.departments.iter().position(|one| one.code == code.as_str()));
    let next = place.map_or(0, |place| place + 1);
    view.departments.get(next).and_then(|one| Code::new(&one.code).ok())
}

/// Draws the screen; says whether what did not come is to be asked for once more.
pub fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    let free = form.dialog.is_none();
    if free {
        keyboard(ui, lang, view, form, actions);
    }
    let again = card::content(ui, |ui| match &form.person {
        Some((code, _)) => {
            let code = code.clone();
            one(ui, lang, view, &code, form, actions)
        }
        None => everybody(ui, lang, view, form, actions),
    });
    dialogs(ui, lang, view, form, actions);
    again
}

fn keyboard(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let person = form.person.as_mut();
    if let (Some((code, month)), Some(shown)) = (person, view.person.as_ref())
        && shown.month.person == code.as_str()
    {
        person_month::keyboard(ui, shown, month, actions);
    }
    let free = !keys::is_typing(ui.ctx()) && !keys::is_covered(ui.ctx());
    if free && form.person.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        let stays = form.person.as_mut().is_some_and(|(_, month)| month.back());
        if !stays {
            form.person = None;
        }
    }
    if form.person.is_none()
        && let Some(page) = keys::pressed_digit(ui.ctx()).and_then(|digit| Page::ALL.get(digit - 1))
    {
        form.page = *page;
    }
    let open: Vec<&ActionInfo<Act>> = form.open_acts().collect();
    let pressed = open.into_iter().find(|info| keys::is_pressed(ui.ctx(), info)).map(|info| info.id);
    let chosen = form.pressed.take().filter(|act| form.is_open(*act));
    for act in pressed.into_iter().chain(chosen) {
        form.act(lang, view, act, actions);
    }
}

fn key_of(ui: &Ui, lang: Lang, act: Act) -> String {
    let info = ACTS.iter().find(|info| info.id == act);
    info.map(|info| info.key_text(ui.ctx(), &key_word(lang))).unwrap_or_default()
}

/// The department's own pages.
fn everybody(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    let shown = view.department;
    let title = shown.department.as_ref().map_or_else(|| lang.t("department-all"), |named| named.name.clone());
    let mut pressed = None;
    card::screen_title(ui, &title, |ui| {
        pressed = files(ui, lang, view, form);
        ui.add_space(space::M);
        if let Some(way) = turn::month(ui, lang, shown.month, Some(Month::of(shown.today))) {
            pressed = Some(if way == Way::On { Act::Next } else { Act::Previous });
        }
    });
    pages(ui, lang, shown, form);
    if shown.plan_cmin.is_none() {
        let year = shown.month.first().format("%Y").to_string();
        badge::banner(ui, Kind::Warn, &lang.with("kpi-no-plan", &[("year", Arg::Text(&year))]), "");
    }
    let mut again = false;
    match form.page {
        Page::People => people::show(ui, lang, view, form),
        Page::Links => links::show(ui, lang, view, form),
        Page::Indicators => match (view.indicators, view.trouble.as_deref()) {
            (Some(list), _) => pressed = indicators::show(ui, lang, list, form).or(pressed),
            (None, Some(text)) => {
                card::card(ui, "", |ui| {
                    again = state::error(ui, &lang.t("app-not-loaded"), text, &lang.t("app-retry"));
                });
            }
            (None, None) => {
                card::card(ui, "", |ui| state::loading(ui, &lang.t("app-loading"), 8));
            }
        },
    }
    if let Some(act) = pressed {
        form.act(lang, view, act, actions);
    }
    again
}

/// The buttons of export, from right to left.
fn files(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &Form) -> Option<Act> {
    let mut pressed = None;
    if !view.department.may_export {
        return None;
    }
    ui.spacing_mut().item_spacing.x = space::S;
    for (act, word) in [(Act::Csv, "CSV"), (Act::Xlsx, "XLSX")] {
        let name = lang.t(if act == Act::Csv { "department-csv" } else { "department-xlsx" });
        let tooltip = format!("{name} · {}", key_of(ui, lang, act));
        let ready = export::is_ready(view, form.page, act == Act::Csv);
        let button = Button::secondary(word).icon(icons::DOWNLOAD_SIMPLE).tooltip(&tooltip).enabled(ready);
        if button.show(ui).clicked() {
            pressed = Some(act);
        }
    }
    pressed
}

/// The pages, and the department where there are several.
fn pages(ui: &mut Ui, lang: Lang, shown: &DepartmentView, form: &mut Form) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        ui.spacing_mut().interact_size.y = measure::CONTROL;
        for (place, page) in Page::ALL.into_iter().enumerate() {
            let (word, key) = (lang.t(page.word()), (place + 1).to_string());
            let button = if page == form.page { Button::secondary(&word).selected(true) } else { Button::quiet(&word) };
            if button.key(&key).show(ui).clicked() {
                form.page = page;
            }
        }
        if shown.departments.len() < 2 {
            return;
        }
        ui.add_space(space::M);
        let all = lang.t("department-all");
        let chosen = shown.department.as_ref().map_or(all.as_str(), |named| named.name.as_str());
        let combo = ComboBox::from_id_salt("department").width(220.0).truncate().selected_text(chosen);
        let list = combo.show_ui(ui, |ui| {
            ui.selectable_value(&mut form.department, None, &all);
            for named in &shown.departments {
                if let Ok(code) = Code::new(&named.code) {
                    ui.selectable_value(&mut form.department, Some(code), &named.name);
                }
            }
        });
        list.response.accessible_name(lang.t("department-choose"));
    });
}

/// A person opened: the month as My KPI shows it.
fn one(ui: &mut Ui, lang: Lang, view: &View<'_>, code: &Code, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    let brief = view.department.people.iter().find(|one| one.person == code.as_str());
    let shown = view.person.as_ref().filter(|shown| shown.month.person == code.as_str());
    let name = shown.map(|shown| shown.month.name.clone()).or(brief.map(|one| one.name.clone())).unwrap_or_default();
    let (mut turned, mut begun) = (None, None);
    card::screen_title(ui, &name, |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        if let Some(shown) = shown {
            turned = turn::month(ui, lang, shown.month.month, Some(Month::of(shown.month.today)));
        }
        if view.department.may_give {
            for (act, icon, word) in
                [(Act::Note, icons::NOTE, "department-note"), (Act::Task, icons::CLIPBOARD_TEXT, "department-task")]
            {
                if Button::secondary(&lang.t(word)).icon(icon).key(&key_of(ui, lang, act)).show(ui).clicked() {
                    begun = Some(act);
                }
            }
        }
        // The name comes before what the table says as well.
        let theme = Theme::of(ui);
        let wide = ink::line(ui, &name, font::title(), theme.text, f32::INFINITY).size().x;
        if let Some(one) = brief.filter(|_| wide + BADGES < ui.available_width()) {
            badges(ui, lang, one);
        }
        if icon_button(ui, icons::ARROW_LEFT, &lang.t("department-back"), "Esc").clicked() {
            form.person = None;
        }
    });
    if let Some(act) = begun {
        actions.extend(form.about_person(view.department, act));
    }
    let Some((_, month)) = &mut form.person else { return false };
    if let (Some(on), Some(shown)) = (turned, shown) {
        month.turn(shown.month.month, shown.month.today, on);
    }
    match (shown, view.trouble.as_deref()) {
        (Some(shown), _) => person_month::show(ui, lang, shown, month, actions),
        (None, Some(text)) => {
            let error = |ui: &mut Ui| state::error(ui, &lang.t("app-not-loaded"), text, &lang.t("app-retry"));
            return card::card(ui, "", error).inner;
        }
        (None, None) => {
            card::card(ui, "", |ui| state::loading(ui, &lang.t("app-loading"), 8));
        }
    }
    false
}

/// What is out of the ordinary about a person, in words.
fn badges(ui: &mut Ui, lang: Lang, one: &DepartmentPerson) {
    if let Some(kind) = &one.away_today {
        badge::badge_with(ui, Kind::Neutral, icons::CALENDAR_X, &kind_name(kind, lang));
    }
    let (kind, icon, word) = standing_words(lang, one.link.standing);
    badge::badge_with(ui, kind, icon, &word);
}

/// The dialog of a definition or a target.
fn dialogs(ui: &Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) {
    let confirmed = form.dialog.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let busy = form.sending;
    let outcome = match &mut form.dialog {
        Some(Dialog::Define(dialog)) => define::dialog(ui, lang, view, dialog, confirmed, busy),
        Some(Dialog::Target(dialog)) => target::dialog(ui, lang, dialog, confirmed, busy),
        None => return,
    };
    match outcome {
        Outcome::Open => {}
        Outcome::Closed => form.dialog = None,
        Outcome::Send(command) => {
            form.sending = true;
            actions.push(Action::Send { tag: INDICATOR, command: Box::new(Command::Department(*command)) });
        }
    }
}

/// What came of a dialog in this frame.
enum Outcome {
    Open,
    Closed,
    Send(Box<DepartmentCommand>),
}

/// How somebody stands among the links: kind, icon and word.
fn standing_words(lang: Lang, standing: crate::views::department::Standing) -> (Kind, &'static str, String) {
    use crate::views::department::Standing;
    let (kind, icon, code) = match standing {
        Standing::Weak => (Kind::Bad, icons::TREND_DOWN, "weak"),
        Standing::Lagging => (Kind::Warn, icons::TREND_DOWN, "lagging"),
        Standing::Usual => (Kind::Neutral, icons::CIRCLE, "usual"),
        Standing::Leading => (Kind::Accent, icons::TREND_UP, "leading"),
        Standing::Strong => (Kind::Ok, icons::TREND_UP, "strong"),
        Standing::TooFewDays => (Kind::Neutral, icons::HOURGLASS_MEDIUM, "too-few-days"),
    };
    (kind, icon, lang.t(&format!("standing-{code}")))
}
