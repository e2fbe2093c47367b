//! The window: `logic` moves data, `ui` draws, and every key and button goes through one table ([`menu`]).
//!
//! Stages: the door (nobody is signed in), work (somebody is), and over work the guard (lock, new password). The window repaints
//! when something was pressed, when the floor moved, and ten times a second while a stopwatch runs; otherwise it rests.

use std::path::PathBuf;
use std::time::Duration;

use egui::{CentralPanel, Context, Frame, Ui, ViewportCommand};

use crate::desktop::action::{Action, Place, UNDO, UNDO_PART, UndoBy};
use crate::desktop::screens::norms::words as norm_words;
use crate::desktop::screens::stopwatch::{self, mini::Mini};
use crate::desktop::theme::{self, Kind, Theme};
use crate::desktop::widgets::palette::Palette;
use crate::desktop::widgets::toast::Toasts;
use crate::desktop::{fonts, keys};
use crate::domain::stopwatch::Reading;
use crate::locale::{Arg, Lang};

mod bench;
pub mod choosing;
pub mod door;
pub mod duties;
pub mod frame;
pub mod guard;
pub mod keeping;
pub mod link;
pub mod load;
pub mod menu;
pub mod months;
pub mod options;
mod overlays;
pub mod pay_views;
pub mod places;
pub mod run;
pub mod saving;
pub mod settings;
pub mod task;
pub mod views;
pub mod work;

use choosing::Choosing;
use door::Door;
use guard::{Guard, Passage};
use menu::Act;
pub use options::{Clocks, DemoPerson, Options};
use saving::Saving;
use settings::Settings;
use work::{Errand, Work};

/// Nobody at the keyboard for so long: the window locks, in milliseconds.
pub const IDLE_MS: i64 = 10 * 60 * 1_000;

/// What a toast's button does.
#[derive(Debug, Clone)]
enum Way {
    /// Takes back what was done at this place.
    Undo(Place, UndoBy),
    /// Opens this ticket to be corrected.
    Correct(uuid::Uuid),
}

enum Stage {
    Door(Box<Door>),
    Work(Box<Work>),
}

/// The program's window.
pub struct App {
    options: Options,
    settings: Settings,
    lang: Lang,
    stage: Stage,
    guard: Option<Guard>,
    toasts: Toasts<Way>,
    palette: Palette,
    help: bool,
    title: String,
    last_input_ms: i64,
    mini: Mini,
    saving: Saving,
    choosing: Choosing,
}

impl App {
    /// A window that opens the floor of the options, or shows the door.
    #[must_use]
    pub fn new(ctx: &Context, options: Options) -> Self {
        fonts::install(ctx);
        theme::apply(ctx);
        // Where the system says nothing: office screens are light.
        ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
        let settings = Settings::load(options.settings.as_deref());
        if options.settings.is_some() {
            ctx.set_theme(settings.look.preference());
        }
        let mut door = Door::new(&options);
        if let Some(floor) = options.floor.clone() {
            door.open(ctx, &floor, &options);
        }
        let last_input_ms = (options.clocks.monotonic)();
        let lang = options.lang.or(settings.lang).unwrap_or_default();
        Self {
            options,
            settings,
            lang,
            stage: Stage::Door(Box::new(door)),
            guard: None,
            toasts: Toasts::default(),
            palette: Palette::default(),
            help: false,
            title: String::new(),
            last_input_ms,
            mini: Mini::default(),
            saving: Saving::default(),
            choosing: Choosing::default(),
        }
    }

    /// The language on screen.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Somebody's work, when somebody is signed in.
    #[must_use]
    pub fn work(&self) -> Option<&Work> {
        if let Stage::Work(work) = &self.stage { Some(work) } else { None }
    }

