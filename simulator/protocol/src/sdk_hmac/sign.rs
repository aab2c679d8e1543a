//! The seller's side.

use super::authorization::Authorization;
use super::call::Call;
use super::canonical::{canonical_request, sorted_names, string_to_sign};
use super::date::DATE;
use super::error::SdkError;
use super::keys::{AccessKey, SecretKey};
use crate::hmac_sha256;
use crate::params::Reading;

/// The signature of a string to sign: 64 lower-case hexadecimal digits.
pub fn signature(secret: &SecretKey, string_to_sign: &str) -> String {
    hmac_sha256::hex(secret.expose().as_bytes(), string_to_sign.as_bytes())
}

/// Signs a call with all of its headers, as the vendor's SDK does. `host` and `x-sdk-date` must be
/// among them.
pub fn sign(
    access: &AccessKey,
    secret: &SecretKey,
    call: &Call,
) -> Result<Authorization, SdkError> {
    if call.header("host").next().is_none() {
        return Err(SdkError::NotSigned("host"));
    }
    let date = call.date().ok_or(SdkError::NotSigned(DATE))?;
    let names: Vec<_> = call.headers.iter().map(|(name, _)| name.clone()).collect();
    let text = canonical_request(call, &names, Reading::Form);
    Ok(Authorization {
        access: access.clone(),
        signed_headers: sorted_names(&names),
        signature: signature(secret, &string_to_sign(date, &text)),
    })
}
