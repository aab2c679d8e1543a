//! The gateway's side.

use super::authorization::Authorization;
use super::call::Call;
use super::canonical::{canonical_request, hash, string_to_sign};
use super::error::SdkError;
use super::keys::SecretKey;
use super::sign::signature;
use super::{BODY_HASH, DATE, REQUIRED, UNSIGNED};
use crate::hmac_sha256;
use crate::params::Reading;

/// The readings of a query that are tried: what a `+` is, is told nowhere.
const READINGS: [Reading; 2] = [Reading::Form, Reading::Percent];

/// Checks a call's signature under the SK that belongs to `authorization.access`. The call's time is
/// another matter: see [`check_date`](super::check_date). The comparison takes the same time for
/// every wrong signature.
pub fn verify(
    secret: &SecretKey,
    authorization: &Authorization,
    call: &Call,
) -> Result<(), SdkError> {
    let signed = |wanted: &str| {
        let mut names = authorization.signed_headers.iter();
        names.any(|name| name.eq_ignore_ascii_case(wanted))
    };
    if let Some(name) = REQUIRED.into_iter().find(|name| !signed(name)) {
        return Err(SdkError::NotSigned(name));
    }
    let mut names = authorization.signed_headers.iter();
    if let Some(name) = names.find(|name| call.header(name).next().is_none()) {
        return Err(SdkError::NotSent(name.clone()));
    }
    check_body_hash(call)?;
    let date = call
        .date()
        .ok_or_else(|| SdkError::NotSent(DATE.to_owned()))?;
    let fits = |reading| {
        let text = canonical_request(call, &authorization.signed_headers, reading);
        let right = signature(secret, &string_to_sign(date, &text));
        hmac_sha256::same(&authorization.signature, &right)
    };
    if READINGS.into_iter().any(fits) {
        Ok(())
    } else {
        Err(SdkError::Mismatch)
    }
}

/// Where a header stands in for the body's hash, it must be that hash or leave the body unsigned.
fn check_body_hash(call: &Call) -> Result<(), SdkError> {
    let declared = call.header(BODY_HASH).next().map(str::trim);
    let is_right =
        |declared: &str| declared == UNSIGNED || declared.eq_ignore_ascii_case(&hash(&call.body));
    if declared.is_none_or(is_right) {
        Ok(())
    } else {
        Err(SdkError::OtherBody)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{AccessKey, sign};
    use super::*;

    fn secret() -> SecretKey {
        SecretKey::new("obviously-fake-secret")
    }

    fn call() -> Call {
        let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        Call {
            method: "GET".to_owned(),
            path: "/api/mkp-openapi-public/global/v1/order/query".to_owned(),
            query: "orderId=MOCKONDEMAND&orderLineId=".to_owned(),
            headers: vec![
                header("Host", "mkt.myhuaweicloud.com"),
                header("X-Sdk-Date", "20240317T144237Z"),
                header("Content-Type", "application/json charset=UTF-8"),
            ],
            body: Vec::new(),
        }
    }

    fn signed() -> Authorization {
        sign(&AccessKey::new("ak"), &secret(), &call()).unwrap()
    }

    #[test]
    fn signed_call_verifies_with_further_unsigned_headers() {
        let mut sent = call();
        sent.headers.push(("User-Agent".to_owned(), "x".to_owned()));
        sent.headers.reverse();
        assert_eq!(verify(&secret(), &signed(), &sent), Ok(()));
    }

    #[test]
    fn order_and_case_of_the_signed_names_are_free() {
        let mut authorization = signed();
        authorization.signed_headers = ["X-Sdk-Date", "Host", "Content-Type"]
            .map(str::to_owned)
            .to_vec();
        assert_eq!(verify(&secret(), &authorization, &call()), Ok(()));
    }

    #[test]
    fn changed_call_is_noticed() {
        type Change = fn(&mut Call);
        let changes: [Change; 5] = [
            |call| call.method = "POST".to_owned(),
            |call| call.path.push('x'),
            |call| call.query.push('x'),
            |call| call.headers[0].1.push('x'),
            |call| call.body.push(b'x'),
        ];
        for change in changes {
            let mut sent = call();
            change(&mut sent);
            let found = verify(&secret(), &signed(), &sent);
            assert_eq!(found, Err(SdkError::Mismatch), "{sent:?}");
        }
    }

    #[test]
    fn host_and_date_must_be_signed_and_sent() {
        for (position, name) in REQUIRED.into_iter().enumerate() {
            let mut authorization = signed();
            authorization.signed_headers.retain(|known| known != name);
            let found = verify(&secret(), &authorization, &call());
            assert_eq!(found, Err(SdkError::NotSigned(name)));
            let mut sent = call();
            sent.headers.remove(position);
            let found = verify(&secret(), &signed(), &sent);
            assert_eq!(found, Err(SdkError::NotSent(name.to_owned())));
            let found = sign(&AccessKey::new("ak"), &secret(), &sent);
            assert_eq!(found, Err(SdkError::NotSigned(name)));
        }
    }

    #[test]
    fn declared_hash_of_the_body_must_be_its_own() {
        let declared = |value: &str| {
            let mut sent = call();
            sent.body = b"{}".to_vec();
            sent.headers.push((BODY_HASH.to_owned(), value.to_owned()));
            let authorization = sign(&AccessKey::new("ak"), &secret(), &sent).unwrap();
            verify(&secret(), &authorization, &sent)
        };
        assert_eq!(declared(UNSIGNED), Ok(()));
        assert_eq!(declared(&hash(b"{}")), Ok(()));
        assert_eq!(declared(&hash(b"")), Err(SdkError::OtherBody));
    }
}
