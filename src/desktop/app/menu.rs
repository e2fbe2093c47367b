//! What the window itself can do, in one table: the palette, the key help, the navigation and the top bar are made from it.

use egui::{Context, Key, Modifiers};

use super::work::Work;
use crate::desktop::action::Place;
use crate::desktop::keys::ActionInfo;
use crate::desktop::{icons, screens};
use crate::locale::Lang;

/// An act of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// The command palette.
    Palette,
    /// The keys of this screen.
    Help,
    /// Lock, or let somebody else sign in.
    Lock,
    /// The other language.
    Language,
    /// The next theme.
    Theme,
    /// The place of this number in the navigation, from 0.
    Go(usize),
    /// The place before or after the one on screen.
    Step(bool),
    /// The search among tickets.
    Find,
    /// The notifications.
    Bell,
    /// An objection to something of one's own.
    Object,
}

/// The acts, with their keys.
pub const ACTS: [ActionInfo<Act>; 19] = [
    ActionInfo::new(Act::Palette, "app-palette", icons::COMMAND).command(Key::K),
    ActionInfo::new(Act::Help, "app-help", icons::KEYBOARD).shortcut(Modifiers::NONE, Key::F1),
    ActionInfo::new(Act::Lock, "app-lock", icons::LOCK).command(Key::L),
    ActionInfo::new(Act::Language, "app-language", icons::TRANSLATE),
    ActionInfo::new(Act::Theme, "app-theme", icons::MOON),
    ActionInfo::new(Act::Go(0), "app-go", icons::ARROW_RIGHT).command(Key::Num1),
    ActionInfo::new(Act::Go(1), "app-go", icons::ARROW_RIGHT).command(Key::Num2),
    ActionInfo::new(Act::Go(2), "app-go", icons::ARROW_RIGHT).command(Key::Num3),
    ActionInfo::new(Act::Go(3), "app-go", icons::ARROW_RIGHT).command(Key::Num4),
    ActionInfo::new(Act::Go(4), "app-go", icons::ARROW_RIGHT).command(Key::Num5),
    ActionInfo::new(Act::Go(5), "app-go", icons::ARROW_RIGHT).command(Key::Num6),
    ActionInfo::new(Act::Go(6), "app-go", icons::ARROW_RIGHT).command(Key::Num7),
    ActionInfo::new(Act::Go(7), "app-go", icons::ARROW_RIGHT).command(Key::Num8),
    ActionInfo::new(Act::Go(8), "app-go", icons::ARROW_RIGHT).command(Key::Num9),
    ActionInfo::new(Act::Step(false), "app-place-before", icons::CARET_UP).shortcut(Modifiers::ALT, Key::PageUp),
    ActionInfo::new(Act::Step(true), "app-place-after", icons::CARET_DOWN).shortcut(Modifiers::ALT, Key::PageDown),
    ActionInfo::new(Act::Find, "app-find-tickets", icons::MAGNIFYING_GLASS).command(Key::F),
    ActionInfo::new(Act::Bell, "notifications-title", icons::BELL).command(Key::B),
    ActionInfo::new(Act::Object, "app-object", icons::CHAT_TEXT),
];

/// The locale's word for a key that has one.
pub fn key_word(lang: Lang) -> impl Fn(Key) -> Option<String> {
    move |key| {
        let name = format!("key-{}", key.name().to_lowercase());
        lang.has(&name).then(|| lang.t(&name))
    }
}

/// The key of an act as people read it.
#[must_use]
pub fn key_of(ctx: &Context, lang: Lang, act: Act) -> String {
    let found = ACTS.iter().find(|info| info.id == act);
    found.map(|info| info.key_text(ctx, &key_word(lang))).unwrap_or_default()
}

