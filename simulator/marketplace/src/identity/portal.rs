//! The addresses that a browser comes to [kit §2.1, §2.2, §2.5].

use chrono::{DateTime, TimeDelta, Utc};
use galleria_protocol::sdk_hmac::Call;
use url::{Url, form_urlencoded};

use super::asked::Flaw;
use super::centre::{self, Answered, Books};
use super::client::{Client, Person, TenantNumber};

type Done = (Answered, Vec<Flaw>);

/// Sends a browser to the application with a code, or to the page at which accounts log in where none is.
pub(super) fn authorize(
    books: &mut Books,
    tenant: TenantNumber,
    asking: &Call,
    now: DateTime<Utc>,
) -> Done {
    let given = centre::parameters(asking);
    let text = |name: &str| given.get(name).map(String::as_str).unwrap_or_default();
    let client = &books.clients[tenant.0];
    if text("client_id") != client.client_id {
        let refused = Answered::error(403, "invalid_client", "Client ID mismatch");
        return (refused, vec![Flaw::ClientUnknown]);
    }
    if text("redirect_uri").trim_end_matches('/') != client.redirect_uri.trim_end_matches('/') {
        let refused = Answered::error(400, "invalid_request", "Redirect URI mismatch");
        return (refused, vec![Flaw::Redirect]);
    }
    if text("response_type") != "code" {
        let refused = Answered::error(400, "unsupported_response_type", "Unsupported type");
        return (refused, vec![Flaw::GrantUnknown]);
    }
    if let Some(person) = session(books, tenant, asking) {
        return (
            entered(books, tenant, &person, text("state"), now),
            Vec::new(),
        );
    }
    let query = query(&[
        ("ind", "UNOP"),
        ("appId", &client.app_id),
        ("state", text("state")),
    ]);
    (
        Answered::redirect(format!("/unified-login?{query}")),
        Vec::new(),
    )
}

/// The account whose session a browser holds.
fn session(books: &Books, tenant: TenantNumber, asking: &Call) -> Option<Person> {
    let (of, user) = books.sessions.get(held(tenant, asking)?)?;
    let client = books.clients.get(tenant.0)?;
    client.person(user).filter(|_| *of == tenant).cloned()
}

/// The name of an enterprise's cookie: browsers send those of one host to all of its ports.
fn cookie_name(tenant: TenantNumber) -> String {
    format!("CENTRE-{}", tenant.0 + 1)
}

/// The session id that a browser sent.
fn held(tenant: TenantNumber, asking: &Call) -> Option<&str> {
    let name = cookie_name(tenant);
    let mut pairs = asking
        .header("cookie")
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, id)| id)
}

/// Sends an account to the application with a code; it is logged in at the centre from then on.
fn entered(
    books: &mut Books,
    tenant: TenantNumber,
    person: &Person,
    state: &str,
    now: DateTime<Utc>,
) -> Answered {
    let client = books.clients[tenant.0].clone();
    let code = books.issue(tenant, person, now + TimeDelta::minutes(5));
    let mut told = vec![("code", code.as_str())];
    match state {
        "" => told.push(("tenant", &client.tenant_id)),
        state => told.push(("state", state)),
    }
    let joint = if client.redirect_uri.contains('?') {
        '&'
    } else {
        '?'
    };
    let to = format!("{}{joint}{}", client.redirect_uri, query(&told));
    let session = books.mint.nonce();
    let name = cookie_name(tenant);
    let cookie = format!("{name}={session}; Path=/; HttpOnly; SameSite=Lax");
    let user = person.user_name.clone();
    books.sessions.insert(session, (tenant, user));
    Answered {
        cookie: Some(cookie),
        ..Answered::redirect(to)
    }
}

/// The portal: lists the accounts; one that is chosen comes to the application with a code.
///
/// At the platform both parameters stand in the fragment, which no server ever sees.
pub(super) fn login(
    books: &mut Books,
    tenant: TenantNumber,
    asking: &Call,
    now: DateTime<Utc>,
) -> Done {
    let given = centre::parameters(asking);
    let text = |name: &str| given.get(name).map(String::as_str).unwrap_or_default();
    let client = books.clients[tenant.0].clone();
    if text("ind") != "UNOP" || text("appId") != client.app_id {
        let refused = Answered::error(400, "invalid_request", "ind or appId is wrong");
        return (refused, vec![Flaw::ClientUnknown]);
    }
    let Some(person) = client.person(text("user")) else {
        return (page(&client, text("state")), Vec::new());
    };
    (
        entered(books, tenant, person, text("state"), now),
        Vec::new(),
    )
}

fn page(client: &Client, state: &str) -> Answered {
    let link = |name: &str| {
        let query = query(&[
            ("ind", "UNOP"),
            ("appId", &client.app_id),
            ("state", state),
            ("user", name),
        ]);
        let query = query.replace('&', "&amp;");
        format!("<li><a href=\"/unified-login?{query}\">{name}</a></li>")
    };
    let list: String = client
        .people
        .iter()
        .map(|person| link(&person.user_name))
        .collect();
    Answered {
        status: 200,
        content_type: "text/html;charset=UTF-8",
        body: format!("<!doctype html><title>Log in</title><h1>Log in as</h1><ul>{list}</ul>"),
        ..Answered::default()
    }
}

/// Ends the session, and sends the browser back to the application.
pub(super) fn logout(books: &mut Books, tenant: TenantNumber, asking: &Call) -> Done {
    if let Some(id) = held(tenant, asking) {
        books.sessions.remove(id);
    }
    let given = centre::parameters(asking);
    let client = &books.clients[tenant.0];
    let origin = |text: &str| Url::parse(text).ok().map(|url| url.origin());
    let back = given
        .get("redirect_url")
        .filter(|back| origin(back).is_some() && origin(back) == origin(&client.redirect_uri));
    let page = query(&[("ind", "UNOP"), ("appId", &client.app_id)]);
    let to = back
        .cloned()
        .unwrap_or_else(|| format!("/unified-login?{page}"));
    let name = cookie_name(tenant);
    let answered = Answered {
        cookie: Some(format!("{name}=; Path=/; Max-Age=0")),
        ..Answered::redirect(to)
    };
    (answered, Vec::new())
}

fn query(pairs: &[(&str, &str)]) -> String {
    let given = pairs.iter().filter(|(_, value)| !value.is_empty());
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(given)
        .finish()
}
