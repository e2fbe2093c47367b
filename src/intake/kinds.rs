//! The kinds of import and the fields each has: the one table of names that files and profiles go by.

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// People.
    People,
    /// Actions.
    Actions,
    /// Observations of time studies.
    Samples,
    /// Tickets.
    Tickets,
    /// Calls and chats.
    Calls,
    /// Stage history of deals.
    Stages,
    /// Absences.
    Absences,
    /// Ratings that came from outside.
    Ratings,
    /// A work calendar.
    Calendar,
    /// Norms, as a draft of a norm set.
    Norms,
}

impl Kind {
    /// Every kind, in the order in which a floor takes them.
    pub const ALL: [Self; 10] = [
        Self::People,
        Self::Actions,
        Self::Samples,
        Self::Tickets,
        Self::Calls,
        Self::Stages,
        Self::Absences,
        Self::Ratings,
        Self::Calendar,
        Self::Norms,
    ];

    /// The kind as it is named on the command line and in profiles.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Actions => "actions",
            Self::Samples => "samples",
            Self::Tickets => "tickets",
            Self::Calls => "calls",
            Self::Stages => "stages",
            Self::Absences => "absences",
            Self::Ratings => "ratings",
            Self::Calendar => "calendar",
            Self::Norms => "norms",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == text)
    }
}

/// A field of a kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    /// Its name in a profile.
    pub name: &'static str,
    /// Its column without a profile; `None`: it can come by a profile only.
    pub column: Option<&'static str>,
    /// Whether there is no row without it.
    pub required: bool,
}

const fn required(name: &'static str) -> Field {
    Field { name, column: Some(name), required: true }
}

const fn optional(name: &'static str) -> Field {
    Field { name, column: Some(name), required: false }
}

const fn by_profile(name: &'static str) -> Field {
    Field { name, column: None, required: false }
}

const PEOPLE: [Field; 9] = [
    required("code"),
    required("name"),
    optional("login"),
    required("roles"),
    optional("department"),
    optional("position"),
    optional("rate_bp"),
    required("from"),
    optional("to"),
];

const ACTIONS: [Field; 12] = [
    required("code"),
    required("name_ru"),
    optional("name_en"),
    required("group"),
    required("kind"),
    optional("channels"),
    optional("hard_criterion"),
    optional("boost"),
    optional("boost_reason"),
    optional("asks_amount"),
    optional("elements"),
    optional("active"),
];

const NORMS: [Field; 5] = [
    required("action"),
    Field { name: "norm", column: Some("norm_min"), required: true },
    optional("boost"),
    optional("boost_reason"),
    optional("reason"),
];

const SAMPLES: [Field; 6] = [
    required("action"),
    required("operator"),
    Field { name: "duration", column: Some("duration_s"), required: true },
    optional("class"),
    optional("rating_percent"),
    optional("note"),
];

const TICKETS: [Field; 9] = [
    optional("key"),
    required("employee"),
    optional("channel"),
    optional("client"),
    required("action"),
    optional("quantity"),
    optional("hard"),
    optional("on_behalf_of"),
    by_profile("comment"),
];

const CALLS: [Field; 12] = [
    optional("key"),
    optional("operator"),
    optional("client"),
    optional("direction"),
    optional("channel"),
    by_profile("external_id"),
    by_profile("operator_in"),
    by_profile("operator_out"),
    by_profile("client_in"),
    by_profile("client_out"),
    by_profile("duration"),
    by_profile("talk"),
];

const STAGES: [Field; 7] = [
    required("key"),
    required("deal"),
    required("pipeline"),
    required("stage"),
    required("responsible"),
    optional("moved_by"),
    optional("client"),
];

const ABSENCES: [Field; 5] =
    [required("person"), required("from"), required("to"), required("kind"), by_profile("reason")];

const RATINGS: [Field; 4] = [required("person"), required("date"), required("kind"), required("value")];

const CALENDAR: [Field; 5] =
    [required("date"), required("kind"), optional("swapped_with"), optional("name"), by_profile("code")];

/// The fields of a kind that are no moments.
pub(super) fn fields(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::People => &PEOPLE,
        Kind::Actions => &ACTIONS,
        Kind::Samples => &SAMPLES,
        Kind::Tickets => &TICKETS,
        Kind::Calls => &CALLS,
        Kind::Stages => &STAGES,
        Kind::Absences => &ABSENCES,
        Kind::Ratings => &RATINGS,
        Kind::Calendar => &CALENDAR,
        Kind::Norms => &NORMS,
    }
}

/// The moments of a kind: the one that must be there first; the others order the times of a call that
/// runs over midnight.
pub(super) fn moments(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Samples => &["started_at", "opened_at"],
        Kind::Tickets => &["finished_at", "opened_at", "started_at"],
        Kind::Calls => &["started_at", "answered_at", "ended_at"],
        Kind::Stages => &["moved_at"],
        Kind::People | Kind::Actions | Kind::Absences | Kind::Ratings | Kind::Calendar | Kind::Norms => &[],
    }
}

/// The moments of a kind that further ones may stand without a profile: by the columns of the same name.
pub(super) fn plain_moments(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Calls => &["answered_at", "ended_at"],
        _ => &[],
    }
}

/// The names by which a kind's moments follow each other: the first, when work began, when it was over.
pub(super) fn in_order(kind: Kind) -> [&'static str; 3] {
    match kind {
        Kind::Calls => ["started_at", "answered_at", "ended_at"],
        Kind::Stages => ["opened_at", "moved_at", "finished_at"],
        _ => ["opened_at", "started_at", "finished_at"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_go_by_their_names() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.name()), Some(kind));
        }
        assert_eq!((Kind::parse("wages"), Kind::parse("")), (None, None));
    }
}
