//! Whether a kit call is the marketplace's [kit §1.2, §1.3].

use galleria_protocol::signed_call::{Claim, SignatureError};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Api, kit, kit_signature};

use super::arrived::Arrived;
use super::behaviour::KitBehaviour;
use crate::reading::Unauthentic;
use crate::seller::Seller;

/// What the headers of a V2 call say of it.
pub(super) fn claim(arrived: &Arrived) -> Result<Claim, Unauthentic> {
    let headers = arrived.headers.iter();
    let texts = headers.filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)));
    kit_signature::claim(texts).map_err(|error| match error {
        SignatureError::TimestampMissing => Unauthentic::Parameter("x-timestamp"),
        SignatureError::NonceMissing => Unauthentic::Parameter("x-nonce"),
        SignatureError::SignatureMissing | SignatureError::Mismatch => Unauthentic::Signature,
    })
}

/// Whether the marketplace sent a call.
pub(crate) fn check(
    behaviour: &dyn KitBehaviour,
    seller: &Seller,
    arrived: &Arrived,
) -> Result<(), Unauthentic> {
    let key = behaviour.key(seller, arrived.api);
    if arrived.api == Api::V1 {
        let header = arrived.header(kit::token::HEADER);
        let body = arrived.object().unwrap_or_default();
        return match behaviour.is_token_right(key, &body, header) {
            true => Ok(()),
            false if header.is_none() => Err(Unauthentic::Token(TokenError::Missing)),
            false => Err(Unauthentic::Token(TokenError::Mismatch)),
        };
    }
    let claim = behaviour.claim(arrived)?;
    let sent: i64 = claim
        .timestamp
        .parse()
        .map_err(|_| Unauthentic::Parameter("x-timestamp"))?;
    if !behaviour.is_fresh(arrived.at.timestamp_millis().saturating_sub(sent)) {
        return Err(Unauthentic::Stale);
    }
    if !behaviour.is_signed(key, &claim, &arrived.body) {
        return Err(Unauthentic::Signature);
    }
    if !behaviour.is_first_use(seller, &claim.nonce, arrived.at) {
        return Err(Unauthentic::Replayed);
    }
    Ok(())
}
