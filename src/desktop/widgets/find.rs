//! Finding by typing: the pure matching behind the search fields and the command palette.
//!
//! A query finds what was meant: case and ё don't matter, a query typed in the other keyboard layout is read as if typed in the right one,
//! a word of four letters or more may hold one slip of the hand and one of eight two, and the first letters of a name's words find it too.
//! Every word of the query must be found; the worst of them ranks the item. What begins with the query stands before what holds it, and
//! among those that fit alike the ones that a person needs often come first. Slips are forgiven only where nothing fits without them.
//! It knows no widgets and no floor.

mod layout;
mod slip;
#[cfg(test)]
mod tests;

pub use layout::{to_cyrillic, to_latin};
pub use slip::{forgiven, slips};

/// How an item fits a query; earlier is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The query is the whole name or code.
    Whole,
    /// The name begins with it.
    Start,
    /// Words of the name begin with its words.
    Word,
    /// The code begins with it.
    Code,
    /// The first letters of the name's words.
    Initials,
    /// A word of the group begins with it.
    Group,
    /// The name or code holds it.
    Inside,
    /// It fits but for slips of the hand.
    Slip,
}

/// How well an item fits; smaller is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// How it fits.
    pub fit: Fit,
    /// Only when read in the other keyboard layout.
    pub other_layout: bool,
}

/// Something that can be found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry<'a> {
    /// What people call it.
    pub name: &'a str,
    /// What people call it in the other language; empty for none.
    pub other_name: &'a str,
    /// Its short code; empty for none.
    pub code: &'a str,
    /// What it belongs to; empty for none.
    pub group: &'a str,
    /// Its place among those that the person needs often, from 1.
    pub frequent: Option<usize>,
}

/// Things that can be found, prepared once and searched at every key.
#[derive(Clone, Debug, Default)]
pub struct Index {
    items: Vec<Prepared>,
}

/// A query, prepared once and held against many items.
#[derive(Clone, Debug, Default)]
pub struct Query {
    words: Vec<Word>,
    /// The whole query in each of its readings.
    phrases: Vec<Reading>,
}

/// A word of a query in each of its readings, the typed one first.
#[derive(Clone, Debug)]
struct Word(Vec<Reading>);

/// What was typed, read in one of the layouts.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Reading {
    text: String,
    letters: Vec<char>,
    other_layout: bool,
}

/// An item's texts in lower case.
#[derive(Clone, Debug, Default)]
struct Prepared {
    name: String,
    other_name: String,
    code: String,
    group: String,
    /// `usize::MAX` for what is not among the frequent ones.
    frequent: usize,
}

/// Words this short (с, на, по, of) have no place among the initials of a name.
const PARTICLE: usize = 2;

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

impl Index {
    /// Prepares the items.
    #[must_use]
    pub fn new<'a>(entries: impl IntoIterator<Item = Entry<'a>>) -> Self {
        Self { items: entries.into_iter().map(|entry| Prepared::of(&entry)).collect() }
    }

    /// The places of the items that fit, best first. An empty query fits everything, the frequent first.
    #[must_use]
    pub fn search(&self, text: &str) -> Vec<usize> {
        let query = Query::new(text);
        let mut found = self.ranked(|item| query.exact(item));
        if found.is_empty() {
            found = self.ranked(|item| query.with_slips(item));
        }
        found.sort_unstable();
        found.into_iter().map(|(.., place)| place).collect()
    }

    fn ranked(&self, rank: impl Fn(&Prepared) -> Option<Rank>) -> Vec<(u8, usize, Rank, usize)> {
        let ranked = self.items.iter().enumerate().filter_map(|(place, item)| {
            let rank = rank(item)?;
            Some((tier(rank.fit), item.frequent, rank, place))
        });
        ranked.collect()
    }
}

/// Within a tier the frequent come first, however exactly they fit.
fn tier(fit: Fit) -> u8 {
    match fit {
        Fit::Whole => 0,
        Fit::Start | Fit::Word | Fit::Code => 1,
        Fit::Initials | Fit::Group | Fit::Inside => 2,
        Fit::Slip => 3,
    }
}

/// The places of the items that fit by name and code, best first; equals keep their order.
pub fn search<'a, T>(items: &'a [T], text: &str, words: impl Fn(&'a T) -> (&'a str, &'a str)) -> Vec<usize> {
    let entries = items.iter().map(|item| {
        let (name, code) = words(item);
        Entry { name, code, ..Entry::default() }
    });
    Index::new(entries).search(text)
}

/// The words, and the number behind them that says how many: "тар 3", "тар *3", "*3". A number alone is words.
///
/// ```
/// # use norma::desktop::widgets::find::counted;
/// assert_eq!(counted("тар 3"), ("тар", Some(3)));
/// assert_eq!(counted("*12"), ("", Some(12)));
/// assert_eq!(counted("12"), ("12", None));
/// assert_eq!(counted("тар 0"), ("тар 0", None));
/// ```
#[must_use]
pub fn counted(text: &str) -> (&str, Option<i64>) {
    let typed = text.trim();
    let words = typed.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let number = typed.get(words.len()..).and_then(|digits| digits.parse::<i64>().ok());
    let marked = words.strip_suffix(['*', '×']);
    let apart = marked.or_else(|| words.ends_with(char::is_whitespace).then_some(words));
    match (apart, number) {
        (Some(words), Some(number)) if (1..=crate::domain::ticket::QUANTITY_MAX).contains(&number) => {
            (words.trim(), Some(number))
        }
        _ => (text, None),
    }
}

