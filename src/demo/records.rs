//! The demo's last evening as the telephony recorded it: contacts that nobody has processed yet, and one of a line that nobody knows.

use chrono::{Days, NaiveDate, TimeDelta};

use super::{Stage, cast, moment};
use crate::domain::call::Direction;
use crate::domain::instant::Instant;
use crate::domain::ticket::Channel;
use crate::floor::Stop;
use crate::floor::command::{CallRecord, Command, DeskCommand};
use crate::floor::sign_in::Session;

/// A contact as the telephony knows it.
struct Contact {
    /// Minutes after 17:30.
    minute: i64,
    /// How long it was, in seconds.
    seconds: i64,
    /// Who called, where the number is known.
    client: Option<&'static str>,
    channel: Channel,
    /// The line it came in on; the demo operator's by default.
    line: Option<&'static str>,
}

const fn contact(
    minute: i64,
    seconds: i64,
    client: Option<&'static str>,
    channel: Channel,
    line: Option<&'static str>,
) -> Contact {
    Contact { minute, seconds, client, channel, line }
}

const EVENING: [Contact; 4] = [
    contact(4, 214, Some("+7 921 640-18-33"), Channel::InboundCall, None),
    contact(11, 65, None, Channel::InboundCall, None),
    contact(14, 960, Some("Ольга, чат на сайте"), Channel::Chat, None),
    contact(19, 131, Some("8 (812) 555-03-71"), Channel::InboundCall, Some("SIP/118")),
];

impl Stage {
    /// Records the last evening before today, early in the morning, as an import does.
    pub(super) fn evening(&mut self, supervisor: &Session, today: NaiveDate) -> Result<(), Stop> {
        let Some(player) = cast::operators().next() else { return Ok(()) };
        let evening = moment(today.checked_sub_days(Days::new(1)).unwrap_or(today), 17, 30);
        for Contact { minute, seconds, client, channel, line } in EVENING {
            let started = evening.utc() + TimeDelta::minutes(minute);
            let record = CallRecord {
                call: self.id(),
                employee: Some(line.unwrap_or(player.code).to_owned()),
                client: client.map(str::to_owned),
                direction: Direction::In,
                channel: Some(channel),
                started_at: Instant::from(started),
                answered_at: Some(Instant::from(started + TimeDelta::seconds(9))),
                ended_at: Some(Instant::from(started + TimeDelta::seconds(9 + seconds))),
                external_id: None,
            };
            self.run(supervisor, Command::Desk(DeskCommand::CallRecord(record)))?;
        }
        Ok(())
    }
}
