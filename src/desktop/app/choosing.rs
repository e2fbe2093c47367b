//! Choosing a file to be read: the system's dialog and the reading are both off the window's thread.
//!
//! Invariant: one file at a time; a person's own "no" is not said, everything else is.

use std::path::{Path, PathBuf};

use egui::Context;

use super::options::{AskWhich, Options};
use super::task::Task;
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

/// What was chosen: the file's name with its plan, or why it can't be taken.
pub type Chosen = Result<(String, Plan), String>;

/// The file that is being chosen and read.
#[derive(Default)]
pub struct Choosing {
    task: Option<Task<Came>>,
}

impl Choosing {
    /// Whether a file is being chosen or read.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.task.is_some()
    }

    /// Asks for a catalogue of actions; while one is being chosen, nothing further opens.
    pub fn catalogue(&mut self, ctx: &Context, options: &Options) {
        if self.task.is_some() {
            return;
        }
        let (ask, folder) = (options.ask_which.clone(), options.folder.clone());
        let clock = std::sync::Arc::clone(&options.clocks.monotonic);
        self.task = Some(Task::run(ctx, "norma-choose", move || {
            let begun = clock();
            let chosen = choose(ask.as_ref(), folder.as_deref());
            match chosen {
                Some(path) => read(&path),
                // Nobody cancels so quickly: this system has no file dialog.
                None if ask.is_none() && clock().saturating_sub(begun) < NO_DIALOG_MS => Came::NoDialog,
                None => Came::Nowhere,
            }
        }));
    }

    /// What was chosen, once it has come.
    pub fn poll(&mut self, lang: Lang) -> Option<Chosen> {
        let came = self.task.as_ref().and_then(Task::poll)?;
        self.task = None;
        match came {
            Ok(Came::Read(name, plan)) => Some(Ok((name, *plan))),
            Ok(Came::Failed(error)) => Some(Err(lang.refusal(&error.rejection()))),
            Ok(Came::Nowhere) => None,
            Ok(Came::NoDialog) => Some(Err(lang.t("app-file-no-dialog-import"))),
            Err(_) => Some(Err(lang.with("app-fault", &[("reference", "norma-choose".into())]))),
        }
    }
}

fn choose(ask: Option<&AskWhich>, folder: Option<&Path>) -> Option<PathBuf> {
    if let Some(ask) = ask {
        return ask();
    }
    let mut dialog = rfd::FileDialog::new().add_filter("CSV, XLSX", &["csv", "xlsx", "txt"]);
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    dialog.pick_file()
}

fn read(path: &Path) -> Came {
    match intake::plan_actions(path) {
        Ok(plan) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Came::Read(name, Box::new(plan))
        }
        Err(error) => Came::Failed(error),
    }
}
