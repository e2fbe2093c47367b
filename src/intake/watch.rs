//! A folder whose files are taken in as they come: what a telephony or CRM server drops there.
//!
//! Invariant: a file is taken when it has not grown between two looks, whole or not at all; what was taken goes to
//! `done`, what could not be taken to `failed`, each with its report beside it. Two watchers of one folder are
//! impossible: a lock on a file in it holds as long as the watcher lives, and no longer.
//!
//! Deliberately lacks: a notifier of the operating system. Network shares do not tell of changes, a look at a folder
//! costs nothing, and the files of a day are few.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The file whose lock says that the folder is watched.
const LOCK: &str = ".norma-watch.lock";

/// Where files go that were taken in.
const DONE: &str = "done";

/// Where files go that could not be.
const FAILED: &str = "failed";

/// Endings of files that are still being written.
const UNFINISHED: [&str; 5] = ["part", "partial", "tmp", "filepart", "crdownload"];

/// A folder that this process alone watches.
#[derive(Debug)]
pub struct Watched {
    folder: PathBuf,
    seen: BTreeMap<PathBuf, (u64, Option<SystemTime>)>,
    _lock: File,
}

/// Why a folder cannot be watched.
#[derive(Debug, thiserror::Error)]
pub enum WatchError {
    /// Another process watches it.
    #[error("another watcher has the folder")]
    Taken,
    /// The folder cannot be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Watched {
    /// Takes a folder to watch. Errors: see [`WatchError`].
    pub fn take(folder: &Path) -> Result<Self, WatchError> {
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(folder.join(LOCK))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(WatchError::Taken),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        for sub in [DONE, FAILED] {
            fs::create_dir_all(folder.join(sub))?;
        }
        Ok(Self { folder: folder.to_owned(), seen: BTreeMap::new(), _lock: lock })
    }

    /// The files that have not changed since the look before, by name; a first look finds none. Errors when the
    /// folder cannot be read.
    pub fn ready(&mut self) -> io::Result<Vec<PathBuf>> {
        let mut now = BTreeMap::new();
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let path = entry.path();
            let about = match entry.metadata() {
                Ok(about) if about.is_file() && is_finished(&path) => about,
                // A file that went away meanwhile is nobody's error.
                _ => continue,
            };
            now.insert(path, (about.len(), about.modified().ok()));
        }
        let ready =
            now.iter().filter(|(path, state)| self.seen.get(*path) == Some(*state)).map(|(path, _)| path.clone());
        let ready = ready.collect();
        self.seen = now;
        Ok(ready)
    }

    /// Puts a file away with its report beside it; the place it has now. Errors when it cannot be moved.
    pub fn put_away(&mut self, file: &Path, taken: bool, report: &serde_json::Value) -> io::Result<PathBuf> {
        let folder = self.folder.join(if taken { DONE } else { FAILED });
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let free = (0_u32..).map(|number| match number {
            0 => folder.join(&name),
            number => folder.join(format!("{number}-{name}")),
        });
        let target = free
            .take(10_000)
            .find(|path| !path.exists() && !report_of(path).exists())
            .ok_or_else(|| io::Error::from(io::ErrorKind::AlreadyExists))?;
        let mut written = OpenOptions::new().create_new(true).write(true).open(report_of(&target))?;
        written.write_all(serde_json::to_string_pretty(report).map_err(io::Error::other)?.as_bytes())?;
        written.sync_all()?;
        fs::rename(file, &target)?;
        self.seen.remove(file);
        Ok(target)
    }
}

/// The report of a file: beside it, by its name.
fn report_of(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_os_string();
    name.push(".report.json");
    file.with_file_name(name)
}

fn is_finished(path: &Path) -> bool {
    let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with(['.', '~']));
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    !hidden && !UNFINISHED.contains(&ending.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_ready_when_it_no_longer_grows() {
        let folder = tempfile::tempdir().unwrap();
        let mut watched = Watched::take(folder.path()).unwrap();
        let file = folder.path().join("calls.csv");
        fs::write(&file, "a").unwrap();
        fs::write(folder.path().join("calls.csv.part"), "a").unwrap();
        fs::write(folder.path().join(".hidden"), "a").unwrap();
        assert!(watched.ready().unwrap().is_empty(), "the first look");
        fs::write(&file, "ab").unwrap();
        assert!(watched.ready().unwrap().is_empty(), "it grew");
        assert_eq!(watched.ready().unwrap(), std::slice::from_ref(&file));
        let report = serde_json::json!({"read": 1});
        let first = watched.put_away(&file, true, &report).unwrap();
        assert!(first.starts_with(folder.path().join("done")) && first.exists() && !file.exists());
        fs::write(&file, "ab").unwrap();
        let second = watched.put_away(&file, true, &report).unwrap();
        assert_ne!(first, second, "a second file of the same name does not overwrite the first");
        assert!(report_of(&second).exists());
    }

    #[test]
    fn two_watchers_of_one_folder_are_impossible() {
        let folder = tempfile::tempdir().unwrap();
        let first = Watched::take(folder.path()).unwrap();
        assert!(matches!(Watched::take(folder.path()), Err(WatchError::Taken)));
        drop(first);
        assert!(Watched::take(folder.path()).is_ok(), "the lock ends with its watcher");
    }
}
