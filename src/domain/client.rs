//! Who a client is, by what systems and people write: a phone in any notation, or a contract number.
//!
//! Invariant: two references are of one client exactly where both have a [`ClientKey`] and the keys are equal.
//! A hidden, unknown or zero number, and a bare name, have none: they match nobody.

use super::code::folded;

/// What a client is compared by: the last ten digits of a phone, or a contract number in small letters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClientKey(String);

impl ClientKey {
    /// The key as it is stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A key that was stored.
    #[must_use]
    pub fn stored(text: String) -> Self {
        Self(text)
    }
}

/// Digits of a phone that tell clients apart; what stands before them is the country's prefix.
const PHONE_DIGITS: usize = 10;

/// The fewest digits that name a contract.
const CONTRACT_DIGITS: usize = 3;

/// The most signs a contract number has; more is a sentence.
const CONTRACT_SIGNS: usize = 32;

/// What stands before an extension.
const EXTENSIONS: [&str; 8] = ["доб", "вн.", "внутр", "ext", ";", "#", ",", "*"];

/// Words that only say what follows.
const WORDS: [&str; 17] = [
    "договор",
    "дог",
    "номер",
    "тел",
    "телефон",
    "моб",
    "лс",
    "л/с",
    "счет",
    "contract",
    "account",
    "phone",
    "tel",
    "mobile",
    "no",
    "nr",
    "id",
];

/// What systems and people write where the number is not known.
const NOBODY: [&str; 20] = [
    "unknown",
    "anonymous",
    "private",
    "restricted",
    "withheld",
    "unavailable",
    "hidden",
    "blocked",
    "none",
    "null",
    "n/a",
    "asterisk",
    "неизвестен",
    "неизвестный",
    "неизвестно",
    "скрыт",
    "скрытый",
    "аноним",
    "нет",
    "не определен",
];

/// The key of a reference; `None` where it names nobody.
///
/// ```
/// use norma::domain::client::client_key;
/// let key = |text: &str| client_key(text).map(|key| key.as_str().to_owned());
/// assert_eq!(key("+7 (912) 345-67-89").as_deref(), Some("9123456789"));
/// assert_eq!(key("8 912 345 67 89 доб. 204").as_deref(), Some("9123456789"));
/// assert_eq!(key("\"Иван\" <sip:79123456789@10.0.0.1>").as_deref(), Some("9123456789"));
/// assert_eq!(key("Договор № Д-10 045").as_deref(), Some("д10045"));
/// assert_eq!(key("23317894").as_deref(), Some("23317894"));
/// assert_eq!((key("anonymous"), key("0"), key("Иван Петров")), (None, None, None));
/// ```
#[must_use]
pub fn client_key(reference: &str) -> Option<ClientKey> {
    let text = address(&folded(reference));
    let bare = text.trim_matches(|sign: char| !sign.is_alphanumeric());
    if bare.is_empty() || NOBODY.contains(&bare) {
        return None;
    }
    let text = without_extension(&text);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.chars().all(|digit| digit == '0') {
        return None;
    }
    if digits.len() >= PHONE_DIGITS {
        return Some(ClientKey(digits.chars().skip(digits.len() - PHONE_DIGITS).collect()));
    }
    if digits.len() < CONTRACT_DIGITS {
        return None;
    }
    let contract: String = text
        .split(|sign: char| sign.is_whitespace() || "№.:()".contains(sign))
        .filter(|word| !WORDS.contains(word))
        .flat_map(str::chars)
        .filter(|sign| sign.is_alphanumeric())
        .collect();
    // A name beside the number is not a part of it: "Иванов 12345".
    let longest_word = contract.split(|sign: char| sign.is_ascii_digit()).map(|part| part.chars().count()).max();
    let named = longest_word.is_some_and(|letters| letters > 3) || contract.chars().count() > CONTRACT_SIGNS;
    Some(ClientKey(if named { digits } else { contract }))
}

/// Whether two references are of one client.
#[must_use]
pub fn same_client(one: &str, other: &str) -> bool {
    client_key(one).is_some_and(|key| Some(key) == client_key(other))
}

/// The address inside a caller id: `"Name" <number>`, `sip:number@host`, `tel:number`.
fn address(text: &str) -> String {
    let inside = match (text.rfind('<'), text.rfind('>')) {
        (Some(from), Some(to)) if from < to => text.get(from + 1..to).unwrap_or(text),
        _ => text,
    };
    let plain = ["sips:", "sip:", "tel:"].iter().find_map(|scheme| inside.strip_prefix(scheme)).unwrap_or(inside);
    plain.split('@').next().unwrap_or(plain).to_owned()
}

/// The text before an extension, where enough digits stand before it.
fn without_extension(text: &str) -> &str {
    let enough = |before: &str| before.chars().filter(char::is_ascii_digit).count() >= CONTRACT_DIGITS;
    let marks = EXTENSIONS.iter().filter_map(|mark| text.find(mark)).filter_map(|place| text.get(..place));
    marks.filter(|before| enough(before)).min_by_key(|before| before.len()).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_client_in_many_notations() {
        let check = |one: &str, other: &str, expected: bool| {
            assert_eq!(same_client(one, other), expected, "{one} / {other}");
            assert_eq!(same_client(other, one), expected, "{other} / {one}");
        };
        check("+7 912 345-67-89", "8(912)3456789", true);
        check("79123456789", "9123456789", true);
        check("8 912 345 67 89 ext 12", "+79123456789", true);
        check("8 912 345 67 89#12", "+79123456789", true);
        check("tel:+7-912-345-67-89", "9123456789", true);
        check("\"8 800\" <+79123456789>", "9123456789", true);
        check("Иван +7 912 345-67-89", "9123456789", true);
        check("договор 77102", "77102", true);
        check("Договор №77102", "77-102", true);
        check("Д-77102", "д 77102", true);
        check("Д-77102", "77102", false);
        check("Иванов 77102", "77102", true);
        check("л/с 77102", "77102", true);
        check("9123456789", "9123456780", false);
        check("123", "124", false);
    }

    #[test]
    fn hidden_numbers_match_nobody_not_even_each_other() {
        for text in [
            "",
            " ",
            "0",
            "000",
            "+0",
            "unknown",
            "<unknown>",
            "Anonymous",
            "sip:anonymous@anonymous.invalid",
            "скрыт",
            "неизвестен",
            "Иван Петров",
            "12",
            "-",
            "s",
        ] {
            assert_eq!(client_key(text), None, "{text}");
            assert!(!same_client(text, text), "{text}");
        }
    }
}
