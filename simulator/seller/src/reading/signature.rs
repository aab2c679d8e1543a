//! Whether a V2 request is the marketplace's [v2 §2].
//!
//! The order of the questions is that of the vendor's sample: the timestamp, its age, the nonce,
//! the signature. A nonce is remembered only once the signature fits, so that a stranger cannot
//! use nonces up.

use galleria_protocol::Params;
use galleria_protocol::params::Reading;

use super::received::{Received, Unauthentic};
use crate::behaviour::Behaviour;
use crate::seller::Seller;

/// The longest time, in milliseconds, between the timestamp and now, to either side [v2 §2].
pub const WINDOW: i64 = 60_000;

/// The parameters of the address that sign a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Hex, in either case.
    pub signature: String,
    /// Milliseconds since 1970, as text: it is part of what is signed.
    pub timestamp: String,
    /// New in every request.
    pub nonce: String,
}

impl Signature {
    /// Whether the marketplace sent `received`.
    pub(crate) fn check(
        behaviour: &dyn Behaviour,
        seller: &Seller,
        received: &Received,
    ) -> Result<(), Unauthentic> {
        let query = Params::parse(&received.query, Reading::Form);
        let of = |name| query.get(name).filter(|value| !value.is_empty());
        let timestamp = of("timestamp").ok_or(Unauthentic::Parameter("timestamp"))?;
        let sent: i64 = timestamp
            .parse()
            .map_err(|_| Unauthentic::Parameter("timestamp"))?;
        if !behaviour.is_fresh(received.at.timestamp_millis().saturating_sub(sent)) {
            return Err(Unauthentic::Stale);
        }
        let nonce = of("nonce").ok_or(Unauthentic::Parameter("nonce"))?;
        let signature = of("signature").ok_or(Unauthentic::Signature)?;
        let given = Signature {
            signature: signature.to_owned(),
            timestamp: timestamp.to_owned(),
            nonce: nonce.to_owned(),
        };
        if !behaviour.is_signed(seller.key(), &given, &received.body) {
            return Err(Unauthentic::Signature);
        }
        if !behaviour.is_first_use(seller, nonce, received.at) {
            return Err(Unauthentic::Replayed);
        }
        Ok(())
    }
}
