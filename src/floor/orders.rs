//! The way of a set to an order, and what follows it.

use super::command::OrdersCommand;
use super::sign_in::PasswordProof;
use super::{Context, Done, Stop};

pub(super) fn handle(
    _context: &Context<'_>,
    command: &OrdersCommand,
    _proof: Option<&PasswordProof>,
) -> Result<Done, Stop> {
    Err(Stop::Fault(format!("{} has no handler yet", command.name())))
}
