//! Whether a call is signed and dated as it must be [v2 §7.3].

use galleria_protocol::mistake::{Context, of_sdk_hmac};
use galleria_protocol::sdk_hmac::{
    Authorization, Call, DateError, HEADER, SdkError, check_date, verify,
};

use super::call_back::Flaw;
use super::desk::Credentials;
use crate::clock::Clock;

/// What is wrong with signature and time of a call that comes at `now`. They are looked at apart, so
/// that a right signature of an old call is not called wrong. Where the marketplace's clock jumped
/// ahead of the seller's, either time is right.
pub(super) fn flaws(credentials: &Credentials, call: &Call, now: &Clock) -> Vec<Flaw> {
    let date = match check_date(call, now.unskipped()).or_else(|_| check_date(call, now.now())) {
        // A call without a time has no signature over it, and that is told.
        Ok(()) | Err(DateError::Missing) => None,
        Err(error) => Some(Flaw::Date {
            error: error.to_string(),
        }),
    };
    signature(credentials, call)
        .into_iter()
        .chain(date)
        .collect()
}

fn signature(credentials: &Credentials, call: &Call) -> Option<Flaw> {
    let given = call.header(HEADER).next().ok_or(SdkError::Missing);
    let authorization = match given.and_then(Authorization::parse) {
        Ok(authorization) => authorization,
        Err(error) => return Some(Flaw::unexplained(error.to_string())),
    };
    if authorization.access != credentials.access {
        let error = "the AK in Authorization is not the one that the marketplace knows";
        return Some(Flaw::unexplained(error.to_owned()));
    }
    let error = verify(&credentials.secret, &authorization, call).err()?;
    let context = Context::default();
    let diagnosis = of_sdk_hmac(&credentials.secret, &authorization, call, &context);
    Some(Flaw::signature(error.to_string(), diagnosis.cause()))
}
