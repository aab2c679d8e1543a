//! Dating and signing a call, and writing it as the request that goes out [v1 §2].

use chrono::{DateTime, Utc};
use galleria_protocol::{Key, Params, time, token};

use crate::delivery::Outgoing;

/// The parameter that dates a call.
const TIME_STAMP: &str = "timeStamp";

/// A call that is ready to go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The request.
    pub outgoing: Outgoing,
    /// The value of `timeStamp`, which is part of the key of `authToken`.
    pub time_stamp: String,
}

/// Dates a call.
pub fn stamp(params: &mut Params, now: DateTime<Utc>) {
    params.set(TIME_STAMP, time::time_stamp(now));
}

/// Signs a dated call and writes it as a request to `path`. `afterwards` may change what was signed.
pub fn seal(
    key: &Key,
    mut params: Params,
    path: &str,
    afterwards: impl FnOnce(&mut Params),
) -> Signed {
    let token = token::sign(key, &params);
    params.push(token::PARAMETER, token);
    afterwards(&mut params);
    let time_stamp = params.get(TIME_STAMP).unwrap_or_default().to_owned();
    Signed {
        outgoing: Outgoing::get(path, &params.to_query()),
        time_stamp,
    }
}
