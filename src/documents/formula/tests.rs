//! What is written is read back as a person with a calculator would, and has to come to the exact sum.

use proptest::prelude::*;

use super::*;
use crate::domain::scheme::{Percentage, Supplement};
use crate::domain::statement::tests::{all, floor, november};
use crate::domain::statement::{LineKind, Statement};
use crate::domain::units::Money;
use crate::floor::pay_terms;
use crate::views::pay::{Figures, PaidView};

/// Reads a formula and works it out: numbers, per cent, × and / from left to right, + and −, brackets. Units are passed over.
struct Calculator {
    letters: Vec<char>,
    place: usize,
}

impl Calculator {
    fn work_out(lang: Lang, text: &str) -> Fraction {
        let unit = lang.t("unit-min");
        let text = text.replace(&format!("₽/{unit}"), "").replace(&unit, "").replace('₽', "");
        let mark = if lang == Lang::Ru { ',' } else { '.' };
        let letters = text.chars().filter(|one| !one.is_whitespace()).map(|one| if one == mark { '.' } else { one });
        let mut read = Self { letters: letters.collect(), place: 0 };
        let value = read.sum();
        assert_eq!(read.place, read.letters.len(), "{text}");
        value
    }

    fn next(&self) -> Option<char> {
        self.letters.get(self.place).copied()
    }

    fn takes(&mut self, letter: char) -> bool {
        let found = self.next() == Some(letter);
        self.place += usize::from(found);
        found
    }

