//! A text of separated values → records with the line that each begins on.
//!
//! Strict where the usual readers are kind: a quote that is never closed, or closed in the middle of a cell, would
//! swallow rows in silence, so it is an error with the line on which it opens. Cells come without the blanks around
//! them; records without any text are no records.
//!
//! Lacks: what the columns mean.

use std::borrow::Cow;

/// One record.
pub(super) struct Record<'a> {
    /// The line it begins on, from 1.
    pub line: u64,
    /// Its cells.
    pub cells: Vec<Cow<'a, str>>,
}

impl Record<'_> {
    /// The cell in a column; empty where the record is shorter.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", AsRef::as_ref)
    }
}

/// The line on which a quote opens that does not close where its cell ends.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BrokenQuote {
    pub line: u64,
}

/// The separator of columns: tab, `;` or `,`, whichever the first record holds most of outside quotes, the first of equal
/// ones. It must stand further down too, so that a heading "time, s" is one column. `None` for one column.
pub(super) fn delimiter(text: &str) -> Option<char> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next()?;
    let further: Vec<&str> = lines.take(LINES_LOOKED_AT).collect();
    let counts = MARKS.map(|mark| {
        let separates = further.is_empty() || further.iter().any(|line| line.contains(mark));
        if separates { outside_quotes(first, mark) } else { 0 }
    });
    let most = counts.into_iter().max().filter(|most| *most > 0)?;
    MARKS.into_iter().zip(counts).find(|(_, count)| *count == most).map(|(mark, _)| mark)
}

const LINES_LOOKED_AT: usize = 20;
const MARKS: [char; 3] = ['\t', ';', ','];

fn outside_quotes(line: &str, mark: char) -> usize {
    let mut quoted = false;
    let counts = |sign: &char| {
        quoted ^= *sign == '"';
        !quoted && *sign == mark
    };
    line.chars().filter(counts).count()
}

/// Cuts the text into records.
pub(super) fn records(text: &str, delimiter: Option<char>) -> Result<Vec<Record<'_>>, BrokenQuote> {
    let mut rest = text;
    let mut line = 1;
    let mut records = Vec::new();
    while !rest.is_empty() {
        let mut record = Record { line, cells: Vec::new() };
        loop {
            let (cell, taken) = cell(rest, delimiter).ok_or(BrokenQuote { line })?;
            line += cell.matches('\n').count() as u64;
            record.cells.push(cell);
            rest = rest.get(taken..).unwrap_or_default();
            match rest.chars().next() {
                Some(sign) if Some(sign) == delimiter => rest = rest.get(sign.len_utf8()..).unwrap_or_default(),
                _ => break,
            }
        }
        rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or(rest);
        line += 1;
        if record.cells.iter().any(|cell| !cell.is_empty()) {
            records.push(record);
        }
    }
    Ok(records)
}

/// The first cell of a text and the length up to the sign that ends it; `None` for a broken quote.
fn cell(text: &str, delimiter: Option<char>) -> Option<(Cow<'_, str>, usize)> {
    let ends = |sign: char| Some(sign) == delimiter || sign == '\n' || sign == '\r';
    let start = text.find(|sign: char| ends(sign) || !sign.is_whitespace()).unwrap_or(text.len());
    let Some(quoted) = text.get(start..).and_then(|text| text.strip_prefix('"')) else {
        let end = text.find(ends).unwrap_or(text.len());
        return Some((Cow::Borrowed(text.get(..end)?.trim()), end));
    };
    let mut from = 0;
    let close = loop {
        let at = from + quoted.get(from..)?.find('"')?;
        if !quoted.get(at + 1..)?.starts_with('"') {
            break at;
        }
        from = at + 2;
    };
    let inside = quoted.get(..close)?;
    let after = quoted.get(close + 1..)?;
    let end = after.find(ends).unwrap_or(after.len());
    if !after.get(..end)?.trim().is_empty() {
        return None;
    }
    let inside = if inside.contains('"') { Cow::Owned(inside.replace("\"\"", "\"")) } else { Cow::Borrowed(inside) };
    let cell = match inside {
        Cow::Borrowed(inside) => Cow::Borrowed(inside.trim()),
        Cow::Owned(inside) => Cow::Owned(inside.trim().to_owned()),
    };
    Some((cell, start + 1 + close + 1 + end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_with_their_lines() {
        let check = |text: &str, expected: &[(u64, &[&str])]| {
            let found = records(text, delimiter(text)).unwrap_or_default();
            let found: Vec<(u64, Vec<&str>)> =
                found.iter().map(|record| (record.line, record.cells.iter().map(AsRef::as_ref).collect())).collect();
            let expected: Vec<(u64, Vec<&str>)> =
                expected.iter().map(|(line, cells)| (*line, cells.to_vec())).collect();
            assert_eq!(found, expected, "{text:?}");
        };
        check("", &[]);
        check("a,b\r\n1,2\r\n\r\n3,4", &[(1, &["a", "b"]), (2, &["1", "2"]), (4, &["3", "4"])]);
        check("a;b\n1,5;2\n", &[(1, &["a", "b"]), (2, &["1,5", "2"])]);
        check("time, s\n12.5\n", &[(1, &["time, s"]), (2, &["12.5"])]);
        check("a,b\n", &[(1, &["a", "b"])]);
        check("\"a,b\";c;d\n\"x \"\"y\"\"\" ; 2 ;\n", &[(1, &["a,b", "c", "d"]), (2, &["x \"y\"", "2", ""])]);
        check("a\tb\n\"two\nlines\"\t1\nx\t2\n", &[(1, &["a", "b"]), (2, &["two\nlines", "1"]), (4, &["x", "2"])]);
        check("12,5\r13\r", &[(1, &["12", "5"]), (2, &["13"])]);
        check("seconds\n12,5\n", &[(1, &["seconds"]), (2, &["12,5"])]);
        check("a,b\n5\" cable,3\n,,\n4,4", &[(1, &["a", "b"]), (2, &["5\" cable", "3"]), (4, &["4", "4"])]);
    }

    #[test]
    fn broken_quotes_name_their_line() {
        for (text, line) in [
            ("a,b\n1,2\n\"3,4\n5,6\n", 3),
            ("a,b\n1,\"note\n2,\"x\n", 2),
            ("\"", 1),
            ("a\n\"1\"2\n", 2),
            ("a\r\n\"x\ny\"\r\n\"z\r\n", 4),
        ] {
            assert_eq!(records(text, Some(',')).err(), Some(BrokenQuote { line }), "{text:?}");
        }
    }
}
