//! The integration tests: one binary, real floor files in temp folders, the real worker, the real program.
//!
//! | module | shows |
//! | --- | --- |
//! | `desktop_stopwatch`, `desktop_screens`, `desktop_study`, `desktop_desk` | the window on a real floor file, by keys and accessible names, and as pictures |
//! | `desktop_work` | tasks, the morning check, objections, notes and notifications in the real window |
//! | `desk_refusals` | what attaching a call, asking about a ticket and moving a stage refuse, and whose a stage is while somebody is away |
//! | `desktop_absences` | the board of absences and cover: recorded, refused, taken back; who covered whom as the floor says |
//! | `desktop_calendar` | the year as printed, own days over it, files; schedules with the month before they are saved |
//! | `desktop_pay` | pay on screen and on paper: the worked month to the kopeck, its lock, schemes, salaries, who sees what |
//! | `desktop_journal` | the audit journal page by page, the check and copies of the whole file from the window |
//! | `desktop_people` | departments, people and their passwords in the window, and a floor made there from nothing |
//! | `desktop_catalogue` | the catalogue of actions: edited, retired, imported with its difference first |
//! | `catalogue_files` | the catalogue and norms as files, by the command line |
//! | `scenarios` | every day of `tests/scenarios` comes out as written, and adds nothing when run twice |
//! | `tamper` | whatever is changed in a floor file behind the program's back is found and named |
//! | `fences` | the database itself refuses to change facts, whoever asks |
//! | `department` | notifications, exports and tasks of a department on a real floor |
//! | `crash` | nothing acknowledged is lost or doubled when the program is killed while it saves |
//! | `bank_fortnight` | a fortnight of a bank's call records, from the file to KPI, the funnel and pay |
//! | `locked_months` | what bears on a locked month says so; what can be taken back, and by what |
//! | `drift` | norms in force against real handling times |
//! | `faults` | full disks, read-only folders, foreign and newer files, busy files |
//! | `calls` | call records and stage history from files and watched folders, by the shipped profiles |
//! | `merging` | calls and tickets in any order of arrival end in the same places, and move no minute |
//! | `plans` | searches and lists go along an index, however many tickets there are |
//! | `cli` | bad input is named, reports add up, copies are whole |
//! | `permissions` | every role × every command and question; golden texts |
//! | `pay_edges` | what moves around the formulas: who comes, goes and changes, awards, roles, and a locked month that stays |
//! | `properties` | what must hold after any sequence of commands |
//! | `random_months` | random months to their lock and beyond: absences, cover, corrections, late calls, orders in mid-month |
//! | `order_document` | an order's document is byte for byte the same for ever; replays read day sums alone |
//! | `pay` | absence, cover, schemes, locks and late facts on real floors |
//! | `migration` | an older floor file opens whole, and a copy of it stays |
//! | `order_paper` | the printed order: its pages, its text, its bytes |
//! | `layering` | modules use only what lies below them |

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::format_collect,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a test that fails says so by panicking, and prints its seed"
)]

mod bank_fortnight;
mod calls;
mod catalogue_files;
mod cli;
#[path = "../support/cpu_renderer.rs"]
mod cpu_renderer;
mod crash;
mod department;
mod desk_refusals;
mod desktop_absences;
mod desktop_calendar;
mod desktop_catalogue;
mod desktop_department;
mod desktop_desk;
mod desktop_journal;
mod desktop_pay;
mod desktop_people;
mod desktop_screens;
mod desktop_stopwatch;
mod desktop_study;
mod desktop_work;
mod drift;
mod faults;
mod fences;
mod layering;
mod locked_months;
mod merging;
mod migration;
mod order_document;
mod order_paper;
mod pay;
mod pay_edges;
mod permissions;
mod plans;
mod properties;
mod random_months;
mod scenarios;
mod support;
mod tamper;
