//! Merging: which manual ticket takes a call in, and why.
//!
//! A call [s, e] may go to a manual ticket [opened, saved] of the same employee and client if opened ≤ e + window and
//! saved ≥ s; to the earliest saved at or after e − 60 s, else to the latest saved before that; ties: earlier
//! opened, lower id. Several calls may go into one ticket, a call into one only.
//!
//! Invariant: where a call goes depends on that call, the tickets and what people said, and on nothing else: not on
//! other calls and not on the order in which anything arrived. So only the neighbourhood of what arrives is looked
//! at anew, and the whole comes to the same. No minute is moved by any of it.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::call::{CallState, MergeRule};
use super::client::ClientKey;

/// A ticket opened this long after a call's end may still be about it, unless the floor says otherwise.
pub const WINDOW_MS: i64 = 30 * 60 * 1000;

/// A ticket saved up to this long before a call's end counts as saved after it: people press the key while they say
/// good-bye.
pub const SAVED_EARLY_MS: i64 = 60 * 1000;

/// A call without an end for this long is taken for one whose end was lost: it holds no ticket.
pub const LOST_MS: i64 = 12 * 60 * 60 * 1000;

/// A call that wants a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeCall {
    /// Whose it is.
    pub person: i64,
    /// The client; `None` matches nobody.
    pub client: Option<ClientKey>,
    /// When it began, Unix ms.
    pub started: i64,
    /// When it ended; a running call goes to no ticket by itself.
    pub ended: Option<i64>,
    /// Dismissed with a reason.
    pub dismissed: bool,
}

/// A ticket that may take calls in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeTicket {
    /// The store's key.
    pub key: i64,
    /// Its id: ties go by it, so that they fall alike whatever arrived first.
    pub id: Uuid,
    /// Whose it is.
    pub person: i64,
    /// The client.
    pub client: Option<ClientKey>,
    /// When the work was begun, Unix ms; its finish where that is not known.
    pub opened: i64,
    /// When it was saved, Unix ms.
    pub saved: i64,
    /// Manual and not taken back.
    pub takes_calls: bool,
}

/// What people said about one call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hand {
    /// The ticket it was attached to by hand.
    pub attached: Option<i64>,
    /// Tickets it was taken out of.
    pub undone: BTreeSet<i64>,
}

impl Hand {
    /// What was said, oldest first: the newest word about a pair counts, and the newest attachment about a call.
    ///
    /// ```
    /// use norma::domain::merge::Hand;
    /// let hand = Hand::of([(7, true), (7, false), (8, true)]);
    /// assert_eq!((hand.attached, hand.undone.contains(&7)), (Some(8), true));
    /// assert_eq!(Hand::of([(7, false), (7, true)]), Hand { attached: Some(7), ..Hand::default() });
    /// ```
    #[must_use]
    pub fn of(said: impl IntoIterator<Item = (i64, bool)>) -> Self {
        let mut hand = Self::default();
        for (ticket, attach) in said {
            if attach {
                hand.undone.remove(&ticket);
                hand.attached = Some(ticket);
            } else {
                hand.undone.insert(ticket);
                if hand.attached == Some(ticket) {
                    hand.attached = None;
                }
            }
        }
        hand
    }
}

/// Where a call is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Merged, dismissed or unprocessed.
    pub state: CallState,
    /// The ticket it is in, and why.
    pub ticket: Option<(i64, MergeRule)>,
}

/// Whether a ticket may take a call in by itself. `window` is the time from the call's end in which the ticket must
/// have been opened.
#[must_use]
pub fn may_take(call: &MergeCall, ticket: &MergeTicket, window: i64) -> bool {
    let Some(ended) = call.ended else { return false };
    ticket.takes_calls
        && ticket.person == call.person
        && call.client.is_some()
        && ticket.client == call.client
        && ticket.opened <= ended.saturating_add(window)
        && ticket.saved >= call.started
}