    fn sum(&mut self) -> Fraction {
        let mut value =
            if self.takes('−') { Fraction::whole(0).minus(self.product()).unwrap() } else { self.product() };
        loop {
            if self.takes('+') {
                value = value.plus(self.product()).unwrap();
            } else if self.takes('−') {
                value = value.minus(self.product()).unwrap();
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> Fraction {
        let mut value = self.number();
        loop {
            if self.takes('×') {
                value = value.times(self.number()).unwrap();
            } else if self.takes('/') {
                value = value.over(self.number()).unwrap();
            } else {
                return value;
            }
        }
    }

    fn number(&mut self) -> Fraction {
        if self.takes('(') {
            let value = self.sum();
            assert!(self.takes(')'));
            return value;
        }
        let from = self.place;
        while self.next().is_some_and(|letter| letter.is_ascii_digit() || letter == '.') {
            self.place += 1;
        }
        let digits: String = self.letters[from..self.place].iter().collect();
        let (whole, rest) = digits.split_once('.').unwrap_or((&digits, ""));
        let scale = 10_i128.pow(u32::try_from(rest.len()).unwrap());
        let value = Fraction::new(format!("{whole}{rest}").parse().unwrap(), scale).unwrap();
        if self.takes('%') { value.times(Fraction::of_share(BasisPoints(100))).unwrap() } else { value }
    }
}

fn line(kind: &str, exact: Fraction, terms: Vec<TermView>) -> LineView {
    LineView {
        kind: kind.to_owned(),
        name: None,
        colleague: None,
        colleague_name: None,
        month: None,
        minutes_cmin: None,
        minute_value: None,
        share_bp: None,
        terms,
        formula: String::new(),
        exact: exact.exact(),
        amount_minor: Money(exact.round_half_even().unwrap()),
    }
}

/// The lines of a statement that come of minutes.
fn lines(made: &Statement, fixed: BasisPoints) -> Vec<LineView> {
    let view = |one: &crate::domain::statement::Line| {
        let (kind, terms) = match &one.kind {
            LineKind::Fixed => ("fixed", pay_terms::fixed(made, fixed)),
            LineKind::Kpi => ("kpi", pay_terms::kpi(made, fixed)),
            LineKind::Cover { terms, .. } => ("cover", pay_terms::cover(made, terms)),
            _ => return None,
        };
        Some(line(kind, one.exact, terms))
    };
    made.lines.iter().filter_map(view).collect()
}

fn worked_out(lang: Lang, line: &LineView) -> Fraction {
    let mut sum = Fraction::whole(0);
    for product in products(lang, line) {
        let product = product.split_once(": ").map_or(product.as_str(), |(_, product)| product);
        sum = sum.plus(Calculator::work_out(lang, product)).unwrap();
    }
    sum
}

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// In any month, cut in its middle or not, with any cover: what is written comes to the exact sum, in both languages.
    #[test]
    fn a_calculator_gives_the_exact_sum(floor in floor(false)) {
        let (_, made) = all(&floor.facts, &|_: chrono::NaiveDate| true);
        for (account, one) in floor.facts.accounts.iter().zip(&made) {
            let fixed = account.scheme.as_ref().map(|scheme| scheme.fixed_bp).unwrap_or_default();
            for line in lines(one, fixed) {
                for lang in Lang::ALL {
                    let found = worked_out(lang, &line);
                    prop_assert_eq!(Some(found), roubles(&line), "{:?}", products(lang, &line));
                }
            }
        }
    }
}

/// The lines of the worked month as people read them.
#[test]
fn the_worked_month_is_followed_step_by_step() {
    let facts = november();
    let (_, made) = all(&facts, &|_: chrono::NaiveDate| true);
    let check = |who: usize, kind: &str, lang: Lang, expected: [&str; 2]| {
        let found = lines(&made[who], BasisPoints(4_000)).into_iter().find(|line| line.kind == kind).unwrap();
        let said = [products(lang, &found).join(" + "), result(lang, &found)].map(|text| plain(&text));
        assert_eq!(said, expected.map(str::to_owned));
    };
    let ru = Lang::Ru;
    check(
        0,
        "fixed",
        ru,
        ["40 % × 9 000,00 мин × 60 000,00 ₽ / 9 540,00 мин", "= 1 200 000/53 = 22 641,50943… → 22 641,51 ₽"],
    );
    check(
        1,
        "kpi",
        ru,
        ["60 % × 7 234,056 мин × 60 000,00 ₽ / 9 540,00 мин", "= 7 234 056/265 = 27 298,32452… → 27 298,32 ₽"],
    );
    check(
        3,
        "fixed",
        ru,
        ["40 % × (9 480,00 − 36,88) мин × 60 000,00 ₽ / 9 540,00 мин", "= 3 777 248/159 = 23 756,27672… → 23 756,28 ₽"],
    );
    check(4, "fixed", ru, ["40 % × 4 740,00 мин × 60 000,00 ₽ × 0,5 / 4 740,00 мин", "= 12 000,00 ₽"]);
    check(2, "cover", ru, ["153,60 мин × 1 000/159 ₽/мин × 50 %", "= 25 600/53 = 483,01886… → 483,02 ₽"]);
    check(2, "cover", Lang::En, ["153.60 min × 1 000/159 ₽/min × 50 %", "= 25 600/53 = 483.01886… → 483.02 ₽"]);
}

/// Supplements go by the base or in full; a percentage of more refunds than sales is below nothing.
#[test]
fn supplements_and_percentages_are_followed_too() {
    let facts = november();
    let (_, made) = all(&facts, &|_: chrono::NaiveDate| true);
    let anna = &made[0];
    let supplement = |in_full| Supplement { name: "связь".to_owned(), amount_minor: Money(300_000), in_full };
    let percentage = Percentage { name: "продажи".to_owned(), actions: Vec::new(), share_bp: BasisPoints(250) };
    for (terms, expected) in [
        (pay_terms::supplement(anna, &supplement(false)), "3 000,00 ₽ × 9 000,00 мин / 9 540,00 мин"),
        (pay_terms::supplement(anna, &supplement(true)), "3 000,00 ₽"),
        (vec![pay_terms::percentage(&percentage, Money(600_001))], "2,5 % × 6 000,01 ₽"),
        (vec![pay_terms::percentage(&percentage, Money(-40_000))], "2,5 % × (−400,00 ₽)"),
    ] {
        let line = line("supplement", Fraction::whole(0), terms);
        assert_eq!(plain(&products(Lang::Ru, &line).join(" + ")), expected);
        worked_out(Lang::En, &line);
    }
}

fn account(figures: Figures, paid: PaidView) -> AccountView {
    AccountView {
        department: None,
        position: None,
        scheme: None,
        figures,
        no_money: None,
        parts: Vec::new(),
        lines: Vec::new(),
        bonuses: Vec::new(),
        days: Vec::new(),
        left_plan: Vec::new(),
        own_absences: Vec::new(),
        downtime: Vec::new(),
        covered: Vec::new(),
        paid,
    }
}

/// Bands, cap and floor of the worked month; a scheme with one band; a statement that was locked before the shares were kept.
#[test]
fn paid_minutes_are_told_band_by_band() {
    let band = |from: i64, multiplier: i64, minutes: i64| BandView {
        from_bp: BasisPoints(from),
        multiplier_bp: BasisPoints(multiplier),
        minutes_cmin_num: minutes,
        minutes_cmin_den: 1,
    };
    let check = |bands: Vec<BandView>, above: i64, at_floor: bool, q: (i64, i64), known: bool, expected: [&str; 2]| {
        let figures = Figures {
            paid_kpi_cmin_num: Some(q.0),
            paid_kpi_cmin_den: Some(q.1),
            base_cmin: Some(CentiMinutes(474_000)),
            ..Figures::default()
        };
        let paid = PaidView {
            bands,
            above_cap_cmin_num: above,
            above_cap_cmin_den: 1,
            at_floor,
            floor_bp: known.then_some(BasisPoints(8_000)),
            cap_bp: known.then_some(BasisPoints(11_000)),
        };
        let account = account(figures, paid);
        let said = Lang::ALL.map(|lang| paid_minutes(lang, &account).map(|text| plain(&text)).unwrap_or_default());
        assert_eq!(said, expected.map(str::to_owned));
    };
    let two = |low: i64, high: i64| vec![band(0, 10_000, low), band(10_000, 12_000, high)];
    check(
        two(708_000, 12_838),
        0,
        false,
        (3_617_028, 5),
        true,
        [
            "до 100 % базы: 7 080,00 × 1; выше 100 % базы: 128,38 × 1,2 → 7 234,056 мин",
            "up to 100 % of the base: 7 080.00 × 1; above 100 % of the base: 128.38 × 1.2 → 7 234.056 min",
        ],
    );
    check(
        two(948_000, 94_800),
        34_395,
        false,
        (1_061_760, 1),
        true,
        [
            "до 100 % базы: 9 480,00 × 1; выше 100 % базы: 948,00 × 1,2; сверх 110 % базы: 343,95 × 0 → 10 617,60 мин",
            "up to 100 % of the base: 9 480.00 × 1; above 100 % of the base: 948.00 × 1.2; beyond 110 % of the base: 343.95 × 0 → 10 617.60 min",
        ],
    );
    check(
        two(354_039, 0),
        0,
        true,
        (379_200, 1),
        true,
        [
            "до 100 % базы: 3 540,39 × 1; меньше минимума, платится он: 80 % × 4 740,00 → 3 792,00 мин",
            "up to 100 % of the base: 3 540.39 × 1; less than the floor, which is paid: 80 % × 4 740.00 → 3 792.00 min",
        ],
    );
    check(
        vec![band(0, 10_000, 10_000)],
        0,
        false,
        (10_000, 1),
        true,
        ["KPI: 100,00 × 1 → 100,00 мин", "KPI: 100.00 × 1 → 100.00 min"],
    );
    check(
        vec![band(0, 10_000, 100), band(5_000, 11_000, 100), band(10_000, 12_000, 100)],
        100,
        true,
        (379_200, 1),
        false,
        [
            "до 50 % базы: 1,00 × 1; 50–100 % базы: 1,00 × 1,1; выше 100 % базы: 1,00 × 1,2; сверх предела: 1,00 × 0; меньше минимума, платится минимум → 3 792,00 мин",
            "up to 50 % of the base: 1.00 × 1; 50–100 % of the base: 1.00 × 1.1; above 100 % of the base: 1.00 × 1.2; beyond the cap: 1.00 × 0; less than the floor, which is paid → 3 792.00 min",
        ],
    );
    assert_eq!(paid_minutes(Lang::Ru, &account(Figures::default(), PaidView::default())), None);
}

/// What was locked before the products were kept is shown as it was written then; a sum by itself has nothing to follow.
#[test]
fn older_statements_keep_their_words() {
    let account = account(Figures::default(), PaidView::default());
    let old = LineView {
        formula: "40 % × 9000.00 × 1000/159".to_owned(),
        ..line("fixed", Fraction::new(120_000_000, 53).unwrap(), Vec::new())
    };
    assert_eq!(whole(Lang::Ru, &account, &old).len(), 2);
    assert_eq!(brief(Lang::Ru, &account, &old), old.formula);
    let award = line("award", Fraction::whole(5_095), Vec::new());
    assert!(whole(Lang::Ru, &account, &award).is_empty());
    assert_eq!(exact(Lang::Ru, &award), "50,95");
    assert_eq!(plain(&minute_value(Lang::Ru, "1000/159; 25/4")), "1 000/159 = 6,2893… ₽; 6,25 ₽");
}
