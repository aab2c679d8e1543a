//! Every decision of the login, one method each.

use std::fmt;

use chrono::{DateTime, Utc};

use super::binding::Binding;
use super::desk::{Arrival, HOME_PATH, Landing};
use super::outward::Outward;
use super::sessions::{Session, Tokens, Visitor};
use super::ticket::Holder;
use crate::Behaviour;
use crate::seller::Seller;

/// How a seller decides about logins. The default methods are the right ones.
pub trait LoginBehaviour: fmt::Debug + Send + Sync {
    /// Where the code of a tenant may be exchanged: at that tenant's domain alone.
    fn bindings(&self, seller: &Seller, tenant: &str) -> Vec<Binding> {
        let mut all = Binding::all(seller);
        all.retain(|binding| binding.tenant_id == tenant);
        all
    }

    /// Who comes with a code that is not exchanged at all: nobody.
    fn known_code(&self, _code: &str) -> Option<Session> {
        None
    }

    /// Notes whose session a code opened; a code is good once, so there is no reason to.
    fn note_code(&self, _code: &str, _session: &Session) {}

    /// The token request [kit §2.3].
    fn token_request(&self, seller: &Seller, binding: &Binding, code: &str) -> Outward {
        let _ = seller;
        let pairs = [
            ("client_id", binding.client_id.as_str()),
            ("client_secret", &binding.secret),
            ("code", code),
            ("grant_type", "authorization_code"),
        ];
        Outward::for_token(binding, &pairs)
    }

    /// What is asked once more where the token request was refused: nothing.
    fn second_request(&self, _seller: &Seller, _binding: &Binding, _code: &str) -> Option<Outward> {
        None
    }

    /// The question who bears a token [kit §2.4].
    fn userinfo_request(&self, binding: &Binding, token: &str) -> Outward {
        Outward {
            method: "GET",
            url: format!("{}/api/v1/oauth2/userinfo", binding.domain),
            headers: vec![
                ("accept", "application/json".to_owned()),
                ("authorization", format!("Bearer {token}")),
            ],
            body: String::new(),
        }
    }

    /// The question whose ticket it is [kit §2.6].
    fn ticket_request(&self, binding: &Binding, ticket: &str, service: &str) -> Outward {
        Outward::about_ticket(binding, &[("service", service), ("ticket", ticket)])
    }

    /// Whose ticket it is by the answer; a refusal has status 200 too.
    fn holder(&self, body: &str) -> Option<Holder> {
        Holder::of_json(body)
    }

    /// Whether somebody is let in with those tokens: whoever has an access token.
    fn takes(&self, _tokens: &Tokens) -> bool {
        true
    }

    /// Whether the identity centre is asked anew before a page is shown: where the access token holds no
    /// longer [kit §2.3].
    fn is_stale(&self, session: &Session, now: DateTime<Utc>) -> bool {
        session
            .visitor
            .tokens
            .until
            .is_some_and(|until| until <= now)
    }

    /// Whether a session goes on at a time: it ends with a logout, not with a token.
    fn is_open(&self, _session: &Session, _now: DateTime<Utc>) -> bool {
        true
    }

    /// Whether the token that is at hand is tried before it is renewed.
    fn tries_old_token(&self) -> bool {
        false
    }

    /// The request for another access token; `None` where it is not renewed [kit §2.3].
    fn refresh_request(
        &self,
        seller: &Seller,
        binding: &Binding,
        held: &Tokens,
    ) -> Option<Outward> {
        let _ = seller;
        let pairs = [
            ("client_id", binding.client_id.as_str()),
            ("client_secret", &binding.secret),
            ("grant_type", "refresh_token"),
            ("refresh_token", held.refresh.as_deref()?),
        ];
        Some(Outward::for_token(binding, &pairs))
    }

    /// Whether a session goes on whose access token cannot be renewed: it is the seller's own.
    fn outlives_token(&self) -> bool {
        true
    }

    /// What is kept of a renewal: the new tokens, and the old refresh token where there is no new one.
    fn kept(&self, old: &Tokens, new: Tokens) -> Tokens {
        Tokens {
            refresh: new.refresh.or_else(|| old.refresh.clone()),
            ..new
        }
    }

    /// Who is let in although the identity centre gave no token: nobody.
    fn without_token(&self, _binding: &Binding) -> Option<Visitor> {
        None
    }

    /// Whether a role administers.
    fn is_admin(&self, role: &str) -> bool {
        role == "admin"
    }

    /// The id of a new session, whatever id the browser came with.
    fn session_id(&self, seller: &Seller, _given: Option<&str>) -> String {
        seller.random().text::<32>()
    }

    /// The name of the session's cookie.
    fn cookie_name(&self) -> &'static str {
        "SESSION"
    }

    /// The cookie of a session.
    fn cookie(&self, id: &str) -> String {
        let name = self.cookie_name();
        format!("{name}={id}; Path=/; HttpOnly; SameSite=Lax")
    }

    /// Where a browser goes that has logged in: to the page, whatever it asks for.
    fn landing(&self, _arrival: &Arrival, _session: &Session) -> Landing {
        Landing {
            status: 302,
            location: HOME_PATH.to_owned(),
        }
    }

    /// The page behind the login.
    fn page(&self, session: &Session) -> String {
        format!("<h1>Welcome, {}</h1>", session.visitor.user_name)
    }

    /// Whether an account may see the page of administrators.
    fn may_administer(&self, session: &Session) -> bool {
        session.visitor.admin
    }

    /// Whether a logout ends the seller's own session.
    fn ends_session(&self) -> bool {
        true
    }

    /// Where a browser goes that has logged out: to the logout of its identity centre [kit §2.5].
    fn farewell(&self, session: &Session) -> String {
        format!("{}/api/v1/logout", session.domain)
    }
}

/// The login that does everything as the pages ask.
#[derive(Clone, Copy, Debug, Default)]
pub struct LoginReference;

impl LoginBehaviour for LoginReference {}

/// A seller that decides about logins in its own way, and is in all else the reference seller.
#[derive(Debug)]
pub struct SignOn(pub Box<dyn LoginBehaviour>);

impl Behaviour for SignOn {
    fn sign_on(&self) -> &dyn LoginBehaviour {
        &*self.0
    }
}