/// The icon and name of a place.
#[must_use]
pub fn place_words(lang: Lang, place: Place) -> (&'static str, String) {
    let (icon, key) = match place {
        Place::Stopwatch => (icons::TIMER, "place-stopwatch"),
        Place::Study => (icons::CHART_SCATTER, "place-study"),
        Place::Norms => (icons::SCALES, "place-norms"),
        Place::Orders => (icons::GAVEL, "place-orders"),
        Place::Desk => (icons::HEADSET, "place-desk"),
        Place::MyKpi => (icons::GAUGE, "place-my-kpi"),
        Place::Tickets => (icons::MAGNIFYING_GLASS, "place-tickets"),
        Place::Review => (icons::LIST_CHECKS, "place-review"),
        Place::Catalogue => (icons::BOOKS, "place-catalogue"),
        Place::Acquaintance => (icons::SIGNATURE, "place-acquaintance"),
        Place::Department => (icons::USERS_THREE, "place-department"),
        Place::Morning => (icons::SHIELD_CHECK, "place-morning"),
        Place::Tasks => (icons::CLIPBOARD_TEXT, "place-tasks"),
        Place::Absences => (icons::CALENDAR_X, "place-absences"),
        Place::Pay => (icons::WALLET, "place-pay"),
        Place::Calendar => (icons::CALENDAR_DOTS, "place-calendar"),
        Place::People => (icons::USERS, "place-people"),
        Place::Journal => (icons::CLOCK_COUNTER_CLOCKWISE, "place-journal"),
    };
    (icon, lang.t(key))
}

/// The group that a place stands in: its heading in the navigation.
#[must_use]
pub fn group_word(place: Place) -> &'static str {
    match place {
        Place::Stopwatch | Place::Study | Place::Norms | Place::Orders | Place::Catalogue => "app-group-norms",
        Place::Desk | Place::MyKpi | Place::Review | Place::Tickets | Place::Acquaintance => "app-group-work",
        Place::Department | Place::Morning | Place::Tasks | Place::Absences => "app-group-department",
        Place::Pay | Place::Calendar => "app-group-pay",
        Place::People | Place::Journal => "app-group-floor",
    }
}

/// A line of the palette, with what choosing it does.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its icon.
    pub icon: &'static str,
    /// Its name.
    pub name: String,
    /// Places, actions of this screen, or the window.
    pub group: String,
    /// Its key.
    pub key: String,
    /// What it does.
    pub does: Does,
}

/// What a line of the palette does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// An act of the window.
    Window(Act),
    /// An act of the stopwatch.
    Stopwatch(screens::stopwatch::Act),
    /// An act of the screen of studies.
    Study(screens::study::Act),
    /// An act of the catalogue.
    Catalogue(screens::catalogue::Act),
    /// An act of the tasks.
    Tasks(screens::tasks::Act),
    /// An act of the morning verification.
    Morning(screens::morning::Act),
    /// An act of the board of absences.
    Absences(screens::absences::Act),
    /// An act of the calendar.
    Calendar(screens::calendar::Act),
    /// An act of the department.
    Department(screens::department::Act),
    /// An act of the journal.
    Journal(screens::journal::Act),
    /// An act of the people.
    People(screens::people::Act),
    /// A page of pay, from anywhere.
    Pay(screens::pay::Page),
}

impl Work {
    /// Hands what was chosen in the palette to its screen; acts of the window and of the stopwatch are the window's own.
    pub(super) fn press(&mut self, does: Does) {
        let forms = &mut self.forms;
        match does {
            Does::Window(_) | Does::Stopwatch(_) => {}
            Does::Study(act) => forms.study.press(act),
            Does::Catalogue(act) => forms.catalogue.press(act),
            Does::Tasks(act) => forms.tasks.press(act),
            Does::Morning(act) => forms.morning.press(act),
            Does::Absences(act) => forms.absences.press(act),
            Does::Calendar(act) => forms.calendar.press(act),
            Does::Department(act) => forms.department.press(act),
            Does::Journal(act) => forms.journal.press(act),
            Does::People(act) => forms.people.press(act),
            Does::Pay(page) => {
                forms.pay.go(page);
                self.go(Place::Pay);
            }
        }
    }
}

