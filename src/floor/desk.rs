//! Calls and chats, deal stages, merging, the queue, claims and reviews.

use super::command::DeskCommand;
use super::{Context, Done, Stop};

pub(super) fn handle(_context: &Context<'_>, command: &DeskCommand) -> Result<Done, Stop> {
    Err(Stop::Fault(format!("{} has no handler", command.name())))
}
