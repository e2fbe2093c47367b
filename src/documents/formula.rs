//! How a line of a statement comes about, so that a person can follow it with a calculator: on screen, on paper and in files alike.
//!
//! Invariant: what is written multiplies and adds up to the line's exact fraction; nothing is computed here but decimals of
//! fractions. A test reads the written text back and works it out.

use super::bonus;
use crate::domain::units::{BasisPoints, CentiMinutes, Fraction};
use crate::locale::{Arg, Lang};
use crate::views::pay::{AccountView, BandView, FactorView, LineView, MinutesTerm, TermView};

/// Decimals of an exact sum.
const PLACES: usize = 5;
/// Decimals that a fraction may have to be written as one: Q is hundredths of a minute times two shares of four decimals each.
const MOST: usize = 10;

/// The products of a line, one a string; for the part for KPI, first how its minutes come about. Empty for a sum that
/// stands by itself.
#[must_use]
pub fn steps(lang: Lang, account: &AccountView, line: &LineView) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    if line.kind == "kpi" {
        said.extend(paid_minutes(lang, account));
    }
    said.extend(products(lang, line));
    if line.kind == "bonus" {
        let met = |one: &&crate::views::pay::BonusView| one.met == Some(true) && Some(&one.name) == line.name.as_ref();
        said.extend(account.bonuses.iter().find(met).map(|one| bonus::counted(lang, one)));
    }
    said
}

/// The products in one line.
#[must_use]
pub fn brief(lang: Lang, account: &AccountView, line: &LineView) -> String {
    match line.kind.as_str() {
        "bonus" => steps(lang, account, line).join("; "),
        _ => products(lang, line).join(" + "),
    }
}

/// The steps, and what they come to.
#[must_use]
pub fn whole(lang: Lang, account: &AccountView, line: &LineView) -> Vec<String> {
    let mut said = steps(lang, account, line);
    if !products(lang, line).is_empty() {
        said.push(result(lang, line));
    }
    said
}

/// The same in one line, for a cell of a workbook.
#[must_use]
pub fn sentence(lang: Lang, account: &AccountView, line: &LineView) -> String {
    let (said, products) = (steps(lang, account, line), products(lang, line));
    if products.is_empty() {
        return said.join("; ");
    }
    let bands = said.iter().filter(|step| !products.contains(step)).map(|bands| format!("{bands}; "));
    format!("{}{} {}", bands.collect::<String>(), products.join(" + "), result(lang, line))
}

/// The exact sum in roubles as a decimal; what comes after the fifth place is cut.
#[must_use]
pub fn exact(lang: Lang, line: &LineView) -> String {
    roubles(line).map_or_else(|| line.exact.clone(), |sum| lang.fraction(sum, 2, PLACES))
}

/// The exact sum as a fraction and as a decimal, and the sum it is rounded to: = 1 200 000/53 = 22 641,50943… → 22 641,51 ₽.
fn result(lang: Lang, line: &LineView) -> String {
    let (decimal, paid) = (exact(lang, line), lang.money(line.amount_minor));
    let Some(sum) = roubles(line) else { return format!("= {decimal} → {paid}") };
    if decimal == lang.sum(line.amount_minor) {
        return format!("= {paid}");
    }
    if decimal.ends_with('…') {
        return format!("= {} = {decimal} → {paid}", ratio(lang, sum));
    }
    format!("= {decimal} → {paid}")
}

/// A fraction as numerator and denominator.
fn ratio(lang: Lang, value: Fraction) -> String {
    let whole =
        |value: i128| Fraction::new(value, 1).map_or_else(|_| value.to_string(), |value| lang.fraction(value, 0, 0));
    format!("{}/{}", whole(value.numerator()), whole(value.denominator()))
}

fn roubles(line: &LineView) -> Option<Fraction> {
    Fraction::parse(&line.exact)?.times(Fraction::of_share(BasisPoints(100))).ok()
}

fn products(lang: Lang, line: &LineView) -> Vec<String> {
    if line.terms.is_empty() && !line.formula.is_empty() {
        return vec![line.formula.clone()];
    }
    let said = line.terms.iter().map(|term| match term.from {
        Some(day) => {
            let (day, product) = (lang.date(day), product(lang, term));
            lang.with("formula-from", &[("day", Arg::Text(&day)), ("term", Arg::Text(&product))])
        }
        None => product(lang, term),
    });
    said.collect()
}

fn product(lang: Lang, term: &TermView) -> String {
    let mut text = String::new();
    for factor in &term.factors {
        let sign = match (factor, text.is_empty()) {
            (_, true) => "",
            (FactorView::Per(_), false) => " / ",
            (_, false) => " × ",
        };
        text.push_str(sign);
        text.push_str(&written(lang, factor));
    }
    text
}

fn written(lang: Lang, factor: &FactorView) -> String {
    match factor {
        FactorView::Share(share) => lang.share(*share),
        FactorView::Rate(rate) => lang.factor(*rate),
        FactorView::Money(sum) if sum.0 < 0 => format!("({})", lang.money(*sum)),
        FactorView::Money(sum) => lang.money(*sum),
        FactorView::Minutes(terms) => in_minutes(lang, &minutes_sum(lang, terms)),
        FactorView::Paid(paid) => in_minutes(lang, &hundredths(lang, paid)),
        FactorView::Ratio(terms, whole) => format!("{} / {}", minutes_sum(lang, terms), minutes(lang, *whole)),
        FactorView::Value(value) => lang.with("formula-value", &[("value", Arg::Text(&fraction(lang, value)))]),
        FactorView::Per(whole) => in_minutes(lang, &minutes(lang, *whole)),
    }
}

