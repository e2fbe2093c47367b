//! The stopwatch played through: the floor's day, restarts, and two properties over any events.

use super::*;
use Event::{Break, Choose, EndSitting, Exclude, GoOn, MarkHard, Split, Start, Stop, StopNow, Undo};
use proptest::prelude::*;

const EPOCH: i64 = 1_790_000_000_000;

/// The monotonic second, and by how much the wall clock has moved against it.
fn at(seconds: i64, moved: i64) -> Reading {
    Reading { monotonic_ms: seconds * 1000, wall_ms: EPOCH + (seconds + moved) * 1000 }
}

fn pause(reason: &str) -> Event {
    Event::Pause { reason: Some(reason.to_owned()) }
}

fn resume() -> Event {
    Event::Resume { reason: None }
}

/// `duration paused [hard] [wall] [differs monotonic/wall]`, in seconds.
fn text(taken: &Taken) -> String {
    let hard = if taken.hard { " hard" } else { "" };
    let wall = if taken.clock == Clock::Wall { " wall" } else { "" };
    let differs = taken.needs_decision.map_or_else(String::new, |lengths| {
        format!(" differs {}/{}", lengths.monotonic_ms / 1000, lengths.wall_ms / 1000)
    });
    format!("{} {}{hard}{wall}{differs}", taken.duration_ms / 1000, taken.paused_ms / 1000)
}

fn outcome_text(outcome: Outcome) -> Option<String> {
    match outcome {
        Outcome::Changed => None,
        Outcome::Taken(taken) => Some(text(&taken)),
        Outcome::Excluded(taken) => Some(format!("excluded {}", text(&taken))),
        Outcome::Undone { withdrawn } => withdrawn.map(|taken| format!("withdrawn {}", text(&taken))),
    }
}

/// Plays events at (monotonic second, wall clock moved by); answers what was taken or refused.
fn play(watch: &mut Stopwatch, events: &[(Event, i64, i64)]) -> Vec<String> {
    let happened = events.iter().filter_map(|(event, seconds, moved)| {
        watch.apply(event.clone(), at(*seconds, *moved)).map_or_else(|refused| Some(refused.to_string()), outcome_text)
    });
    happened.collect()
}

#[test]
fn the_floors_day() {
    let check = |events: &[(Event, i64, i64)], expected: &[&str]| {
        assert_eq!(play(&mut Stopwatch::default(), events), expected, "{events:?}");
    };
    check(&[(Start, 0, 0), (Stop, 90, 0)], &["90 0"]);
    check(&[(Start, 0, 0), (Split, 60, 0), (Split, 100, 0), (Stop, 250, 0)], &["60 0", "40 0", "150 0"]);
    check(&[(Start, 0, 0), (pause("chat"), 20, 0), (resume(), 50, 0), (Stop, 60, 0)], &["30 30"]);
    check(&[(Start, 0, 0), (pause("chat"), 20, 0), (Stop, 60, 0), (Start, 70, 0), (Stop, 75, 0)], &["20 40", "5 0"]);
    check(&[(Start, 0, 0), (pause("chat"), 20, 0), (Split, 60, 0), (Stop, 75, 0)], &["20 40", "15 0"]);
    check(&[(Start, 0, 0), (MarkHard, 10, 0), (Split, 60, 0), (Stop, 75, 0)], &["60 0 hard", "15 0"]);
    check(&[(Start, 0, 0), (MarkHard, 10, 0), (MarkHard, 20, 0), (Stop, 75, 0)], &["75 0"]);
    // The stop came too early: undone, the observation runs on as if never stopped.
    check(&[(Start, 0, 0), (Stop, 30, 0), (Undo, 35, 0), (Stop, 80, 0)], &["30 0", "withdrawn 30 0", "80 0"]);
    check(&[(Start, 0, 0), (Split, 30, 0), (Undo, 35, 0), (Stop, 80, 0)], &["30 0", "withdrawn 30 0", "80 0"]);
    // Asleep for an hour; the clock set back; asleep during a pause, which touches no length.
    check(&[(Start, 0, 0), (Stop, 60, 3600)], &["60 0 differs 60/3660"]);
    check(&[(Start, 0, 0), (Stop, 60, -30)], &["60 0 differs 60/30"]);
    check(&[(Start, 0, 0), (Stop, 60, -90)], &["60 0 differs 60/0"]);
    check(&[(Start, 0, 0), (Stop, 60, 1)], &["60 0"]);
    check(&[(Start, 0, 0), (pause("call"), 10, 0), (resume(), 20, 500), (Stop, 30, 500)], &["20 10"]);
    check(&[(Start, 0, 0), (Split, 60, 3600), (Stop, 90, 3600)], &["60 0 differs 60/3660", "30 0"]);
}

