//! Licence codes as the marketplace's books hold them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use galleria_protocol::v2::licence_code::CodeStatus;

/// One licence code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LicenceCode {
    /// The code.
    pub code: String,
    /// The order that bought it.
    pub order_id: String,
    /// The product.
    pub product_id: String,
    /// When it was ordered.
    pub ordered: DateTime<Utc>,
    /// When its time is over.
    pub expires: DateTime<Utc>,
}

/// A code and what became of it.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) scenario: String,
    pub(super) code: LicenceCode,
    pub(super) activated: Option<DateTime<Utc>>,
    pub(super) released: bool,
}

/// Every code of a run.
#[derive(Debug, Default)]
pub(super) struct Codes(BTreeMap<String, Held>);

impl Codes {
    pub(super) fn file(&mut self, scenario: &str, code: LicenceCode) {
        let scenario = scenario.to_owned();
        self.0.entry(code.code.clone()).or_insert(Held {
            scenario,
            code,
            activated: None,
            released: false,
        });
    }

    pub(super) fn get(&self, code: &str) -> Option<&Held> {
        self.0.get(code)
    }

    pub(super) fn get_mut(&mut self, code: &str) -> Option<&mut Held> {
        self.0.get_mut(code)
    }
}

impl Held {
    /// How it stands.
    pub(super) fn status(&self, now: DateTime<Utc>) -> CodeStatus {
        match self {
            held if held.released => CodeStatus::Released,
            held if held.code.expires <= now => CodeStatus::Expired,
            _ => CodeStatus::Alive,
        }
    }
}