impl Query {
    /// Prepares what was typed.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let words = text.split_whitespace().map(|word| Word(readings(word))).filter(|word| !word.0.is_empty());
        Self { words: words.collect(), phrases: readings(text.trim()) }
    }

    /// Nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How well an item fits; `None` when it does not. An empty query fits everything.
    #[must_use]
    pub fn rank(&self, name: &str, code: &str) -> Option<Rank> {
        let item = Prepared::of(&Entry { name, code, ..Entry::default() });
        self.exact(&item).or_else(|| self.with_slips(&item))
    }

    /// How an item fits without a slip.
    fn exact(&self, item: &Prepared) -> Option<Rank> {
        if self.is_empty() {
            return Some(Rank { fit: Fit::Start, other_layout: false });
        }
        let whole = self.phrases.iter().filter_map(|phrase| item.phrase(phrase)).min();
        let mut words = self.words.iter().map(|word| word.rank(item));
        let worst = words.try_fold(None, |worst: Option<Rank>, rank| rank.map(|rank| worst.max(Some(rank)))).flatten();
        // A query of one word may be the initials of a name.
        let initials = if self.words.len() == 1 { item.initials(&self.phrases) } else { None };
        whole.into_iter().chain(worst).chain(initials).min()
    }

    fn with_slips(&self, item: &Prepared) -> Option<Rank> {
        let mut other_layout = false;
        for word in &self.words {
            let fits = |reading: &&Reading| item.word(reading).is_some() || item.with_slips(reading);
            other_layout |= word.0.iter().find(fits)?.other_layout;
        }
        Some(Rank { fit: Fit::Slip, other_layout })
    }
}

impl Word {
    fn rank(&self, item: &Prepared) -> Option<Rank> {
        let fits = self
            .0
            .iter()
            .filter_map(|reading| item.word(reading).map(|fit| Rank { fit, other_layout: reading.other_layout }));
        fits.min()
    }
}

/// What was typed in each layout that makes a difference. Signs at the ends are no part of a word.
fn readings(typed: &str) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::with_capacity(2);
    let typed_text = normal(typed);
    let others = [to_cyrillic(typed), to_latin(typed)].map(|text| normal(&text));
    for text in std::iter::once(typed_text.clone()).chain(others) {
        let other_layout = text != typed_text;
        let text = text.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
        if !text.is_empty() && readings.iter().all(|known| known.text != text) {
            readings.push(Reading { letters: text.chars().collect(), text, other_layout });
        }
    }
    readings
}

impl Prepared {
    fn of(entry: &Entry<'_>) -> Self {
        Self {
            name: normal(entry.name),
            other_name: normal(entry.other_name),
            code: normal(entry.code),
            group: normal(entry.group),
            frequent: entry.frequent.unwrap_or(usize::MAX),
        }
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        [self.name.as_str(), self.other_name.as_str()].into_iter().filter(|name| !name.is_empty())
    }

    /// How the whole query fits: as all of a name or code, or as its beginning.
    fn phrase(&self, phrase: &Reading) -> Option<Rank> {
        let text = phrase.text.as_str();
        let fit = if self.code == text || self.names().any(|name| name == text) {
            Fit::Whole
        } else if self.names().any(|name| name.starts_with(text)) {
            Fit::Start
        } else {
            return None;
        };
        Some(Rank { fit, other_layout: phrase.other_layout })
    }

    /// How one word of a query fits.
    fn word(&self, reading: &Reading) -> Option<Fit> {
        let text = reading.text.as_str();
        if self.names().flat_map(words).any(|word| word.starts_with(text)) {
            Some(Fit::Word)
        } else if self.code.starts_with(text) {
            Some(Fit::Code)
        } else if words(&self.group).any(|word| word.starts_with(text)) {
            Some(Fit::Group)
        } else if reading.letters.len() > 1 && self.names().chain([self.code.as_str()]).any(|held| held.contains(text))
        {
            Some(Fit::Inside)
        } else {
            None
        }
    }

    /// Whether a query of at least two letters begins the initials of a name, with its particles or without.
    fn initials(&self, phrases: &[Reading]) -> Option<Rank> {
        let fits = |letters: &[char]| {
            self.names().any(|name| {
                let all = words(name).filter_map(|word| word.chars().next());
                let long =
                    words(name).filter(|word| word.chars().count() > PARTICLE).filter_map(|word| word.chars().next());
                begins(all, letters) || begins(long, letters)
            })
        };
        let phrase = phrases.iter().find(|phrase| phrase.letters.len() > 1 && fits(&phrase.letters))?;
        Some(Rank { fit: Fit::Initials, other_layout: phrase.other_layout })
    }

    /// Whether a word of the name begins with what was typed, but for the slips that its length forgives.
    fn with_slips(&self, reading: &Reading) -> bool {
        let most = forgiven(reading.letters.len());
        most > 0
            && self.names().flat_map(words).any(|word| {
                let letters: Vec<char> = word.chars().collect();
                slips(&reading.letters, &letters, most).is_some()
            })
    }
}

/// The words of a text in lower case.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn begins(mut initials: impl Iterator<Item = char>, letters: &[char]) -> bool {
    letters.iter().all(|letter| initials.next() == Some(*letter))
}
