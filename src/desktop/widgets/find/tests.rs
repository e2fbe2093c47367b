//! What a search finds: rows that people would type, and properties over any of them.

use proptest::prelude::*;

use super::*;

const NAME: &str = "Смена тарифа";

fn check(query: &str, expected: Option<(Fit, bool)>) {
    let entry =
        Entry { name: NAME, other_name: "Change of tariff", code: "TRF-7", group: "Договор", frequent: None };
    let item = Prepared::of(&entry);
    let query_of = Query::new(query);
    let found = query_of.exact(&item).or_else(|| query_of.with_slips(&item));
    assert_eq!(found.map(|rank| (rank.fit, rank.other_layout)), expected, "{query:?}");
}

#[test]
fn an_item_is_found_as_it_was_meant() {
    use Fit::{Code, Group, Initials, Inside, Slip, Start, Whole, Word};
    for (query, expected) in [
        ("", Some((Start, false))),
        (" ", Some((Start, false))),
        ("смена тарифа", Some((Whole, false))),
        ("trf-7", Some((Whole, false))),
        ("ека-7", Some((Whole, true))),
        ("ека", Some((Code, true))),
        ("с", Some((Start, false))),
        ("смена", Some((Start, false))),
        ("смена т", Some((Start, false))),
        ("тар", Some((Word, false))),
        ("ТАР", Some((Word, false))),
        ("тар см", Some((Word, false))),
        ("тар, см.", Some((Word, false))),
        ("см звонок", None),
        ("trf", Some((Code, false))),
        ("tariff", Some((Word, false))),
        ("change", Some((Start, false))),
        ("ст", Some((Initials, false))),
        ("cnn", None),
        ("ct", Some((Initials, false))),
        ("cot", Some((Initials, false))),
        ("договор", Some((Group, false))),
        ("дог тар", Some((Group, false))),
        ("риф", Some((Inside, false))),
        ("р", None),
        ("nfh", Some((Word, true))),
        ("NFH", Some((Word, true))),
        ("nfh/", Some((Word, true))),
        ("cvtyf nfh", Some((Start, true))),
        ("ljujd", Some((Group, true))),
        ("ефк", Some((Word, true))),
        ("cn", Some((Initials, true))),
        ("тврифа", Some((Slip, false))),
        ("тариыф", Some((Slip, false))),
        ("трифа", Some((Slip, false))),
        ("таирф", Some((Slip, false))),
        ("nfbha", Some((Slip, true))),
        ("cvtyf nfbha", Some((Slip, true))),
        ("твр", None),
        ("тврыфа", None),
        ("тарифаим", Some((Slip, false))),
        ("звонок", None),
    ] {
        check(query, expected);
    }
    let yo = |query: &str, name: &str| Query::new(query).rank(name, "").map(|rank| rank.fit);
    assert_eq!(yo("счет", "Выставить счёт"), Some(Fit::Word));
    assert_eq!(yo("счёт", "Выставить счет"), Some(Fit::Word));
    assert_eq!(yo(",jyec", "Бонус"), Some(Fit::Whole));
    assert_eq!(yo("#3", "Приказ №3"), Some(Fit::Word));
    assert_eq!(yo("пна", "Перенос на адрес"), Some(Fit::Initials));
    assert_eq!(yo("па", "Перенос на адрес"), Some(Fit::Initials));
}

#[test]
fn better_fits_come_first_and_the_frequent_before_their_equals() {
    let entry = |name, code, frequent| Entry { name, code, frequent, ..Entry::default() };
    let index = Index::new([
        entry("Тариф: вопрос", "S1", None),
        entry("Оплата", "ТАР-2", None),
        entry("Смена тарифа", "S3", Some(1)),
        entry("Старт работ", "S4", Some(2)),
        entry("Экстарендатор", "S5", Some(3)),
        entry("Звонок", "S6", Some(4)),
        entry("тар", "S7", None),
    ]);
    for (query, expected) in [
        ("тар", vec![6, 2, 0, 1, 3, 4]),
        ("nfh", vec![6, 2, 0, 1, 3, 4]),
        // A slip is forgiven only where nothing fits without it.
        ("тарив", vec![2, 0]),
        ("s", vec![2, 3, 4, 5, 0, 6]),
        ("", vec![2, 3, 4, 5, 0, 1, 6]),
        ("ничего такого", vec![]),
    ] {
        assert_eq!(index.search(query), expected, "{query:?}");
    }
}

