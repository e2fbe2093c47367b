//! Choosing a file to be read: the system's dialog and the reading are both off the window's thread.
//!
//! Invariant: one file at a time; a person's own "no" is not said, everything else is.

use std::path::{Path, PathBuf};

use egui::Context;

use super::options::{AskWhich, Options};
use super::task::Task;
use crate::desktop::action::Place;
use crate::intake::{self, IntakeError, Plan};
use crate::locale::Lang;

/// A dialog that ends so quickly was never on screen.
const NO_DIALOG_MS: i64 = 400;

enum Came {
    Read(String, Box<Plan>),
    Failed(IntakeError),
    Nowhere,
    NoDialog,
}

/// Reads a file of one kind into its plan.
type Reads = fn(&Path) -> Result<Plan, IntakeError>;

/// What was chosen: the file's name with its plan, or why it can't be taken.
pub type Chosen = Result<(String, Plan), String>;

/// The file that is being chosen and read.
#[derive(Default)]
pub struct Choosing {
    task: Option<(Place, Task<Came>)>,
}

impl Choosing {
    /// Whether a file is being chosen or read.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.task.is_some()
    }

    /// Asks for a catalogue of actions; while a file is being chosen, nothing further opens.
    pub fn catalogue(&mut self, ctx: &Context, options: &Options) {
        self.ask(ctx, options, Place::Catalogue, &["csv", "xlsx", "txt"], intake::plan_actions);
    }

    /// Asks for a file of people.
    pub fn people(&mut self, ctx: &Context, options: &Options) {
        self.ask(ctx, options, Place::People, &["csv", "xlsx", "txt"], intake::plan_people);
    }

    /// Asks for a work calendar.
    pub fn calendar(&mut self, ctx: &Context, options: &Options) {
        self.ask(ctx, options, Place::Calendar, &["csv", "xlsx", "toml", "txt"], intake::plan_calendar);
    }

    fn ask(&mut self, ctx: &Context, options: &Options, place: Place, endings: &'static [&str], plan: Reads) {
        if self.task.is_some() {
            return;
        }
        let (ask, folder) = (options.ask_which.clone(), options.folder.clone());
        let clock = std::sync::Arc::clone(&options.clocks.monotonic);
        let task = Task::run(ctx, "norma-choose", move || {
            let begun = clock();
            let chosen = choose(ask.as_ref(), folder.as_deref(), endings);
            match chosen {
                Some(path) => read(&path, plan),
                // Nobody cancels so quickly: this system has no file dialog.
                None if ask.is_none() && clock().saturating_sub(begun) < NO_DIALOG_MS => Came::NoDialog,
                None => Came::Nowhere,
            }
        });
        self.task = Some((place, task));
    }

    /// What was chosen, once it has come, with the place that asked for it.
    pub fn poll(&mut self, lang: Lang) -> Option<(Place, Chosen)> {
        let (place, came) = self.task.as_ref().and_then(|(place, task)| Some((*place, task.poll()?)))?;
        self.task = None;
        let chosen = match came {
            Ok(Came::Read(name, plan)) => Some(Ok((name, *plan))),
            Ok(Came::Failed(error)) => Some(Err(lang.refusal(&error.rejection()))),
            Ok(Came::Nowhere) => None,
            Ok(Came::NoDialog) => Some(Err(lang.t("app-file-no-dialog-import"))),
            Err(_) => Some(Err(lang.with("app-fault", &[("reference", "norma-choose".into())]))),
        };
        chosen.map(|chosen| (place, chosen))
    }
}

fn choose(ask: Option<&AskWhich>, folder: Option<&Path>, endings: &[&str]) -> Option<PathBuf> {
    if let Some(ask) = ask {
        return ask();
    }
    let mut dialog = rfd::FileDialog::new().add_filter(endings.join(", ").to_uppercase(), endings);
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    dialog.pick_file()
}

fn read(path: &Path, plan: Reads) -> Came {
    match plan(path) {
        Ok(plan) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Came::Read(name, Box::new(plan))
        }
        Err(error) => Came::Failed(error),
    }
}
