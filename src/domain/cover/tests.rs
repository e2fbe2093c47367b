//! The rules of cover on days worked by hand, and what must hold on any day.

use proptest::prelude::*;

use super::*;

const SICK: bool = true;

/// A day of 480 minutes: K in hundredths, minutes away, whether they are covered without an agreement and leave the plan.
fn day(person: i64, kpi: i64, away: i64, sick: bool) -> PersonDay {
    PersonDay {
        person,
        department: 1,
        kpi: CentiMinutes(kpi),
        target: CentiMinutes(if sick { 48_000 - away } else { 48_000 }),
        present: away < 48_000,
        away: CentiMinutes(away),
        covered_freely: CentiMinutes(away),
    }
}

fn pairs(covered: &[Covered]) -> Vec<(usize, usize, i64)> {
    let mut pairs: Vec<_> = covered.iter().map(|one| (one.coverer, one.absent, one.minutes.0)).collect();
    pairs.sort_unstable();
    pairs
}

fn mark(coverer: usize, absent: usize, minutes: i64) -> Mark {
    Mark { coverer, absent, minutes: CentiMinutes(minutes) }
}

fn agreed(coverer: usize, absent: usize) -> Agreement {
    Agreement { coverer, absent }
}

/// Days of the worked month; 0 Anna, 1 Boris, 2 Vera, 3 Grigory, 4 Daria.
#[test]
fn days_of_the_worked_month() {
    let daria = |kpi| PersonDay { target: CentiMinutes(24_000), ..day(105, kpi, 0, false) };
    let check = |days: [PersonDay; 5], marks: &[Mark], agreements: &[Agreement], expected: &[(usize, usize, i64)]| {
        assert_eq!(pairs(&attribute(&days, marks, agreements).unwrap()), expected);
    };
    let boris = day(102, 0, 48_000, SICK);
    let both = [agreed(2, 1), agreed(3, 1)];
    check(
        [day(101, 53_274, 0, false), boris, day(103, 47_210, 0, false), day(104, 54_230, 0, false), daria(16_734)],
        &[mark(2, 1, 5_280)],
        &both,
        &[(3, 1, 6_230)],
    );
    let anna = day(101, 0, 48_000, false);
    check(
        [anna, boris, day(103, 63_060, 0, false), day(104, 54_050, 0, false), daria(27_480)],
        &[mark(2, 0, 4_400)],
        &both,
        &[(2, 0, 4_400), (2, 1, 10_660), (3, 1, 6_050), (4, 0, 3_480)],
    );
    check(
        [anna, boris, day(103, 58_960, 0, false), day(104, 52_534, 3_000, false), daria(28_962)],
        &[mark(2, 0, 11_440)],
        &both,
        &[(2, 0, 10_960), (3, 1, 4_534), (4, 0, 4_670), (4, 3, 292)],
    );
    let boris = day(102, 49_944, 0, false);
    check(
        [day(101, 46_858, 0, false), boris, day(103, 55_028, 0, false), day(104, 47_206, 6_000, false), daria(25_020)],
        &[],
        &[],
        &[(1, 3, 1_167), (2, 3, 4_220), (4, 3, 613)],
    );
}

#[test]
fn a_surplus_goes_to_marks_then_agreements_then_whom_nobody_promised_to_cover() {
    let check = |days: &[PersonDay], marks: &[Mark], agreements: &[Agreement], expected: &[(usize, usize, i64)]| {
        assert_eq!(pairs(&attribute(days, marks, agreements).unwrap()), expected);
    };
    let (away, more) = (day(2, 0, 48_000, SICK), day(3, 0, 24_000, false));
    // More is marked than there is: in proportion.
    check(
        &[day(1, 58_000, 0, false), away, more],
        &[mark(0, 1, 15_000), mark(0, 2, 5_000)],
        &[],
        &[(0, 1, 7_500), (0, 2, 2_500)],
    );
    // Several agreements: in proportion to the minutes away.
    check(&[day(1, 57_000, 0, false), away, more], &[], &[agreed(0, 1), agreed(0, 2)], &[(0, 1, 6_000), (0, 2, 3_000)]);
    // An agreement with somebody who is away himself is none.
    check(
        &[day(1, 57_000, 0, false), away, day(4, 0, 48_000, SICK)],
        &[],
        &[agreed(2, 1)],
        &[(0, 1, 4_500), (0, 2, 4_500)],
    );
    // Vacation is covered by agreement or mark only.
    let vacation = PersonDay { covered_freely: CentiMinutes::ZERO, ..away };
    check(&[day(1, 57_000, 0, false), vacation], &[], &[], &[]);
    check(&[day(1, 57_000, 0, false), vacation], &[], &[agreed(0, 1)], &[(0, 1, 9_000)]);
    // Another department is covered by mark or agreement, never freely.
    let other = PersonDay { department: 2, ..away };
    check(&[day(1, 57_000, 0, false), other], &[], &[], &[]);
    check(&[day(1, 57_000, 0, false), other], &[mark(0, 1, 2_000)], &[], &[(0, 1, 2_000)]);
    // Nobody covers oneself, and who is not scheduled has no surplus.
    check(&[day(1, 57_000, 3_000, false)], &[mark(0, 0, 2_000)], &[], &[]);
    check(&[PersonDay { present: false, target: CentiMinutes::ZERO, ..day(1, 9_000, 0, false) }, away], &[], &[], &[]);
    // A mark for somebody who is there counts for nothing.
    check(&[day(1, 57_000, 0, false), day(2, 0, 0, false)], &[mark(0, 1, 2_000)], &[], &[]);
}

