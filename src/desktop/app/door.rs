//! Before anybody is signed in: opening, making and choosing files, and checking a password, all off the window's thread.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::link::{Link, stop_text};
use super::options::{DemoPerson, Options};
use super::settings::Settings;
use super::task::Task;
use crate::desktop::screens::welcome::{self, Page, Wish};
use crate::domain::calendar::DayEnd;
use crate::floor::Stop;
use crate::floor::setup::{self, NewFloor};
use crate::floor::sign_in::{PasswordProof, PasswordVerifier, Session};
use crate::locale::Lang;
use crate::worker::{self, Handle, Pending};

/// An opened floor, with whom one can be signed in as.
struct Opened {
    handle: Handle,
    people: Vec<DemoPerson>,
}

/// A dialog that ends so quickly was never on screen.
const NO_DIALOG_MS: i64 = 400;

enum Dialog {
    Open,
    New,
}

struct Signing {
    login: String,
    pending: Pending<Result<(Session, PasswordProof), Stop>>,
}

/// The door and what goes on at it.
#[derive(Default)]
pub struct Door {
    /// What is typed.
    pub form: welcome::Form,
    opened: Option<Opened>,
    opening: Option<Task<Result<Opened, Stop>>>,
    busy: &'static str,
    progress: Option<Arc<AtomicU32>>,
    dialog: Option<(Dialog, i64, Task<Option<PathBuf>>)>,
    no_dialog: bool,
    signing: Option<Signing>,
    error: Option<Stop>,
}

impl Door {
    /// The first page.
    #[must_use]
    pub fn new(options: &Options) -> Self {
        let mut door = Self::default();
        if let Some(folder) = &options.folder {
            door.form.create.folder.clone_from(folder);
        }
        door
    }

    /// The page of signing in at a floor that is open.
    #[must_use]
    pub fn at(options: &Options, handle: Handle) -> Self {
        let people = options.people.as_ref().map(|people| people(handle.path())).unwrap_or_default();
        let mut door = Self::new(options);
        door.opened = Some(Opened { handle, people });
        door.form.page = Page::SignIn;
        door
    }

    /// Draws the door and does what is wanted there.
    pub fn ui(&mut self, ui: &mut egui::Ui, lang: Lang, options: &Options, settings: &mut Settings) {
        let no_dialog = self.no_dialog.then(|| lang.t("welcome-no-dialog"));
        let error = self.error.as_ref().map(|stop| stop_text(lang, stop)).or(no_dialog).unwrap_or_default();
        let busy = if self.busy.is_empty() { String::new() } else { lang.t(self.busy) };
        let share = self.progress.as_ref().map(|share| f32::from_bits(share.load(Ordering::Relaxed)));
        let mut wishes = Vec::new();
        let view = welcome::View {
            recent: &settings.recent,
            demo: options.demo.is_some() && options.demo_file.is_some(),
            floor: self.opened.as_ref().map(|opened| opened.handle.path()),
            people: self.opened.as_ref().map(|opened| opened.people.as_slice()).unwrap_or_default(),
            busy: (!busy.is_empty()).then_some((busy.as_str(), share)),
            error: &error,
        };
        welcome::show(ui, lang, &view, &mut self.form, &mut wishes);
        for wish in wishes {
            self.wish(ui.ctx(), wish, options, settings);
        }
    }

