//! Calls and chats, deal stages, merging, the queue, claims and reviews: which handler a command goes to.

use super::command::DeskCommand;
use super::{Context, Done, Stop, calls, claims, queue, reviews, stages};
use crate::domain::rejection::{RefusalCode, Rejection};

pub(super) fn handle(context: &Context<'_>, command: &DeskCommand) -> Result<Done, Stop> {
    match command {
        DeskCommand::CallRecord(record) => calls::call_record(context, record),
        DeskCommand::CallDismiss(dismiss) => calls::call_dismiss(context, dismiss),
        DeskCommand::CallRestore(restore) => calls::call_restore(context, restore),
        DeskCommand::MergeAttach(attach) => calls::merge_attach(context, attach),
        DeskCommand::MergeUndo(undo) => calls::merge_undo(context, undo),
        DeskCommand::MergeWindow(window) => calls::merge_window(context, window),
        DeskCommand::StageMap(map) => stages::stage_map(context, map),
        DeskCommand::StageMove(moved) => stages::stage_move(context, moved),
        DeskCommand::QueueMatch(given) => queue::queue_match(context, given),
        DeskCommand::QueueDismiss(dismiss) => queue::queue_dismiss(context, dismiss),
        DeskCommand::ClaimOpen(open) => claims::claim_open(context, open),
        DeskCommand::ClaimAccept(decide) => claims::claim_decide(context, decide, true),
        DeskCommand::ClaimDecline(decide) => claims::claim_decide(context, decide, false),
        DeskCommand::ReviewOpen(open) => reviews::review_open(context, open),
        DeskCommand::ReviewAnswer(answer) => reviews::review_answer(context, answer),
        DeskCommand::ReviewClose(close) => reviews::review_close(context, close),
        DeskCommand::ReviewSample(sample) => reviews::review_sample(context, sample),
    }
}

/// A text a person has to give, or the refusal that names what is missing.
pub(super) fn said<'t>(text: &'t str, reason: &'static str) -> Result<&'t str, Rejection> {
    let text = text.trim();
    if text.is_empty() { Err(Rejection::because(RefusalCode::NeedsReason, reason)) } else { Ok(text) }
}