#[test]
fn an_agreement_counts_from_its_acceptance_to_three_days_after_its_withdrawal() {
    let date = |text: &str| text.parse::<NaiveDate>().unwrap();
    let weekday = |day: NaiveDate| chrono::Datelike::weekday(&day).number_from_monday() < 6;
    assert_eq!(third_working_day_after(date("2026-11-19"), weekday), date("2026-11-24"));
    let terms = Terms {
        from: date("2026-11-16"),
        to: date("2026-11-30"),
        accepted: Some(date("2026-11-17")),
        ends: Some(date("2026-11-24")),
    };
    let days: Vec<u32> =
        (14..=30).filter(|day| terms.in_effect(NaiveDate::from_ymd_opt(2026, 11, *day).unwrap())).collect();
    assert_eq!(days, (17..=24).collect::<Vec<u32>>());
    assert!(!Terms { accepted: None, ..terms }.in_effect(date("2026-11-20")));
}

#[test]
fn remainders_go_to_the_largest_and_ties_to_the_first() {
    let split = |total: i64, weights: &[i64]| {
        let weights: Vec<CentiMinutes> = weights.iter().copied().map(CentiMinutes).collect();
        apportion(CentiMinutes(total), &weights).unwrap().into_iter().map(|share| share.0).collect::<Vec<_>>()
    };
    assert_eq!(split(6_000, &[1_944, 7_028, 1_020]), [1_167, 4_220, 613]);
    assert_eq!(split(10, &[1, 1, 1]), [4, 3, 3]);
    assert_eq!(split(5, &[0, 0]), [0, 0]);
    assert_eq!(split(1, &[0, 3, 3]), [0, 1, 0]);
}

prop_compose! {
    fn some_day()(people in prop::collection::vec((0_i64..90_000, 0_usize..6, any::<bool>(), 1_i64..3), 2..7))
        -> Vec<PersonDay> {
        let away = [0, 0, 3_000, 12_000, 48_000, 48_000];
        (1..).zip(people).map(|(person, (kpi, away_as, sick, department))| {
            let away = away[away_as];
            PersonDay { department, ..day(person, if away == 48_000 { 0 } else { kpi }, away, sick) }
        }).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn nobody_gives_more_than_the_surplus_or_gets_more_than_the_absence(
        days in some_day(),
        marks in prop::collection::vec((0_usize..7, 0_usize..7, -500_i64..40_000), 0..6),
        agreements in prop::collection::vec((0_usize..7, 0_usize..7), 0..5),
    ) {
        let inside = |place: usize| place % days.len();
        let marks: Vec<Mark> = marks.into_iter().map(|(a, b, minutes)| mark(inside(a), inside(b), minutes)).collect();
        let agreements: Vec<Agreement> = agreements.into_iter().map(|(a, b)| agreed(inside(a), inside(b))).collect();
        let covered = attribute(&days, &marks, &agreements).unwrap();
        for (place, day) in days.iter().enumerate() {
            let given: i64 = covered.iter().filter(|one| one.coverer == place).map(|one| one.minutes.0).sum();
            let got: i64 = covered.iter().filter(|one| one.absent == place).map(|one| one.minutes.0).sum();
            prop_assert!(given <= day.surplus().unwrap().0, "each minute once");
            prop_assert!(got <= day.away.0, "no more than the minutes away");
        }
        prop_assert!(covered.iter().all(|one| one.minutes.0 > 0 && one.coverer != one.absent));
        // The order in which marks and agreements came does not matter.
        let (mut backwards, mut turned) = (marks.clone(), agreements.clone());
        backwards.reverse();
        turned.reverse();
        prop_assert_eq!(attribute(&days, &backwards, &turned).unwrap(), covered);
    }

    /// But for ties, people may stand in any order: without equal remainders the same minutes come out.
    #[test]
    fn people_may_stand_in_any_order(days in some_day(), marks in prop::collection::vec((0_usize..7, 0_usize..7, 1_i64..9_000), 0..5)) {
        let count = days.len();
        let turned = |place: usize| count - 1 - place;
        let marks: Vec<Mark> = marks.into_iter().map(|(a, b, minutes)| mark(a % count, b % count, minutes)).collect();
        let back: Vec<Mark> = marks.iter().map(|one| mark(turned(one.coverer), turned(one.absent), one.minutes.0)).collect();
        let mut reversed = days.clone();
        reversed.reverse();
        let one_way = attribute(&days, &marks, &[]).unwrap();
        let other_way = attribute(&reversed, &back, &[]).unwrap();
        for coverer in 0..count {
            for absent in 0..count {
                let sum = |covered: &[Covered], a, b| -> i64 {
                    covered.iter().filter(|one| (one.coverer, one.absent) == (a, b)).map(|one| one.minutes.0).sum()
                };
                let difference = sum(&one_way, coverer, absent) - sum(&other_way, turned(coverer), turned(absent));
                prop_assert!(difference.abs() <= 2, "only a hundredth of a tie may move");
            }
        }
    }
}
