//! Which readings the table shows, in which order: filter, operator, find, sort. Computed once and kept until one of them or the study changes.

use std::cmp::Ordering;

use uuid::Uuid;

use super::View;
use super::pieces::{NARROW, NARROWEST};
use crate::desktop::screens::stopwatch::words::{self as watch, Counts};
use crate::desktop::widgets::find::Query;
use crate::desktop::widgets::table::Order;
use crate::locale::Lang;
use crate::views::studies::{ObservationView, StudyView};

/// Which readings are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Filter {
    #[default]
    All,
    Regular,
    Hard,
    Flagged,
    Excluded,
}

impl Filter {
    pub(super) const EVERY: [Self; 5] = [Self::All, Self::Regular, Self::Hard, Self::Flagged, Self::Excluded];

    /// The key of its word.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::All => "study-filter-all",
            Self::Regular => "study-filter-regular",
            Self::Hard => "study-filter-hard",
            Self::Flagged => "study-filter-flagged",
            Self::Excluded => "study-filter-excluded",
        }
    }

    /// A reading that was flagged stays under its class, too, and an answered flag stays a flag.
    pub(super) fn holds(self, one: &ObservationView) -> bool {
        let counts = watch::counts(one);
        match self {
            Self::All => true,
            Self::Flagged => one.flag.is_some(),
            Self::Excluded => counts == Counts::Excluded,
            Self::Hard => counts != Counts::Excluded && crate::documents::study::counts_as(one) == "hard",
            Self::Regular => counts != Counts::Excluded && crate::documents::study::counts_as(one) == "regular",
        }
    }
}

/// A column of the table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Column {
    #[default]
    Number,
    Start,
    Operator,
    Minutes,
    Times,
    Counts,
    Pace,
    Pauses,
    Why,
    Who,
}

impl Column {
    pub(super) const EVERY: [Self; 10] = [
        Self::Number,
        Self::Start,
        Self::Operator,
        Self::Minutes,
        Self::Times,
        Self::Counts,
        Self::Pace,
        Self::Pauses,
        Self::Why,
        Self::Who,
    ];

    /// What has room in a table of this width; what is left out stands below the table, of the reading that is chosen.
    pub(super) fn shown(width: f32) -> &'static [Self] {
        match width {
            ..NARROWEST => &[Self::Number, Self::Operator, Self::Minutes, Self::Counts, Self::Why],
            NARROWEST..NARROW => &[
                Self::Number,
                Self::Start,
                Self::Operator,
                Self::Minutes,
                Self::Times,
                Self::Counts,
                Self::Pace,
                Self::Why,
            ],
            _ => &Self::EVERY,
        }
    }

    pub(super) fn place(self) -> usize {
        Self::EVERY.iter().position(|column| *column == self).unwrap_or_default()
    }
}

/// What the rows depend on.
#[derive(Debug, Clone, Default, PartialEq)]
struct Wanted {
    edition: u64,
    filter: Filter,
    operator: Option<String>,
    find: String,
    column: Column,
    falling: bool,
}

/// What the table remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    pub filter: Filter,
    pub operator: Option<String>,
    pub find: String,
    pub find_wanted: bool,
    pub column: Column,
    pub falling: bool,
    /// The chosen reading.
    row: Option<Uuid>,
    /// Where it stood: when it leaves the rows, its neighbour is chosen.
    place: Option<usize>,
    made_for: Option<Wanted>,
    places: Vec<usize>,
}

impl Form {
    pub(super) fn next_filter(&mut self) {
        let place = Filter::EVERY.iter().position(|filter| *filter == self.filter).unwrap_or_default();
        self.filter = Filter::EVERY.get((place + 1) % Filter::EVERY.len()).copied().unwrap_or_default();
    }

    /// The next operator in the order of their codes; after the last one everybody.
    pub(super) fn next_operator(&mut self, study: Option<&StudyView>) {
        let operators = study.map(operators).unwrap_or_default();
        let next = match &self.operator {
            None => 0,
            Some(code) => operators.iter().position(|other| other == code).map_or(0, |place| place + 1),
        };
        self.operator = operators.get(next).map(|code| (*code).to_owned());
    }

    pub(super) fn next_column(&mut self) {
        self.column = Column::EVERY.get((self.column.place() + 1) % Column::EVERY.len()).copied().unwrap_or_default();
        self.falling = false;
    }

    pub(super) fn turn(&mut self) {
        self.falling = !self.falling;
    }

    /// Sorts by a column; by the same one the other way round.
    pub(super) fn sort_by(&mut self, column: Column) {
        self.falling = column == self.column && !self.falling;
        self.column = column;
    }

    pub(super) fn order(&self) -> Order {
        if self.falling { Order::Falling } else { Order::Rising }
    }

