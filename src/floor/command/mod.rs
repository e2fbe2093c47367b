//! The commands: what people ask the floor to do, one file an area. These are the wire.
//!
//! Invariant: unknown fields are refused, so that a misspelt one cannot be lost in silence. Things of the
//! catalogue go by code, facts by UUID.

mod absence;
mod calendar;
mod catalogue;
mod department;
mod desk;
mod given;
mod import;
mod norms;
mod orders;
mod pay;
mod people;
mod study;
mod ticket;

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

pub use absence::*;
pub use calendar::*;
pub use catalogue::*;
pub use department::*;
pub use desk::*;
pub use given::Given;
pub use import::*;
pub use norms::*;
pub use orders::*;
pub use pay::*;
pub use people::*;
pub use study::*;
pub use ticket::*;

/// Makes an area's enum of commands, each named once: `"name" => Variant(Fields)`.
macro_rules! commands {
    ($(#[$area:meta])* $name:ident { $($(#[$doc:meta])* $wire:literal => $variant:ident($fields:ty),)+ }) => {
        $(#[$area])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(tag = "do", content = "with")]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $wire)] $variant($fields),)+
        }

        impl $name {
            /// The names of these commands on the wire.
            pub const NAMES: &'static [&'static str] = &[$($wire),+];

            /// The command's name on the wire.
            #[must_use]
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $wire,)+
                }
            }
        }
    };
}
use commands;

/// A command; on the wire `{"do": name, "with": {…}}`.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Command {
    /// Departments, people, passwords.
    People(PeopleCommand),
    /// Actions.
    Catalogue(CatalogueCommand),
    /// Time studies.
    Study(StudyCommand),
    /// Norm sets and orders.
    Norms(NormsCommand),
    /// The way of a set to an order, and what follows it.
    Orders(OrdersCommand),
    /// Tickets.
    Ticket(TicketCommand),
    /// Calls, deal stages, merging, the queue, claims and reviews.
    Desk(DeskCommand),
    /// Calendars, schedules, the closing of days.
    Calendar(CalendarCommand),
    /// Absences, downtime, cover.
    Absence(AbsenceCommand),
    /// Pay schemes, awards, locked months.
    Pay(PayCommand),
    /// Objections, tasks, notes, indicators.
    Department(DepartmentCommand),
    /// Chunks of an import.
    Import(ImportCommand),
}

/// Why a line is no command.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// No command of that name.
    #[error("there is no command \"{0}\"")]
    UnknownCommand(String),
    /// The fields don't fit.
    #[error("{0}")]
    Fields(String),
}

impl Command {
    /// Reads a command from its name and fields.
    pub fn from_wire(name: &str, with: &Value) -> Result<Self, WireError> {
        let wire = Wire { name, value: json!({"do": name, "with": with}) };
        if let Some(command) = wire.of_area(PeopleCommand::NAMES) {
            return command.map(Self::People);
        }
        if let Some(command) = wire.of_area(CatalogueCommand::NAMES) {
            return command.map(Self::Catalogue);
        }
        if let Some(command) = wire.of_area(StudyCommand::NAMES) {
            return command.map(Self::Study);
        }
        if let Some(command) = wire.of_area(NormsCommand::NAMES) {
            return command.map(Self::Norms);
        }
        if let Some(command) = wire.of_area(OrdersCommand::NAMES) {
            return command.map(Self::Orders);
        }
        if let Some(command) = wire.of_area(TicketCommand::NAMES) {
            return command.map(Self::Ticket);
        }
        if let Some(command) = wire.of_area(DeskCommand::NAMES) {
            return command.map(Self::Desk);
        }
        if let Some(command) = wire.of_area(CalendarCommand::NAMES) {
            return command.map(Self::Calendar);
        }
        if let Some(command) = wire.of_area(AbsenceCommand::NAMES) {
            return command.map(Self::Absence);
        }
        if let Some(command) = wire.of_area(PayCommand::NAMES) {
            return command.map(Self::Pay);
        }
        if let Some(command) = wire.of_area(DepartmentCommand::NAMES) {
            return command.map(Self::Department);
        }
        if let Some(command) = wire.of_area(ImportCommand::NAMES) {
            return command.map(Self::Import);
        }
        Err(WireError::UnknownCommand(name.to_owned()))
    }

    /// The command's name on the wire.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::People(command) => command.name(),
            Self::Catalogue(command) => command.name(),
            Self::Study(command) => command.name(),
            Self::Norms(command) => command.name(),
            Self::Orders(command) => command.name(),
            Self::Ticket(command) => command.name(),
            Self::Desk(command) => command.name(),
            Self::Calendar(command) => command.name(),
            Self::Absence(command) => command.name(),
            Self::Pay(command) => command.name(),
            Self::Department(command) => command.name(),
            Self::Import(command) => command.name(),
        }
    }

    /// Whether the command asks for the password again.
    #[must_use]
    pub fn needs_password(&self) -> bool {
        matches!(
            self,
            Self::Norms(NormsCommand::OrderApprove(_))
                | Self::Orders(OrdersCommand::OrderRevoke(_))
                | Self::Pay(PayCommand::SchemeApprove(_))
        )
    }

    /// The areas of the floor a command touches, so that screens know what to ask again.
    #[must_use]
    pub fn area(&self) -> Area {
        match self {
            Self::People(_)
            | Self::Import(ImportCommand::People(_))
            | Self::Orders(OrdersCommand::DeputyName(_) | OrdersCommand::DeputyEnd(_)) => Area::People,
            Self::Catalogue(_) | Self::Import(ImportCommand::Actions(_)) => Area::Catalogue,
            Self::Study(_) | Self::Import(ImportCommand::Samples(_)) => Area::Studies,
            Self::Norms(_) | Self::Orders(_) | Self::Import(ImportCommand::Norms(_)) => Area::Norms,
            Self::Ticket(_)
            | Self::Desk(_)
            | Self::Import(ImportCommand::Tickets(_) | ImportCommand::Calls(_) | ImportCommand::Stages(_)) => {
                Area::Tickets
            }
            Self::Calendar(_) => Area::Days,
            Self::Absence(_) | Self::Import(ImportCommand::Absences(_)) => Area::Absences,
            Self::Pay(_) => Area::Pay,
            Self::Department(_) | Self::Import(ImportCommand::Ratings(_)) => Area::Department,
        }
    }
}

/// A command's name with its whole text on the wire.
struct Wire<'a> {
    name: &'a str,
    value: Value,
}

impl Wire<'_> {
    /// The command, if it is one of an area's names.
    fn of_area<C: DeserializeOwned>(&self, names: &[&str]) -> Option<Result<C, WireError>> {
        let command = || serde_json::from_value(self.value.clone());
        names.contains(&self.name).then(|| command().map_err(|error| WireError::Fields(error.to_string())))
    }
}

/// A part of the floor that changes together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "named for what they hold")]
pub enum Area {
    People,
    Catalogue,
    Studies,
    Norms,
    Tickets,
    Days,
    Absences,
    Pay,
    Department,
}
