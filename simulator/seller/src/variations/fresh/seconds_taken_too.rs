//! Takes V2 timestamps in seconds as well as in milliseconds.
//!
//! The international page says seconds, its examples have milliseconds: a seller may be ready for either.

use galleria_protocol::Params;
use galleria_protocol::params::Reading;

use crate::Behaviour;
use crate::reading::{self, Received, Unauthentic, WINDOW};
use crate::seller::Seller;

/// Tries both units.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate_v2(&self, seller: &Seller, received: &Received) -> Result<(), Unauthentic> {
        let query = Params::parse(&received.query, Reading::Form);
        let sent = query
            .get("timestamp")
            .and_then(|time| time.parse::<i64>().ok());
        let seconds =
            sent.is_some_and(|sent| (received.at.timestamp() - sent).abs() * 1000 <= WINDOW);
        reading::check(if seconds { &AnyAge } else { self }, seller, received)
    }
}

/// The check behind a timestamp that was looked at already.
#[derive(Debug)]
struct AnyAge;

impl Behaviour for AnyAge {
    fn is_fresh(&self, _: i64) -> bool {
        true
    }
}
