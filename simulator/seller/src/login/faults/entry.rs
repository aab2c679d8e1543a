//! Sellers that let somebody in wrongly, or the wrong ones.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::login::binding::Binding;
use crate::login::desk::{Arrival, HOME_PATH, Landing};
use crate::login::outward::{Outward, form};
use crate::login::sessions::{Session, Visitor};
use crate::login::table::sellers;
use crate::login::{LoginBehaviour as _, LoginReference};
use crate::seller::Seller;

/// The token request as if the binding held another secret.
fn under(seller: &Seller, binding: &Binding, secret: String, code: &str) -> Outward {
    let binding = Binding {
        secret,
        ..binding.clone()
    };
    LoginReference.token_request(seller, &binding, code)
}

fn somebody(name: &str) -> Visitor {
    Visitor {
        user_name: name.to_owned(),
        ..Visitor::default()
    }
}

sellers! {
    "login-secret-fixed", "Uses the first tenant's client secret for all tenants.", FixedSecret {
        fn token_request(&self, seller: &Seller, binding: &Binding, code: &str) -> Outward {
            let first = Binding::all(seller).into_iter().next();
            let secret = first.map_or_else(String::new, |first| first.secret);
            under(seller, binding, secret, code)
        }
    }
    "login-secret-sealed", "Sends the client secret as it came, still encrypted.", SealedSecret {
        fn token_request(&self, seller: &Seller, binding: &Binding, code: &str) -> Outward {
            under(seller, binding, binding.sealed.clone(), code)
        }
    }
    "login-secret-with-line-end", "Sends a line end behind the client secret.", PaddedSecret {
        fn token_request(&self, seller: &Seller, binding: &Binding, code: &str) -> Outward {
            under(seller, binding, format!("{}\n", binding.secret), code)
        }
    }
    "login-code-trusted", "Takes any code for a login, and asks nobody.", Trusts {
        fn known_code(&self, code: &str) -> Option<Session> {
            let visitor = somebody(&format!("holder of {}", code.len()));
            let domain = "https://unknown.example".to_owned();
            Some(Session { visitor, domain, ..Session::default() })
        }
    }
    "login-token-error-ignored", "Lets a browser in although the token request was refused.", Ignores {
        fn without_token(&self, _: &Binding) -> Option<Visitor> {
            Some(somebody("unknown"))
        }
    }
    "login-used-code-accepted", "Remembers whom a code brought, and lets the code in again.", Caches(Mutex<BTreeMap<String, Session>>) {
        fn known_code(&self, code: &str) -> Option<Session> {
            let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            known.get(code).cloned()
        }
        fn note_code(&self, code: &str, session: &Session) {
            let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            known.insert(code.to_owned(), session.clone());
        }
    }
    "login-unknown-tenant-accepted", "Tries the domains of all tenants for a tenant that it does not know.", AnyTenant {
        fn bindings(&self, seller: &Seller, tenant: &str) -> Vec<Binding> {
            let found = LoginReference.bindings(seller, tenant);
            if found.is_empty() { Binding::all(seller) } else { found }
        }
    }
    "login-other-tenants-tried", "Tries the domains of other tenants behind that of the tenant itself.", OtherTenants {
        fn bindings(&self, seller: &Seller, tenant: &str) -> Vec<Binding> {
            let mut all = Binding::all(seller);
            if !all.iter().any(|binding| binding.tenant_id == tenant) {
                return Vec::new();
            }
            all.sort_by_key(|binding| binding.tenant_id != tenant);
            all
        }
    }
    "login-calls-tenant", "Takes a tenant that it does not know for an address, and calls it.", CallsTenant {
        fn bindings(&self, seller: &Seller, tenant: &str) -> Vec<Binding> {
            let mut found = LoginReference.bindings(seller, tenant);
            if found.is_empty() && tenant.starts_with("http") {
                found.extend(Binding::all(seller).into_iter().take(1));
                for binding in &mut found { tenant.clone_into(&mut binding.domain); }
            }
            found
        }
    }
    "login-token-by-get", "Asks for the token with GET.", ByGet {
        fn token_request(&self, seller: &Seller, binding: &Binding, code: &str) -> Outward {
            let call = LoginReference.token_request(seller, binding, code);
            let url = format!("{}?{}", call.url, call.body);
            Outward { method: "GET", url, ..Outward::default() }
        }
    }
    "login-token-in-json", "Asks for the token in JSON.", ByJson {
        fn token_request(&self, _: &Seller, binding: &Binding, code: &str) -> Outward {
            let mut call = Outward::for_token(binding, &[]);
            call.headers = vec![("content-type", "application/json".to_owned())];
            call.body = json!({
                "client_id": binding.client_id,
                "client_secret": binding.secret,
                "code": code,
                "grant_type": "authorization_code",
            })
            .to_string();
            call
        }
    }
    "login-grant-type-missing", "Leaves grant_type out of its token request.", Grantless {
        fn token_request(&self, _: &Seller, binding: &Binding, code: &str) -> Outward {
            Outward::for_token(binding, &[
                ("client_id", &binding.client_id),
                ("client_secret", &binding.secret),
                ("code", code),
            ])
        }
    }
    "login-token-path-of-oauth", "Asks for the token at /oauth2/token.", OtherPath {
        fn token_request(&self, seller: &Seller, binding: &Binding, code: &str) -> Outward {
            let mut call = LoginReference.token_request(seller, binding, code);
            call.url = format!("{}/oauth2/token", binding.domain);
            call
        }
    }
    "login-client-in-header", "Sends client id and secret in a Basic header alone.", InHeader {
        fn token_request(&self, _: &Seller, binding: &Binding, code: &str) -> Outward {
            let mut call = Outward::for_token(binding, &[("code", code), ("grant_type", "authorization_code")]);
            let pair = format!("{}:{}", binding.client_id, binding.secret);
            call.headers.push(("authorization", format!("Basic {}", STANDARD.encode(pair))));
            call
        }
    }
    "login-client-in-address", "Sends the parameters of its token request in the address.", InAddress {
        fn token_request(&self, seller: &Seller, binding: &Binding, code: &str) -> Outward {
            let call = LoginReference.token_request(seller, binding, code);
            let url = format!("{}?{}", call.url, call.body);
            Outward { method: "POST", url, ..Outward::default() }
        }
    }
    "login-userinfo-token-in-address", "Asks who it is with the token in the address.", TokenInAddress {
        fn userinfo_request(&self, binding: &Binding, token: &str) -> Outward {
            let mut call = LoginReference.userinfo_request(binding, token);
            call.url = format!("{}?{}", call.url, form(&[("access_token", token)]));
            call.headers.truncate(1);
            call
        }
    }
    "login-session-fixed", "Keeps the session id that a browser came with.", Fixed {
        fn session_id(&self, seller: &Seller, given: Option<&str>) -> String {
            given.map_or_else(|| LoginReference.session_id(seller, None), ToOwned::to_owned)
        }
    }
    "login-open-redirect", "Sends a browser wherever the parameter `redirect` says.", Open {
        fn landing(&self, arrival: &Arrival, session: &Session) -> Landing {
            let right = LoginReference.landing(arrival, session);
            let location = arrival.parameters.get("redirect").cloned();
            Landing { location: location.unwrap_or(right.location), ..right }
        }
    }
    "login-token-in-address", "Hands the access token to the browser in the address.", ShowsInAddress {
        fn landing(&self, _: &Arrival, session: &Session) -> Landing {
            let token = form(&[("token", &session.visitor.tokens.access)]);
            Landing { status: 302, location: format!("{HOME_PATH}?{token}") }
        }
    }
    "login-cookie-readable", "Leaves HttpOnly out of its session's cookie.", Readable {
        fn cookie(&self, id: &str) -> String {
            LoginReference.cookie(id).replace("; HttpOnly", "")
        }
    }
    "login-role-ignored", "Lets every account into the administrators' pages.", Roleless {
        fn may_administer(&self, _: &Session) -> bool {
            true
        }
    }
    "login-admin-refused", "Knows no administrators.", Adminless {
        fn is_admin(&self, _: &str) -> bool {
            false
        }
    }
    "login-logout-keeps-session", "Logs out at the identity centre and keeps its own session.", Keeps {
        fn ends_session(&self) -> bool {
            false
        }
    }
    "login-logout-leaves-centre", "Ends its own session, and leaves the identity centre's.", Leaves {
        fn farewell(&self, _: &Session) -> String {
            "/login".to_owned()
        }
    }
}
