//! The usage push, new and old, and what answers it [v2 §7.2].

use chrono::{DateTime, Utc};
use galleria_protocol::Key;
use galleria_protocol::mistake::{Context, of_usage_signature};
use galleria_protocol::sdk_hmac::{Call, SecretKey};
use galleria_protocol::signed_call::SignatureError;
use galleria_protocol::usage_signature::{self, claim};
use galleria_protocol::v2::open_api::{self, OpenApiCode};
use galleria_protocol::v2::usage::{Flaw as Wrong, UsagePush, flaws};
use serde_json::json;

use super::call_back::{Flaw, Wish};
use super::instances::Instances;
use super::query::Answered;

/// What a push tells, or why it cannot be read.
pub(super) fn told(call: &Call) -> Result<UsagePush, Flaw> {
    serde_json::from_slice(&call.body).map_err(|error| Flaw::Body {
        error: error.to_string(),
    })
}

/// What is wrong with the signature of a new push. The SK may have been taken for the access key.
pub(super) fn signature(key: &Key, secret: &SecretKey, call: &Call) -> Option<Flaw> {
    let headers = call.headers.iter();
    let headers = headers.map(|(name, value)| (name.as_str(), value.as_str()));
    let claim = match claim(headers) {
        Ok(claim) => claim,
        Err(error) => return Some(Flaw::unexplained(error.to_string())),
    };
    usage_signature::verify(key, &claim, &call.body).err()?;
    let other_keys = [Key::new(secret.expose())];
    let context = Context {
        other_keys: &other_keys,
        ..Context::default()
    };
    let diagnosis = of_usage_signature(key, &claim, &call.body, &context);
    let error = SignatureError::Mismatch.to_string();
    Some(Flaw::signature(error, diagnosis.cause()))
}

/// What is wrong with the records of a push that comes at `now`.
pub(super) fn records(
    push: &UsagePush,
    wish: Wish,
    now: DateTime<Utc>,
    instances: &mut Instances,
) -> Vec<Flaw> {
    let wrong = flaws(push, wish == Wish::UsagePush, now);
    let mut found: Vec<_> = wrong
        .into_iter()
        .map(|wrong| match wrong {
            Wrong::TooManyRecords(_) | Wrong::TooOld(_) => Flaw::Limit {
                error: wrong.to_string(),
                age: matches!(wrong, Wrong::TooOld(_)),
            },
            Wrong::Ahead(_) => Flaw::Ahead {
                error: wrong.to_string(),
            },
            Wrong::Repeated(_) => Flaw::Serial {
                error: wrong.to_string(),
            },
            _ => Flaw::Record {
                error: wrong.to_string(),
            },
        })
        .collect();
    found.extend(instances.flaws(push));
    found
}

/// What answers a push. The new one looks at the signature alone: a later job of the marketplace
/// looks through the records. No page tells its code for a body that cannot be read; it is taken to
/// be the old one's.
pub(super) fn answer(wish: Wish, flaws: &[Flaw]) -> Answered {
    let code = flaws.iter().find_map(|flaw| match (wish, flaw) {
        (Wish::UsagePush, Flaw::Signature { .. }) => Some(&open_api::USAGE_UNAUTHORIZED),
        (_, Flaw::Body { .. }) => Some(&open_api::INVALID),
        (Wish::UsagePush, _) => None,
        (_, Flaw::Limit { age: true, .. }) => Some(&open_api::TOO_OLD_RECORD),
        (_, Flaw::Limit { age: false, .. }) => Some(&open_api::TOO_MANY_RECORDS),
        (_, Flaw::UnknownInstance { .. }) => Some(&open_api::UNKNOWN_INSTANCE),
        (_, Flaw::Record { .. }) => Some(&open_api::INVALID_USAGE),
        _ => None,
    });
    written(code.unwrap_or(&open_api::SUCCESS))
}

/// An answer with that code and its text.
pub(super) fn written(code: &OpenApiCode) -> Answered {
    let message = match code.code {
        "MKT.0000" => "success",
        _ => code.message,
    };
    let body = json!({ "error_code": code.code, "error_msg": message });
    Answered {
        status: code.status,
        body: body.to_string(),
    }
}
