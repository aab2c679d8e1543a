//! Backends that let somebody in wrongly, or the gateway not.

use axum::response::{IntoResponse, Response};
use chrono::{DateTime, TimeDelta, Utc};
use galleria_protocol::gateway::token::{Algorithm, LIFE, Unverified};
use galleria_protocol::sdk_hmac::SecretKey;
use http::StatusCode;

use crate::agents::AgentReference;
use crate::agents::admission::Refused;
use crate::agents::config::AgentConfig;
use crate::agents::table::sellers;

/// How old a token is, in milliseconds; one that is ahead has a negative age.
fn age(token: &Unverified, now: DateTime<Utc>) -> i64 {
    now.timestamp_millis() - token.timestamp().unwrap_or_default()
}

/// Whether a token tells an end of its life that is over.
fn is_over(token: &Unverified, now: DateTime<Utc>) -> bool {
    token.expires().is_some_and(|end| end < now.timestamp())
}

sellers! {
    "agent-seconds-expected", "Reads the timestamp of a token as seconds.", Seconds {
        fn is_fresh(&self, token: &Unverified, now: DateTime<Utc>) -> bool {
            let made = token.timestamp().unwrap_or_default();
            (now.timestamp() - made).abs() <= LIFE.num_seconds()
        }
    }
    "agent-expiry-compared-backwards", "Takes a token only when its life is over.", Backwards {
        fn is_fresh(&self, token: &Unverified, now: DateTime<Utc>) -> bool {
            is_over(token, now)
        }
    }
    "agent-token-not-demanded", "Checks a token where there is one, and serves whoever brings none.", NotDemanded {
        fn without_credential(&self, _: bool) -> Result<(), Refused> {
            Ok(())
        }
    }
    "agent-signature-not-verified", "Reads what a token tells, and does not check who signed it.", NotVerified {
        fn is_signed(&self, _: &Unverified, _: &SecretKey) -> bool {
            true
        }
    }
    "agent-none-accepted", "Takes a token that says it is not signed.", NoneTaken {
        fn is_signed(&self, token: &Unverified, secret: &SecretKey) -> bool {
            token.names(Algorithm::None) || AgentReference.is_signed(token, secret)
        }
    }
    "agent-algorithm-from-token", "Checks a token by whichever HMAC it names itself.", Named {
        fn is_signed(&self, token: &Unverified, secret: &SecretKey) -> bool {
            [Algorithm::Hs256, Algorithm::Hs512]
                .into_iter()
                .any(|one| token.names(one) && token.is_signed(secret, one))
        }
    }
    "agent-empty-secret-for-unknown-key", "Checks the token of an AK that it does not know with an empty SK.", EmptySecret {
        fn secret_of(&self, config: &AgentConfig, api_key: &str) -> Option<SecretKey> {
            Some(config.secret_of(api_key).unwrap_or_else(|| SecretKey::new("")))
        }
    }
    "agent-key-not-looked-up", "Checks every token with its one SK, whatever AK it tells.", NotLookedUp {
        fn secret_of(&self, config: &AgentConfig, _: &str) -> Option<SecretKey> {
            Some(config.secret.clone())
        }
    }
    "agent-expiry-not-checked", "Takes a token for ever.", NeverOver {
        fn is_fresh(&self, token: &Unverified, now: DateTime<Utc>) -> bool {
            age(token, now) >= -LIFE.num_milliseconds()
        }
    }
    "agent-future-not-checked", "Takes a token that was made for a later time.", Future {
        fn is_fresh(&self, token: &Unverified, now: DateTime<Utc>) -> bool {
            age(token, now) <= LIFE.num_milliseconds() && !is_over(token, now)
        }
    }
    "agent-window-of-one-minute", "Takes a token for one minute.", OneMinute {
        fn is_fresh(&self, token: &Unverified, now: DateTime<Utc>) -> bool {
            age(token, now).abs() <= TimeDelta::minutes(1).num_milliseconds()
        }
    }
    "agent-further-claims-refused", "Refuses a token that tells more than the pages do.", NoFurther {
        fn knows_members(&self, token: &Unverified) -> bool {
            let known = ["api_key", "exp", "timestamp"];
            token.payload.keys().all(|name| known.contains(&name.as_str()))
        }
    }
    "agent-crashes-on-malformed-token", "Answers with 500 to what is no token.", Crashes {
        fn refusal(&self, why: Refused) -> Response {
            if why == Refused::Malformed {
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            } else {
                AgentReference.refusal(why)
            }
        }
    }
    "agent-own-header-not-demanded", "Checks the header of its own where there is one, and serves whoever brings none.", OwnNotDemanded {
        fn without_credential(&self, own: bool) -> Result<(), Refused> {
            if own { Ok(()) } else { Err(Refused::Missing) }
        }
    }
    "agent-own-header-not-compared", "Looks whether the header of its own is there, and not what it holds.", OwnNotCompared {
        fn is_own(&self, _: &AgentConfig, _: &str) -> bool {
            true
        }
    }
}
