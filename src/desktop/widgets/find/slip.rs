//! Slips of the hand: how many letters were typed wrong, left out, put in, or swapped with their neighbour.
//!
//! The measure is the restricted Damerau–Levenshtein distance (Damerau 1964: optimal string alignment), from what was typed to the nearest
//! beginning of a word, because people stop typing when they see what they meant.

/// How many slips are forgiven in a typed word of so many letters: none below four, two from eight.
#[must_use]
pub fn forgiven(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// The least number of slips between `typed` and any beginning of `word`; `None` when there are more than `most`.
///
/// ```
/// # use norma::desktop::widgets::find::slips;
/// let letters = |text: &str| text.chars().collect::<Vec<char>>();
/// assert_eq!(slips(&letters("таирф"), &letters("тарифа"), 2), Some(1));
/// assert_eq!(slips(&letters("тар"), &letters("тарифа"), 2), Some(0));
/// assert_eq!(slips(&letters("договор"), &letters("тарифа"), 2), None);
/// ```
#[must_use]
pub fn slips(typed: &[char], word: &[char], most: usize) -> Option<usize> {
    // A beginning longer than this has more than `most` letters left over.
    let word = word.get(..word.len().min(typed.len() + most)).unwrap_or(word);
    if word.len() + most < typed.len() {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=word.len()).collect();
    let mut last = None;
    for (place, letter) in typed.iter().enumerate() {
        let next = step(&before, &row, word, place, *letter, last);
        if next.iter().min().is_none_or(|least| *least > most) {
            return None;
        }
        before = std::mem::replace(&mut row, next);
        last = Some(*letter);
    }
    row.into_iter().min().filter(|least| *least <= most)
}

/// The row of the table for one more typed letter: `row` is the one before it, `before` the one before that.
fn step(before: &[usize], row: &[usize], word: &[char], place: usize, letter: char, last: Option<char>) -> Vec<usize> {
    let mut next = vec![place + 1];
    let mut left = place + 1;
    let mut previous: Option<char> = None;
    for (column, wanted) in word.iter().enumerate() {
        let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
        let kept = at(row, column) + usize::from(letter != *wanted);
        let mut least = kept.min(at(row, column + 1) + 1).min(left + 1);
        if column > 0 && previous == Some(letter) && last == Some(*wanted) {
            least = least.min(at(before, column - 1) + 1);
        }
        next.push(least);
        left = least;
        previous = Some(*wanted);
    }
    next
}