#[test]
fn what_does_not_fit_is_refused_without_a_trace() {
    let check = |before: &[(Event, i64, i64)], event: Event, expected: Refused| {
        let mut watch = Stopwatch::default();
        play(&mut watch, before);
        let whole = watch.clone();
        assert_eq!(watch.apply(event.clone(), at(99, 0)), Err(expected), "{before:?} {event:?}");
        assert_eq!(watch, whole);
    };
    let started = &[(Start, 0, 0)][..];
    let paused = &[(Start, 0, 0), (pause("chat"), 5, 0)][..];
    check(started, Start, Refused::Running);
    check(paused, pause("chat"), Refused::Paused);
    check(started, resume(), Refused::NotPaused);
    check(started, GoOn, Refused::NotRecovered);
    check(&[], Undo, Refused::NothingToUndo);
    for event in [Split, Stop, pause("chat"), resume(), MarkHard] {
        check(&[], event.clone(), Refused::NotRunning);
        check(&[(Start, 0, 0), (Stop, 9, 0)], event, Refused::NotRunning);
    }
}

#[test]
fn every_refusal_says_what_to_do() {
    let check = |refused: Refused, expected: &str| assert!(refused.to_string().contains(expected), "{refused}");
    check(Refused::Running, "split or stop it first");
    check(Refused::NotRunning, "start it first");
    check(Refused::Paused, "resume or stop it");
    check(Refused::NotPaused, "nothing to resume");
    check(Refused::Recovered, "let it go on, stop it or exclude it");
    check(Refused::NotRecovered, "nothing to recover");
    check(Refused::NothingToUndo, "nothing left to undo");
    check(Refused::BenchFull, "close one first");
    check(Refused::NoSuchWatch, "keep at least one");
    check(Refused::TooSoon, "press again when it ends");
    check(Refused::NoSuchPace, "50 to 150 %");
    check(Refused::NoSitting, "begins with the first start");
}

#[test]
fn pauses_and_choices_stand_with_the_observation() {
    let mut watch = Stopwatch::default();
    let choice = Choice { action: Some("ROUT".into()), operator: Some("101".into()), ..Choice::default() };
    play(
        &mut watch,
        &[(Start, 0, 0), (Event::Choose(choice.clone()), 1, 0), (pause("colleague"), 10, 0), (resume(), 15, 0)],
    );
    play(
        &mut watch,
        &[(Event::Pause { reason: None }, 20, 0), (Event::Resume { reason: Some("printer".into()) }, 40, 0)],
    );
    assert_eq!((watch.phase(), watch.elapsed_ms(at(41, 0)), watch.hard()), (Phase::Running, 16_000, false));
    let Ok(Outcome::Taken(taken)) = watch.apply(Stop, at(50, 0)) else { panic!("an observation is taken") };
    let pause = |offset_ms, length_ms, reason: &str| Pause { offset_ms, length_ms, reason: Some(reason.into()) };
    assert_eq!(taken.pauses, [pause(10_000, 5_000, "colleague"), pause(20_000, 20_000, "printer")]);
    assert_eq!((taken.number, &taken.choice, taken.started_at_wall_ms), (1, &choice, EPOCH));
    assert_eq!((watch.phase(), watch.elapsed_ms(at(99, 0)), watch.choice()), (Phase::Stopped, 25_000, &choice));
}

#[test]
fn a_restart_offers_the_observation_and_keeps_nothing_by_itself() {
    // After the restart the monotonic clock begins anew: second 1000 of the wall clock is its second 5.
    let check = |before: &[(Event, i64, i64)], same_boot: bool, after: &[(Event, i64, i64)], expected: &[&str]| {
        let mut watch = Stopwatch::default();
        play(&mut watch, before);
        let stored = serde_json::to_string(&watch).unwrap();
        let read: Stopwatch = serde_json::from_str(&stored).unwrap();
        assert_eq!(read, watch);
        let back = if same_boot { at(1000, 0) } else { at(5, 995) };
        let mut watch = read.recovered(back, same_boot);
        assert_eq!(play(&mut watch, after), expected, "{before:?} {after:?}");
    };
    let running = &[(Start, 100, 0), (MarkHard, 130, 0)][..];
    let paused = &[(Start, 100, 0), (pause("chat"), 200, 0)][..];
    let refused = "This observation was interrupted by a restart; first let it go on, stop it or exclude it";
    check(running, false, &[(StopNow, 10, 995)], &["905 0 hard wall"]);
    check(running, false, &[(Exclude, 10, 995)], &["excluded 905 0 hard wall"]);
    check(running, false, &[(GoOn, 10, 995), (Split, 25, 995), (Stop, 30, 995)], &["920 0 hard wall", "5 0"]);
    check(running, false, &[(Stop, 10, 995), (Start, 10, 995)], &[refused, refused]);
    check(
        running,
        false,
        &[(Undo, 10, 995)],
        &["There is nothing left to undo; 50 events are kept, none from before a restart"],
    );
    check(
        running,
        false,
        &[(StopNow, 10, 995), (Undo, 11, 995), (GoOn, 12, 995), (Stop, 15, 995)],
        &["905 0 hard wall", "withdrawn 905 0 hard wall", "910 0 hard wall"],
    );
    check(paused, false, &[(GoOn, 10, 995), (resume(), 15, 995), (Stop, 25, 995)], &["110 810 wall"]);
    check(paused, false, &[(StopNow, 10, 995)], &["100 805 wall"]);
    // Asleep after the restart, or before it: both lengths are shown.
    check(running, false, &[(GoOn, 10, 995), (Stop, 25, 1095)], &["1020 0 hard wall differs 920/1020"]);
    check(&[(Start, 100, 0), (MarkHard, 130, 60)], false, &[(StopNow, 5, 995)], &["900 0 hard wall differs 840/900"]);
    // The wall clock fell back behind the last event: no length can be trusted.
    check(&[(Start, 100, 2000), (MarkHard, 130, 2000)], false, &[(StopNow, 5, 995)], &["30 0 hard wall differs 0/30"]);
    // Only the program restarted: the monotonic clock is still the one.
    check(running, true, &[(GoOn, 1005, 0), (Stop, 1010, 0)], &["910 0 hard"]);
    check(running, true, &[(StopNow, 1005, 40)], &["905 0 hard differs 905/945"]);
    check(&[(Start, 0, 0), (Stop, 9, 0)], false, &[(Start, 10, 995), (Stop, 12, 995)], &["2 0"]);
}

