//! `norma [FLOOR]`: the window, with the demo plugged in.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use super::{Console, Failure};
use crate::demo;
use crate::desktop::app::{self, DemoPerson, Options};
use crate::locale::Lang;
use crate::worker::system_clock;

/// Opens the window; without a desktop it says so plainly, and what works without one.
pub(super) fn window(console: &Console, floor: Option<&Path>) -> Result<ExitCode, Failure> {
    let lang = console.lang;
    let mut options = Options::system(floor.map(Path::to_owned));
    options.lang = console.lang_given.then_some(lang);
    options.demo = Some(Arc::new(|path: &Path, progress: &dyn Fn(f32)| demo::make_at(path, demo::SEED, system_clock()(), progress)));
    options.people = Some(Arc::new(move |path: &Path| players(path, lang)));
    match app::run::run(options) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(error) => Err(Failure::Refused(error.text(lang))),
    }
}

/// Who the demo floor can be opened as; nobody on any other floor.
fn players(path: &Path, lang: Lang) -> Vec<DemoPerson> {
    if !demo::is_demo(path) {
        return Vec::new();
    }
    demo::players()
        .iter()
        .map(|player| DemoPerson {
            login: player.login.to_owned(),
            name: player.name.to_owned(),
            role: lang.t(&format!("role-{}", player.role.as_str())),
            password: demo::PASSWORD.to_owned(),
        })
        .collect()
}
