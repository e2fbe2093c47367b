//! Writing a file where the person says: the dialog, the making and the writing are all off the window's thread.
//!
//! Invariant: one file at a time; every outcome but a person's own "no" is said, with the path or with what to do.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::options::{AskWhere, Monotonic, Options};
use super::task::Task;
use crate::desktop::action::Document;
use crate::desktop::theme::Kind;
use crate::documents::file;
use crate::locale::{Arg, Lang};

/// A dialog that ends so quickly was never on screen.
const NO_DIALOG_MS: i64 = 400;

enum Came {
    Written(PathBuf),
    /// The system has no dialog, and no folder of documents is known.
    NoDialog,
    /// The person thought better of it.
    Nowhere,
    Failed(PathBuf, std::io::Error),
    Fault(String),
}

/// The file that is being written, and the one that is wanted next.
#[derive(Default)]
pub struct Saving {
    wanted: Option<Document>,
    task: Option<Task<Came>>,
}

impl Saving {
    /// Asks where a document is to be written. While one is being written, the newest wish waits.
    pub fn ask(&mut self, document: Document) {
        self.wanted = Some(document);
    }

    /// Whether a file is being asked for or written.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.wanted.is_some() || self.task.is_some()
    }

    /// Starts what is wanted and takes what has come; gives what is to be said.
    pub fn logic(&mut self, ctx: &Context, lang: Lang, options: &Options) -> Option<(Kind, String)> {
        let done = self.task.as_ref().and_then(Task::poll);
        let said = done.and_then(|done| {
            self.task = None;
            said(lang, done.unwrap_or_else(|_| Came::Fault("norma-save".to_owned())))
        });
        if self.task.is_none()
            && let Some(document) = self.wanted.take()
        {
            let (ask, folder) = (options.ask_where.clone(), options.folder.clone());
            let clock = Arc::clone(&options.clocks.monotonic);
            let body = move || write(&document, ask.as_ref(), folder.as_deref(), &clock);
            self.task = Some(Task::run(ctx, "norma-save", body));
        }
        said
    }
}

fn write(document: &Document, ask: Option<&AskWhere>, folder: Option<&Path>, clock: &Monotonic) -> Came {
    let path = match ask {
        Some(ask) => ask(&document.file),
        None => match by_dialog(&document.file, folder, clock) {
            Ok(path) => path,
            Err(came) => return came,
        },
    };
    let Some(path) = path else { return Came::Nowhere };
    let content = match (document.make)() {
        Ok(content) => content,
        Err(fault) => return Came::Fault(fault),
    };
    match file::write(&path, &content) {
        Ok(()) => Came::Written(path),
        Err(error) => Came::Failed(path, error),
    }
}

/// Asks by the system's dialog. Where there is none, the file goes to the folder of documents under a name that is free.
fn by_dialog(name: &str, folder: Option<&Path>, clock: &Monotonic) -> Result<Option<PathBuf>, Came> {
    let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
    let begun = clock();
    let mut dialog = rfd::FileDialog::new().add_filter(ending.to_uppercase(), &[ending]).set_file_name(name);
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    let chosen = dialog.save_file();
    // Nobody cancels so quickly: this system has no file dialog.
    if chosen.is_some() || clock().saturating_sub(begun) >= NO_DIALOG_MS {
        return Ok(chosen);
    }
    folder.map(|folder| Some(free(folder, name))).ok_or(Came::NoDialog)
}

/// A name in the folder that no file has yet.
pub(super) fn free(folder: &Path, name: &str) -> PathBuf {
    let plain = folder.join(name);
    let (stem, ending) = (plain.file_stem().unwrap_or_default(), plain.extension().unwrap_or_default());
    let numbered =
        |number: u32| folder.join(format!("{} ({number}).{}", stem.to_string_lossy(), ending.to_string_lossy()));
    std::iter::once(plain.clone()).chain((2..1_000).map(numbered)).find(|path| !path.exists()).unwrap_or(plain)
}

fn said(lang: Lang, came: Came) -> Option<(Kind, String)> {
    let with = |key: &str, path: &Path| lang.with(key, &[("path", Arg::Text(&path.display().to_string()))]);
    match came {
        Came::Nowhere => None,
        Came::Written(path) => Some((Kind::Ok, with("app-file-written", &path))),
        Came::NoDialog => Some((Kind::Bad, lang.t("app-file-no-dialog"))),
        Came::Failed(path, error) => {
            tracing::warn!(%error, path = %path.display(), "a file was not written");
            let key = match error.kind() {
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "app-file-full",
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "app-file-denied",
                ErrorKind::NotFound | ErrorKind::NotADirectory => "app-file-nowhere",
                _ => "app-file-failed",
            };
            Some((Kind::Bad, with(key, &path)))
        }
        Came::Fault(fault) => {
            tracing::error!(fault, "a document was not made");
            Some((Kind::Bad, lang.with("app-fault", &[("reference", Arg::Text("norma-save"))])))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_is_said_with_what_to_do() {
        for kind in [ErrorKind::StorageFull, ErrorKind::PermissionDenied, ErrorKind::NotFound, ErrorKind::Other] {
            let error = std::io::Error::from(kind);
            let (meaning, text) = said(Lang::Ru, Came::Failed(PathBuf::from("/нет/study.csv"), error)).unwrap();
            assert_eq!(meaning, Kind::Bad);
            assert!(text.contains("/нет/study.csv"), "{text}");
        }
        assert_eq!(said(Lang::Ru, Came::Nowhere), None);
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(free(folder.path(), "a.csv"), folder.path().join("a.csv"));
        std::fs::write(folder.path().join("a.csv"), "").unwrap();
        assert_eq!(free(folder.path(), "a.csv"), folder.path().join("a (2).csv"));
    }
}