    /// The chosen reading with its place in the study.
    pub(super) fn chosen<'a>(&self, study: &'a StudyView) -> Option<(usize, &'a ObservationView)> {
        let row = self.row?;
        study.observations.iter().enumerate().find(|(_, one)| one.observation == row)
    }

    /// Chooses a reading by its place in the study.
    pub(super) fn choose(&mut self, study: &StudyView, place: usize) {
        self.row = study.observations.get(place).map(|one| one.observation);
    }

    /// The row of the chosen reading; its neighbour's when it is not among the rows any more.
    pub(super) fn row(&mut self, study: &StudyView) -> Option<usize> {
        let wanted = self.row?;
        let found = self
            .places
            .iter()
            .position(|place| study.observations.get(*place).is_some_and(|one| one.observation == wanted));
        let row = found.or_else(|| self.place.zip(self.places.len().checked_sub(1)).map(|(row, last)| row.min(last)));
        if found.is_none() {
            self.set_row(study, row);
        } else {
            self.place = row;
        }
        row
    }

    pub(super) fn set_row(&mut self, study: &StudyView, row: Option<usize>) {
        let place = row.and_then(|row| self.places.get(row));
        self.row = place.and_then(|place| study.observations.get(*place)).map(|one| one.observation);
        self.place = row;
    }

    /// The places in the study of the readings to be shown, in their order.
    pub(super) fn places(&mut self, lang: Lang, view: &View<'_>, study: &StudyView) -> &[usize] {
        let wanted = Wanted {
            edition: view.edition,
            filter: self.filter,
            operator: self.operator.clone(),
            find: self.find.clone(),
            column: self.column,
            falling: self.falling,
        };
        if self.made_for.as_ref() != Some(&wanted) {
            self.places = make(lang, view, study, &wanted);
            self.made_for = Some(wanted);
        }
        &self.places
    }
}

/// The codes of the operators of a study, excluded readings included.
pub(super) fn operators(study: &StudyView) -> Vec<&str> {
    let mut codes: Vec<&str> = study.observations.iter().map(|one| one.operator.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn make(lang: Lang, view: &View<'_>, study: &StudyView, wanted: &Wanted) -> Vec<usize> {
    let query = Query::new(&wanted.find);
    let mut rows: Vec<(usize, &ObservationView)> = study
        .observations
        .iter()
        .enumerate()
        .filter(|(_, one)| wanted.filter.holds(one))
        .filter(|(_, one)| wanted.operator.as_ref().is_none_or(|code| *code == one.operator))
        .filter(|(place, one)| query.is_empty() || query.rank(&text(lang, view, *place, one), &one.operator).is_some())
        .collect();
    rows.sort_by(|a, b| {
        let order = compare(lang, view, wanted.column, *a, *b);
        let order = if wanted.falling { order.reverse() } else { order };
        order.then(a.0.cmp(&b.0))
    });
    rows.into_iter().map(|(place, _)| place).collect()
}

/// What a reading is found by.
fn text(lang: Lang, view: &View<'_>, place: usize, one: &ObservationView) -> String {
    let parts = [
        (place + 1).to_string(),
        view.operator_name(&one.operator),
        watch::stamp(lang, &one.started_at),
        watch::minutes(lang, watch::normal_seconds(one)),
        watch::counts_words(lang, watch::counts(one)).2,
        why(lang, one),
        one.note.clone().unwrap_or_default(),
        one.decided_by.clone().unwrap_or_default(),
    ];
    parts.join(" ")
}

fn compare(
    lang: Lang,
    view: &View<'_>,
    column: Column,
    (at, one): (usize, &ObservationView),
    (other_at, other): (usize, &ObservationView),
) -> Ordering {
    let by_time = || watch::normal_seconds(one).total_cmp(&watch::normal_seconds(other));
    match column {
        Column::Number => at.cmp(&other_at),
        Column::Start => one.started_at.cmp(&other.started_at),
        Column::Operator => view.operator_name(&one.operator).cmp(&view.operator_name(&other.operator)),
        Column::Minutes | Column::Times => by_time(),
        Column::Counts => rank(one).cmp(&rank(other)),
        Column::Pace => one.rating_bp.cmp(&other.rating_bp),
        Column::Pauses => one.paused_ms.cmp(&other.paused_ms),
        Column::Why => last_when_empty(&why(lang, one), &why(lang, other)),
        Column::Who => {
            let who = |one: &ObservationView| one.decided_by.clone().unwrap_or_default();
            last_when_empty(&who(one), &who(other)).then_with(|| one.decided_at.cmp(&other.decided_at))
        }
    }
}

fn last_when_empty(one: &str, other: &str) -> Ordering {
    one.is_empty().cmp(&other.is_empty()).then_with(|| one.cmp(other))
}

/// What waits for a person first, then what does not count.
fn rank(one: &ObservationView) -> u8 {
    match watch::counts(one) {
        Counts::Flagged => 0,
        Counts::Excluded => 1,
        Counts::Hard => 2,
        Counts::Regular => 3,
    }
}

/// The reason of a decision, the flag, or the note: in this order.
pub(super) fn why(lang: Lang, one: &ObservationView) -> String {
    let reason = one.reason.as_deref().filter(|reason| !reason.trim().is_empty());
    let flag = || one.flag.as_ref().map(|flag| super::flags::in_a_line(lang, flag));
    let note = || one.note.clone().filter(|note| !note.trim().is_empty());
    reason.map(|reason| watch::reason(lang, reason)).or_else(flag).or_else(note).unwrap_or_default()
}
