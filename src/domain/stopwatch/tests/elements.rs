//! Elements with their break points: times that add up whatever happens.

use super::*;

/// A stopwatch for an action of three elements.
fn of_three() -> Stopwatch {
    let elements = ["ask", "enter", "confirm"].map(str::to_owned).to_vec();
    Stopwatch::new(Choice { action: Some("TARIFF".into()), operator: Some("101".into()), elements })
}

fn taken(watch: &mut Stopwatch, events: &[(Event, i64, i64)]) -> Vec<Taken> {
    let take = |(event, seconds, moved): &(Event, i64, i64)| match watch.apply(event.clone(), at(*seconds, *moved)) {
        Ok(Outcome::Taken(taken) | Outcome::Excluded(taken)) => Some(taken),
        _ => None,
    };
    events.iter().filter_map(take).collect()
}

/// `code seconds` of each element.
fn written(taken: &Taken) -> String {
    let one = |(code, length): (String, i64)| format!("{code} {}", length / 1_000);
    taken.element_times().into_iter().map(one).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_break_ends_one_element_and_begins_the_next() {
    let check = |events: &[(Event, i64, i64)], expected: &[&str]| {
        let all = taken(&mut of_three(), events);
        assert_eq!(all.iter().map(written).collect::<Vec<_>>(), expected, "{events:?}");
    };
    let through = &[(Start, 0, 0), (Break, 10, 0), (Break, 30, 0), (Break, 60, 0), (Stop, 65, 0)];
    // After the last element the next observation begins with its first; what was not reached is absent.
    check(through, &["ask 10, enter 20, confirm 30", "ask 5"]);
    check(&[(Start, 0, 0), (Break, 10, 0), (Stop, 25, 0)], &["ask 10, enter 15"]);
    check(&[(Start, 0, 0), (Stop, 25, 0)], &["ask 25"]);
    check(&[(Start, 0, 0), (Break, 10, 0), (Stop, 10, 0)], &["ask 10"]);
    check(&[(Start, 0, 0), (Break, 10, 0), (Undo, 12, 0), (Break, 15, 0), (Stop, 20, 0)], &["ask 15, enter 5"]);
    // A pause is nobody's time.
    check(
        &[(Start, 0, 0), (pause("chat"), 5, 0), (resume(), 15, 0), (Break, 20, 0), (pause("x"), 21, 0), (Stop, 40, 0)],
        &["ask 10, enter 1"],
    );
    check(&[(Start, 0, 0), (Break, 10, 0), (Split, 30, 0), (Stop, 33, 0)], &["ask 10, enter 20", "ask 3"]);
}

#[test]
fn a_break_without_elements_is_a_split_and_none_comes_too_soon() {
    let all = taken(&mut Stopwatch::default(), &[(Start, 0, 0), (Break, 10, 0), (Stop, 30, 0)]);
    assert_eq!(all.iter().map(|one| one.duration_ms / 1_000).collect::<Vec<_>>(), [10, 20]);
    let mut watch = of_three();
    play(&mut watch, &[(Start, 0, 0), (Break, 10, 0)]);
    assert_eq!(watch.apply(Break, at(10, 0)), Err(Refused::TooSoon));
    play(&mut watch, &[(pause("chat"), 12, 0)]);
    assert_eq!(watch.apply(Break, at(14, 0)), Err(Refused::Paused));
    assert_eq!(watch.progress(at(14, 0)), Some(Progress { at: 1, lengths_ms: vec![10_000, 2_000] }));
}

#[test]
fn another_action_after_a_break_is_timed_as_a_whole() {
    let other = |elements: &[&str]| {
        let elements = elements.iter().map(|code| (*code).to_owned()).collect();
        Choose(Choice { action: Some("BILL".into()), operator: Some("101".into()), elements })
    };
    let all =
        taken(&mut of_three(), &[(Start, 0, 0), (Break, 10, 0), (other(&["find", "send"]), 12, 0), (Stop, 30, 0)]);
    assert_eq!(written(&all[0]), "");
    // Before the first break nothing is lost.
    let all = taken(&mut of_three(), &[(Start, 0, 0), (other(&["find", "send"]), 5, 0), (Break, 12, 0), (Stop, 30, 0)]);
    assert_eq!(written(&all[0]), "find 12, send 18");
}

#[test]
fn the_clock_a_person_decides_for_gives_the_elements_their_times() {
    let disputed = |moved: [i64; 3]| {
        let events = [(Start, 0, 0), (Break, 10, moved[0]), (Break, 30, moved[1]), (Stop, 60, moved[2])];
        taken(&mut of_three(), &events).remove(0)
    };
    let check = |moved, right, expected: &str| {
        let mut one = disputed(moved);
        one.settle(right);
        assert_eq!(written(&one), expected, "{moved:?} {right:?}");
        assert_eq!(one.element_times().iter().map(|(_, length)| length).sum::<i64>(), one.duration_ms);
    };
    check([0, 3_600, 3_600], Clock::Monotonic, "ask 10, enter 20, confirm 30");
    // Asleep in the second element: the hour is the second element's.
    check([0, 3_600, 3_600], Clock::Wall, "ask 10, enter 3620, confirm 30");
    check([0, 0, -10], Clock::Wall, "ask 10, enter 20, confirm 20");
    // Set back by more than the second element lasted: the last one takes the difference.
    check([0, -25, -25], Clock::Wall, "ask 10, enter 20, confirm 5");
}

#[test]
fn a_restart_keeps_the_breaks() {
    let mut watch = of_three();
    play(&mut watch, &[(Start, 100, 0), (Break, 110, 0), (Event::Rate { rating_bp: 9_500 }, 111, 0)]);
    let read: Stopwatch = serde_json::from_str(&serde_json::to_string(&watch).unwrap()).unwrap();
    let mut watch = read.recovered(at(5, 995), false);
    assert_eq!(watch.progress(at(5, 995)), Some(Progress { at: 1, lengths_ms: vec![10_000, 890_000] }));
    let all = taken(&mut watch, &[(GoOn, 6, 995), (Break, 10, 995), (Stop, 20, 995)]);
    assert_eq!((written(&all[0]).as_str(), all[0].rating_bp), ("ask 10, enter 895, confirm 10", 9_500));
}

#[test]
fn a_pace_is_the_observations_own() {
    let mut watch = of_three();
    assert_eq!(watch.apply(Event::Rate { rating_bp: 9_000 }, at(0, 0)), Err(Refused::NotRunning));
    play(&mut watch, &[(Start, 0, 0), (Event::Rate { rating_bp: 9_000 }, 1, 0)]);
    assert_eq!(watch.apply(Event::Rate { rating_bp: 15_500 }, at(2, 0)), Err(Refused::NoSuchPace));
    assert_eq!(watch.rating_bp(), Some(9_000));
    let all = taken(&mut watch, &[(Split, 10, 0), (Stop, 20, 0)]);
    assert_eq!(all.iter().map(|one| one.rating_bp).collect::<Vec<_>>(), [9_000, NORMAL_PACE_BP]);
}

fn any_step() -> impl Strategy<Value = Event> {
    // Breaks and whatever else there is, in equal parts.
    prop_oneof![Just(Break), any_event()]
}

proptest! {
    #[test]
    fn element_times_always_add_up(
        events in prop::collection::vec((any_step(), 0_i64..4_000, -3_000_i64..3_000), 0..60),
        restart_at in 0_usize..60,
        by_wall in any::<bool>(),
    ) {
        let (mut watch, mut now) = (of_three(), at(0, 0));
        for (place, (event, passed, moved)) in events.into_iter().chain([(Stop, 7, 0)]).enumerate() {
            now = now.plus(Reading { monotonic_ms: passed, wall_ms: passed + moved });
            if place == restart_at {
                let stored = serde_json::to_string(&watch).unwrap();
                now.monotonic_ms = 3;
                watch = serde_json::from_str::<Stopwatch>(&stored).unwrap().recovered(now, false);
                prop_assert!(watch.phase() != Phase::Recovered || watch.apply(GoOn, now).is_ok());
            }
            let Ok(Outcome::Taken(mut taken)) = watch.apply(event, now) else { continue };
            prop_assert!(!taken.elements.is_empty() || taken.duration_ms == 0);
            for _ in 0..2 {
                let times = taken.element_times();
                prop_assert!(times.iter().all(|(_, length)| *length > 0));
                let sum: i64 = times.iter().map(|(_, length)| length).sum();
                let too_short = taken.duration_ms < i64::try_from(taken.elements.len()).unwrap();
                prop_assert!(sum == taken.duration_ms || (times.is_empty() && too_short));
                taken.settle(if by_wall { Clock::Wall } else { Clock::Monotonic });
            }
        }
    }
}

#[test]
fn a_length_that_only_one_clock_knows_is_still_an_elements() {
    let mut watch = of_three();
    play(&mut watch, &[(Start, 0, 0), (Event::Pause { reason: None }, 1, -2)]);
    let mut one = taken(&mut watch, &[(Stop, 1, -2)]).remove(0);
    for right in [Clock::Monotonic, Clock::Wall] {
        one.settle(right);
        let sum: i64 = one.element_times().iter().map(|(_, length)| length).sum();
        assert!(sum == one.duration_ms || one.duration_ms <= 0, "{one:?}");
    }
}
