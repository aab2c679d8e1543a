//! From a browser's request to a page.

use std::collections::BTreeMap;

use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION, SET_COOKIE};
use http::request::Parts;
use http::{HeaderValue, StatusCode};
use reqwest::{Client, Url};

use super::binding::Binding;
use super::sessions::{Session, Tokens, Visitor};
use super::{outward, renewal, ticket};
use crate::seller::Seller;

/// The registered login address.
pub const LOGIN_PATH: &str = "/login";
/// The page behind the login.
pub const HOME_PATH: &str = "/home";
/// The page of administrators.
pub const ADMIN_PATH: &str = "/admin";
/// Ends a session.
pub const LOGOUT_PATH: &str = "/logout";

/// What a browser came with.
#[derive(Clone, Debug, Default)]
pub struct Arrival {
    /// The parameters of the address.
    pub parameters: BTreeMap<String, String>,
    /// The host that was asked, with its port.
    pub host: String,
    /// The id of the session, where there is one.
    pub session: Option<String>,
}

/// Where a browser is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landing {
    /// The status, a redirect.
    pub status: u16,
    /// The address.
    pub location: String,
}

/// Answers a browser, where the path is one of the login's.
pub(crate) async fn visit(seller: &Seller, head: &Parts) -> Option<Response> {
    let arrival = arrival(seller, head);
    Some(match head.uri.path() {
        LOGIN_PATH => login(seller, &arrival).await,
        HOME_PATH => home(seller, &arrival).await,
        ADMIN_PATH => admin(seller, &arrival).await,
        LOGOUT_PATH => logout(seller, &arrival),
        _ => return None,
    })
}

fn arrival(seller: &Seller, head: &Parts) -> Arrival {
    let name = seller.behaviour().sign_on().cookie_name();
    let cookies = head.headers.get_all(COOKIE).iter();
    let texts = cookies.filter_map(|value| value.to_str().ok());
    let mut pairs = texts
        .flat_map(|text| text.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    let query = head.uri.query().unwrap_or_default();
    let url = Url::parse(&format!("http://seller.example/?{query}"));
    let host = head.headers.get(HOST).and_then(|host| host.to_str().ok());
    Arrival {
        host: host.unwrap_or_default().to_owned(),
        parameters: url.map_or_else(
            |_| BTreeMap::new(),
            |url| url.query_pairs().into_owned().collect(),
        ),
        session: pairs
            .find(|(known, _)| *known == name)
            .map(|(_, id)| id.to_owned()),
    }
}

async fn login(seller: &Seller, arrival: &Arrival) -> Response {
    let behaviour = seller.behaviour().sign_on();
    let given = |name: &str| arrival.parameters.get(name).map_or("", String::as_str);
    let (code, ticket, tenant) = (given("code"), given("ticket"), given("tenant"));
    let pass = if code.is_empty() { ticket } else { code };
    if pass.is_empty() || tenant.is_empty() {
        return refused();
    }
    let found = match behaviour.known_code(pass) {
        Some(known) => Some(known),
        None if code.is_empty() => ticket::session(seller, arrival, ticket, tenant).await,
        None => session(seller, code, tenant).await,
    };
    let Some(session) = found else {
        return refused();
    };
    behaviour.note_code(pass, &session);
    let id = behaviour.session_id(seller, arrival.session.as_deref());
    let landing = behaviour.landing(arrival, &session);
    seller.logins().open(id.clone(), session);
    let mut response = redirect(&landing);
    if let Ok(value) = HeaderValue::from_str(&behaviour.cookie(&id)) {
        response.headers_mut().append(SET_COOKIE, value);
    }
    response
}

/// Who comes with that code from that tenant.
async fn session(seller: &Seller, code: &str, tenant: &str) -> Option<Session> {
    let behaviour = seller.behaviour().sign_on();
    for binding in behaviour.bindings(seller, tenant) {
        if let Some(visitor) = exchanged(seller, &binding, code).await {
            return Some(Session {
                visitor,
                tenant: binding.tenant_id,
                domain: binding.domain,
            });
        }
    }
    None
}

/// Who the identity centre says that it is.
async fn exchanged(seller: &Seller, binding: &Binding, code: &str) -> Option<Visitor> {
    let behaviour = seller.behaviour().sign_on();
    let client = seller.logins().client()?;
    let asked = behaviour.token_request(seller, binding, code);
    let mut told = outward::make(client, asked).await;
    if told.is_none()
        && let Some(again) = behaviour.second_request(seller, binding, code)
    {
        told = outward::make(client, again).await;
    }
    let tokens = told.and_then(|told| Tokens::of(&told, seller.now()));
    match tokens.filter(|tokens| behaviour.takes(tokens)) {
        Some(tokens) => named(seller, client, binding, tokens).await,
        None => behaviour.without_token(binding),
    }
}

/// Who bears those tokens.
pub(super) async fn named(
    seller: &Seller,
    client: &Client,
    binding: &Binding,
    tokens: Tokens,
) -> Option<Visitor> {
    let behaviour = seller.behaviour().sign_on();
    let asked = behaviour.userinfo_request(binding, &tokens.access);
    let told = outward::make(client, asked).await?;
    Some(Visitor {
        user_name: told["userName"].as_str()?.to_owned(),
        admin: behaviour.is_admin(told["role"].as_str().unwrap_or_default()),
        tokens,
    })
}

pub(super) fn found(seller: &Seller, arrival: &Arrival) -> Option<Session> {
    seller.logins().find(arrival.session.as_ref()?)
}

async fn home(seller: &Seller, arrival: &Arrival) -> Response {
    match renewal::current(seller, arrival).await {
        Some(session) => page(seller.behaviour().sign_on().page(&session)),
        None => refused(),
    }
}

async fn admin(seller: &Seller, arrival: &Arrival) -> Response {
    match renewal::current(seller, arrival).await {
        Some(session) if seller.behaviour().sign_on().may_administer(&session) => {
            page("<h1>Administration</h1>".to_owned())
        }
        Some(_) => StatusCode::FORBIDDEN.into_response(),
        None => refused(),
    }
}

fn logout(seller: &Seller, arrival: &Arrival) -> Response {
    let behaviour = seller.behaviour().sign_on();
    let session = found(seller, arrival);
    if let Some(id) = arrival
        .session
        .as_ref()
        .filter(|_| behaviour.ends_session())
    {
        seller.logins().end(id);
    }
    redirect(&Landing {
        status: 302,
        location: session.map_or_else(|| LOGIN_PATH.to_owned(), |own| behaviour.farewell(&own)),
    })
}

fn refused() -> Response {
    (StatusCode::UNAUTHORIZED, "please log in at the portal\n").into_response()
}

fn page(body: String) -> Response {
    ([(CONTENT_TYPE, "text/html;charset=UTF-8")], body).into_response()
}

fn redirect(landing: &Landing) -> Response {
    let status = StatusCode::from_u16(landing.status).unwrap_or(StatusCode::FOUND);
    let mut response = status.into_response();
    if let Ok(value) = HeaderValue::from_str(&landing.location) {
        response.headers_mut().insert(LOCATION, value);
    }
    response
}
