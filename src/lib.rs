//! Norma: time norms, decisions, KPI and pay for operator floors.

pub mod cli;
pub mod demo;
pub mod desktop;
pub mod documents;
pub mod domain;
pub mod floor;
pub mod intake;
pub mod locale;
pub mod policy;
pub mod statistics;
pub mod store;
pub mod views;
pub mod worker;
