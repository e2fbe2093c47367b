//! The worked month of the specification from the facts of its fixture, the readings that would have been wrong, and
//! what must hold in any month.

use chrono::Datelike;
use chrono_tz::Tz;
use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::domain::absence::{Away, Idle, day_time, kind_named, shipped_kinds};
use crate::domain::calendar::{DayEnd, WorkCalendar, work_day_start};
use crate::domain::cover::Terms;
use crate::domain::month::recalculation;
use crate::domain::norm;
use crate::domain::schedule::{Employment, Pattern, PlanRules, Schedule, month_norm, scheduled_day};

fn fixture() -> Value {
    serde_json::from_str(include_str!("../../../tests/fixtures/worked-month.json")).unwrap()
}

fn date(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn whole(value: &Value) -> i64 {
    value.as_i64().unwrap()
}

fn moment(text: &str, end: bool) -> chrono::DateTime<chrono::Utc> {
    let zone = Tz::Europe__Moscow;
    if let Ok(day) = text.parse::<NaiveDate>() {
        let day = if end { day.succ_opt().unwrap() } else { day };
        return work_day_start(day, zone, DayEnd::default());
    }
    let local = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap();
    chrono::TimeZone::from_local_datetime(&zone, &local).unwrap().to_utc()
}

/// Weights of the four actions on a day, from norms and boosts of the set in force.
fn weights(facts: &Value, day: u32) -> Vec<i64> {
    let set = &facts["sets"][usize::from(day >= 16)];
    let norms = set["norm_cmin"].as_array().unwrap().iter().zip(set["boost_bp"].as_array().unwrap());
    let weights: Vec<i64> = norms
        .map(|(norm, boost)| norm::weight(CentiMinutes(whole(norm)), BasisPoints(whole(boost))).unwrap().0)
        .collect();
    assert_eq!(Value::from(weights.clone()), set["weight_cmin"]);
    weights
}

fn kpi_of(weights: &[i64], decisions: &Value) -> CentiMinutes {
    CentiMinutes(weights.iter().zip(decisions.as_array().unwrap()).map(|(weight, count)| weight * whole(count)).sum())
}

fn scheme(facts: &Value) -> Scheme {
    let scheme: Scheme = serde_json::from_value(facts["scheme"].clone()).unwrap();
    scheme.check().unwrap();
    scheme
}

/// The month of the fixture, computed from its facts alone.
pub(crate) fn november() -> MonthFacts {
    let facts = fixture();
    let kinds = shipped_kinds().unwrap();
    let calendar = WorkCalendar::shipped().unwrap();
    let rules = PlanRules { calendar: &calendar, time_zone: Tz::Europe__Moscow, day_ends: DayEnd::default() };
    let employment = Employment { from: date(1), to: None };
    let people = facts["people"].as_array().unwrap();
    let key = |code: &Value| people.iter().position(|one| one["id"] == *code).unwrap();
    let mut month = MonthFacts::default();
    for (place, person) in people.iter().enumerate() {
        let rate = BasisPoints(whole(&person["rate_bp"]));
        let schedule = Schedule::constant(Pattern::standard(), rate);
        let mine = |row: &&Value| row["who"] == person["id"] || row["who"] == "all";
        let ends =
            |row: &Value| (moment(row["from"].as_str().unwrap(), false), moment(row["to"].as_str().unwrap(), true));
        let away: Vec<Away> = facts["absences"]
            .as_array()
            .unwrap()
            .iter()
            .filter(mine)
            .map(|row| {
                let kind = kind_named(&kinds, row["kind"].as_str().unwrap()).unwrap();
                let (from, to) = ends(row);
                let (leaves_plan, covered_freely) = (kind.leaves_plan, kind.covered_freely);
                Away { from, to, kind: kind.code.clone(), leaves_plan, covered_freely }
            })
            .collect();
        let idle: Vec<Idle> = facts["downtime"]
            .as_array()
            .unwrap()
            .iter()
            .filter(mine)
            .map(|row| {
                let (from, to) = ends(row);
                Idle { from, to, cause: DowntimeCause::parse(row["cause"].as_str().unwrap()).unwrap() }
            })
            .collect();
        let mut days = BTreeMap::new();
        for day in 1..=30 {
            let plan = scheduled_day(&schedule, employment, date(day), rules).unwrap();
            let decisions = &facts["decisions"][person["id"].as_str().unwrap()][day.to_string()];
            let closed =
                if decisions.is_array() { kpi_of(&weights(&facts, day), decisions) } else { CentiMinutes::ZERO };
            let lines = facts["corrections"].as_array().unwrap().iter();
            let lines = lines
                .filter(|row| mine(row) && whole(&row["day"]) == i64::from(day))
                .map(|row| whole(&row["kpi_cmin"]))
                .sum();
            let time = day_time(plan.minutes, &plan.intervals, &away, &idle).unwrap();
            let kpi = closed.plus(CentiMinutes(lines)).unwrap();
            days.insert(
                date(day),
                AccountDay { part: 0, time, kpi, lines: CentiMinutes(lines), measured: CentiMinutes::ZERO, tickets: 1 },
            );
        }
        let norm = month_norm(&schedule, 2026, 11, rules);
        let salary = Some(Money(whole(&person["salary_full_rate_minor"])));
        month.accounts.push(AccountMonth {
            person: i64::try_from(place).unwrap(),
            department: 1,
            scheme: Some(scheme(&facts)),
            parts: vec![Part { from: date(1), salary, rate, norm }],
            days,
            amounts: vec![],
            bonuses: vec![],
            awards: vec![],
        });
    }
    for row in facts["on_behalf"].as_array().unwrap() {
        let day = u32::try_from(whole(&row["day"])).unwrap();
        let minutes = kpi_of(&weights(&facts, day), &row["decisions"]);
        let mark = (key(&row["who"]), i64::try_from(key(&row["for"])).unwrap(), minutes);
        month.links.entry(date(day)).or_default().marks.push(mark);
    }
    for row in facts["agreements"].as_array().unwrap() {
        let day = |name: &str| date(u32::try_from(whole(&row[name])).unwrap());
        let terms = Terms { from: day("from"), to: day("to"), accepted: Some(day("accepted_on")), ends: None };
        let pair = (i64::try_from(key(&row["coverer"])).unwrap(), i64::try_from(key(&row["absent"])).unwrap(), None);
        for day in (1..=30).map(date).filter(|day| terms.in_effect(*day)) {
            month.links.entry(day).or_default().agreements.push(pair);
        }
    }
    month
}

pub(crate) fn all(facts: &MonthFacts, days: &impl Counted) -> (Vec<CoveredDay>, Vec<Statement>) {
    let cover = cover_of(facts, days).unwrap();
    let made = (0..facts.accounts.len()).map(|place| statement(facts, place, &cover, days, &[]).unwrap().unwrap());
    let made = made.collect();
    (cover, made)
}

fn sum(statement: &Statement, counts: fn(&LineKind) -> bool) -> i64 {
    statement.sum_of(counts).unwrap().0
}

fn is_cover(kind: &LineKind) -> bool {
    matches!(kind, LineKind::Cover { .. })
}

/// A statement with the names of the fixture's figures.
fn figures(made: &Statement) -> Value {
    let paid = made.paid.unwrap();
    serde_json::json!({
        "norm_cmin": made.norm, "plan_cmin": made.minutes.plan, "own_absence_cmin": made.minutes.own_absence,
        "kpi_cmin": made.minutes.kpi, "cover_given_cmin": made.minutes.cover_given,
        "overlap_cmin": made.balance.overlap, "caught_up_cmin": made.balance.caught_up,
        "not_made_up_cmin": made.balance.not_made_up, "base_cmin": made.balance.base,
        "paid_kpi_cmin_num": i64::try_from(paid.numerator()).unwrap(),
        "paid_kpi_cmin_den": i64::try_from(paid.denominator()).unwrap(),
        "fixed_minor": sum(made, |kind| *kind == LineKind::Fixed), "kpi_minor": sum(made, |kind| *kind == LineKind::Kpi),
        "cover_minor": sum(made, is_cover), "total_minor": made.total().unwrap(),
    })
}

#[test]
fn every_figure_of_the_worked_month() {
    let (expected, facts) = (fixture()["expected"].clone(), november());
    let codes: Vec<String> =
        fixture()["people"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect();
    for (place, code) in codes.iter().enumerate() {
        for (day, kpi) in expected["day_kpi_cmin"][code].as_object().unwrap() {
            let found = &facts.accounts[place].days[&date(day.parse().unwrap())];
            assert_eq!(found.kpi.0 - found.lines.0, whole(kpi), "{code} on {day}");
        }
    }
    let (cover, made) = all(&facts, &|_: NaiveDate| true);
    let mut by_day: Vec<Value> = cover
        .iter()
        .map(|day| {
            serde_json::json!({
                "day": day.date.day(), "coverer": codes[day.covered.coverer], "absent": codes[day.covered.absent],
                "minutes_cmin": day.covered.minutes,
            })
        })
        .collect();
    by_day.sort_by_key(|row| (whole(&row["day"]), row["coverer"].to_string(), row["absent"].to_string()));
    assert_eq!(Value::from(by_day), expected["cover_by_day_cmin"]);
    for (place, code) in codes.iter().enumerate() {
        assert_eq!(figures(&made[place]), expected["accounts"][code], "{code}");
    }
    let found: Vec<Value> = funds(&made).unwrap().iter().map(|fund| {
        let parts: serde_json::Map<String, Value> = fund.parts.iter().map(|(coverer, sum)| (codes[*coverer].clone(), sum.0.into())).collect();
        serde_json::json!({"absent": codes[fund.absent], "covered_cmin": fund.covered, "fund_minor": fund.fund, "parts_minor": parts})
    }).collect();
    assert_eq!(Value::from(found), expected["funds"]);
    let sums = |counts: fn(&LineKind) -> bool| made.iter().map(|one| sum(one, counts)).sum::<i64>();
    assert_eq!(sums(|kind| *kind == LineKind::Fixed), 10_164_810);
    assert_eq!(sums(|kind| *kind == LineKind::Kpi), 15_512_896);
    assert_eq!(sums(is_cover), 273_389);
    assert_eq!(sums(|_| true), 25_951_095);
    // Paid elsewhere: Boris's sick leave, the outage of everybody but Daria.
    assert_eq!(made[1].left["sick-leave"], CentiMinutes(240_000));
    let idle: Vec<Option<i64>> =
        made.iter().map(|one| one.idle.get(&DowntimeCause::Employer).map(|minutes| minutes.0)).collect();
    assert_eq!(idle, [Some(6_000), Some(6_000), Some(6_000), Some(6_000), None]);
    // Whose money the cover is: Anna did not earn 3 018.87; Grigory made his time up; Boris's days left the plan.
    let funds = funds(&made).unwrap();
    assert_eq!(funds.iter().map(|fund| fund.from_unpaid.0).collect::<Vec<_>>(), [73_931, 0, 0]);
    assert_eq!(funds.iter().map(|fund| fund.from_employer.0).collect::<Vec<_>>(), [0, 179_672, 19_786]);
    assert_eq!(unpaid(&made[0]).unwrap(), Money(301_887));
}

#[test]
fn on_the_morning_of_the_24th() {
    let (expected, facts) = (fixture()["expected"]["provisional_closed_through_23"].clone(), november());
    let (_, made) = all(&facts, &|day: NaiveDate| day <= date(23));
    for (place, code) in ["101", "102", "103", "104", "105"].into_iter().enumerate() {
        assert_eq!(figures(&made[place]), expected[code], "{code}");
    }
}

#[test]
fn after_the_lock_only_the_difference_moves() {
    let expected = fixture()["expected"]["recalculation"].clone();
    let (mut facts, days) = (november(), |_: NaiveDate| true);
    let (_, locked) = all(&facts, &days);
    let day = facts.accounts[0].days.get_mut(&date(24)).unwrap();
    day.kpi = day.kpi.plus(CentiMinutes(whole(&expected["kpi_cmin"]))).unwrap();
    let (_, made) = all(&facts, &days);
    assert_eq!(figures(&made[0]), expected["account_after"]);
    assert_eq!(made[1..], locked[1..], "nobody else's November changes");
    let of = Month::parse("2026-11").unwrap();
    let late = recalculation(of, made[0].own_total().unwrap(), locked[0].own_total().unwrap(), Money::ZERO, None);
    let late = late.unwrap().unwrap();
    assert_eq!(Value::from(late.posted.0), expected["difference_minor"]);
    assert_eq!(open_month(&[of], of).to_string(), "2026-12");
    // December: one line of kopecks, and a KPI that knows nothing of it.
    let december = MonthFacts {
        accounts: vec![AccountMonth { days: BTreeMap::new(), ..facts.accounts[0].clone() }],
        ..MonthFacts::default()
    };
    let with = statement(&december, 0, &[], &days, &[late]).unwrap().unwrap();
    let without = statement(&december, 0, &[], &days, &[]).unwrap().unwrap();
    assert_eq!(with.minutes, without.minutes);
    assert_eq!(with.total().unwrap().0 - without.total().unwrap().0, 5_095);
    assert_eq!(with.own_total().unwrap(), without.own_total().unwrap());
}

/// §9 of the worked month: what other readings would have paid.
#[test]
fn readings_that_would_have_been_wrong() {
    let facts = november();
    let (cover, made) = all(&facts, &|_: NaiveDate| true);
    let parts = |one: &Statement| (sum(one, |kind| *kind == LineKind::Fixed), sum(one, |kind| *kind == LineKind::Kpi));
    // v is S/N: with S/P Boris would have got 24 000.00 + 36 652.78 for three weeks.
    let mut flat = facts.clone();
    if let Some(scheme) = &mut flat.accounts[1].scheme {
        scheme.bands.truncate(1);
    }
    assert_eq!(parts(&all(&flat, &|_: NaiveDate| true).1[1]), (1_781_132, 2_720_143));
    // Bands, not a factor on the whole K: at 100 % of B a hundredth of a minute is worth a hundredth of a minute.
    let vera = |kpi: i64| {
        let mut edge = facts.clone();
        for day in edge.accounts[2].days.values_mut() {
            day.kpi = CentiMinutes::ZERO;
        }
        edge.accounts[2].days.get_mut(&date(2)).unwrap().kpi = CentiMinutes(kpi);
        parts(&all(&edge, &|_: NaiveDate| true).1[2]).1
    };
    assert_eq!((vera(947_999), vera(948_000)), (3_815_845, 3_815_849));
    // The cap is on minutes: neither the whole at 1.2, nor 110 % of the sum, nor of the factor.
    assert_eq!(parts(&made[2]).1, 4_273_751);
    // Each minute of surplus is used once.
    let given = |place: usize, day: u32| -> i64 {
        cover
            .iter()
            .filter(|one| one.covered.coverer == place && one.date == date(day))
            .map(|one| one.covered.minutes.0)
            .sum()
    };
    assert_eq!((given(2, 18), given(2, 19), given(4, 20)), (0, 15_060, 4_962));
    // Who made the time up is covered all the same, and the tier's base is P − U.
    let for_grigory: i64 = cover.iter().filter(|one| one.covered.absent == 3).map(|one| one.covered.minutes.0).sum();
    assert_eq!((for_grigory, made[3].balance.not_made_up.0), (6_292, 0));
    let cut = |base: i64| crate::domain::account::percent_cut(made[0].minutes.kpi, CentiMinutes(base));
    assert_eq!(cut(made[0].balance.base.0), Some(10_000));
    assert_eq!((cut(948_000), cut(852_000)), (Some(9_493), Some(10_563)));
    // The hour of the short day comes off at any rate.
    assert_eq!(made[4].norm, Some(CentiMinutes(474_000)));
}

/// A change in mid-month: minutes are the account's, money goes by part with its v.
#[test]
fn a_change_of_salary_cuts_the_money_and_not_the_account() {
    let facts = november();
    let mut cut = facts.clone();
    let anna = &mut cut.accounts[0];
    let first = anna.parts[0].clone();
    anna.parts.push(Part { from: date(16), salary: Some(Money(7_200_000)), ..first });
    for day in anna.days.range_mut(date(16)..) {
        day.1.part = 1;
    }
    let (_, before) = all(&facts, &|_: NaiveDate| true);
    let (_, after) = all(&cut, &|_: NaiveDate| true);
    let (before, after) = (&before[0], &after[0]);
    assert_eq!((before.minutes, before.balance, before.paid), (after.minutes, after.balance, after.paid));
    // Nine days at 60 000, then 4 740 planned less 960 away of which half was made up, at 72 000.
    let (early, late) = (&after.parts[0], &after.parts[1]);
    assert_eq!((early.plan.0, late.plan.0), (9 * 48_000 - 6_000, 948_000 - 426_000));
    assert_eq!((early.base, late.base), (Fraction::whole(426_000), Fraction::whole(474_000)));
    // 0.4 × (426 000 × 1000/159 + 474 000 × 1200/159) and 0.6 × Q with Q by K.
    assert_eq!(sum(after, |kind| *kind == LineKind::Fixed), 2_502_642);
    let exact = Fraction::new(6 * (i128::from(early.kpi.0) * 1000 + i128::from(late.kpi.0) * 1200), 1_590).unwrap();
    assert_eq!(sum(after, |kind| *kind == LineKind::Kpi), exact.round_half_even().unwrap());
}

#[test]
fn what_a_scheme_pays_besides() {
    let mut facts = november();
    let anna = &mut facts.accounts[0];
    let more = serde_json::json!({
        "fixed_bp": 4000, "cover_bp": 5000,
        "supplements": [{"name": "наставничество", "amount_minor": 300_000}, {"name": "связь", "amount_minor": 50_000, "in_full": true}],
        "percentages": [{"name": "подключения", "share_bp": 250}],
        "bonuses": [{"name": "загрузка", "indicator": "workload", "comparator": ">=", "target_bp": 9490, "amount_minor": 100_000},
                    {"name": "сверх плана", "indicator": "workload", "comparator": ">", "target_bp": 10_000, "amount_minor": 900_000}],
    });
    anna.scheme = Some(serde_json::from_value(more).unwrap());
    let workload = indicator::shipped().unwrap().into_iter().find(|one| one.code == "workload").unwrap().definition;
    let counted = |day: &AccountDay| indicator::Counted { numerator: day.kpi.0, denominator: day.time.target.0 };
    let days: BTreeMap<NaiveDate, indicator::Counted> =
        anna.days.iter().map(|(date, day)| (*date, counted(day))).collect();
    let bonuses = anna.scheme.as_ref().unwrap().bonuses.iter();
    anna.bonuses = bonuses
        .map(|bonus| BonusFacts { definition: Some(workload.clone()), terms: bonus.own_target(), days: days.clone() })
        .collect();
    anna.amounts = vec![BTreeMap::from([(date(5), Money(1_000_001)), (date(26), Money(-400_000))])];
    anna.awards = vec![Award { amount: Money(12_345), reason: "за аварию 25 ноября".to_owned() }];
    let amounts = |days: &dyn Fn(NaiveDate) -> bool| -> Vec<(LineKind, i64)> {
        let (_, made) = all(&facts, &|day: NaiveDate| days(day));
        let lines = made[0].lines.iter().filter(|line| !matches!(line.kind, LineKind::Fixed | LineKind::Kpi));
        lines.map(|line| (line.kind.clone(), line.amount.0)).collect()
    };
    // 3 000 × 9 000 / 9 540 = 2 830.19; 2.5 % of 6 000.01 = 150.00025; K/P = 94.93 %: met, and below plan.
    let expected = [
        (LineKind::Supplement(0), 283_019),
        (LineKind::Supplement(1), 50_000),
        (LineKind::Percentage(0), 15_000),
        (LineKind::Bonus(0), 100_000),
        (LineKind::Award(0), 12_345),
    ];
    assert_eq!(amounts(&|_| true), expected);
    let (_, made) = all(&facts, &|_: NaiveDate| true);
    let outcomes: Vec<_> =
        made[0].bonuses.iter().map(|one| (one.counted.numerator, one.counted.denominator, one.met)).collect();
    assert_eq!(outcomes, [(900_000, 948_000, Some(true)), (900_000, 948_000, Some(false))]);
    // A refund counts in its month when it comes.
    assert_eq!(amounts(&|day| day <= date(10))[2], (LineKind::Percentage(0), 25_000));
}

#[test]
fn without_calendar_salary_scheme_or_norm_nothing_is_paid_and_the_reason_is_told() {
    let check = |change: fn(&mut AccountMonth), why: NoMoney| {
        let mut facts = november();
        change(&mut facts.accounts[0]);
        let (_, made) = all(&facts, &|_: NaiveDate| true);
        assert_eq!((made[0].no_money, made[0].total().unwrap()), (Some(why), Money::ZERO));
        assert_eq!(made[0].minutes.kpi, CentiMinutes(900_000), "KPI is shown all the same");
    };
    check(|account| account.parts[0].norm = None, NoMoney::NoCalendar);
    check(|account| account.parts[0].norm = Some(CentiMinutes::ZERO), NoMoney::NoNorm);
    check(|account| account.parts[0].salary = None, NoMoney::NoSalary);
    check(|account| account.scheme = None, NoMoney::NoScheme);
}

// What must hold in any month ------------------------------------------------------------------------------------------

/// A random month of a small floor: absences of any kind, downtime, marks, agreements, cuts in mid-month.
#[derive(Debug, Clone)]
pub(crate) struct Floor {
    pub facts: MonthFacts,
}

fn a_day() -> impl Strategy<Value = (i64, i64, u8)> {
    (0_i64..70_000, prop_oneof![4 => Just(0_i64), 1 => Just(48_000), 1 => 1_i64..48_000], 0_u8..3)
}

prop_compose! {
    pub(crate) fn floor(equal: bool)(
        people in prop::collection::vec((prop::collection::vec(a_day(), 8), 3_000_000_i64..9_000_000, 0_usize..8), 2..6),
        shares in (0_i64..=10_000, 0_i64..=10_000, 0_i64..=9_000, 10_000_i64..=15_000, 8_000_i64..=14_000),
        marks in prop::collection::vec((0_usize..6, 0_usize..6, 1_u32..9, 1_i64..30_000), 0..8),
        agreements in prop::collection::vec((0_usize..6, 0_usize..6, 1_u32..9, 1_u32..9, prop::option::of(0_i64..10_000)), 0..5),
    ) -> Floor {
        let (fixed, cover, least, multiplier, cap) = shares;
        let scheme = Scheme {
            fixed_bp: BasisPoints(fixed),
            cover_bp: BasisPoints(cover),
            bands: vec![
                crate::domain::scheme::Band { from: BasisPoints(0), multiplier: BasisPoints::ONE },
                crate::domain::scheme::Band { from: BasisPoints::ONE, multiplier: BasisPoints(multiplier) },
            ],
            cap_bp: Some(BasisPoints(cap.max(least))),
            floor_bp: BasisPoints(least),
            supplements: vec![], percentages: vec![], bonuses: vec![], minimum_wage_minor: None,
        };
        let mut facts = MonthFacts::default();
        for (person, (days, salary, cut)) in (1..).zip(people) {
            let salary = if equal { 6_000_000 } else { salary };
            let part = Part { from: date(1), salary: Some(Money(salary)), rate: BasisPoints::ONE, norm: Some(CentiMinutes(8 * 48_000)) };
            let later = Part { from: date(5), salary: Some(Money(salary + if equal { 0 } else { 500_000 })), ..part.clone() };
            let days = (1..).zip(days).map(|(day, (kpi, away, kind))| {
                let mut time = DayTime::worked(CentiMinutes(48_000));
                time.away = CentiMinutes(away);
                let away = CentiMinutes(away);
                if kind == 0 && away.0 > 0 {
                    time.target = CentiMinutes(48_000 - away.0);
                    time.left.insert("sick-leave".to_owned(), away);
                } else if away.0 > 0 {
                    time.stayed.insert("short-leave".to_owned(), away);
                }
                time.covered_freely = if kind == 2 { CentiMinutes::ZERO } else { away };
                let kpi = if away.0 == 48_000 { CentiMinutes::ZERO } else { CentiMinutes(kpi) };
                let part = usize::from(cut < 4 && day > 4);
                (date(day), AccountDay { part, time, kpi, lines: CentiMinutes::ZERO, measured: kpi, tickets: 1 })
            });
            facts.accounts.push(AccountMonth {
                person, department: 1, scheme: Some(scheme.clone()), parts: vec![part, later], days: days.collect(),
                bonuses: vec![],
                amounts: vec![], awards: vec![],
            });
        }
        let count = facts.accounts.len();
        let key = |place: usize| i64::try_from(place % count).unwrap() + 1;
        for (coverer, absent, day, minutes) in marks {
            facts.links.entry(date(day)).or_default().marks.push((coverer % count, key(absent), CentiMinutes(minutes)));
        }
        for (coverer, absent, from, to, share) in agreements {
            for day in from..=to {
                let pair = (key(coverer), key(absent), share.map(BasisPoints));
                facts.links.entry(date(day)).or_default().agreements.push(pair);
            }
        }
        Floor { facts }
    }
}

fn always(_: NaiveDate) -> bool {
    true
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    /// Month = Σ days; cover within surplus and absence; U = 0 from K ≥ P on; total = Σ lines; a minute once.
    #[test]
    fn any_month_adds_up(floor in floor(false)) {
        let facts = floor.facts;
        let (cover, made) = all(&facts, &always);
        for (place, one) in made.iter().enumerate() {
            let account = &facts.accounts[place];
            let days: i64 = account.days.values().map(|day| day.kpi.0).sum();
            prop_assert_eq!(one.minutes.kpi.0, days);
            prop_assert!(one.minutes.kpi < one.minutes.plan || one.balance.not_made_up.0 == 0);
            prop_assert_eq!(one.balance.base.0 + one.balance.not_made_up.0, one.minutes.plan.0);
            let mut by_part = Fraction::whole(0);
            for part in &one.parts {
                by_part = by_part.plus(part.base).unwrap();
            }
            prop_assert_eq!(by_part, Fraction::whole(one.balance.base.0), "the parts are the account");
            for (date, day) in &account.days {
                let of = |counts: &dyn Fn(&Covered) -> bool| -> i64 {
                    cover.iter().filter(|one| one.date == *date && counts(&one.covered)).map(|one| one.covered.minutes.0).sum()
                };
                let surplus = if day.time.present() { (day.kpi.0 - day.time.target.0).max(0) } else { 0 };
                prop_assert!(of(&|one| one.coverer == place) <= surplus);
                prop_assert!(of(&|one| one.absent == place) <= day.time.away.0);
            }
            prop_assert_eq!(one.total().unwrap().0, one.lines.iter().map(|line| line.amount.0).sum::<i64>());
        }
        let of_lines: i64 = made.iter().map(|one| sum(one, is_cover)).sum();
        let funds = funds(&made).unwrap();
        prop_assert_eq!(of_lines, funds.iter().map(|fund| fund.fund.0).sum::<i64>());
        prop_assert!(funds.iter().all(|fund| fund.from_unpaid.0 + fund.from_employer.0 == fund.fund.0 && fund.from_employer.0 >= 0));
    }

    /// What was credited for a day depends on nothing that happened on other days.
    #[test]
    fn the_cover_of_a_day_is_the_days_own(floor in floor(false), upto in 1_u32..8) {
        let until = |day: NaiveDate| day <= date(upto);
        let (whole, _) = all(&floor.facts, &always);
        let (part, _) = all(&floor.facts, &until);
        prop_assert_eq!(part, whole.into_iter().filter(|one| until(one.date)).collect::<Vec<_>>());
    }

    /// With equal minute values more KPI never lowers its owner's pay, to a kopeck a line.
    #[test]
    fn more_kpi_never_pays_less(floor in floor(true), who in 0_usize..6, day in 1_u32..9, more in 1_i64..20_000) {
        let facts = floor.facts;
        let who = who % facts.accounts.len();
        let mut richer = facts.clone();
        let one = richer.accounts[who].days.get_mut(&date(day)).unwrap();
        prop_assume!(one.time.present());
        one.kpi = CentiMinutes(one.kpi.0 + more);
        let (_, before) = all(&facts, &always);
        let (_, after) = all(&richer, &always);
        let lines = i64::try_from(after[who].lines.len().max(before[who].lines.len())).unwrap();
        let (before, after) = (before[who].total().unwrap().0, after[who].total().unwrap().0);
        prop_assert!(after + lines >= before, "{before} became {after}");
    }

    /// Being credited with cover never pays less than the same KPI without it, to a kopeck a line.
    #[test]
    fn cover_never_costs_its_giver(floor in floor(true)) {
        let facts = floor.facts;
        let (cover, made) = all(&facts, &always);
        for (place, with) in made.iter().enumerate() {
            let others: Vec<CoveredDay> = cover.iter().filter(|one| one.covered.coverer != place).copied().collect();
            let without = statement(&facts, place, &others, &always, &[]).unwrap().unwrap();
            let lines = i64::try_from(with.lines.len()).unwrap();
            let (with, without) = (with.total().unwrap().0, without.total().unwrap().0);
            prop_assert!(with + lines >= without, "{with} with cover, {without} without");
        }
    }

    /// A provisional statement of the last day is the locked one: one function serves both.
    #[test]
    fn the_last_days_provisional_statement_is_the_locked_one(floor in floor(false)) {
        let (_, locked) = all(&floor.facts, &always);
        let (_, provisional) = all(&floor.facts, &|day: NaiveDate| day <= date(30));
        prop_assert_eq!(locked, provisional);
    }
}
