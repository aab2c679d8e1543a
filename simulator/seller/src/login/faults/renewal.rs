//! Sellers that renew an access token wrongly, or not at all.

use chrono::{DateTime, Utc};
use reqwest::Url;
use serde_json::{Map, Value};

use crate::login::binding::Binding;
use crate::login::outward::Outward;
use crate::login::sessions::{Session, Tokens};
use crate::login::table::sellers;
use crate::login::{LoginBehaviour as _, LoginReference};
use crate::seller::Seller;

/// The refresh as if the binding held another secret.
fn under(seller: &Seller, binding: &Binding, secret: &str, held: &Tokens) -> Option<Outward> {
    let binding = Binding {
        secret: secret.to_owned(),
        ..binding.clone()
    };
    LoginReference.refresh_request(seller, &binding, held)
}

/// The parameters of a form.
fn pairs(form: &str) -> Vec<(String, String)> {
    let url = Url::parse(&format!("http://form.example/?{form}"));
    url.map_or_else(
        |_| Vec::new(),
        |url| url.query_pairs().into_owned().collect(),
    )
}

sellers! {
    "login-refresh-grant-of-code", "Asks for a refresh with grant_type=authorization_code.", GrantOfCode {
        fn refresh_request(&self, seller: &Seller, binding: &Binding, held: &Tokens) -> Option<Outward> {
            let mut call = LoginReference.refresh_request(seller, binding, held)?;
            call.body = call.body.replace("grant_type=refresh_token", "grant_type=authorization_code");
            Some(call)
        }
    }
    "login-refresh-in-json", "Asks for a refresh in JSON.", InJson {
        fn refresh_request(&self, seller: &Seller, binding: &Binding, held: &Tokens) -> Option<Outward> {
            let mut call = LoginReference.refresh_request(seller, binding, held)?;
            let told = pairs(&call.body).into_iter();
            let told: Map<String, Value> = told.map(|(name, value)| (name, Value::from(value))).collect();
            call.headers = vec![("content-type", "application/json".to_owned())];
            call.body = Value::Object(told).to_string();
            Some(call)
        }
    }
    "login-refresh-at-own-address", "Asks for a refresh at /api/v1/oauth2/refresh.", OtherPath {
        fn refresh_request(&self, seller: &Seller, binding: &Binding, held: &Tokens) -> Option<Outward> {
            let mut call = LoginReference.refresh_request(seller, binding, held)?;
            call.url = format!("{}/api/v1/oauth2/refresh", binding.domain);
            Some(call)
        }
    }
    "login-refresh-secret-sealed", "Asks for a refresh with the client secret as it came, still encrypted.", Sealed {
        fn refresh_request(&self, seller: &Seller, binding: &Binding, held: &Tokens) -> Option<Outward> {
            under(seller, binding, &binding.sealed, held)
        }
    }
    "login-refresh-by-other-client", "Asks for a refresh as the client of another tenant.", OtherClient {
        fn refresh_request(&self, seller: &Seller, binding: &Binding, held: &Tokens) -> Option<Outward> {
            let mut all = Binding::all(seller).into_iter();
            let other = all.find(|other| other.client_id != binding.client_id)?;
            let binding = Binding { domain: binding.domain.clone(), ..other };
            LoginReference.refresh_request(seller, &binding, held)
        }
    }
    "login-refresh-with-access-token", "Sends the access token as refresh_token.", AccessToken {
        fn refresh_request(&self, seller: &Seller, binding: &Binding, held: &Tokens) -> Option<Outward> {
            let held = Tokens { refresh: Some(held.access.clone()), ..held.clone() };
            LoginReference.refresh_request(seller, binding, &held)
        }
    }
    "login-token-never-renewed", "Asks who it is with a token that has expired, and never renews it.", NeverRenews {
        fn tries_old_token(&self) -> bool {
            true
        }
        fn refresh_request(&self, _: &Seller, _: &Binding, _: &Tokens) -> Option<Outward> {
            None
        }
        fn outlives_token(&self) -> bool {
            false
        }
    }
    "login-renewed-token-unused", "Renews its token, and goes on with the one that has expired.", Unused {
        fn kept(&self, old: &Tokens, new: Tokens) -> Tokens {
            Tokens { access: old.access.clone(), ..LoginReference.kept(old, new) }
        }
    }
    "login-refresh-token-forgotten", "Forgets its refresh token where the answer to a refresh has none.", Forgets {
        fn tries_old_token(&self) -> bool {
            true
        }
        fn kept(&self, _: &Tokens, new: Tokens) -> Tokens {
            new
        }
    }
    "login-first-refresh-token-kept", "Keeps the refresh token of the login, whatever a refresh answers.", KeepsFirst {
        fn kept(&self, old: &Tokens, new: Tokens) -> Tokens {
            Tokens { refresh: old.refresh.clone(), ..new }
        }
    }
    "login-session-of-token", "Ends its own session with the access token, and asks nobody.", EndsWithToken {
        fn is_open(&self, session: &Session, now: DateTime<Utc>) -> bool {
            !LoginReference.is_stale(session, now)
        }
    }
    "login-needs-refresh-token", "Refuses a login whose token comes without a refresh token.", NeedsRefresh {
        fn takes(&self, tokens: &Tokens) -> bool {
            tokens.refresh.is_some()
        }
    }
}
