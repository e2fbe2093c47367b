//! The check and the copy of the whole file: asked for on the screen of the journal, done on threads of their own, told while they
//! run, and ended by who began them.
//!
//! Invariant: one check and one copy at a time; what was found stays on screen until the next one.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::link::{Link, stop_text};
use super::options::Options;
use super::task::Task;
use crate::floor::Stop;
use crate::locale::{Arg, Lang};
use crate::views::journal::{CopiesView, CopyView};
use crate::views::verify::VerifyView;
use crate::worker::{Job, Pending};

/// A dialog that ends so quickly was never on screen.
const NO_DIALOG_MS: i64 = 400;

/// What is known of long work.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Progress<T> {
    /// Nobody asked for it.
    #[default]
    Idle,
    /// It is under way: the check at work (empty while it copies), how many are done, and how many there are.
    Running(&'static str, usize, usize),
    /// It was ended.
    Ended,
    /// What came of it.
    Done(T),
    /// Why nothing came of it.
    Failed(String),
}

#[derive(Debug)]
enum Where {
    At(PathBuf),
    Nowhere,
    NoDialog,
}

/// The work, as far as it is.
#[derive(Debug, Default)]
pub struct Keeping {
    check: Progress<VerifyView>,
    checking: Option<Job<Result<Option<VerifyView>, Stop>>>,
    copy: Progress<CopyView>,
    copying: Option<Job<Result<Option<CopyView>, Stop>>>,
    copies: Option<CopiesView>,
    listing: Option<Pending<Result<CopiesView, Stop>>>,
    asking: Option<Task<Where>>,
}

impl Keeping {
    /// What is known of the check.
    #[must_use]
    pub fn check(&self) -> &Progress<VerifyView> {
        &self.check
    }

    /// What is known of the copy.
    #[must_use]
    pub fn copy(&self) -> &Progress<CopyView> {
        &self.copy
    }

    /// The copies that the floor made of itself.
    #[must_use]
    pub fn copies(&self) -> Option<&CopiesView> {
        self.copies.as_ref()
    }

    /// Whether something is under way; a dialog that is open is not.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.checking.is_some() || self.copying.is_some() || self.listing.is_some()
    }

    /// Whether a file is being chosen.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.asking.is_some()
    }

    /// Begins a check, unless one is under way.
    pub fn begin_check(&mut self, link: &Link) {
        if self.checking.is_none() {
            self.check = Progress::Running("", 0, 1);
            self.checking = Some(link.handle.check(&link.session));
        }
    }

    /// Ends what is under way.
    pub fn end(&self) {
        self.checking.iter().for_each(Job::end);
        self.copying.iter().for_each(Job::end);
    }

    /// Asks for the list of copies once more.
    pub fn list(&mut self, link: &Link) {
        if self.listing.is_none() {
            self.listing = Some(link.handle.copies(&link.session));
        }
    }

    /// Whether the list was ever asked for.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        self.copies.is_some() || self.listing.is_some()
    }

    /// Asks where the copy is to be written, unless one is under way. `name`: the name proposed.
    pub fn ask(&mut self, ctx: &Context, options: &Options, name: String) {
        if self.asking.is_some() || self.copying.is_some() {
            return;
        }
        let (ask, folder) = (options.ask_where.clone(), options.folder.clone());
        let clock = Arc::clone(&options.clocks.monotonic);
        self.asking = Some(Task::run(ctx, "norma-copy-where", move || {
            let begun = clock();
            let chosen = match &ask {
                Some(ask) => ask(&name),
                None => by_dialog(&name, folder.as_deref()),
            };
            match (chosen, folder) {
                (Some(path), _) => Where::At(path),
                // Nobody cancels so quickly: this system has no file dialog.
                (None, Some(folder)) if ask.is_none() && clock().saturating_sub(begun) < NO_DIALOG_MS => {
                    Where::At(super::saving::free(&folder, &name))
                }
                (None, None) if ask.is_none() => Where::NoDialog,
                (None, _) => Where::Nowhere,
            }
        }));
    }

    /// Takes what has come. Gives the milliseconds after which to look again, while something is under way.
    pub fn poll(&mut self, lang: Lang, link: &Link) -> Option<i64> {
        if let Some(chosen) = self.asking.as_ref().and_then(Task::poll) {
            self.asking = None;
            match chosen {
                Ok(Where::At(path)) => {
                    self.copy = Progress::Running("", 0, 1);
                    self.copying = Some(link.handle.copy_to(&link.session, path));
                }
                Ok(Where::NoDialog) => self.copy = Progress::Failed(lang.t("app-file-no-dialog")),
                Ok(Where::Nowhere) => {}
                Err(_) => {
                    self.copy = Progress::Failed(lang.with("app-fault", &[("reference", "norma-copy-where".into())]));
                }
            }
        }
        self.check = polled(lang, &mut self.checking, &mut self.check);
        let copied = self.copying.is_some();
        self.copy = polled(lang, &mut self.copying, &mut self.copy);
        if copied && self.copying.is_none() {
            self.list(link);
        }
        if let Some(answer) = self.listing.as_ref().and_then(Pending::poll) {
            self.listing = None;
            self.copies = answer.ok().and_then(Result::ok);
        }
        self.is_busy().then_some(50)
    }
}

fn polled<T: Clone>(lang: Lang, job: &mut Option<Job<Result<Option<T>, Stop>>>, last: &mut Progress<T>) -> Progress<T> {
    let Some(running) = job else { return std::mem::take(last) };
    let Some(answer) = running.poll() else {
        let (check, done, all) = running.progress();
        return Progress::Running(check, done, all);
    };
    *job = None;
    match answer.unwrap_or_else(|gone| Err(Stop::Fault(gone.to_string()))) {
        Ok(Some(done)) => Progress::Done(done),
        Ok(None) => Progress::Ended,
        Err(stop) => {
            if let Stop::Fault(text) = &stop {
                tracing::error!(text, "long work found a fault");
                return Progress::Failed(lang.with("app-fault", &[("reference", Arg::Text(text))]));
            }
            Progress::Failed(stop_text(lang, &stop))
        }
    }
}

fn by_dialog(name: &str, folder: Option<&Path>) -> Option<PathBuf> {
    let mut dialog = rfd::FileDialog::new().add_filter("Norma", &["norma"]).set_file_name(name);
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    dialog.save_file()
}
