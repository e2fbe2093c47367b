//! The parts that screens are made of: each draws with the theme's names, takes every text from outside, and has an accessible name.
//!
//! One module a part: [`button`], [`card`], [`badge`], [`board`], [`stat`], [`field`], [`state`], [`pick`] over [`find`], [`choose`], [`table`], the charts
//! ([`chart`], [`chart_time`], [`chart_bins`], [`chart_days`], [`chart_boxes`], [`chart_week`], [`chart_lines`], [`chart_funnel`]), [`spark`], [`stopwatch`], [`palette`], [`toast`], [`turn`], [`rail`]; [`ink`] is what they share.
//! A part never reads the floor and never keeps a person's data: what it remembers is where the cursor stands.

pub mod badge;
pub mod board;
pub mod button;
pub mod card;
pub mod chart;
pub mod chart_bins;
pub mod chart_boxes;
pub mod chart_days;
pub mod chart_funnel;
pub mod chart_lines;
pub mod chart_pairs;
pub mod chart_time;
pub mod chart_week;
pub mod choose;
pub mod field;
pub mod find;
pub mod ink;
pub mod palette;
pub mod pick;
pub mod rail;
pub mod spark;
pub mod stat;
pub mod state;
pub mod stopwatch;
pub mod table;
pub mod toast;
pub mod turn;

#[cfg(test)]
mod tests;
