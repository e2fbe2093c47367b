//! Objections, tasks, notes, the start checklist, indicators.

use super::command::DepartmentCommand;
use super::{Context, Done, Stop};

pub(super) fn handle(_context: &Context<'_>, command: &DepartmentCommand) -> Result<Done, Stop> {
    Err(Stop::Fault(format!("{} has no handler", command.name())))
}
