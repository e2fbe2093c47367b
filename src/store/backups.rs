//! Copies of a floor made by themselves when a day is closed: the newest seven days, and the newest of each of the
//! newest twelve months.
//!
//! They lie in a folder beside the floor, `floor.norma.backups/2026-11-21.norma`. Invariant: nothing but a copy of ours
//! is ever removed, and none before its successor is whole and has its name.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};

use super::{Stored, file};

/// How many days are kept.
pub const DAYS: usize = 7;

/// How many months are kept beside them.
pub const MONTHS: usize = 12;

/// The folder of a floor's copies.
#[must_use]
pub fn folder(floor: &Path) -> PathBuf {
    let mut name = floor.file_name().unwrap_or_default().to_os_string();
    name.push(".backups");
    floor.with_file_name(name)
}

/// Copies the floor under the day that was closed, unless that copy is there, and removes those that are no longer
/// kept. `check` looks at the finished copy before it gets its name.
pub fn keep(floor: &Path, day: NaiveDate, check: impl FnOnce(&Path) -> Stored<()>) -> Stored<PathBuf> {
    let folder = folder(floor);
    fs::create_dir_all(&folder)?;
    let copy = folder.join(name(floor, day));
    if !copy.exists() {
        file::backup(&file::open_reader(floor)?, &copy, check)?;
    }
    let days = days(floor, &folder)?;
    for day in days.difference(&kept(&days)) {
        file::discard(&folder.join(name(floor, *day)));
    }
    Ok(copy)
}

/// The days of which a copy is kept: the newest [`DAYS`], and the newest of each of the newest [`MONTHS`] months.
///
/// ```
/// use norma::store::backups::kept;
/// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
/// let all = (1..=30).map(|n| day(&format!("2026-11-{n:02}"))).chain([day("2026-10-30"), day("2026-10-31")]).collect();
/// let kept = kept(&all);
/// assert_eq!(kept.len(), 8);
/// assert!(kept.contains(&day("2026-11-24")) && kept.contains(&day("2026-10-31")));
/// assert!(!kept.contains(&day("2026-11-23")) && !kept.contains(&day("2026-10-30")));
/// ```
#[must_use]
pub fn kept(days: &BTreeSet<NaiveDate>) -> BTreeSet<NaiveDate> {
    let mut kept: BTreeSet<NaiveDate> = days.iter().rev().take(DAYS).copied().collect();
    let mut months: Vec<(i32, u32)> = Vec::new();
    for day in days.iter().rev() {
        let month = (day.year(), day.month());
        if months.len() < MONTHS && !months.contains(&month) {
            months.push(month);
            kept.insert(*day);
        }
    }
    kept
}

/// The copies that are there, the newest first: the day, the file and its size in bytes. None where no copy was ever made.
pub fn list(floor: &Path) -> Stored<Vec<(NaiveDate, PathBuf, u64)>> {
    let folder = folder(floor);
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for day in days(floor, &folder)?.into_iter().rev() {
        let path = folder.join(name(floor, day));
        let bytes = fs::metadata(&path)?.len();
        found.push((day, path, bytes));
    }
    Ok(found)
}

fn ending(floor: &Path) -> String {
    floor.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default()
}

fn name(floor: &Path, day: NaiveDate) -> String {
    format!("{day}{}", ending(floor))
}

/// The days of which there is a copy; other files are nobody's business.
fn days(floor: &Path, folder: &Path) -> Stored<BTreeSet<NaiveDate>> {
    let mut days = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.file_name().to_string_lossy().into_owned();
        if let Some(day) = file.strip_suffix(&ending(floor)).and_then(|text| text.parse::<NaiveDate>().ok()) {
            days.insert(day);
        }
    }
    Ok(days)
}
