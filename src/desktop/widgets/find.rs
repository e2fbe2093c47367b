//! Finding by typing: the pure matching behind the search fields and the command palette.
//!
//! A query finds what was meant: case and ё don't matter, a query typed in the other keyboard layout is read as if typed in the right one,
//! and words of four letters or more may hold one slip (a letter wrong, missing, extra, or two swapped).
//! Every word of the query must be found; the worst of them ranks the item; equal ranks keep the order they came in.
//! It knows no widgets and no floor.

/// How well an item fits; smaller is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// A word of the name begins with it.
    WordPrefix,
    /// The code begins with it.
    CodePrefix,
    /// The name or code holds it.
    Substring,
    /// It fits when read in the other keyboard layout.
    OtherLayout,
    /// It fits but for one slip.
    Slip,
}

/// A query, prepared once and held against many items.
#[derive(Clone, Debug, Default)]
pub struct Query {
    typed: Vec<String>,
    swapped: Vec<String>,
}

/// The shortest word in which a slip is forgiven.
const SLIP_LETTERS: usize = 4;

/// Lower case, ё → е, trimmed.
///
/// ```
/// # use norma::desktop::widgets::find::normal;
/// assert_eq!(normal(" Счёт "), "счет");
/// ```
#[must_use]
pub fn normal(text: &str) -> String {
    text.trim().to_lowercase().replace('ё', "е")
}

/// The text as the same keys give it in the other layout, QWERTY ↔ ЙЦУКЕН, lower case.
///
/// ```
/// # use norma::desktop::widgets::find::other_layout;
/// assert_eq!(other_layout("nfh"), "тар");
/// assert_eq!(other_layout("ьщву"), "mode");
/// ```
#[must_use]
pub fn other_layout(text: &str) -> String {
    text.to_lowercase().chars().map(other_key).collect()
}

const LATIN: &str = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~{}:\"<>";
const CYRILLIC: &str = "ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю";

fn other_key(key: char) -> char {
    let pairs = || LATIN.chars().zip(CYRILLIC.chars());
    pairs()
        .find(|(latin, _)| *latin == key)
        .map(|(_, cyrillic)| cyrillic)
        .or_else(|| pairs().find(|(_, cyrillic)| *cyrillic == key).map(|(latin, _)| latin))
        .unwrap_or(key)
}

impl Query {
    /// Prepares what was typed.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let words = |text: &str| text.split_whitespace().map(normal).filter(|word| !word.is_empty()).collect();
        Self { typed: words(text), swapped: words(&other_layout(text)) }
    }

    /// Nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// How well an item fits; `None` when it does not. An empty query fits everything.
    #[must_use]
    pub fn rank(&self, name: &str, code: &str) -> Option<Rank> {
        if self.is_empty() {
            return Some(Rank::WordPrefix);
        }
        let (name, code) = (normal(name), normal(code));
        rank_all(&self.typed, &name, &code)
            .or_else(|| rank_all(&self.swapped, &name, &code).map(|_| Rank::OtherLayout))
            .or_else(|| {
                [&self.typed, &self.swapped].into_iter().any(|words| slips_all(words, &name)).then_some(Rank::Slip)
            })
    }
}

/// The places of the items that fit, best first.
pub fn search<'a, T>(items: &'a [T], text: &str, words: impl Fn(&'a T) -> (&'a str, &'a str)) -> Vec<usize> {
    let query = Query::new(text);
    let mut found: Vec<(Rank, usize)> = items
        .iter()
        .enumerate()
        .filter_map(|(place, item)| {
            let (name, code) = words(item);
            query.rank(name, code).map(|rank| (rank, place))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, place)| place).collect()
}

/// The words of a normalised name.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn rank_all(query: &[String], name: &str, code: &str) -> Option<Rank> {
    query.iter().try_fold(Rank::WordPrefix, |worst, word| rank_one(word, name, code).map(|rank| rank.max(worst)))
}

fn rank_one(word: &str, name: &str, code: &str) -> Option<Rank> {
    if name.starts_with(word) || words(name).any(|other| other.starts_with(word)) {
        Some(Rank::WordPrefix)
    } else if !code.is_empty() && code.starts_with(word) {
        Some(Rank::CodePrefix)
    } else if name.contains(word) || code.contains(word) {
        Some(Rank::Substring)
    } else {
        None
    }
}

fn slips_all(query: &[String], name: &str) -> bool {
    !query.is_empty() && query.iter().all(|word| words(name).any(|other| begins_but_for_a_slip(other, word)))
}