/// The measure by its definition, without rows that are thrown away.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
    for i in 0..=one.len() {
        for j in 0..=other.len() {
            table[i][j] = match (i, j) {
                (0, _) => j,
                (_, 0) => i,
                _ => {
                    let wrong = table[i - 1][j - 1] + usize::from(one[i - 1] != other[j - 1]);
                    let least = wrong.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    let swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
                    if swapped { least.min(table[i - 2][j - 2] + 1) } else { least }
                }
            };
        }
    }
    table[one.len()][other.len()]
}

/// A slip of the hand at a place of a word.
fn slip_at(letters: &mut Vec<char>, place: usize, kind: usize, letter: char) {
    let place = place % letters.len();
    match kind {
        0 => letters[place] = letter,
        1 => letters.insert(place, letter),
        2 => drop(letters.remove(place)),
        _ if place + 1 < letters.len() => letters.swap(place, place + 1),
        _ => {}
    }
}

const NAMES: [&str; 8] = [
    "Перезагрузка роутера",
    "Консультация по балансу",
    "Выставить счёт",
    "Перенос подключения на другой адрес",
    "Обещанный платёж",
    "Звонок №2: жалоба на линию",
    "Бонусы и хранение",
    "Реактивация",
];

proptest! {
    #[test]
    fn the_beginning_of_any_word_finds_its_item_in_either_layout(name in 0..NAMES.len(), word in 0..6_usize, length in 1..12_usize, swapped: bool, upper: bool) {
        let words: Vec<&str> = NAMES[name].split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let typed: String = words[word % words.len()].chars().take(length).collect();
        let typed = if upper { typed.to_uppercase() } else { typed.to_lowercase() };
        let typed = if swapped { to_latin(&typed) } else { typed };
        let found = search(&NAMES, &typed, |name| (name, ""));
        prop_assert!(found.contains(&name), "{typed:?} finds {found:?}, not {name}");
    }

    #[test]
    fn a_word_with_as_many_slips_as_its_length_forgives_finds_its_item(name in 0..NAMES.len(), slips in prop::collection::vec((0..20_usize, 0..4_usize, prop::sample::select("абвгдежзиклмнопрстуфхцчшщыьэюя".chars().collect::<Vec<_>>())), 0..3), swapped: bool) {
        let word = NAMES[name].split_whitespace().map(normal).max_by_key(|word| word.chars().count()).unwrap();
        let mut typed: Vec<char> = word.chars().collect();
        for (place, kind, letter) in &slips {
            slip_at(&mut typed, *place, *kind, *letter);
        }
        // Two slips on the same letters may count as three.
        prop_assume!(distance(&typed, &word.chars().collect::<Vec<_>>()) <= forgiven(typed.len()));
        let typed: String = typed.into_iter().collect();
        let typed = if swapped { to_latin(&typed) } else { typed };
        let item = Prepared::of(&Entry { name: NAMES[name], ..Entry::default() });
        let query = Query::new(&typed);
        prop_assert!(query.exact(&item).or_else(|| query.with_slips(&item)).is_some(), "{typed:?} does not find {:?}", NAMES[name]);
    }

    #[test]
    fn slips_are_counted_as_their_definition_says(typed in "[абв]{0,9}", word in "[абв]{0,9}", most in 0..4_usize) {
        let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
        let expected = (0..=word.len()).map(|end| distance(&typed, &word[..end])).min().filter(|least| *least <= most);
        prop_assert_eq!(slips(&typed, &word, most), expected);
    }

    #[test]
    fn both_readings_of_the_keys_are_inverse(latin in "[a-z0-9 ;',.\\[\\]/`]{0,12}", cyrillic in "[а-яё0-9 .]{0,12}") {
        prop_assert_eq!(to_latin(&to_cyrillic(&latin)), latin);
        prop_assert_eq!(to_cyrillic(&to_latin(&cyrillic)), cyrillic);
    }

    #[test]
    fn an_answer_names_each_item_once_and_better_fits_first(query in "[а-яa-z ]{0,6}", frequent in prop::collection::vec(prop::option::of(1..9_usize), NAMES.len())) {
        let entries: Vec<Entry<'_>> = NAMES.iter().zip(&frequent).map(|(name, frequent)| Entry { name, frequent: *frequent, ..Entry::default() }).collect();
        let found = Index::new(entries.iter().copied()).search(&query);
        let mut once = found.clone();
        once.sort_unstable();
        once.dedup();
        prop_assert_eq!(once.len(), found.len());
        let query = Query::new(&query);
        let keys: Vec<_> = found.iter().map(|place| {
            let item = Prepared::of(&entries[*place]);
            let rank = query.exact(&item).or_else(|| query.with_slips(&item)).unwrap();
            (tier(rank.fit), item.frequent, rank, *place)
        }).collect();
        prop_assert!(keys.is_sorted());
    }
}
