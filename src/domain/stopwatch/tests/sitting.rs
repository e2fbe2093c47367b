//! Sittings: what fills them, how they end, and which are worth recording.

use super::*;

fn beside(operator: &str) -> Choice {
    Choice { action: Some("TARIFF".into()), operator: Some(operator.into()), elements: Vec::new() }
}

/// `operator from–to [pauses]`, in seconds after the epoch.
fn ended(watch: &mut Stopwatch) -> Vec<String> {
    let seconds = |wall: i64| (wall - EPOCH) / 1_000;
    let pauses = |sitting: &EndedSitting| {
        let one =
            |pause: &SittingPause| format!(" {}{}", pause.reason.as_deref().unwrap_or("?"), pause.length_ms / 1_000);
        sitting.pauses.iter().map(one).collect::<String>()
    };
    let write = |sitting: EndedSitting| {
        let (from, to) = (seconds(sitting.started_at_wall_ms), seconds(sitting.ended_at_wall_ms));
        format!("{} {from}–{to}{}", sitting.operator, pauses(&sitting))
    };
    watch.take_ended().into_iter().map(write).collect()
}

/// Elapsed, observed, paused, unaccounted for, in seconds.
fn parts(watch: &Stopwatch, now: Reading) -> Option<[i64; 4]> {
    let check = watch.sitting(now)?.check;
    Some([check.elapsed, check.observed, check.paused, check.unaccounted()].map(|part| part.0 / 1_000))
}

#[test]
fn a_sitting_is_filled_by_observations_and_pauses() {
    let mut watch = Stopwatch::new(beside("101"));
    assert_eq!(parts(&watch, at(0, 0)), None);
    play(&mut watch, &[(Start, 0, 0), (pause("chat"), 50, 0)]);
    assert_eq!(parts(&watch, at(60, 0)), Some([60, 50, 10, 0]));
    assert_eq!((watch.pause_ms(at(60, 0)), watch.waited_ms(at(60, 0))), (Some(10_000), None));
    play(&mut watch, &[(resume(), 60, 0), (Stop, 110, 0)]);
    assert_eq!(parts(&watch, at(120, 0)), Some([120, 100, 10, 10]));
    // Waiting for the next contact; the next start ends the pause.
    play(&mut watch, &[(pause("wait"), 120, 0)]);
    assert_eq!((watch.phase(), watch.waited_ms(at(150, 0))), (Phase::Waiting, Some(30_000)));
    play(&mut watch, &[(Event::Name { reason: "contact".into() }, 130, 0), (Start, 180, 0)]);
    assert_eq!((watch.phase(), parts(&watch, at(200, 0))), (Phase::Running, Some([200, 120, 70, 10])));
    play(&mut watch, &[(Stop, 200, 0), (pause("break"), 200, 0), (resume(), 300, 0), (pause("?"), 310, 0)]);
    assert_eq!(watch.pause_reason(), Some("?"));
    play(&mut watch, &[(EndSitting, 320, 0)]);
    assert_eq!(ended(&mut watch), ["101 0–320 contact60 break100 ?10"]);
    assert_eq!((watch.phase(), parts(&watch, at(330, 0)), watch.undo_depth()), (Phase::Stopped, None, 0));
    assert_eq!(ended(&mut watch), [""; 0], "each is given once");
}

#[test]
fn what_is_not_worth_it_is_not_recorded() {
    let check = |events: &[(Event, i64, i64)], expected: &[&str]| {
        let mut watch = Stopwatch::new(beside("101"));
        play(&mut watch, events);
        assert_eq!(ended(&mut watch), expected, "{events:?}");
    };
    check(&[(Start, 0, 0), (Stop, 60, 0), (EndSitting, 60, 0)], &["101 0–60"]);
    check(&[(Start, 0, 0), (Stop, 40, 0), (EndSitting, 59, 0)], &[]);
    // Nothing was taken: the only observation was taken back.
    check(&[(Start, 0, 0), (Stop, 90, 0), (Undo, 91, 0), (Undo, 92, 0), (EndSitting, 200, 0)], &[]);
    // A day later nobody sits there any more: it ended with the last observation.
    check(&[(Start, 0, 0), (Stop, 90, 0), (EndSitting, 90_000, 0)], &["101 0–90"]);
    check(&[(Start, 0, 0), (Stop, 90, 0), (Start, 90_000, 0), (Stop, 90_100, 0)], &["101 0–90"]);
    check(&[(Start, 0, 0), (Stop, 90, 0), (pause("x"), 91, 0), (Start, 90_000, 0)], &["101 0–91"]);
    // The clock was set back: the sitting's own never goes back.
    check(&[(Start, 0, 0), (Stop, 90, 0), (pause("x"), 95, -50), (EndSitting, 100, -50)], &["101 0–90"]);
}

#[test]
fn an_end_that_does_not_fit_is_refused() {
    let mut watch = Stopwatch::new(beside("101"));
    assert_eq!(watch.apply(EndSitting, at(0, 0)), Err(Refused::NoSitting));
    assert_eq!(watch.apply(pause("x"), at(0, 0)), Err(Refused::NotRunning));
    play(&mut watch, &[(Start, 0, 0)]);
    assert_eq!(watch.apply(EndSitting, at(9, 0)), Err(Refused::Running));
    play(&mut watch, &[(Stop, 10, 0)]);
    assert_eq!(watch.apply(resume(), at(11, 0)), Err(Refused::NotPaused));
    play(&mut watch, &[(pause("x"), 12, 0)]);
    assert_eq!(watch.apply(pause("x"), at(13, 0)), Err(Refused::Paused));
    let nobody = &mut Stopwatch::default();
    play(nobody, &[(Start, 0, 0), (Stop, 90, 0)]);
    assert_eq!(parts(nobody, at(91, 0)), None, "a sitting is beside somebody");
}