    /// Whether an answer is on its way.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        let stage = match &self.stage {
            Stage::Door(door) => door.is_busy(),
            Stage::Work(work) => work.is_busy(),
        };
        stage || self.saving.is_busy() || self.choosing.is_busy() || self.guard.as_ref().is_some_and(Guard::is_busy)
    }

    /// Moves data: also while the window is hidden. Draws nothing.
    pub fn logic(&mut self, ctx: &Context) {
        let reading = self.options.clocks.reading();
        let lang = self.lang;
        self.mini_keys(ctx);
        match &mut self.stage {
            Stage::Door(door) => {
                if let Some(link) = door.logic(ctx, &self.options, &mut self.settings) {
                    self.last_input_ms = reading.monotonic_ms;
                    self.guard = link.session.one_time().then(Guard::new_password);
                    self.stage = Stage::Work(Box::new(Work::new(link)));
                    ctx.request_repaint();
                }
            }
            Stage::Work(work) => {
                let (errands, again) = work.logic(lang, reading, frame_ms(ctx));
                if let Some(ms) = again {
                    ctx.request_repaint_after(millis(ms));
                }
                self.say(errands);
            }
        }
        if let Some((place, chosen)) = self.choosing.poll(lang) {
            let mut actions = Vec::new();
            if let Stage::Work(work) = &mut self.stage {
                match place {
                    Place::Calendar => work.forms.calendar.chosen(chosen, &mut actions),
                    Place::People => work.forms.people.chosen(chosen, &mut actions),
                    _ => work.forms.catalogue.chosen(chosen, &mut actions),
                }
            }
            self.carry_out_at(ctx, place, actions);
        }
        if let Some((kind, text)) = self.saving.logic(ctx, lang, &self.options) {
            self.toasts.say(kind, text);
        }
        self.watch_guard(ctx);
        self.watch_idle(ctx, reading);
        self.entitle(ctx);
    }

    /// Draws the window.
    pub fn ui(&mut self, ui: &mut Ui) {
        if ui.input(|input| !input.events.is_empty()) {
            self.last_input_ms = (self.options.clocks.monotonic)();
        }
        self.note_size(ui);
        let ground = Frame::new().fill(Theme::of(ui).canvas);
        if let (Some(guard), Stage::Work(work)) = (&mut self.guard, &self.stage) {
            let name = work.views.me.value().map(|me| me.name.clone()).unwrap_or_default();
            let lang = self.lang;
            CentralPanel::default().frame(ground).show(ui, |ui| guard.ui(ui, lang, &name, &work.link));
            return;
        }
        // On the desk with several tickets open the digits choose among those.
        let tabs = self.work().is_some_and(|work| work.place == Some(Place::Desk) && work.forms.desk.has_tabs());
        // A screen with a list of its own finds in that.
        let finds = self.work().is_some_and(|work| match work.place {
            Some(
                Place::Study
                | Place::Catalogue
                | Place::Tasks
                | Place::Absences
                | Place::Department
                | Place::People
                | Place::Journal,
            ) => true,
            Some(Place::Pay) => work.views.me.value().is_some_and(|me| me.may.payroll),
            _ => false,
        });
        let theirs = |act: Act| (tabs && matches!(act, Act::Go(_))) || (finds && act == Act::Find);
        let mine = menu::ACTS.iter().filter(|info| !theirs(info.id));
        let pressed = mine.into_iter().find(|info| keys::is_pressed(ui.ctx(), info)).map(|info| info.id);
        if let Some(act) = pressed {
            self.act(ui.ctx(), act);
        }
        match &mut self.stage {
            Stage::Door(door) => {
                let (lang, options, settings) = (self.lang, &self.options, &mut self.settings);
                CentralPanel::default().frame(ground).show(ui, |ui| door.ui(ui, lang, options, settings));
                self.door_corner(ui);
            }
            Stage::Work(_) => self.work_ui(ui, ground),
        }
        self.overlays(ui);
    }

    fn work_ui(&mut self, ui: &mut Ui, ground: Frame) {
        let (lang, look, reading) = (self.lang, self.settings.look, self.options.clocks.reading());
        let Stage::Work(work) = &mut self.stage else { return };
        let gone = frame::navigation(ui, lang, work);
        let pressed = frame::top_bar(ui, lang, look, work);
        frame::rehearsal(ui, lang, work.views.me.value());
        frame::strips(ui, lang, work);
        let actions = CentralPanel::default()
            .frame(ground)
            .show(ui, |ui| {
                // Each place keeps its own scroll positions and focus.
                ui.push_id(work.place, |ui| places::show(ui, lang, work, reading)).inner
            })
            .inner;
        let told = places::bell(ui, lang, work);
        self.carry_out(ui.ctx(), actions);
        self.carry_out(ui.ctx(), told);
        self.mini_window(ui.ctx());
        for act in gone.into_iter().chain(pressed) {
            self.act(ui.ctx(), act);
        }
    }

    /// The language and theme switches of the door.
    fn door_corner(&mut self, ui: &mut Ui) {
        let theme_icon = if ui.visuals().dark_mode { crate::desktop::icons::MOON } else { crate::desktop::icons::SUN };
        let (lang, mut pressed) = (self.lang, None);
        let area = egui::Area::new(egui::Id::unique("door-corner"))
            .anchor(egui::Align2::RIGHT_TOP, egui::vec2(-theme::space::L, theme::space::M));
        area.show(ui.ctx(), |ui| {
            ui.horizontal(|ui| {
                use crate::desktop::widgets::button::{Button, icon_button};
                let (other, tip) = (lang.other().code().to_uppercase(), lang.t("app-language"));
                if Button::quiet(&other).icon(crate::desktop::icons::TRANSLATE).tooltip(&tip).show(ui).clicked() {
                    pressed = Some(Act::Language);
                }
                if icon_button(ui, theme_icon, &lang.t("app-theme"), "").clicked() {
                    pressed = Some(Act::Theme);
                }
            });
        });
        if let Some(act) = pressed {
            self.act(ui.ctx(), act);
        }
    }

    fn act(&mut self, ctx: &Context, act: Act) {
        let at_work = matches!(self.stage, Stage::Work(_));
        match act {
            Act::Palette if at_work => self.palette.toggle(),
            Act::Help => self.help = !self.help,
            Act::Lock if at_work => self.lock(),
            Act::Language => {
                self.lang = self.lang.other();
                self.settings.lang = Some(self.lang);
                self.settings.save(self.options.settings.as_deref());
            }
            Act::Theme => {
                self.settings.look = self.settings.look.next();
                ctx.set_theme(self.settings.look.preference());
                self.settings.save(self.options.settings.as_deref());
            }
            Act::Go(number) => {
                if let Stage::Work(work) = &mut self.stage
                    && let Some(place) = work.places().get(number).copied()
                {
                    work.go(place);
                }
            }
            Act::Step(on) => {
                if let Stage::Work(work) = &mut self.stage {
                    work.step(on);
                }
            }
            Act::Find if at_work => {
                if let Stage::Work(work) = &mut self.stage {
                    work.chosen.ticket = None;
                    work.forms.tickets.find();
                    work.go(Place::Tickets);
                }
            }
            Act::Bell if at_work => {
                if let Stage::Work(work) = &mut self.stage {
                    work.forms.notifications.toggle();
                    work.duties.notifications.again();
                }
            }
            Act::Object if at_work => {
                let lang = self.lang;
                if let Stage::Work(work) = &mut self.stage {
                    work.forms.tasks.object_to_something(lang);
                    work.go(Place::Tasks);
                }
            }
            Act::Palette | Act::Lock | Act::Find | Act::Bell | Act::Object => {}
        }
        ctx.request_repaint();
    }

    fn lock(&mut self) {
        self.palette = Palette::default();
        self.help = false;
        self.guard = Some(Guard::lock());
    }

    /// What was pressed in the small window; the place on screen does not matter.
    fn mini_keys(&mut self, ctx: &Context) {
        let (pressed, closed) = self.mini.take();
        for (act, at) in pressed {
            self.last_input_ms = at.monotonic_ms;
            self.stopwatch_at(ctx, act, at);
        }
        if let Stage::Work(work) = &mut self.stage {
            work.forms.stopwatch.mini &= !closed;
            if work.forms.stopwatch.mini {
                update_mini(&self.mini, self.lang, work, self.options.clocks.reading());
            }
        }
    }

    fn mini_window(&mut self, ctx: &Context) {
        let Stage::Work(work) = &self.stage else { return };
        if work.forms.stopwatch.mini {
            update_mini(&self.mini, self.lang, work, self.options.clocks.reading());
            self.mini.show(ctx, &self.options.clocks);
        }
    }

    fn stopwatch(&mut self, ctx: &Context, act: stopwatch::Act) {
        self.stopwatch_at(ctx, act, self.options.clocks.reading());
    }

    fn stopwatch_at(&mut self, ctx: &Context, act: stopwatch::Act, reading: Reading) {
        let lang = self.lang;
        let mut actions = Vec::new();
        if let Stage::Work(work) = &mut self.stage {
            work.forms.stopwatch.act(act, reading, lang, &mut actions);
        }
        self.carry_out_at(ctx, Place::Stopwatch, actions);
    }

    fn undo(&mut self, ctx: &Context, place: Place, by: UndoBy) {
        match by {
            UndoBy::Stopwatch => self.stopwatch(ctx, stopwatch::Act::Undo),
            UndoBy::Command(command) | UndoBy::Saved { command, .. } => {
                self.carry_out_at(ctx, place, vec![Action::Send { tag: UNDO, command }]);
            }
            UndoBy::Commands(commands) => {
                let last = commands.len().saturating_sub(1);
                let sent = commands.into_iter().enumerate().map(|(place, command)| Action::Send {
                    tag: if place == last { UNDO } else { UNDO_PART },
                    command: Box::new(command),
                });
                self.carry_out_at(ctx, place, sent.collect());
            }
        }
    }

    fn carry_out(&mut self, ctx: &Context, actions: Vec<Action>) {
        let place = if let Stage::Work(work) = &self.stage { work.place } else { None };
        if let Some(place) = place {
            self.carry_out_at(ctx, place, actions);
        }
    }

    fn carry_out_at(&mut self, ctx: &Context, place: Place, actions: Vec<Action>) {
        let idle = actions.is_empty();
        let mut errands = Vec::new();
        if let Stage::Work(work) = &mut self.stage {
            work.carry_out(place, actions, self.lang, &mut errands);
            // What a stopwatch did is saved in the same frame.
            work.pump(self.lang, &mut errands);
        }
        if errands.iter().any(|errand| matches!(errand, Errand::ReadCatalogue)) {
            self.choosing.catalogue(ctx, &self.options);
        }
        if errands.iter().any(|errand| matches!(errand, Errand::ReadCalendar)) {
            self.choosing.calendar(ctx, &self.options);
        }
        if errands.iter().any(|errand| matches!(errand, Errand::ReadPeople)) {
            self.choosing.people(ctx, &self.options);
        }
        for errand in &errands {
            if let (Errand::CopyFile(name), Stage::Work(work)) = (errand, &mut self.stage) {
                work.keeping.ask(ctx, &self.options, name.clone());
            }
        }
        self.say(errands);
        if !idle {
            ctx.request_repaint();
        }
    }

    fn say(&mut self, errands: Vec<Errand>) {
        for errand in errands {
            match errand {
                Errand::Say(kind, text) => self.toasts.say(kind, text),
                Errand::Save(document) => self.saving.ask(document),
                Errand::ReadCatalogue | Errand::ReadCalendar | Errand::ReadPeople | Errand::CopyFile(_) => {}
                Errand::SayUndo(kind, text, place, by) => {
                    // Only the newest step of the stopwatch can be taken back.
                    if matches!(by, UndoBy::Stopwatch) {
                        self.toasts.retain(|way| !matches!(way, Some(Way::Undo(_, UndoBy::Stopwatch))));
                    }
                    let word = self.lang.t("app-undo");
                    let mut ways = vec![(word, Way::Undo(place, by.clone()))];
                    if let UndoBy::Saved { ticket, .. } = by {
                        ways.push((self.lang.t("app-correct"), Way::Correct(ticket)));
                    }
                    self.toasts.say_with_all(kind, text, ways);
                }
            }
        }
    }

    fn watch_guard(&mut self, ctx: &Context) {
        let (Some(guard), Stage::Work(work)) = (&mut self.guard, &mut self.stage) else { return };
        match guard.logic(&mut work.link) {
            Passage::Closed => {}
            Passage::Open(key) => {
                self.guard = None;
                self.last_input_ms = (self.options.clocks.monotonic)();
                work.views.me.again();
                self.toasts.say(Kind::Ok, self.lang.t(key));
                ctx.request_repaint();
            }
            Passage::Leave => {
                self.guard = None;
                self.toasts = Toasts::default();
                let handle = work.link.handle.clone();
                self.stage = Stage::Door(Box::new(Door::at(&self.options, handle)));
                ctx.request_repaint();
            }
        }
    }

    /// Locks after ten minutes without a key or a pointer; not while a stopwatch runs, which somebody is watching.
    fn watch_idle(&mut self, ctx: &Context, reading: Reading) {
        let Stage::Work(work) = &self.stage else { return };
        if self.guard.is_some() || work.forms.stopwatch.is_running() {
            return;
        }
        let idle = reading.monotonic_ms.saturating_sub(self.last_input_ms);
        if idle >= IDLE_MS {
            self.lock();
            ctx.request_repaint();
        } else {
            ctx.request_repaint_after(millis(IDLE_MS - idle + 50));
        }
    }

    fn entitle(&mut self, ctx: &Context) {
        let organisation = self.work().and_then(|work| work.views.me.value()).map(|me| me.organisation.clone());
        let title = match organisation {
            Some(name) => self.lang.with("app-title", &[("organisation", Arg::Text(&name))]),
            None => self.lang.t("app-name"),
        };
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    fn note_size(&mut self, ui: &Ui) {
        if let Some(rect) = ui.input(|input| input.viewport().inner_rect) {
            self.settings.size = Some((rect.width(), rect.height()));
        }
    }

    /// What this computer remembers of the window.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Where the floor that is open stands.
    #[must_use]
    pub fn floor(&self) -> Option<PathBuf> {
        self.work().map(|work| work.link.handle.path().to_owned())
    }
}