/// Where a call goes, among `tickets` (which may hold any that cannot take it).
#[must_use]
pub fn place(call: &MergeCall, tickets: &[MergeTicket], hand: &Hand, window: i64) -> Place {
    let by_hand = hand.attached.filter(|key| tickets.iter().any(|ticket| ticket.key == *key && ticket.takes_calls));
    if let Some(ticket) = by_hand {
        return Place { state: CallState::Merged, ticket: Some((ticket, MergeRule::ByHand)) };
    }
    if call.dismissed {
        return Place { state: CallState::Dismissed, ticket: None };
    }
    let ticket = by_itself(call, tickets, hand, window);
    Place { state: if ticket.is_some() { CallState::Merged } else { CallState::Unprocessed }, ticket }
}

fn by_itself(call: &MergeCall, tickets: &[MergeTicket], hand: &Hand, window: i64) -> Option<(i64, MergeRule)> {
    let line = call.ended?.saturating_sub(SAVED_EARLY_MS);
    let candidates =
        || tickets.iter().filter(|ticket| may_take(call, ticket, window) && !hand.undone.contains(&ticket.key));
    let after = candidates()
        .filter(|ticket| ticket.saved >= line)
        .min_by_key(|ticket| (ticket.saved, ticket.opened, ticket.id));
    if let Some(ticket) = after {
        return Some((ticket.key, MergeRule::SavedAfter));
    }
    let before = candidates().min_by_key(|ticket| (std::cmp::Reverse(ticket.saved), ticket.opened, ticket.id));
    before.map(|ticket| (ticket.key, MergeRule::SavedBefore))
}

/// Whether a manual ticket saved now is held by a call: known to be running, of the same employee and client, not
/// dismissed, and not so old that its end must have been lost.
#[must_use]
pub fn holds(call: &MergeCall, person: i64, client: Option<&ClientKey>, now: i64) -> bool {
    call.ended.is_none()
        && !call.dismissed
        && call.person == person
        && call.client.is_some()
        && call.client.as_ref() == client
        && call.started <= now
        && now.saturating_sub(call.started) <= LOST_MS
}

