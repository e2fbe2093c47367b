//! The report of `norma stats` as a page: what was measured, how sure it is, what to look at, the operators side by
//! side, what to do next.
//!
//! Lacks: calculation. What follows from the figures is said in `advice`.

use super::advice::{self, Advice};
use super::layout::{Paper, Times};
use crate::cli::{Console, Failure};
use crate::locale::Lang;
use crate::statistics::count::{number, whole};
use crate::statistics::report::{ALL, between_on_logs, class_summaries};
use crate::statistics::summary::RowFlag;
use crate::statistics::{Between, Options, Row, StatsReport, Strength, Summary};

/// Flags and groups that a page lists; the others are counted, and stand in the JSON.
const MOST_ROWS: usize = 12;
/// Below this p a test is spoken of.
const SIGNIFICANT: f64 = 0.05;
/// Above this share of flags, in %, they are hardly errors.
const MANY_PERCENT: f64 = 5.0;
/// Outside Tukey's fences lie values beyond so many interquartile ranges.
const REACH: f64 = 1.5;

/// All that the page is made of.
pub(super) struct Measured<'a> {
    pub file: &'a str,
    pub rows: &'a [Row],
    pub options: &'a Options,
    pub found: &'a StatsReport,
    /// The column that groups were made by.
    pub group: Option<&'a str>,
}

pub(super) fn print(console: &Console, measured: &Measured<'_>) -> Result<(), Failure> {
    lines(console.lang, measured).iter().try_for_each(|line| console.line(line))
}

/// The page's lines.
fn lines(lang: Lang, measured: &Measured<'_>) -> Vec<String> {
    let mut paper = Paper::new(lang);
    let Some(all) = measured.found.groups.get(ALL) else { return Vec::new() };
    let total = Times(lang).span(all.sum.unwrap_or(0.0));
    let title = paper.counted("cli-stats-title", all.n, &[("file", measured.file.to_owned()), ("total", total)]);
    paper.lines.push(title);
    if all.n == 0 {
        return paper.lines;
    }
    let advice = Advice::of(measured);
    what_was_measured(&mut paper, measured, all);
    paper.heading("cli-stats-sure");
    advice::how_sure(&mut paper, &advice, all);
    what_to_look_at(&mut paper, measured, all);
    if let Some(between) = &measured.found.between {
        operators(&mut paper, measured, between);
    }
    paper.heading("cli-stats-next");
    advice::what_next(&mut paper, &advice, all);
    paper.lines
}

fn what_was_measured(paper: &mut Paper, measured: &Measured<'_>, all: &Summary) {
    paper.heading("cli-stats-measured");
    let times = Times(paper.lang);
    let range = |low: Option<f64>, high: Option<f64>| format!("{} … {}", times.or_dash(low), times.or_dash(high));
    let mean = format!("{} = {}", times.or_dash(all.mean), times.minutes(all.mean.unwrap_or(0.0)));
    let rows = [
        ("cli-stats-mean", mean),
        ("cli-stats-geometric", times.or_dash(all.geometric_mean)),
        ("cli-stats-median", times.or_dash(all.median)),
        ("cli-stats-sd", times.or_dash(all.sd)),
        ("cli-stats-middle-half", range(all.q1, all.q3)),
        ("cli-stats-range", range(all.min, all.max)),
    ];
    let rows = rows.map(|(key, value)| (paper.lang.t(key), value));
    paper.pairs(if all.n > 1 { &rows } else { rows.get(..1).unwrap_or_default() });
    let skewed = all.mean.zip(all.geometric_mean).map(|(mean, geometric)| 100.0 * (mean / geometric - 1.0));
    if let Some(percent) = skewed.filter(|percent| *percent >= 1.0) {
        paper.say("cli-stats-mean-above", &[("percent", paper.lang.number(percent, 0))]);
    }
    let classes = class_summaries(measured.rows);
    if !classes.is_empty() {
        paper.lines.push(String::new());
        let mut named: Vec<(String, &Summary)> =
            classes.iter().map(|(name, summary)| (class_name(paper, name), summary)).collect();
        // The most frequent first: regular before hard.
        named.sort_by_key(|(_, summary)| std::cmp::Reverse(summary.n));
        let class = paper.lang.t("cli-stats-col-class");
        series(paper, class, &named, false);
    }
}

