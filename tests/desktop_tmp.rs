//! Temporary: the desktop's tests in a binary of their own.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::expect_used)]

#[path = "support/cpu_renderer.rs"]
mod cpu_renderer;
#[path = "suite/desktop_stopwatch.rs"]
mod desktop_stopwatch;