/// Whether a ticket was saved so long before its call's end that it goes to the morning review.
#[must_use]
pub fn saved_early(saved: i64, ended: Option<i64>) -> bool {
    ended.is_some_and(|ended| saved < ended.saturating_sub(SAVED_EARLY_MS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::client::client_key;

    const MINUTE: i64 = 60_000;

    fn call(from: i64, to: i64) -> MergeCall {
        MergeCall {
            person: 1,
            client: client_key("9123456789"),
            started: from * MINUTE,
            ended: Some(to * MINUTE),
            dismissed: false,
        }
    }

    fn ticket(key: i64, opened: i64, saved: i64) -> MergeTicket {
        MergeTicket {
            key,
            id: Uuid::from_u128(u128::try_from(key).unwrap()),
            person: 1,
            client: client_key("8 (912) 345-67-89"),
            opened: opened * MINUTE,
            saved: saved * MINUTE,
            takes_calls: true,
        }
    }

    #[test]
    fn a_call_goes_to_one_ticket_by_rule() {
        use MergeRule::{SavedAfter, SavedBefore};
        let check = |tickets: &[MergeTicket], expected: Option<(i64, MergeRule)>| {
            let mut backwards = tickets.to_vec();
            backwards.reverse();
            for tickets in [tickets, &backwards] {
                assert_eq!(place(&call(100, 110), tickets, &Hand::default(), WINDOW_MS).ticket, expected);
            }
        };
        check(&[], None);
        check(&[ticket(1, 100, 111)], Some((1, SavedAfter)));
        // saved within the last minute of the call still counts as after it
        check(&[ticket(1, 100, 109)], Some((1, SavedAfter)));
        check(&[ticket(1, 100, 108)], Some((1, SavedBefore)));
        // the earliest after the end wins over any before it; without one the latest before
        check(&[ticket(1, 100, 105), ticket(2, 112, 120), ticket(3, 111, 115)], Some((3, SavedAfter)));
        check(&[ticket(1, 90, 101), ticket(2, 100, 104)], Some((2, SavedBefore)));
        // opened up to 30 minutes after the end, saved not before the beginning
        check(&[ticket(1, 140, 150)], Some((1, SavedAfter)));
        check(&[ticket(1, 141, 150)], None);
        check(&[ticket(1, 90, 100)], Some((1, SavedBefore)));
        check(&[ticket(1, 90, 99)], None);
        // ties: earlier opened, then the lower id
        check(&[ticket(2, 100, 111), ticket(1, 101, 111)], Some((2, SavedAfter)));
        check(&[ticket(2, 100, 111), ticket(1, 100, 111)], Some((1, SavedAfter)));
        check(&[ticket(2, 99, 104), ticket(1, 99, 104), ticket(3, 98, 104)], Some((3, SavedBefore)));
    }

    #[test]
    fn others_clients_colleagues_and_hidden_numbers_take_nothing() {
        let check = |call: &MergeCall, ticket: MergeTicket| {
            assert_eq!(place(call, &[ticket], &Hand::default(), WINDOW_MS).ticket, None);
        };
        let fits = ticket(1, 100, 111);
        check(&call(100, 110), MergeTicket { person: 2, ..fits.clone() });
        check(&call(100, 110), MergeTicket { client: client_key("9123456780"), ..fits.clone() });
        check(&call(100, 110), MergeTicket { takes_calls: false, ..fits.clone() });
        let hidden = MergeCall { client: client_key("anonymous"), ..call(100, 110) };
        check(&hidden, MergeTicket { client: client_key("anonymous"), ..fits.clone() });
        check(&MergeCall { ended: None, ..call(100, 110) }, fits);
    }

    #[test]
    fn people_have_the_last_word_about_a_pair() {
        use CallState::{Dismissed, Merged, Unprocessed};
        let tickets = [ticket(1, 100, 111), ticket(2, 100, 120), ticket(3, 500, 600)];
        let check = |said: &[(i64, bool)], dismissed: bool, state: CallState, expected: Option<(i64, MergeRule)>| {
            let call = MergeCall { dismissed, ..call(100, 110) };
            let found = place(&call, &tickets, &Hand::of(said.iter().copied()), WINDOW_MS);
            assert_eq!((found.state, found.ticket), (state, expected), "{said:?}");
        };
        check(&[], false, Merged, Some((1, MergeRule::SavedAfter)));
        check(&[(1, false)], false, Merged, Some((2, MergeRule::SavedAfter)));
        check(&[(1, false), (2, false)], false, Unprocessed, None);
        check(&[(3, true)], false, Merged, Some((3, MergeRule::ByHand)));
        check(&[(3, true), (3, false)], false, Merged, Some((1, MergeRule::SavedAfter)));
        check(&[(1, false), (1, true)], false, Merged, Some((1, MergeRule::ByHand)));
        check(&[(9, true)], false, Merged, Some((1, MergeRule::SavedAfter)));
        check(&[], true, Dismissed, None);
        check(&[(3, true)], true, Merged, Some((3, MergeRule::ByHand)));
    }

    #[test]
    fn a_running_call_holds_only_its_own_client_and_only_while_it_may_run() {
        let running = MergeCall { ended: None, ..call(100, 110) };
        let client = client_key("9123456789");
        let check = |call: &MergeCall, person: i64, client: Option<&ClientKey>, minute: i64, expected: bool| {
            assert_eq!(holds(call, person, client, minute * MINUTE), expected);
        };
        check(&running, 1, client.as_ref(), 105, true);
        check(&running, 1, client.as_ref(), 99, false);
        check(&running, 1, client.as_ref(), 100 + 12 * 60, true);
        check(&running, 1, client.as_ref(), 101 + 12 * 60, false);
        check(&running, 2, client.as_ref(), 105, false);
        check(&running, 1, client_key("9123456780").as_ref(), 105, false);
        check(&running, 1, None, 105, false);
        check(&call(100, 110), 1, client.as_ref(), 105, false);
        check(&MergeCall { dismissed: true, ..running }, 1, client.as_ref(), 105, false);
    }

    #[test]
    fn saved_more_than_a_minute_before_the_end_is_early() {
        for (saved, early) in [(109 * MINUTE, false), (109 * MINUTE - 1, true), (111 * MINUTE, false)] {
            assert_eq!(saved_early(saved, Some(110 * MINUTE)), early);
        }
        assert!(!saved_early(0, None));
    }
}
