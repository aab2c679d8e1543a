//! Dates its queries by a clock that is ten minutes slow.
//!
//! The gateway allows for fifteen [v2 §7.3].

use chrono::{DateTime, TimeDelta, Utc};

use crate::Behaviour;

/// Is late.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn query_time(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        now - TimeDelta::minutes(10)
    }
}
