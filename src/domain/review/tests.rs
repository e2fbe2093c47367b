//! What is worth a look, and what is ordinary.

use super::*;

const MINUTE: i64 = 60_000;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A ticket of person 1, saved at a minute of a day.
fn ticket(key: i64, on: &str, minute: i64, actions: &[i64]) -> Looked {
    Looked {
        ticket: key,
        person: 1,
        day: day(on),
        saved: i64::from(day(on).to_epoch_days()) * 1_440 * MINUTE + minute * MINUTE,
        measured: CentiMinutes(400),
        call_ms: None,
        early_ms: None,
        held_at_close: false,
        client: None,
        actions: actions.to_vec(),
    }
}

fn reasons(worth: &[Worth], key: i64) -> Vec<ReviewReason> {
    let found = worth.iter().find(|worth| worth.ticket == key);
    found.map(|worth| worth.findings.iter().map(|finding| finding.reason).collect()).unwrap_or_default()
}

#[test]
fn minutes_far_above_the_call_are_worth_a_look() {
    let check = |measured: i64, call_minutes: i64, expected: bool| {
        let one = Looked {
            measured: CentiMinutes(measured),
            call_ms: Some(call_minutes * MINUTE),
            ..ticket(1, "2026-03-02", 600, &[1])
        };
        let found = worth(&[one], &[], &[]);
        assert_eq!(reasons(&found, 1) == [ReviewReason::MinutesAboveCall], expected, "{measured} {call_minutes}");
    };
    check(1_500, 3, true);
    check(1_000, 5, true);
    check(999, 5, false);
    check(600, 2, false); // three times the call, but four minutes more: after-call work
    check(700, 2, true);
    check(1_500, 14, false);
}

#[test]
fn the_same_client_and_decision_within_days_is_named_on_the_later_ticket() {
    let of = |key, on: &str, client: &str, actions: &[i64]| Looked {
        client: Some(client.to_owned()),
        ..ticket(key, on, 600, actions)
    };
    let before = [of(1, "2026-03-02", "a", &[7]), of(2, "2026-02-20", "b", &[7])];
    let looked = [of(3, "2026-03-09", "a", &[7, 8]), of(4, "2026-03-09", "b", &[7]), of(5, "2026-03-09", "c", &[7])];
    let found = worth(&looked, &before, &[]);
    assert_eq!(reasons(&found, 3), [ReviewReason::RepeatedDecision]);
    assert_eq!((reasons(&found, 4), reasons(&found, 5)), (vec![], vec![]));
    let figures = &found[0].findings[0].figures;
    assert_eq!(figures, &[("action", Figure::Action(7)), ("times", Figure::Count(2)), ("days", Figure::Count(7))]);
}

#[test]
fn a_pair_that_hardly_ever_stands_together_is_odd() {
    let mut before: Vec<Looked> = (0..60).map(|key| ticket(key, "2026-02-02", key, &[1, 3])).collect();
    before.extend((60..120).map(|key| ticket(key, "2026-02-03", key, &[2, 4])));
    let looked = [ticket(200, "2026-03-02", 600, &[1, 2]), ticket(201, "2026-03-02", 700, &[1, 3])];
    let found = worth(&looked, &before, &[]);
    assert_eq!((reasons(&found, 200), reasons(&found, 201)), (vec![ReviewReason::UnusualPair], vec![]));
}

#[test]
fn a_burst_at_the_days_end_stands_out_against_the_day() {
    let steady: Vec<Looked> = (0..16).map(|half| ticket(half, "2026-03-02", 540 + half * 30, &[1])).collect();
    assert!(worth(&steady, &[], &[]).is_empty());
    let mut burst = steady.clone();
    burst.extend((0..8).map(|place| ticket(100 + place, "2026-03-02", 1_000 + place, &[1])));
    let found = worth(&burst, &[], &[]);
    assert_eq!(reasons(&found, 107), [ReviewReason::DayEndBurst]);
    assert_eq!(reasons(&found, 3), []);
}

#[test]
fn a_boosted_action_that_doubles_beyond_chance_has_risen() {
    let shift = |before, before_all, since, since_all| BoostShift {
        person: 1,
        action: 7,
        before,
        before_all,
        since,
        since_all,
        days: 10,
    };
    for (shift, expected) in [
        (shift(20, 1_000, 60, 1_000), true),
        (shift(20, 1_000, 39, 1_000), false),
        (shift(1, 40, 4, 40), false), // four times as often, on nothing
        (shift(0, 1_000, 15, 1_000), true),
    ] {
        assert_eq!(has_risen(&shift), expected, "{shift:?}");
    }
    let found = worth(&[ticket(1, "2026-03-02", 600, &[7])], &[], &[shift(20, 1_000, 60, 1_000)]);
    assert_eq!(reasons(&found, 1), [ReviewReason::BoostRising]);
}

#[test]
fn saved_early_and_held_are_said_and_several_reasons_rank_higher() {
    let early = Looked { early_ms: Some(10 * MINUTE), ..ticket(1, "2026-03-02", 600, &[1]) };
    let both = Looked { ticket: 2, held_at_close: true, ..early.clone() };
    let found = worth(&[early, both], &[], &[]);
    assert_eq!(found.iter().map(|worth| worth.ticket).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(reasons(&found, 2), [ReviewReason::HeldAtClose, ReviewReason::SavedEarly]);
    assert!(found.iter().all(|worth| (0..=100).contains(&worth.score)));
}

#[test]
fn a_draw_is_without_return_and_even() {
    let population: Vec<i64> = (0..50).collect();
    let mut counts = vec![0_u32; 50];
    for seed in 0..2_000 {
        let drawn = draw(&population, 5, seed);
        let mut once = drawn.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!((drawn.len(), once.len()), (5, 5), "seed {seed}");
        for place in drawn {
            counts[usize::try_from(place).unwrap()] += 1;
        }
    }
    // 200 expected each, sd 13.4: five of them on either side
    assert!(counts.iter().all(|count| (133..268).contains(count)), "{counts:?}");
}