#[test]
fn a_recovered_one_shows_its_true_start_and_counts_on() {
    let mut watch = Stopwatch::default();
    play(&mut watch, &[(Start, 100, 0)]);
    let watch = watch.recovered(at(5, 995), false).recovered(at(7, 1993), false);
    assert_eq!((watch.phase(), watch.started_at_wall_ms()), (Phase::Recovered, Some(EPOCH + 100_000)));
    assert_eq!(watch.elapsed_ms(at(8, 1993)), 1_901_000);
}

mod elements;
mod sitting;

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![Just(Start), Just(Split), Just(Stop), Just(pause("x")), Just(resume()), Just(MarkHard), Just(Undo)]
}

proptest! {
    #[test]
    fn no_millisecond_is_lost_or_counted_twice(
        events in prop::collection::vec((any_event(), 0_i64..5_000, -3_000_i64..3_000), 0..48),
    ) {
        let (mut watch, mut now) = (Stopwatch::default(), at(0, 0));
        let mut kept: Vec<Taken> = Vec::new();
        // Beside it, the plain truth: when the clock was started, and how long it ran in all.
        let mut truth: (Option<i64>, i64) = (None, 0);
        let mut truths = Vec::new();
        for (event, passed, wall_moved) in events.into_iter().chain([(Stop, 7, 0)]) {
            now = now.plus(Reading { monotonic_ms: passed, wall_ms: passed + wall_moved });
            let Ok(outcome) = watch.apply(event.clone(), now) else { continue };
            if event == Undo {
                truth = truths.pop().unwrap();
            } else {
                truths.push(truth);
            }
            match (event, truth.0) {
                (Start, _) => truth.0 = Some(now.monotonic_ms),
                (Stop, Some(start)) => truth = (None, truth.1 + now.monotonic_ms - start),
                _ => {}
            }
            match outcome {
                Outcome::Taken(taken) => kept.push(taken),
                Outcome::Undone { withdrawn: Some(taken) } => prop_assert_eq!(kept.pop(), Some(taken)),
                _ => {}
            }
        }
        prop_assert!(truth.0.is_none());
        prop_assert_eq!(kept.iter().map(|taken| taken.duration_ms + taken.paused_ms).sum::<i64>(), truth.1);
        for taken in &kept {
            prop_assert!(taken.duration_ms >= 0 && taken.pauses.iter().all(|pause| pause.length_ms >= 0));
            let apart = taken.wall_difference_ms.abs() > TOLERATED_DIFFERENCE_MS;
            prop_assert_eq!(taken.needs_decision.is_some(), apart);
        }
    }

    #[test]
    fn undo_restores_each_state_exactly(events in prop::collection::vec((any_event(), 0_i64..5_000), 0..80)) {
        let (mut watch, mut now) = (Stopwatch::default(), at(0, 0));
        let mut before = Vec::new();
        for (event, passed) in events.into_iter().filter(|(event, _)| *event != Undo) {
            now = now.plus(Reading { monotonic_ms: passed, wall_ms: passed });
            let situation = watch.now.clone();
            if watch.apply(event, now).is_ok() {
                before.push(situation);
            }
        }
        prop_assert_eq!(watch.undo_depth(), before.len().min(UNDO_LIMIT));
        for situation in before.into_iter().rev().take(UNDO_LIMIT) {
            prop_assert!(watch.apply(Undo, now).is_ok());
            prop_assert_eq!(&watch.now, &situation);
        }
        prop_assert_eq!(watch.apply(Undo, now), Err(Refused::NothingToUndo));
    }
}