/// A class as people call it: regular and hard in their language, any other as it stands in the file.
fn class_name(paper: &Paper, class: &str) -> String {
    match class {
        "regular" | "hard" => paper.lang.t(&format!("class-{class}")),
        other => other.to_owned(),
    }
}

/// A table of series side by side.
fn series(paper: &mut Paper, first: String, named: &[(String, &Summary)], flags: bool) {
    let lang = paper.lang;
    let times = Times(lang);
    let mut head = vec!["cli-stats-col-n", "cli-stats-col-mean", "cli-stats-median", "cli-stats-sd"];
    head.extend(flags.then_some("cli-stats-col-flags"));
    let titles = std::iter::once(first).chain(head.into_iter().map(|key| lang.t(key)));
    let mut rows = vec![titles.collect::<Vec<String>>()];
    rows.extend(named.iter().take(MOST_ROWS).map(|(name, summary)| {
        let mut row = vec![name.clone(), lang.whole(i64::try_from(summary.n).unwrap_or(i64::MAX))];
        row.extend([summary.mean, summary.median, summary.sd].map(|seconds| times.or_dash(seconds)));
        row.extend(flags.then(|| summary.flags.len().to_string()));
        row
    }));
    paper.table(&rows);
    paper.more(named.len().saturating_sub(MOST_ROWS));
}

fn what_to_look_at(paper: &mut Paper, measured: &Measured<'_>, all: &Summary) {
    paper.heading("cli-stats-look");
    if all.flags.is_empty() {
        paper.say(if all.n < 5 { "cli-stats-flags-too-few" } else { "cli-stats-flags-none" }, &[]);
    } else {
        paper.say_count("cli-stats-flags", whole(all.flags.len()), &[]);
        flags(paper, measured, &all.flags);
        paper.say("cli-stats-flags-causes", &[]);
        let percent = 100.0 * number(all.flags.len()) / number(measured.rows.len());
        if percent > MANY_PERCENT {
            paper.say("cli-stats-flags-many", &[("percent", paper.lang.number(percent, 0))]);
        }
    }
    if all.min.is_some_and(|min| min <= 0.0) {
        paper.say("cli-stats-not-positive", &[]);
    }
    fences(paper, all);
    order(paper, all);
}

fn flags(paper: &mut Paper, measured: &Measured<'_>, flags: &[RowFlag]) {
    let lang = paper.lang;
    let times = Times(lang);
    let row_of = |flag: &RowFlag| flag.row.checked_sub(1).and_then(|place| measured.rows.get(place));
    let classes = flags.iter().any(|flag| row_of(flag).is_some_and(|row| row.class.is_some()));
    let mut head = vec!["cli-stats-col-row", "cli-stats-col-time", "cli-stats-col-times-median"];
    head.extend(classes.then_some("cli-stats-col-class"));
    head.extend(["cli-stats-col-without", "cli-stats-col-esd"]);
    let mut rows = vec![head.into_iter().map(|key| lang.t(key)).collect::<Vec<String>>()];
    // The farthest from the median are listed, in the order of the rows.
    let far = |flag: &&RowFlag| flag.times_median.ln().abs();
    let mut listed: Vec<&RowFlag> = flags.iter().collect();
    listed.sort_by(|a, b| far(b).total_cmp(&far(a)));
    listed.truncate(MOST_ROWS);
    listed.sort_by_key(|flag| flag.row);
    for flag in listed {
        let row = row_of(flag);
        let mut cells = vec![
            flag.row.to_string(),
            times.or_dash(row.map(|row| row.seconds)),
            format!("×{}", lang.number(flag.times_median, if flag.times_median < 0.1 { 3 } else { 1 })),
        ];
        let class = row.and_then(|row| row.class.as_deref());
        cells.extend(classes.then(|| class.map_or_else(|| "—".to_owned(), |class| class_name(paper, class))));
        cells.push(flag.mean_without.map_or_else(|| "—".to_owned(), |mean| times.minutes(mean)));
        cells.push(lang.t(match flag.strength {
            Strength::Strong => "cli-stats-esd-agrees",
            Strength::Weak => "cli-stats-esd-differs",
        }));
        rows.push(cells);
    }
    paper.table(&rows);
    paper.more(flags.len().saturating_sub(MOST_ROWS));
}