/// Whether `word` begins with `typed` but for one slip.
fn begins_but_for_a_slip(word: &str, typed: &str) -> bool {
    let typed: Vec<char> = typed.chars().collect();
    let word: Vec<char> = word.chars().collect();
    if word.starts_with(&typed) {
        return true;
    }
    if typed.len() < SLIP_LETTERS {
        return false;
    }
    let same = typed.iter().zip(&word).take_while(|(one, other)| one == other).count();
    let typed_rest = |skip: usize| typed.get(same + skip..).unwrap_or_default();
    let word_rest = |skip: usize| word.get(same + skip..).unwrap_or_default();
    let wrong = word.len() > same && word_rest(1).starts_with(typed_rest(1));
    let missing = word_rest(1).starts_with(typed_rest(0));
    let extra = word_rest(0).starts_with(typed_rest(1));
    let swapped = match (typed_rest(0), word_rest(0)) {
        ([a, b, typed_tail @ ..], [c, d, word_tail @ ..]) => a == d && b == c && word_tail.starts_with(typed_tail),
        _ => false,
    };
    wrong || missing || extra || swapped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(query: &str, name: &str, code: &str, expected: Option<Rank>) {
        assert_eq!(Query::new(query).rank(name, code), expected, "{query:?} in {name:?} ({code})");
    }

    #[test]
    fn an_item_is_found_as_it_was_meant() {
        for (query, name, code, expected) in [
            ("", "Смена тарифа", "TARIFF", Some(Rank::WordPrefix)),
            ("смена", "Смена тарифа", "TARIFF", Some(Rank::WordPrefix)),
            ("тар", "Смена тарифа", "TARIFF", Some(Rank::WordPrefix)),
            ("ТАР", "Смена тарифа", "TARIFF", Some(Rank::WordPrefix)),
            ("тар см", "Смена тарифа", "TARIFF", Some(Rank::WordPrefix)),
            ("см звонок", "Смена тарифа", "TARIFF", None),
            ("счет", "Выставить счёт", "BILL", Some(Rank::WordPrefix)),
            ("счёт", "Выставить счет", "BILL", Some(Rank::WordPrefix)),
            ("tar", "Смена тарифа", "TARIFF", Some(Rank::CodePrefix)),
            ("риф", "Смена тарифа", "TARIFF", Some(Rank::Substring)),
            ("iff", "Смена тарифа", "TARIFF", Some(Rank::Substring)),
            ("nfh", "Смена тарифа", "TARIFF", Some(Rank::OtherLayout)),
            ("NFH", "Смена тарифа", "TARIFF", Some(Rank::OtherLayout)),
            ("cvtyf nfh", "Смена тарифа", "TARIFF", Some(Rank::OtherLayout)),
            ("ефк", "Смена тарифа", "TARIFF", Some(Rank::OtherLayout)),
            (",jyec", "Бонус", "B", Some(Rank::OtherLayout)),
            ("тврифа", "Смена тарифа", "TARIFF", Some(Rank::Slip)),
            ("тариыф", "Смена тарифа", "TARIFF", Some(Rank::Slip)),
            ("трифа", "Смена тарифа", "TARIFF", Some(Rank::Slip)),
            ("таирф", "Смена тарифа", "TARIFF", Some(Rank::Slip)),
            ("nfbha", "Смена тарифа", "TARIFF", Some(Rank::Slip)),
            ("твр", "Смена тарифа", "TARIFF", None),
            ("тврыфа", "Смена тарифа", "TARIFF", None),
            ("тарифами", "Смена тарифа", "TARIFF", None),
            ("договор", "Смена тарифа", "TARIFF", None),
        ] {
            check(query, name, code, expected);
        }
    }

    #[test]
    fn better_fits_come_first_and_equals_keep_their_order() {
        let items = [
            ("Старт работ", "S1"),
            ("Оплата", "ТАР-2"),
            ("Смена тарифа", "S3"),
            ("Тариф: вопрос", "S4"),
            ("Звонок", "S5"),
        ];
        let found = search(&items, "тар", |item| (item.0, item.1));
        assert_eq!(found, [2, 3, 1, 0]);
    }

    #[test]
    fn the_layout_swap_is_its_own_inverse_on_letters() {
        for text in ["смена тарифа", "qwerty", "ёж"] {
            assert_eq!(other_layout(&other_layout(text)), text);
        }
    }
}