    /// Whether something is on its way; a dialog that is open is not.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.opening.is_some() || self.signing.is_some()
    }

    fn wish(&mut self, ctx: &egui::Context, wish: Wish, options: &Options, settings: &mut Settings) {
        self.error = None;
        self.no_dialog = false;
        match wish {
            Wish::Demo => self.demo(ctx, options),
            Wish::Open(path) => self.open(ctx, &path, options),
            Wish::Browse => self.browse(ctx, Dialog::Open, options),
            Wish::BrowseNew => self.browse(ctx, Dialog::New, options),
            Wish::Forget(path) => {
                settings.forget(&path);
                settings.save(options.settings.as_deref());
            }
            Wish::Create => self.create(ctx, options),
            Wish::SignIn => {
                let (login, password) =
                    (self.form.sign_in.login.trim().to_owned(), std::mem::take(&mut self.form.sign_in.password));
                self.sign_in(login, &password);
            }
            Wish::SignInAs(person) => self.sign_in(person.login, &person.password),
            Wish::Back | Wish::Leave => {
                self.opened = None;
                self.signing = None;
                self.busy = "";
                self.form.page = Page::Start;
                self.form.sign_in = welcome::SignIn::default();
            }
            Wish::SetPassword => {}
        }
    }

    /// Opens a file on a thread of its own.
    pub fn open(&mut self, ctx: &egui::Context, path: &Path, options: &Options) {
        let (path, clock, people) = (path.to_owned(), Arc::clone(&options.clocks.wall), options.people.clone());
        self.busy = "welcome-opening";
        self.opening = Some(Task::run(ctx, "norma-door", move || open(&path, clock, people.as_ref())));
    }

    fn demo(&mut self, ctx: &egui::Context, options: &Options) {
        let (Some(make), Some(path)) = (options.demo.clone(), options.demo_file.clone()) else { return };
        if path.exists() {
            return self.open(ctx, &path, options);
        }
        let (clock, people) = (Arc::clone(&options.clocks.wall), options.people.clone());
        let share = Arc::new(AtomicU32::new(0));
        self.progress = Some(Arc::clone(&share));
        self.busy = "welcome-making-demo";
        let redraw = ctx.clone();
        self.opening = Some(Task::run(ctx, "norma-demo", move || {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).map_err(|error| Stop::Fault(error.to_string()))?;
            }
            make(&path, &|done| {
                share.store(done.to_bits(), Ordering::Relaxed);
                redraw.request_repaint();
            })?;
            open(&path, clock, people.as_ref())
        }));
    }

    fn create(&mut self, ctx: &egui::Context, options: &Options) {
        let form = &self.form.create;
        let (clock, people) = (Arc::clone(&options.clocks.wall), options.people.clone());
        let Ok(day_ends) = DayEnd::try_from(form.day_ends.trim().to_owned()) else { return };
        let Ok(timezone) = form.zone_name().parse() else { return };
        let (login, password) = (form.login.trim().to_owned(), form.password.clone());
        let path = PathBuf::from(form.path.trim());
        let mut new = NewFloor {
            organisation: form.organisation.trim().to_owned(),
            timezone,
            day_ends,
            director: login.clone(),
            director_name: form.name.trim().to_owned(),
            administrator: None,
            rehearsal: form.rehearsal,
            passwords: Vec::new(),
            calendars: form.calendars,
            now: clock(),
            at_given: false,
        };
        self.form.sign_in.login.clone_from(&login);
        self.busy = "welcome-making";
        self.opening = Some(Task::run(ctx, "norma-door", move || {
            new.passwords = vec![(login, PasswordVerifier::new(&password)?)];
            setup::create(&path, &new)?;
            open(&path, clock, people.as_ref())
        }));
    }

    fn browse(&mut self, ctx: &egui::Context, dialog: Dialog, options: &Options) {
        if self.dialog.is_some() {
            return;
        }
        let new = matches!(dialog, Dialog::New);
        let proposed = PathBuf::from(&self.form.create.path);
        let task = Task::run(ctx, "norma-file-dialog", move || {
            let chooser = rfd::FileDialog::new().add_filter("Norma", &["norma"]);
            if new {
                let name = proposed.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                let folder = proposed.parent().unwrap_or_else(|| Path::new(""));
                chooser.set_directory(folder).set_file_name(name).save_file()
            } else {
                chooser.pick_file()
            }
        });
        self.dialog = Some((dialog, (options.clocks.monotonic)(), task));
    }

    fn sign_in(&mut self, login: String, password: &str) {
        let Some(opened) = &self.opened else { return };
        self.busy = "welcome-signing-in";
        let pending = opened.handle.sign_in(&login, password);
        self.signing = Some(Signing { login, pending });
    }

    /// Takes what has come; gives the way to the floor when somebody is signed in.
    pub fn logic(&mut self, ctx: &egui::Context, options: &Options, settings: &mut Settings) -> Option<Link> {
        if let Some(chosen) = self.dialog.as_ref().and_then(|(_, _, task)| task.poll())
            && let Some((dialog, opened_at, _)) = self.dialog.take()
        {
            match (dialog, chosen) {
                (Dialog::Open, Ok(Some(path))) => self.open(ctx, &path, options),
                (Dialog::New, Ok(Some(path))) => self.form.create.put_at(&path),
                // Nobody cancels so quickly: this system has no file dialog.
                (_, _) => self.no_dialog = (options.clocks.monotonic)().saturating_sub(opened_at) < NO_DIALOG_MS,
            }
        }
        if let Some(result) = self.opening.as_ref().and_then(Task::poll) {
            self.opening = None;
            self.progress = None;
            self.busy = "";
            match result.unwrap_or_else(|_| Err(Stop::Fault("norma-door".to_owned()))) {
                Ok(opened) => self.came_in(ctx, opened, options, settings),
                Err(stop) => self.error = Some(stop),
            }
        }
        self.signed_in()
    }

    fn came_in(&mut self, ctx: &egui::Context, opened: Opened, options: &Options, settings: &mut Settings) {
        settings.opened(opened.handle.path());
        settings.save(options.settings.as_deref());
        let redraw = ctx.clone();
        opened.handle.on_news(move || redraw.request_repaint());
        self.opened = Some(opened);
        // Who has just made a floor has just typed its password.
        let made = self.form.page == Page::Create;
        self.form.page = Page::SignIn;
        if made {
            let password = std::mem::take(&mut self.form.create.password);
            self.form.create.again.clear();
            self.sign_in(self.form.sign_in.login.clone(), &password);
        }
    }

    fn signed_in(&mut self) -> Option<Link> {
        let answer = self.signing.as_ref()?.pending.poll()?;
        let signing = self.signing.take()?;
        self.busy = "";
        match answer.unwrap_or_else(|gone| Err(Stop::Fault(gone.to_string()))) {
            Ok((session, _)) => {
                let opened = self.opened.take()?;
                Some(Link::new(opened.handle, session, signing.login))
            }
            Err(stop) => {
                self.error = Some(stop);
                self.form.sign_in.placed = false;
                None
            }
        }
    }
}

fn open(path: &Path, clock: worker::Clock, people: Option<&super::options::DemoPeople>) -> Result<Opened, Stop> {
    let handle = worker::open(path, clock)?;
    Ok(Opened { people: people.map(|people| people(path)).unwrap_or_default(), handle })
}
