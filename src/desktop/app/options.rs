//! What the window is opened with: clocks, the remembered settings, and what other rooms plug in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::stopwatch::Reading;
use crate::floor::Stop;
use crate::locale::Lang;
use crate::worker::{Clock, system_clock};

/// Milliseconds of a clock that never goes back.
pub type Monotonic = Arc<dyn Fn() -> i64 + Send + Sync>;

/// Makes the demo floor at a path, and says how far it is (0 to 1).
pub type MakeDemo = Arc<dyn Fn(&Path, &dyn Fn(f32)) -> Result<(), Stop> + Send + Sync>;

/// Who can be signed in as on the demo floor at a path; nobody on any other floor.
pub type DemoPeople = Arc<dyn Fn(&Path) -> Vec<DemoPerson> + Send + Sync>;

/// Asks where a file of this name is to be written; `None` when the person thinks better of it, or the system has no such dialog.
pub type AskWhere = Arc<dyn Fn(&str) -> Option<PathBuf> + Send + Sync>;

/// Asks which file is to be read; `None` when the person thinks better of it.
pub type AskWhich = Arc<dyn Fn() -> Option<PathBuf> + Send + Sync>;

/// Somebody of the demo floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoPerson {
    /// What the person signs in by.
    pub login: String,
    /// The name.
    pub name: String,
    /// The role in a word, in the reader's language, or its code (`operator`…).
    pub role: String,
    /// The password everybody may know.
    pub password: String,
}

/// Both clocks of this computer.
#[derive(Clone)]
pub struct Clocks {
    /// The wall clock.
    pub wall: Clock,
    /// The monotonic clock.
    pub monotonic: Monotonic,
}

impl Clocks {
    /// The clocks of this computer; the monotonic one begins now.
    #[must_use]
    pub fn system() -> Self {
        let begun = std::time::Instant::now();
        let monotonic = move || i64::try_from(begun.elapsed().as_millis()).unwrap_or(i64::MAX);
        Self { wall: system_clock(), monotonic: Arc::new(monotonic) }
    }

    /// Both clocks at this moment.
    #[must_use]
    pub fn reading(&self) -> Reading {
        Reading { monotonic_ms: (self.monotonic)(), wall_ms: (self.wall)().millis() }
    }
}

impl std::fmt::Debug for Clocks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Clocks").field(&self.reading()).finish()
    }
}

/// What the window is opened with.
#[derive(Clone)]
pub struct Options {
    /// The floor to open at once.
    pub floor: Option<PathBuf>,
    /// The language; by default the one remembered.
    pub lang: Option<Lang>,
    /// The file with what this computer remembers; nothing is remembered without one.
    pub settings: Option<PathBuf>,
    /// The folder that new floors are proposed in.
    pub folder: Option<PathBuf>,
    /// The clocks.
    pub clocks: Clocks,
    /// Makes the demo floor; without it the demo is not offered.
    pub demo: Option<MakeDemo>,
    /// Where the demo floor stands.
    pub demo_file: Option<PathBuf>,
    /// Who can be picked at the demo's door.
    pub people: Option<DemoPeople>,
    /// Asks where to write a file; by default the system's own dialog.
    pub ask_where: Option<AskWhere>,
    /// Asks which file to read; by default the system's own dialog.
    pub ask_which: Option<AskWhich>,
}

impl Options {
    /// The usual ones of this computer.
    #[must_use]
    pub fn system(floor: Option<PathBuf>) -> Self {
        let own = directories::ProjectDirs::from("", "", "norma");
        let user = directories::UserDirs::new();
        Self {
            floor,
            lang: None,
            settings: own.as_ref().map(|own| own.config_dir().join("window.json")),
            folder: user.map(|user| user.document_dir().unwrap_or_else(|| user.home_dir()).to_owned()),
            clocks: Clocks::system(),
            demo: None,
            demo_file: own.map(|own| own.data_dir().join("demo.norma")),
            people: None,
            ask_where: None,
            ask_which: None,
        }
    }

    /// Nothing of this computer: for tests.
    #[must_use]
    pub fn bare(clocks: Clocks, lang: Lang) -> Self {
        Self {
            floor: None,
            lang: Some(lang),
            settings: None,
            folder: None,
            clocks,
            demo: None,
            demo_file: None,
            people: None,
            ask_where: None,
            ask_which: None,
        }
    }
}
