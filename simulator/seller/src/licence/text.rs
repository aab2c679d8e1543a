//! The licence itself.

use galleria_protocol::v2::request::GetLicenseAsync;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::call::Call;

/// A licence made from instance, event and device alone, so that a repeat gets the same. A product that
/// checks licences without asking anybody signs what is in them with a private key instead.
///
/// # Panics
/// Never: HMAC takes keys of any length.
pub fn text(call: &Call, application: &GetLicenseAsync) -> String {
    let key = call.seller.key().expose().as_bytes();
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    let device = application
        .device_fingerprint
        .as_deref()
        .unwrap_or_default();
    for part in [
        application.instance_id.as_str(),
        application.event_id.as_str(),
        device,
    ] {
        mac.update(part.as_bytes());
        mac.update(b"\n");
    }
    hex::encode_upper(mac.finalize().into_bytes())
}
