//! Sellers whose login is unusual, and lawful.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, TimeDelta, Utc};

use super::binding::Binding;
use super::desk::{Arrival, HOME_PATH, Landing};
use super::outward::{Outward, form};
use super::sessions::Session;
use super::table::sellers;
use super::ticket::Holder;
use crate::Entry;
use crate::login::LoginReference;
use crate::seller::Seller;

/// A form with a further pair.
fn with(mut call: Outward, pair: (&str, &str)) -> Outward {
    call.body = format!("{}&{}", call.body, form(&[pair]));
    call
}

/// All of them.
pub fn all() -> &'static [Entry] {
    ENTRIES
}

/// The one of this name.
pub fn find(name: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.name == name)
}

sellers! {
    "login-client-in-header-first", "Tries client id and secret in a Basic header, and goes on to the form where that is refused.", HeaderFirst {
        fn token_request(&self, seller: &Seller, binding: &Binding, code: &str) -> Outward {
            let mut call = LoginReference.token_request(seller, binding, code);
            call.body = form(&[("code", code), ("grant_type", "authorization_code")]);
            let pair = STANDARD.encode(format!("{}:{}", binding.client_id, binding.secret));
            call.headers.push(("authorization", format!("Basic {pair}")));
            call
        }
        fn second_request(&self, seller: &Seller, binding: &Binding, code: &str) -> Option<Outward> {
            Some(LoginReference.token_request(seller, binding, code))
        }
    }
    "login-redirects-with-303", "Sends a browser on with 303 after the login.", SeeOther {
        fn landing(&self, _: &Arrival, _: &Session) -> Landing {
            Landing { status: 303, location: HOME_PATH.to_owned() }
        }
    }
    "login-names-scope", "Names the scope in its token request, which no table asks for.", Scope {
        fn token_request(&self, seller: &Seller, binding: &Binding, code: &str) -> Outward {
            let call = LoginReference.token_request(seller, binding, code);
            with(call, ("scope", "get_user_info"))
        }
    }
    "login-form-with-charset", "Tells the charset behind the type of its token request.", Charset {
        fn token_request(&self, seller: &Seller, binding: &Binding, code: &str) -> Outward {
            let mut call = LoginReference.token_request(seller, binding, code);
            let form = "application/x-www-form-urlencoded; charset=UTF-8";
            call.headers = vec![("content-type", form.to_owned())];
            call
        }
    }
    "login-cookie-by-another-name", "Calls its session's cookie by another name.", Named {
        fn cookie_name(&self) -> &'static str {
            "sid"
        }
    }
    "login-cookie-with-max-age", "Tells how long its session lasts.", MaxAge {
        fn cookie(&self, id: &str) -> String {
            format!("{}; Max-Age=3600", LoginReference.cookie(id))
        }
    }
    "login-accepts-any-type", "Asks for JSON and for anything else besides.", Accepts {
        fn userinfo_request(&self, binding: &Binding, token: &str) -> Outward {
            let mut call = LoginReference.userinfo_request(binding, token);
            "application/json, text/plain, */*".clone_into(&mut call.headers[0].1);
            call
        }
    }
    "login-lands-by-absolute-address", "Sends a browser on by way of one more redirect on its own host.", Twice {
        fn landing(&self, _: &Arrival, _: &Session) -> Landing {
            Landing { status: 302, location: format!("{HOME_PATH}?from=login") }
        }
    }
    "login-own-session-only", "Goes on with its own session when the access token has expired, and asks nobody any more.", OwnSession {
        fn is_stale(&self, _: &Session, _: DateTime<Utc>) -> bool {
            false
        }
    }
    "login-renews-after-refusal", "Asks who it is for every page, and renews its token where that is refused.", AfterRefusal {
        fn is_stale(&self, _: &Session, _: DateTime<Utc>) -> bool {
            true
        }
        fn tries_old_token(&self) -> bool {
            true
        }
    }
    "login-renews-ahead", "Renews its token a minute before it expires.", Ahead {
        fn is_stale(&self, session: &Session, now: DateTime<Utc>) -> bool {
            LoginReference.is_stale(session, now + TimeDelta::minutes(1))
        }
    }
    "login-ticket-in-xml", "Asks for XML where a ticket comes.", InXml {
        fn ticket_request(&self, binding: &Binding, ticket: &str, service: &str) -> Outward {
            Outward::about_ticket(binding, &[("service", service), ("ticket", ticket), ("format", "XML")])
        }
        fn holder(&self, body: &str) -> Option<Holder> {
            Holder::of_xml(body)
        }
    }
    "login-ticket-in-json", "Asks for JSON by name where a ticket comes.", InJson {
        fn ticket_request(&self, binding: &Binding, ticket: &str, service: &str) -> Outward {
            Outward::about_ticket(binding, &[("service", service), ("ticket", ticket), ("format", "JSON")])
        }
    }
    "login-ticket-with-tenant-in-service", "Names the tenant behind its service where a ticket comes.", TenantInService {
        fn ticket_request(&self, binding: &Binding, ticket: &str, service: &str) -> Outward {
            let service = format!("{service}?{}", form(&[("tenant", &binding.tenant_id)]));
            LoginReference.ticket_request(binding, ticket, &service)
        }
    }
    "login-farewell-with-address", "Tells the identity centre where a browser is to come back to.", Back {
        fn farewell(&self, session: &Session) -> String {
            let back = form(&[("redirect_url", "https://app.seller.example/bye")]);
            format!("{}?{back}", LoginReference.farewell(session))
        }
    }
}
