//! Dates its queries in the time of Beijing.
//!
//! The time was formatted where the engineer sits, and the Z behind it says UTC.

use chrono::{DateTime, TimeDelta, Utc};

use crate::Behaviour;

/// Is eight hours ahead.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn query_time(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        now + TimeDelta::hours(8)
    }
}
