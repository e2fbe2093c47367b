//! The screens: each a function of a view and its own form, which says what a person did as actions.

pub mod absences;
pub mod acquaintance;
pub mod answers;
pub mod calendar;
pub mod catalogue;
pub mod department;
pub mod desk;
pub mod indicator_words;
pub mod journal;
pub mod morning;
pub mod my_kpi;
pub mod norms;
pub mod notifications;
pub mod orders;
pub mod pay;
pub mod people;
pub mod person_month;
pub mod reason;
pub mod report;
pub mod review;
mod rows;
pub mod stopwatch;
pub mod study;
pub mod study_words;
pub mod tasks;
pub mod tickets;
pub mod welcome;
