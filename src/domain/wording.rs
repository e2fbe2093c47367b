//! A firm's own wording of an order: texts with placeholders such as `{effective}`.
//!
//! Invariant: only what an order knows can be named, so that no order ever prints a placeholder.

use super::rejection::{RefusalCode, Rejection};

/// What a text of an order may name, in the order in which a settings screen lists it.
pub const PLACEHOLDERS: [&str; 21] = [
    "organisation",
    "department",
    "number",
    "date",
    "effective",
    "set",
    "actions",
    "supersedes",
    "grounds",
    "submitted_by",
    "approved_by",
    "position",
    "allowance",
    "pilot_from",
    "pilot_to",
    "pilot_days",
    "pilot_reason",
    "early_reason",
    "past_reason",
    "representative",
    "notice_by",
];

/// A stretch of a text: words, or the name of a placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part<'a> {
    Words(&'a str),
    Named(&'a str),
    /// A brace without its fellow.
    Loose,
}

/// Refuses a text that names what an order does not know, or that has a brace without its fellow.
///
/// ```
/// use norma::domain::wording::check;
/// assert!(check("В силе с {effective}.").is_ok());
/// let refused = check("В силе с {efective}.").unwrap_err();
/// assert_eq!(refused.details.first(), Some(&("name", "efective".to_owned())));
/// ```
pub fn check(text: &str) -> Result<(), Rejection> {
    for part in parts(text) {
        match part {
            Part::Words(_) => {}
            Part::Named(name) if PLACEHOLDERS.contains(&name) => {}
            Part::Named(name) => {
                let refused = Rejection::because(RefusalCode::BadInput, "placeholder");
                return Err(refused.naming("name", name).naming("known", PLACEHOLDERS.join(", ")));
            }
            Part::Loose => return Err(Rejection::because(RefusalCode::BadInput, "placeholder-brace")),
        }
    }
    Ok(())
}

/// Whether a text names a placeholder.
#[must_use]
pub fn names(text: &str, placeholder: &str) -> bool {
    parts(text).contains(&Part::Named(placeholder))
}

/// The text with what its placeholders stand for; none where one of them stands for nothing, so that a sentence about
/// a pilot falls away where there was none. A full stop after a text that already ends in one falls away too.
///
/// ```
/// use norma::domain::wording::fill;
/// let find = |name: &str| (name == "grounds").then(|| "a new billing system.".to_owned());
/// assert_eq!(fill("Grounds: {grounds}.", find).as_deref(), Some("Grounds: a new billing system."));
/// assert_eq!(fill("Pilot from {pilot_from}.", find), None);
/// ```
pub fn fill(text: &str, find: impl Fn(&str) -> Option<String>) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut closed = false;
    for part in parts(text) {
        match part {
            Part::Words(words) => {
                out.push_str(if closed { words.strip_prefix('.').unwrap_or(words) } else { words });
                closed = false;
            }
            Part::Named(name) => {
                let value = find(name)?;
                let value = value.trim();
                out.push_str(value);
                closed = value.ends_with(['.', '!', '?', '…']);
            }
            Part::Loose => {}
        }
    }
    Some(out)
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(place) = rest.find(['{', '}']) {
        let (words, from) = rest.split_at(place);
        if !words.is_empty() {
            found.push(Part::Words(words));
        }
        let named = from.strip_prefix('{').and_then(|after| after.split_once('}'));
        if let Some((name, after)) = named.filter(|(name, _)| !name.contains('{')) {
            found.push(Part::Named(name.trim()));
            rest = after;
        } else {
            found.push(Part::Loose);
            rest = from.get(1..).unwrap_or_default();
        }
    }
    if !rest.is_empty() {
        found.push(Part::Words(rest));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_an_order_knows_can_be_named() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(super::check(text).err().map(|refusal| refusal.reason), expected, "{text}");
        };
        for name in PLACEHOLDERS {
            check(&format!("a {{{name}}} b"), None);
        }
        check("", None);
        check("words alone", None);
        check("{ effective }", None);
        check("{salary}", Some("placeholder"));
        check("{}", Some("placeholder"));
        check("{Effective}", Some("placeholder"));
        check("from {effective", Some("placeholder-brace"));
        check("from effective}", Some("placeholder-brace"));
        check("{{effective}}", Some("placeholder-brace"));
    }
}
