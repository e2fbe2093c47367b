//! The window: screens drawn from views, and what they are made of.

pub mod action;
pub mod app;
pub mod fonts;
pub mod icons;
pub mod keys;
pub mod screens;
pub mod theme;
pub mod widgets;