/// The acts of a screen as lines of the palette.
fn acts_of<'a, A: Copy + 'a>(
    ctx: &Context,
    lang: Lang,
    place: &str,
    acts: impl IntoIterator<Item = &'a ActionInfo<A>>,
    does: fn(A) -> Does,
) -> Vec<Entry> {
    let entry = |info: &ActionInfo<A>| Entry {
        icon: info.icon,
        name: lang.t(info.name_key),
        group: lang.t(place),
        key: info.key_text(ctx, &key_word(lang)),
        does: does(info.id),
    };
    acts.into_iter().map(entry).collect()
}

/// Everything that can be done now.
#[must_use]
pub fn entries(ctx: &Context, lang: Lang, work: &Work) -> Vec<Entry> {
    let (places, window) = (lang.t("app-group-places"), lang.t("app-group-window"));
    let mut entries: Vec<Entry> = work
        .places()
        .into_iter()
        .enumerate()
        .map(|(number, place)| {
            let (icon, name) = place_words(lang, place);
            let act = Act::Go(number);
            Entry { icon, name, group: places.clone(), key: key_of(ctx, lang, act), does: Does::Window(act) }
        })
        .collect();
    let may = work.views.me.value().map(|me| me.may);
    entries.extend(match work.place {
        Some(Place::Stopwatch) => acts_of(ctx, lang, "place-stopwatch", &screens::stopwatch::ACTS, Does::Stopwatch),
        Some(Place::Study) => {
            let keeps = work.views.studies.value().is_some_and(|studies| studies.keeps);
            acts_of(ctx, lang, "place-study", work.forms.study.open_acts(keeps), Does::Study)
        }
        Some(Place::Catalogue) => {
            let keeps = may.is_some_and(|may| may.actions_keep);
            acts_of(ctx, lang, "place-catalogue", screens::catalogue::Form::open_acts(keeps), Does::Catalogue)
        }
        Some(Place::Morning) => acts_of(ctx, lang, "place-morning", &screens::morning::ACTS, Does::Morning),
        Some(Place::Tasks) => acts_of(ctx, lang, "place-tasks", &screens::tasks::ACTS, Does::Tasks),
        Some(Place::Absences) => {
            let keeps = may.is_some_and(|may| may.absences_keep);
            acts_of(ctx, lang, "place-absences", screens::absences::Form::open_acts(keeps), Does::Absences)
        }
        Some(Place::Calendar) => {
            let calendar = may.is_some_and(|may| may.calendar_keep);
            let schedules = may.is_some_and(|may| may.schedules && may.schedules_keep);
            let open = screens::calendar::Form::open_acts(calendar, schedules);
            acts_of(ctx, lang, "place-calendar", open, Does::Calendar)
        }
        Some(Place::Journal) => {
            let keeps = may.is_some_and(|may| may.file_keep);
            acts_of(ctx, lang, "place-journal", screens::journal::Form::open_acts(keeps), Does::Journal)
        }
        Some(Place::People) => {
            let keeps = may.is_some_and(|may| may.people_keep);
            acts_of(ctx, lang, "place-people", screens::people::Form::open_acts(keeps), Does::People)
        }
        _ => Vec::new(),
    });
    let objects = work.duties.tasks.value().is_some_and(|tasks| tasks.may_add);
    if let Some(me) = work.views.me.value() {
        let group = lang.t("place-pay");
        entries.extend(screens::pay::Page::open(me.may).into_iter().map(|page| Entry {
            icon: icons::WALLET,
            name: lang.t(page.word(me.may.payroll)),
            group: group.clone(),
            key: String::new(),
            does: Does::Pay(page),
        }));
    }
    if work.place == Some(Place::Department) {
        let group = lang.t("place-department");
        entries.extend(work.forms.department.open_acts().map(|info| Entry {
            icon: info.icon,
            name: lang.t(info.name_key),
            group: group.clone(),
            key: info.key_text(ctx, &key_word(lang)),
            does: Does::Department(info.id),
        }));
    }
    let own = ACTS.iter().filter(|info| !matches!(info.id, Act::Go(_) | Act::Palette));
    let own = own.filter(|info| objects || info.id != Act::Object);
    entries.extend(own.map(|info| Entry {
        icon: info.icon,
        name: lang.t(info.name_key),
        group: window.clone(),
        key: info.key_text(ctx, &key_word(lang)),
        does: Does::Window(info.id),
    }));
    entries
}

