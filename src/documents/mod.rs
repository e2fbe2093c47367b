//! Documents that leave the program: tables as CSV and XLSX. Holds no rule; every text comes from outside or from the locale.

pub mod bonus;
pub mod catalogue;
pub mod department;
pub mod file;
pub mod formula;
pub mod order;
pub mod page;
pub mod pay;
pub mod people;
pub mod replay;
pub mod scheme;
pub mod statement;
pub mod study;
pub mod table;
