//! End-to-end tests of imports.
