//! Deal stages: whose a move is.
//!
//! A stage moved by a person counts once a deal. Its owner is the responsible manager, or, if that manager was away at
//! that moment, the mover on behalf of the responsible.

/// Whose a move is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StageOwner {
    /// Who gets the ticket.
    pub person: i64,
    /// For whom it was done.
    pub on_behalf_of: Option<i64>,
}

/// The owner of a move. `mover` is `None` where the history does not say who moved it, or nobody is known by that name.
///
/// ```
/// use norma::domain::stage::{StageOwner, owner};
/// assert_eq!(owner(1, Some(2), false), StageOwner { person: 1, on_behalf_of: None });
/// assert_eq!(owner(1, Some(2), true), StageOwner { person: 2, on_behalf_of: Some(1) });
/// assert_eq!(owner(1, Some(1), true), StageOwner { person: 1, on_behalf_of: None });
/// assert_eq!(owner(1, None, true), StageOwner { person: 1, on_behalf_of: None });
/// ```
#[must_use]
pub fn owner(responsible: i64, mover: Option<i64>, responsible_away: bool) -> StageOwner {
    match mover {
        Some(mover) if responsible_away && mover != responsible => {
            StageOwner { person: mover, on_behalf_of: Some(responsible) }
        }
        _ => StageOwner { person: responsible, on_behalf_of: None },
    }
}