/// The lines of the key help of the place on screen: key and what it does.
#[must_use]
pub fn help(ctx: &Context, lang: Lang, work: &Work) -> Vec<(String, String)> {
    let of = |keys: &[(&str, &str)]| -> Vec<(String, String)> {
        keys.iter().map(|(key, does)| ((*key).to_owned(), lang.t(does))).collect()
    };
    match work.place {
        Some(Place::Stopwatch) => screens::stopwatch::help(ctx, lang),
        Some(Place::Study) => screens::study::ACTS
            .iter()
            .map(|info| (info.key_text(ctx, &key_word(lang)), lang.t(info.name_key)))
            .chain([("↑ ↓".to_owned(), lang.t("study-key-rows")), ("1…6".to_owned(), lang.t("study-key-answers"))])
            .collect(),
        Some(Place::Norms) if work.forms.norms.is_reading() => of(screens::report::KEYS),
        Some(Place::Norms) => of(screens::norms::KEYS),
        Some(Place::Orders) if work.forms.orders.is_reading() => {
            of(screens::orders::KEYS).into_iter().chain(of(screens::report::KEYS)).collect()
        }
        Some(Place::Orders) => of(screens::orders::KEYS),
        Some(Place::Desk) => of(screens::desk::KEYS),
        Some(Place::MyKpi) => of(screens::my_kpi::KEYS),
        Some(Place::Tickets) => of(screens::tickets::KEYS),
        Some(Place::Review) => of(screens::review::KEYS),
        Some(Place::Catalogue) => screens::catalogue::ACTS
            .iter()
            .map(|info| (info.key_text(ctx, &key_word(lang)), lang.t(info.name_key)))
            .chain(of(screens::catalogue::KEYS))
            .collect(),
        Some(Place::Acquaintance) => of(screens::acquaintance::KEYS),
        Some(Place::Tasks) => screens::tasks::ACTS
            .iter()
            .map(|info| (info.key_text(ctx, &key_word(lang)), lang.t(info.name_key)))
            .chain(of(screens::tasks::KEYS))
            .collect(),
        Some(Place::Morning) => screens::morning::ACTS
            .iter()
            .map(|info| (info.key_text(ctx, &key_word(lang)), lang.t(info.name_key)))
            .chain(of(screens::morning::KEYS))
            .collect(),
        Some(Place::Calendar) => screens::calendar::ACTS
            .iter()
            .map(|info| (info.key_text(ctx, &key_word(lang)), lang.t(info.name_key)))
            .chain(of(screens::calendar::KEYS))
            .collect(),
        Some(Place::Absences) => screens::absences::ACTS
            .iter()
            .map(|info| (info.key_text(ctx, &key_word(lang)), lang.t(info.name_key)))
            .chain(of(screens::absences::KEYS))
            .collect(),
        Some(Place::Journal) => screens::journal::ACTS
            .iter()
            .map(|info| (info.key_text(ctx, &key_word(lang)), lang.t(info.name_key)))
            .chain(of(screens::journal::KEYS))
            .collect(),
        Some(Place::People) => screens::people::ACTS
            .iter()
            .map(|info| (info.key_text(ctx, &key_word(lang)), lang.t(info.name_key)))
            .chain(of(screens::people::KEYS))
            .collect(),
        Some(Place::Pay) => of(screens::pay::KEYS),
        Some(Place::Department) => of(work.forms.department.keys()),
        None => Vec::new(),
    }
}