/// What the fences say on minutes and on the log scale, and the largest deviation.
fn fences(paper: &mut Paper, all: &Summary) {
    let lang = paper.lang;
    let times = Times(lang);
    if all.iqr.is_none_or(|iqr| iqr <= 0.0) || all.n < 5 {
        return;
    }
    let rows = [
        ("cli-stats-on-minutes", all.tukey_low.zip(all.tukey_high), all.outside_fences),
        (
            "cli-stats-on-logs",
            all.tukey_log_low.zip(all.tukey_log_high).map(|(low, high)| (low.exp(), high.exp())),
            all.outside_log_fences,
        ),
    ];
    let mut table = vec![
        ["cli-stats-col-fences", "cli-stats-col-from", "cli-stats-col-to", "cli-stats-col-outside"]
            .map(|key| lang.t(key))
            .to_vec(),
    ];
    for (key, fences, outside) in rows {
        let Some(((low, high), outside)) = fences.zip(outside) else { continue };
        let outside = lang.whole(i64::try_from(outside).unwrap_or(i64::MAX));
        table.push(vec![
            lang.with(key, &[("reach", (&lang.number(REACH, 1)).into())]),
            times.span(low.max(0.0)),
            times.span(high),
            outside,
        ]);
    }
    paper.lines.push(String::new());
    paper.table(&table);
    let outside = all.outside_fences.zip(all.outside_log_fences);
    if outside.is_some_and(|(minutes, logs)| minutes > logs) {
        paper.say("cli-stats-fences-differ", &[]);
    }
    if let Some((g, critical)) = all.grubbs_g.zip(all.grubbs_critical) {
        let named = [("g", lang.number(g, 2)), ("critical", lang.number(critical, 2))];
        paper.say(if g > critical { "cli-stats-grubbs-above" } else { "cli-stats-grubbs-below" }, &named);
    }
}

/// Trend and runs in the order of the file, and the stability ratio.
fn order(paper: &mut Paper, all: &Summary) {
    let lang = paper.lang;
    if let (Some(trend), Some(runs)) = (all.mann_kendall_p, all.runs_p) {
        let rises = all.mann_kendall_s.is_some_and(|s| s > 0);
        let key = match (trend < SIGNIFICANT, runs < SIGNIFICANT) {
            (true, _) if rises => "cli-stats-order-rises",
            (true, _) => "cli-stats-order-falls",
            (false, true) => "cli-stats-order-runs",
            (false, false) => "cli-stats-order-none",
        };
        paper.say(key, &[("trend", probability(paper, trend)), ("runs", probability(paper, runs))]);
    }
    if let Some(ratio) = all.stability_ratio.filter(|_| all.n > 1) {
        paper.say("cli-stats-ku", &[("ku", lang.number(ratio, 1))]);
    }
}

/// A p as it is printed.
fn probability(paper: &Paper, p: f64) -> String {
    if p < 0.001 { format!("< {}", paper.lang.number(0.001, 3)) } else { format!("= {}", paper.lang.number(p, 3)) }
}