#[test]
fn another_operator_is_another_sitting() {
    let check = |before: &[(Event, i64, i64)], expected: &[&str], now: Option<[i64; 4]>| {
        let mut watch = Stopwatch::new(beside("101"));
        play(&mut watch, before);
        watch.apply(Choose(beside("102")), at(200, 0)).unwrap();
        assert_eq!(
            (ended(&mut watch).as_slice(), parts(&watch, at(200, 0))),
            (&expected.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>()[..], now)
        );
    };
    check(&[(Start, 0, 0), (Stop, 90, 0)], &["101 0–90"], None);
    // The observation under way is theirs from its start, and the sitting from there.
    check(&[(Start, 0, 0), (Split, 90, 0)], &["101 0–90"], Some([110, 110, 0, 0]));
    check(&[(Start, 0, 0)], &[], Some([200, 200, 0, 0]));
    let mut watch = Stopwatch::new(beside("101"));
    play(&mut watch, &[(Start, 0, 0), (Stop, 90, 0)]);
    let other_action = Choice { action: Some("BILL".into()), ..beside("101") };
    play(&mut watch, &[(Choose(other_action), 100, 0), (Start, 110, 0)]);
    assert_eq!(parts(&watch, at(120, 0)), Some([120, 100, 0, 20]), "another action is the same sitting");
}

#[test]
fn the_work_day_turns() {
    let mut watch = Stopwatch::new(beside("101"));
    play(&mut watch, &[(Start, 0, 0), (Stop, 90, 0)]);
    watch.turn_day();
    assert_eq!(ended(&mut watch), ["101 0–90"]);
    play(&mut watch, &[(Start, 100, 0)]);
    watch.turn_day();
    assert_eq!(ended(&mut watch), [""; 0], "an observation under way belongs to it");
    play(&mut watch, &[(Split, 200, 0)]);
    assert_eq!(ended(&mut watch), ["101 100–200"]);
    assert_eq!(parts(&watch, at(210, 0)), Some([10, 10, 0, 0]));
}

#[test]
fn a_sitting_survives_a_restart_and_an_undo() {
    let mut watch = Stopwatch::new(beside("101"));
    play(&mut watch, &[(Start, 0, 0), (Stop, 90, 0), (Undo, 95, 0), (Stop, 100, 0)]);
    assert_eq!(parts(&watch, at(100, 0)), Some([100, 100, 0, 0]), "what was taken back counts once");
    play(&mut watch, &[(Start, 100, 0)]);
    let read: Stopwatch = serde_json::from_str(&serde_json::to_string(&watch).unwrap()).unwrap();
    let mut watch = read.recovered(at(5, 195), false);
    play(&mut watch, &[(GoOn, 5, 195), (Stop, 15, 195), (EndSitting, 20, 195)]);
    assert_eq!(ended(&mut watch), ["101 0–215"]);
}

#[test]
fn a_decided_length_fills_the_sitting() {
    let mut watch = Stopwatch::new(beside("101"));
    play(&mut watch, &[(Start, 0, 0), (Stop, 60, 3_600)]);
    assert_eq!(parts(&watch, at(60, 3_600)), Some([3_660, 60, 0, 3_600]));
    watch.correct(EPOCH, 3_600_000);
    assert_eq!(parts(&watch, at(60, 3_600)), Some([3_660, 3_660, 0, 0]));
}

#[test]
fn a_stopwatch_put_away_ends_its_sitting() {
    let mut bench = Bench::default();
    bench.add(beside("101")).unwrap();
    bench.apply(1, Start, at(0, 0)).unwrap();
    bench.apply(1, Stop, at(70, 0)).unwrap();
    let closed = bench.close(1).unwrap();
    assert_eq!(closed.iter().map(|one| one.operator.as_str()).collect::<Vec<_>>(), ["101"]);
}

proptest! {
    #[test]
    fn pauses_never_exceed_a_sitting(
        events in prop::collection::vec((any_event(), 0_i64..90_000, -30_000_i64..30_000), 0..48),
    ) {
        let (mut watch, mut now) = (Stopwatch::new(beside("101")), at(0, 0));
        let mut all = Vec::new();
        for (event, passed, moved) in events.into_iter().chain([(Stop, 7, 0), (EndSitting, 5, 0)]) {
            now = now.plus(Reading { monotonic_ms: passed, wall_ms: passed + moved });
            if let Ok(Outcome::Changed | Outcome::Taken(_)) = watch.apply(event, now) {
                all.extend(watch.take_ended());
            }
            if let Some(sitting) = watch.sitting(now) {
                let check = sitting.check;
                prop_assert_eq!(check.elapsed.0, check.observed.0 + check.paused.0 + check.unaccounted().0);
            }
        }
        for one in all {
            let paused: i64 = one.pauses.iter().map(|pause| pause.length_ms).sum();
            prop_assert!(one.pauses.iter().all(|pause| pause.length_ms > 0));
            prop_assert!(paused <= one.ended_at_wall_ms - one.started_at_wall_ms);
            prop_assert!(one.ended_at_wall_ms - one.started_at_wall_ms >= SHORTEST_SITTING.0);
        }
    }
}
