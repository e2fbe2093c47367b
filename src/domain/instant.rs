//! A moment on the wire and in the store: UTC, to the millisecond.
//!
//! Invariant: a moment that comes in without a zone offset is refused, never guessed.

use chrono::{DateTime, SecondsFormat, TimeZone, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A moment in UTC. On the wire: RFC 3339 with an offset; in the store: Unix milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema)]
#[schemars(with = "String")]
pub struct Instant(DateTime<Utc>);

impl Instant {
    /// The moment of so many Unix milliseconds. `None` outside the calendar chrono knows.
    #[must_use]
    pub fn from_millis(millis: i64) -> Option<Self> {
        Utc.timestamp_millis_opt(millis).single().map(Self)
    }

    /// Unix milliseconds.
    #[must_use]
    pub fn millis(self) -> i64 {
        self.0.timestamp_millis()
    }

    /// The moment as chrono's UTC time.
    #[must_use]
    pub fn utc(self) -> DateTime<Utc> {
        self.0
    }

    /// RFC 3339 in the zone given, so that people read their own clock.
    #[must_use]
    pub fn local(self, zone: chrono_tz::Tz) -> String {
        self.0.with_timezone(&zone).to_rfc3339_opts(SecondsFormat::AutoSi, true)
    }
}

impl From<DateTime<Utc>> for Instant {
    fn from(moment: DateTime<Utc>) -> Self {
        Self::from_millis(moment.timestamp_millis()).unwrap_or(Self(moment))
    }
}

impl Serialize for Instant {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        DateTime::parse_from_rfc3339(text.trim()).map(|moment| Self::from(moment.with_timezone(&Utc))).map_err(|_| {
            serde::de::Error::custom(format!("\"{text}\" is no moment with an offset, like 2026-03-17T10:00:00+03:00"))
        })
    }
}