fn operators(paper: &mut Paper, measured: &Measured<'_>, between: &Between) {
    paper.heading("cli-stats-between");
    let named: Vec<(String, &Summary)> = measured
        .found
        .groups
        .iter()
        .filter(|(name, _)| *name != ALL)
        .map(|(name, summary)| (name.to_owned(), summary))
        .collect();
    let column = measured.group.map_or_else(|| paper.lang.t("cli-stats-col-operator"), str::to_owned);
    series(paper, column, &named, true);
    let lang = paper.lang;
    if let Some((f, p)) = between.anova_f.zip(between.anova_p) {
        let mut named = vec![("f", lang.number(f, 2)), ("p", probability(paper, p))];
        let mut deciding = p;
        if let Some((f, p)) = between_on_logs(measured.rows).and_then(|logs| logs.anova_f.zip(logs.anova_p)) {
            named.extend([("flog", lang.number(f, 2)), ("plog", probability(paper, p))]);
            deciding = p;
        }
        let scale = if named.len() > 2 { "cli-stats-anova-logs" } else { "cli-stats-anova" };
        paper.say(scale, &named);
        paper.say(if deciding < SIGNIFICANT { "cli-stats-operators-differ" } else { "cli-stats-operators-alike" }, &[]);
    }
    if let Some(icc) = between.icc {
        paper.say("cli-stats-icc", &[("percent", lang.number(100.0 * icc.max(0.0), 0))]);
    }
    let staff = between.mean_of_means.zip(between.ci_operators_low.zip(between.ci_operators_high));
    if let Some((mean, (low, high))) = staff {
        let times = Times(lang);
        paper.say("cli-stats-staff", &[("mean", times.minutes(mean)), ("interval", times.between(low, high))]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::report;
    use std::collections::BTreeMap;

    /// Regular cases of three operators, every eighth a hard one, and a watch that was forgotten in row 5.
    fn rows(n: usize) -> Vec<Row> {
        let row = |place: usize| {
            let hard = place % 8 == 7;
            let seconds = if hard { 800.0 } else { 90.0 } + number(place * 7 % 31);
            Row {
                seconds: if place == 4 { 2_400.0 } else { seconds },
                group: Some(["Анна", "Boris", "Вера"][place % 3].to_owned()),
                class: Some(if hard { "hard" } else { "regular" }.to_owned()),
            }
        };
        (0..n).map(row).collect()
    }

    fn page(lang: Lang, rows: &[Row], options: &Options) -> Vec<String> {
        let found = report(rows, options);
        lines(lang, &Measured { file: "times.csv", rows, options, found: &found, group: Some("operator") })
    }

    #[test]
    fn the_page_goes_from_what_was_measured_to_what_to_do() {
        let weights = BTreeMap::from([("regular".to_owned(), 0.93), ("hard".to_owned(), 0.07)]);
        let options = Options { weights: Some(weights), weights_count: Some(5_000), bca: false };
        let page = page(Lang::En, &rows(48), &options);
        let headings: Vec<&str> =
            page.iter().skip(1).filter(|line| line.starts_with(char::is_alphabetic)).map(String::as_str).collect();
        let order =
            ["What was measured", "How sure it is", "What to look at", "Groups side by side", "What to do next"];
        assert_eq!(headings, order);
        let text = page.join("\n");
        for part in [
            "times.csv: 48 observations",
            "  hard case              6   13 min 3",
            "1 row is flagged",
            "  5     40 min 00 s           ×23.0   regular",
            "on logs (1.5 IQR)",
            "  Анна                 16",
            "Time 4 more hard cases from operators not yet observed",
            "Observe 3 more operators, each in every class",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
    }

    #[test]
    fn every_sentence_has_its_text_and_fits_the_line() {
        let plain = |rows: Vec<Row>| rows.into_iter().map(|row| Row { group: None, class: None, ..row }).collect();
        let other = |rows: Vec<Row>| {
            rows.into_iter().map(|row| Row { class: row.class.map(|class| format!("{class} one")), ..row }).collect()
        };
        let lone = |rows: Vec<Row>| rows.into_iter().map(|row| Row { group: Some("А".into()), ..row }).collect();
        let shapes: [&dyn Fn(Vec<Row>) -> Vec<Row>; 4] = [&|rows| rows, &plain, &other, &lone];
        for lang in Lang::ALL {
            for n in [0, 1, 2, 4, 7, 8, 16, 30, 200] {
                for shape in shapes {
                    for bca in [false, n == 30] {
                        let rows = shape(rows(n));
                        let page = page(lang, &rows, &Options { bca, ..Options::default() });
                        for line in &page {
                            assert!(!line.contains("cli-") && !line.contains("{ $"), "{line}");
                            assert!(line.chars().count() <= 100, "{line}");
                            assert!(!line.contains("NaN") && !line.contains("inf "), "{line}");
                        }
                        assert_eq!(page.len() > 1, n > 0);
                    }
                }
            }
        }
    }
}
