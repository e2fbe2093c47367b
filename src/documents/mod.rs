//! Documents that leave the program: tables as CSV and XLSX. Holds no rule; every text comes from outside.

pub mod table;
