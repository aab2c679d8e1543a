//! Lets a licence code hold from the next day on.
//!
//! The day on which it is entered is free.

use chrono::{FixedOffset, TimeDelta};
use galleria_protocol::time;

use crate::Behaviour;
use crate::licence::LicenceBehaviour;
use crate::seller::Seller;

/// The moments of activations are in UTC.
const UTC: FixedOffset = FixedOffset::east_opt(0).expect("UTC is a zone");

/// Tells a later moment.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn effect_time(&self, seller: &Seller) -> String {
        time::expire_time(seller.now() + TimeDelta::days(1), UTC)
    }
}
