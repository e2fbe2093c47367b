//! The screens: each a function of a view and its own form, which says what a person did as actions.

pub mod acquaintance;
pub mod answers;
pub mod catalogue;
pub mod department;
pub mod desk;
pub mod indicator_words;
pub mod my_kpi;
pub mod norms;
pub mod orders;
pub mod person_month;
pub mod reason;
pub mod report;
pub mod review;
pub mod stopwatch;
pub mod study;
pub mod study_words;
pub mod tickets;
pub mod welcome;
