//! Lets a licence code hold from the local time of its machine.
//!
//! The machine stands in China, and the formatter asks for no zone.

use chrono::FixedOffset;
use galleria_protocol::time;

use crate::Behaviour;
use crate::licence::LicenceBehaviour;
use crate::seller::Seller;

/// How far the machine is ahead of UTC.
const CHINA: FixedOffset = FixedOffset::east_opt(8 * 3600).expect("it is a zone");

/// Tells local time.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn effect_time(&self, seller: &Seller) -> String {
        time::expire_time(seller.now(), CHINA)
    }
}
