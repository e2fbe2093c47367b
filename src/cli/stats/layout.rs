//! Lines of a page: headings, wrapped sentences, aligned columns, and times in hours, minutes and seconds.
//!
//! Lacks: colours and rules. A page is plain text that can be pasted into a letter.

use crate::locale::{Arg, Lang};

/// Characters of the longest line.
const WIDTH: usize = 100;
/// What stands before every line under a heading.
const INDENT: &str = "  ";

/// A page under way.
pub(super) struct Paper {
    pub lang: Lang,
    pub lines: Vec<String>,
}

impl Paper {
    pub(super) fn new(lang: Lang) -> Self {
        Self { lang, lines: Vec::new() }
    }

    /// A heading after an empty line.
    pub(super) fn heading(&mut self, key: &str) {
        self.lines.extend([String::new(), self.lang.t(key)]);
    }

    /// A sentence, wrapped.
    pub(super) fn say(&mut self, key: &str, named: &[(&str, String)]) {
        let named: Vec<(&str, Arg<'_>)> = named.iter().map(|(name, text)| (*name, Arg::Text(text))).collect();
        self.wrap(&self.lang.with(key, &named), INDENT, INDENT);
    }

    /// A sentence with a count that chooses its form.
    pub(super) fn say_count(&mut self, key: &str, count: u64, named: &[(&str, String)]) {
        let text = self.counted(key, count, named);
        self.wrap(&text, INDENT, INDENT);
    }

    /// A sentence as an item of a list.
    pub(super) fn item(&mut self, text: &str) {
        self.wrap(text, "  - ", "    ");
    }

    /// The text of a key with a count (`$n` to choose the form, `$number` as it is written) and what else it names.
    pub(super) fn counted(&self, key: &str, count: u64, named: &[(&str, String)]) -> String {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let number = self.lang.whole(count);
        let mut all = vec![("n", Arg::Count(count)), ("number", Arg::Text(&number))];
        all.extend(named.iter().map(|(name, text)| (*name, Arg::Text(text))));
        self.lang.with(key, &all)
    }

    /// How many rows a table leaves out, if any.
    pub(super) fn more(&mut self, left_out: usize) {
        if left_out > 0 {
            self.say("cli-stats-more", &[("count", left_out.to_string())]);
        }
    }

    /// Labels with their values, the values in one column.
    pub(super) fn pairs(&mut self, rows: &[(String, String)]) {
        let width = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
        for (label, value) in rows {
            self.lines.push(format!("{INDENT}{label:width$}  {value}"));
        }
    }

    /// A table: its first row names the columns, its first column is set to the left, the others to the right.
    pub(super) fn table(&mut self, rows: &[Vec<String>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for row in rows {
            let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
                if column == 0 { format!("{cell:width$}") } else { format!("{cell:>width$}") }
            });
            let line = cells.collect::<Vec<String>>().join("   ");
            self.lines.push(format!("{INDENT}{}", line.trim_end()));
        }
    }

    fn wrap(&mut self, text: &str, first: &str, next: &str) {
        let mut line = String::from(first);
        let mut begun = false;
        for word in text.split(' ') {
            if begun && line.chars().count() + 1 + word.chars().count() > WIDTH {
                self.lines.push(std::mem::replace(&mut line, String::from(next)));
            } else if begun {
                line.push(' ');
            }
            line.push_str(word);
            begun = true;
        }
        self.lines.push(line);
    }
}

/// Times as people read them.
#[derive(Clone, Copy)]
pub(super) struct Times(pub Lang);

impl Times {
    /// 7.3 s, 4 min 06 s, 8 h 12 min; thousandths below a second.
    pub(super) fn span(self, seconds: f64) -> String {
        let unit = |key: &str| self.0.t(key);
        let size = seconds.abs();
        if size < 59.95 {
            let decimals = if size < 1.0 && size > 0.0 { 3 } else { 1 };
            return format!("{} {}", self.0.number(seconds, decimals), unit("unit-sec"));
        }
        let sign = if seconds < 0.0 { "−" } else { "" };
        let whole = size.round();
        let (minutes, rest) = ((whole / 60.0).floor(), whole % 60.0);
        if minutes < 60.0 {
            return format!("{sign}{minutes:.0} {} {rest:02.0} {}", unit("unit-min"), unit("unit-sec"));
        }
        let minutes = (size / 60.0).round();
        let hours = self.0.number((minutes / 60.0).floor(), 0);
        format!("{sign}{hours} {} {:02.0} {}", unit("cli-stats-hour"), minutes % 60.0, unit("unit-min"))
    }

    /// The same, a dash where there is none.
    pub(super) fn or_dash(self, seconds: Option<f64>) -> String {
        seconds.map_or_else(|| "—".to_owned(), |seconds| self.span(seconds))
    }

    /// Minutes as norms are written: two decimals, four below six seconds.
    pub(super) fn minutes(self, seconds: f64) -> String {
        let decimals = if seconds.abs() < 6.0 { 4 } else { 2 };
        format!("{} {}", self.0.number(seconds / 60.0, decimals), self.0.t("unit-min"))
    }

    /// From one time to another, in minutes.
    pub(super) fn between(self, low: f64, high: f64) -> String {
        let decimals = if high.abs() < 6.0 { 4 } else { 2 };
        let number = |seconds: f64| self.0.number(seconds / 60.0, decimals);
        format!("{} … {} {}", number(low), number(high), self.0.t("unit-min"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_in_the_units_that_fit() {
        let rows = [
            (0.0, "0.0 s"),
            (0.0421, "0.042 s"),
            (7.31, "7.3 s"),
            (59.94, "59.9 s"),
            (59.97, "1 min 00 s"),
            (246.4, "4 min 06 s"),
            (3_599.6, "1 h 00 min"),
            (29_520.0, "8 h 12 min"),
            (-90.0, "−1 min 30 s"),
        ];
        for (seconds, expected) in rows {
            assert_eq!(Times(Lang::En).span(seconds), expected);
        }
        assert_eq!(Times(Lang::Ru).span(90.4), "1 мин 30 с");
        assert_eq!(Times(Lang::Ru).minutes(246.0), "4,10 мин");
        assert_eq!(Times(Lang::Ru).minutes(3.0), "0,0500 мин");
    }

    #[test]
    fn columns_stand_in_line_and_sentences_break_at_words() {
        let mut paper = Paper::new(Lang::En);
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        paper.table(&[row(["имя", "n"]), row(["Вера", "12"])]);
        assert_eq!(paper.lines, ["  имя     n", "  Вера   12"]);
        paper.item(&"word ".repeat(60));
        assert!(paper.lines.iter().all(|line| line.chars().count() <= WIDTH));
        assert!(paper.lines[2].starts_with("  - word") && paper.lines[3].starts_with("    word"));
    }
}
