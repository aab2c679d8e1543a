//! The addresses that a browser comes to [kit §2.1, §2.2, §2.5].

use chrono::{DateTime, TimeDelta, Utc};
use galleria_protocol::sdk_hmac::Call;
use url::{Url, form_urlencoded};

use super::asked::Flaw;
use super::centre::{self, Answered, Books};
use super::client::{Client, TenantNumber};

type Done = (Answered, Vec<Flaw>);

/// Sends a browser to the page at which accounts log in: this centre keeps no session of its own.
pub(super) fn authorize(books: &Books, tenant: TenantNumber, asking: &Call) -> Done {
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
    let chosen = client
        .people
        .iter()
        .find(|person| person.user_name == text("user"));
    let Some(person) = chosen else {
        return (page(&client, text("state")), Vec::new());
    };
    let code = books.issue(tenant, person, now + TimeDelta::minutes(5));
    let mut told = vec![("code", code.as_str())];
    match text("state") {
        "" => told.push(("tenant", &client.tenant_id)),
        state => told.push(("state", state)),
    }
    let joint = if client.redirect_uri.contains('?') {
        '&'
    } else {
        '?'
    };
    let to = format!("{}{joint}{}", client.redirect_uri, query(&told));
    (Answered::redirect(to), Vec::new())
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
        location: None,
        content_type: "text/html;charset=UTF-8",
        body: format!("<!doctype html><title>Log in</title><h1>Log in as</h1><ul>{list}</ul>"),
    }
}

/// Ends the session, and sends the browser back to the application.
pub(super) fn logout(books: &Books, tenant: TenantNumber, asking: &Call) -> Done {
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
    (Answered::redirect(to), Vec::new())
}

fn query(pairs: &[(&str, &str)]) -> String {
    let given = pairs.iter().filter(|(_, value)| !value.is_empty());
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(given)
        .finish()
}