fn in_minutes(lang: Lang, minutes: &str) -> String {
    format!("{minutes}\u{a0}{}", lang.t("unit-min"))
}

/// Minutes with thousands apart from four digits on, as the sums beside them.
fn minutes(lang: Lang, value: CentiMinutes) -> String {
    lang.hundredths(value.0)
}

/// A sum of minutes; in brackets where it is more than one number.
fn minutes_sum(lang: Lang, terms: &[MinutesTerm]) -> String {
    let mut text = String::new();
    for term in terms {
        let sign = match (text.is_empty(), term.minutes_cmin.0 < 0) {
            (true, false) => "",
            (true, true) => "−",
            (false, false) => " + ",
            (false, true) => " − ",
        };
        text.push_str(sign);
        text.push_str(&minutes(lang, CentiMinutes(term.minutes_cmin.0.abs())));
        for (part, whole) in &term.of_cmin {
            text.extend([" × ", &minutes(lang, *part), " / ", &minutes(lang, *whole)]);
        }
    }
    let plain = terms.len() == 1 && terms.iter().all(|term| term.of_cmin.is_empty() && term.minutes_cmin.0 >= 0);
    if plain { text } else { format!("({text})") }
}

/// Hundredths of a minute, `numerator/denominator`, as minutes.
fn hundredths(lang: Lang, exact: &str) -> String {
    let minutes = Fraction::parse(exact).and_then(|value| value.times(Fraction::of_share(BasisPoints(100))).ok());
    minutes.map_or_else(|| exact.to_owned(), |minutes| lang.fraction(minutes, 2, MOST))
}

/// A fraction as a decimal where it ends, else as it is.
#[must_use]
pub fn fraction(lang: Lang, exact: &str) -> String {
    let Some(value) = Fraction::parse(exact) else { return exact.to_owned() };
    let decimal = lang.fraction(value, 2, MOST);
    if decimal.ends_with('…') { ratio(lang, value) } else { decimal }
}

/// What a minute is worth, as it is counted with and as a decimal: 1000/159 = 6,28930… ₽.
#[must_use]
pub fn minute_value(lang: Lang, exact: &str) -> String {
    let said = |one: &str| {
        let written = fraction(lang, one);
        let decimal = Fraction::parse(one).map(|value| lang.fraction(value, 2, PLACES - 1));
        match decimal.filter(|decimal| *decimal != written) {
            Some(decimal) => format!("{written} = {decimal}\u{a0}₽"),
            None => format!("{written}\u{a0}₽"),
        }
    };
    exact.split("; ").map(said).collect::<Vec<_>>().join("; ")
}

/// K band by band, what the cap leaves out and the floor puts in, and the paid minutes that come of it: до 100 % базы:
/// 7 080,00 × 1; выше 100 % базы: 128,38 × 1,2 → 7 234,056 мин. None where there are no bands.
#[must_use]
pub fn paid_minutes(lang: Lang, account: &AccountView) -> Option<String> {
    let (figures, paid) = (&account.figures, &account.paid);
    let (numerator, denominator) = figures.paid_kpi_cmin_num.zip(figures.paid_kpi_cmin_den)?;
    let bands = paid.bands.iter().enumerate().filter(|(_, band)| band.minutes_cmin_num != 0);
    let mut said: Vec<String> = bands
        .map(|(place, band)| {
            let minutes = hundredths(lang, &format!("{}/{}", band.minutes_cmin_num, band.minutes_cmin_den));
            let named = band_name(lang, band, paid.bands.get(place + 1));
            format!("{named}: {minutes} × {}", lang.factor(band.multiplier_bp))
        })
        .collect();
    if paid.above_cap_cmin_num > 0 {
        let minutes = hundredths(lang, &format!("{}/{}", paid.above_cap_cmin_num, paid.above_cap_cmin_den));
        let cap = paid.cap_bp.map(|cap| lang.per_cent(cap));
        let named = cap
            .map_or_else(|| lang.t("formula-cap"), |cap| lang.with("formula-cap-share", &[("share", Arg::Text(&cap))]));
        said.push(format!("{named}: {minutes} × 0"));
    }
    if paid.at_floor {
        let floor = paid.floor_bp.map(|floor| lang.share(floor)).zip(figures.base_cmin);
        said.push(floor.map_or_else(
            || lang.t("formula-floor"),
            |(share, base)| {
                let base = minutes(lang, base);
                lang.with("formula-floor-share", &[("share", Arg::Text(&share)), ("base", Arg::Text(&base))])
            },
        ));
    }
    let total = hundredths(lang, &format!("{numerator}/{denominator}"));
    (!said.is_empty()).then(|| format!("{} → {}", said.join("; "), in_minutes(lang, &total)))
}

/// Where a band lies, as shares of the base.
fn band_name(lang: Lang, band: &BandView, next: Option<&BandView>) -> String {
    let from = lang.per_cent(band.from_bp);
    let to = next.map(|next| lang.per_cent(next.from_bp));
    match (band.from_bp.0, &to) {
        (0, None) => lang.t("formula-band-all"),
        (0, Some(to)) => lang.with("formula-band-below", &[("to", Arg::Text(to))]),
        (_, Some(to)) => lang.with("formula-band-between", &[("from", Arg::Text(&from)), ("to", Arg::Text(to))]),
        (_, None) => lang.with("formula-band-above", &[("from", Arg::Text(&from))]),
    }
}

#[cfg(test)]
#[path = "formula/tests.rs"]
mod tests;
