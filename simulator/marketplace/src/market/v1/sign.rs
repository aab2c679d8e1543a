//! Dating and signing a call [v1 §2].

use galleria_protocol::{Api, Key, Params, time, token};

use crate::market::sealed::{Dating, Sealed};

/// The parameter that dates a call.
const TIME_STAMP: &str = "timeStamp";

/// Dates and signs a call with these parameters.
pub(in crate::market) fn seal(key: &Key, content: &Params, dating: &Dating) -> Sealed {
    let mut query = content.clone();
    query.set(TIME_STAMP, time::time_stamp(dating.time));
    sign(key, &mut query);
    Sealed {
        api: Api::V1,
        query,
        body: Vec::new(),
    }
}

/// Signs parameters, in place of the token that they may have.
pub(in crate::market) fn sign(key: &Key, query: &mut Params) {
    query.remove(token::PARAMETER);
    let token = token::sign(key, query);
    query.push(token::PARAMETER, token);
}
