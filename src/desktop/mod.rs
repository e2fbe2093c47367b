//! The window: screens drawn from views, and what they are made of.

pub mod action;
pub mod app;
pub mod fonts;
pub mod icons;
pub mod keys;
pub mod screens;
pub mod theme;
pub mod widgets;

/// Opens the window.
pub fn run(_floor: Option<&std::path::Path>, _lang: crate::locale::Lang) -> Result<(), String> {
    Err("not merged".to_owned())
}