impl Drop for App {
    fn drop(&mut self) {
        self.settings.save(self.options.settings.as_deref());
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        App::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        App::ui(self, ui);
    }
}

fn update_mini(mini: &Mini, lang: Lang, work: &Work, now: Reading) {
    let Some(watch) = work.forms.stopwatch.bench().active_watch() else { return };
    let choice = watch.choice();
    let catalogue = work.views.actions.value().map(|view| view.actions.as_slice()).unwrap_or_default();
    let operators = work.views.studies.value().map(|view| view.operators.as_slice()).unwrap_or_default();
    let action = catalogue.iter().find(|action| Some(&action.code) == choice.action.as_ref());
    let action = action.map(|action| norm_words::name(lang, &action.name_ru, action.name_en.as_deref()).to_owned());
    let operator = operators.iter().find(|operator| Some(&operator.code) == choice.operator.as_ref());
    let element = work.views.actions.value().map(|actions| stopwatch::element_note(lang, actions, now, watch));
    // Where the action is timed by elements, the one under way says what is being timed.
    let note: Vec<String> = element
        .filter(|element| !element.is_empty())
        .or(action)
        .into_iter()
        .chain(operator.map(|operator| operator.name.clone()))
        .collect();
    let note = if note.is_empty() { stopwatch::note(lang, work.zone(), now, watch) } else { note.join(" · ") };
    mini.update(watch, note, lang);
}

/// The time of this frame.
fn frame_ms(ctx: &Context) -> i64 {
    let time = Duration::try_from_secs_f64(ctx.input(|input| input.time)).unwrap_or_default();
    i64::try_from(time.as_millis()).unwrap_or(i64::MAX)
}

fn millis(ms: i64) -> Duration {
    Duration::from_millis(u64::try_from(ms).unwrap_or_default())
}
