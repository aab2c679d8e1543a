//! Whether a V2 request is the marketplace's [v2 §2].
//!
//! A nonce is remembered only once the signature fits, so that a stranger cannot use nonces up.

use galleria_protocol::params::Reading;
use galleria_protocol::query_signature;
use galleria_protocol::signed_call::{Claim, SignatureError};

use super::received::{Received, Unauthentic};
use crate::behaviour::Behaviour;
use crate::seller::Seller;

/// The longest time, in milliseconds, between the timestamp and now, to either side [v2 §2].
pub const WINDOW: i64 = 60_000;

/// What the address of `received` says of its call: signature, nonce and timestamp.
pub(crate) fn claim(received: &Received) -> Result<Claim, Unauthentic> {
    query_signature::claim(&received.query, Reading::Form).map_err(|error| match error {
        SignatureError::TimestampMissing => Unauthentic::Parameter("timestamp"),
        SignatureError::NonceMissing => Unauthentic::Parameter("nonce"),
        SignatureError::SignatureMissing | SignatureError::Mismatch => Unauthentic::Signature,
    })
}

/// Whether the marketplace sent `received`.
pub(crate) fn check(
    behaviour: &dyn Behaviour,
    seller: &Seller,
    received: &Received,
) -> Result<(), Unauthentic> {
    let claim = claim(received)?;
    let sent: i64 = claim
        .timestamp
        .parse()
        .map_err(|_| Unauthentic::Parameter("timestamp"))?;
    if !behaviour.is_fresh(received.at.timestamp_millis().saturating_sub(sent)) {
        return Err(Unauthentic::Stale);
    }
    let key = if received.notice {
        &seller.notice_config().key
    } else {
        seller.key()
    };
    if !behaviour.is_signed(key, &claim, &received.body) {
        return Err(Unauthentic::Signature);
    }
    if !behaviour.is_first_use(seller, &claim.nonce, received.at) {
        return Err(Unauthentic::Replayed);
    }
    Ok(())
}
