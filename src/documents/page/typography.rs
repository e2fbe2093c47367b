//! What a text needs before it is set: no signs that have no shape, and no line that ends where it should not.

const NO_BREAK: char = '\u{A0}';

/// The text with every control sign and every sign of private use gone, runs of blanks as one blank, and blanks that
/// hold together what belongs together: № 5, ст. 162, 10 %, "в отделе", a dash and the word before it.
pub fn set(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                out.truncate(out.trim_end_matches(' ').len());
                out.push('\n');
            }
            ' ' | '\t' if out.is_empty() || out.ends_with([' ', '\n']) => {}
            '\t' => out.push(' '),
            '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' => {
                out.push('\u{FFFD}');
            }
            sign if sign.is_control() || is_hidden(sign) => {}
            sign => out.push(sign),
        }
    }
    glue(&out)
}

/// Whether a sign turns the order of letters around, which would make an order read otherwise than it is stored, or only
/// allows a hyphen, which the layout sets none of.
fn is_hidden(sign: char) -> bool {
    matches!(sign, '\u{AD}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Blanks after which, or before which, a line must not end become no-break blanks.
fn glue(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut word_from = 0;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign == ' ' {
            let word = out.get(word_from..).unwrap_or_default();
            let holds = holds_next(word) || signs.peek().is_some_and(|next| matches!(next, '%' | '—' | '–'));
            out.push(if holds { NO_BREAK } else { ' ' });
        } else {
            out.push(sign);
        }
        if sign.is_whitespace() || matches!(sign, '(' | '«' | '“' | NO_BREAK) {
            word_from = out.len();
        }
    }
    out
}

/// Whether a word does not end a line: a sign of a number, a preposition or conjunction of one letter.
fn holds_next(word: &str) -> bool {
    if matches!(word, "№" | "§" | "ст." | "ч." | "п." | "г." | "с." | "No." | "Art." | "No") {
        return true;
    }
    let mut letters = word.chars();
    matches!((letters.next(), letters.next()), (Some(letter), None) if letter.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_together_is_not_parted() {
        let check = |text: &str, expected: &str| assert_eq!(set(text).replace(NO_BREAK, "_"), expected);
        check("приказ № 12 в отделе", "приказ №_12 в_отделе");
        check("(ст. 162 ТК РФ)", "(ст._162 ТК РФ)");
        check("надбавка 10 % времени — всегда", "надбавка 10_% времени_— всегда");
        check("  two\t\tblanks  and\u{7}a bell\n  next", "two blanks anda bell\nnext");
        check("\u{202E}sl\u{AD}ips", "slips");
        check("private \u{E001} use", "private \u{FFFD} use");
    }
}
