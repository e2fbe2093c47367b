//! The rules and values of the floor, pure: no I/O, no clock, no SQL, no drawing.
//!
//! A moment comes in as a parameter; an answer goes out as a value. Of serde only units and codes
//! take part, so that the wire and the rules speak the same words.

pub mod absence;
pub mod account;
pub mod action;
pub mod allowance;
pub mod calendar;
pub mod call;
pub mod canonical;
pub mod client;
pub mod code;
pub mod cover;
pub mod forecast;
pub mod indicator;
pub mod instant;
pub mod kpi;
pub mod links;
pub mod merge;
pub mod month;
pub mod morning;
pub mod norm;
pub mod norm_set;
pub mod objection;
pub mod order;
pub mod people;
pub mod rejection;
pub mod replay;
pub mod review;
pub mod schedule;
pub mod scheme;
pub mod stage;
pub mod statement;
pub mod stopwatch;
pub mod study;
pub mod task;
pub mod ticket;
pub mod units;
pub mod wording;
