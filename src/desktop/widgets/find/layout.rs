//! The two keyboard layouts: what the same keys give in the other one, QWERTY ↔ ЙЦУКЕН, punctuation and the signs over the digits included.
//!
//! A sign may lie on different keys of the two layouts ("." is the key of "ю" in one and of "/" in the other), so each direction has a reading of its own.

/// The keys of a Latin keyboard, row by row, plain and with Shift, and what a Russian one (Windows layout) gives on each.
const KEYS: [(&str, &str); 2] = [
    ("`qwertyuiop[]asdfghjkl;'zxcvbnm,./", "ёйцукенгшщзхъфывапролджэячсмитьбю."),
    ("~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&|", "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,\"№;:?/"),
];

/// The text as the same keys give it in the Russian layout.
///
/// ```
/// # use norma::desktop::widgets::find::to_cyrillic;
/// assert_eq!(to_cyrillic("nfh"), "тар");
/// assert_eq!(to_cyrillic(",jyec"), "бонус");
/// assert_eq!(to_cyrillic("#5"), "№5");
/// ```
#[must_use]
pub fn to_cyrillic(text: &str) -> String {
    text.chars().map(|key| other(key, |(latin, cyrillic)| (latin, cyrillic))).collect()
}

/// The text as the same keys give it in the Latin layout.
///
/// ```
/// # use norma::desktop::widgets::find::to_latin;
/// assert_eq!(to_latin("ьщву"), "mode");
/// assert_eq!(to_latin("Ефкшаа"), "Tariff");
/// ```
#[must_use]
pub fn to_latin(text: &str) -> String {
    text.chars().map(|key| other(key, |(latin, cyrillic)| (cyrillic, latin))).collect()
}

/// The sign on the same key of the other layout; itself where both agree.
fn other(key: char, direction: impl Fn((&'static str, &'static str)) -> (&'static str, &'static str)) -> char {
    let found = KEYS.iter().find_map(|row| {
        let (from, to) = direction(*row);
        from.chars().zip(to.chars()).find(|(sign, _)| *sign == key)
    });
    found.map_or(key, |(_, sign)| sign)
}
