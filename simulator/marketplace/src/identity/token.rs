//! Codes and refresh tokens against access tokens, and who bears one [kit §2.3, §2.4].

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use galleria_protocol::sdk_hmac::Call;
use serde_json::{Value, json};
use url::form_urlencoded;

use super::asked::Flaw;
use super::centre::{self, Answered, Books, Grant};
use super::client::{Client, TenantNumber};

type Parameters = BTreeMap<String, String>;
type Done = (Answered, Vec<Flaw>);

/// Answers a token request.
///
/// What the pages do not rule out is answered, such as parameters in the address, and what is odd about it is
/// told all the same. A client in the Authorization header alone is refused: the form's table calls both
/// parameters mandatory, and libraries that try the header first go on to the form.
pub(super) fn exchange(
    books: &mut Books,
    tenant: TenantNumber,
    asking: &Call,
    now: DateTime<Utc>,
) -> Done {
    let mut flaws = Vec::new();
    if asking.method != "POST" {
        let refused = Answered::error(405, "method_not_allowed", "Request method not supported");
        return (refused, vec![Flaw::Method]);
    }
    let parameters = parameters(asking, &mut flaws);
    if flaws.contains(&Flaw::Json) {
        let refused = Answered::error(400, "invalid_request", "Missing grant type");
        return (refused, flaws);
    }
    let answered = grant(books, tenant, &parameters, &mut flaws, now);
    (answered, flaws)
}

fn grant(
    books: &mut Books,
    tenant: TenantNumber,
    parameters: &Parameters,
    flaws: &mut Vec<Flaw>,
    now: DateTime<Utc>,
) -> Answered {
    client(books, tenant, parameters, flaws);
    let given = |name: &str| parameters.get(name).filter(|text| !text.is_empty());
    let told = match given("grant_type").map(String::as_str) {
        Some("authorization_code") => {
            redirect(books, tenant, parameters, flaws);
            code(books, tenant, given("code"), flaws, now)
        }
        Some("refresh_token") => refresh(books, tenant, given("refresh_token"), flaws, now),
        Some(_) => {
            flaws.push(Flaw::GrantUnknown);
            Err(("unsupported_grant_type", "Unsupported grant type"))
        }
        None => {
            flaws.push(Flaw::GrantMissing);
            Err(("invalid_request", "Missing grant type"))
        }
    };
    // A client that is not the right one learns nothing of the code.
    if let Some(description) = refused_client(flaws) {
        return Answered::error(403, "invalid_client", description);
    }
    let refreshed = given("grant_type").is_some_and(|kind| kind == "refresh_token");
    match told {
        Ok(held) => {
            let used = given("refresh_token").and_then(|token| books.refreshes.get_mut(token));
            if let Some(used) = used.filter(|_| refreshed && books.holding.refreshes_anew) {
                used.used = true;
            }
            issue(books, &held, now, refreshed)
        }
        Err((error, description)) => Answered::error(400, error, description),
    }
}

/// Whether a token request is one of a refresh token, wherever and in whatever form it says so.
pub(super) fn is_refresh(asking: &Call) -> bool {
    let text = String::from_utf8_lossy(&asking.body);
    asking.query.contains("refresh_token") || text.contains("refresh_token")
}

/// The parameters, wherever they stand.
fn parameters(asking: &Call, flaws: &mut Vec<Flaw>) -> Parameters {
    let form = asking.header("content-type").next().unwrap_or_default();
    let form = form.split(';').next().unwrap_or_default().trim();
    let is_form = form.eq_ignore_ascii_case("application/x-www-form-urlencoded");
    if !is_form && !asking.body.is_empty() {
        let json = serde_json::from_slice::<Value>(&asking.body).is_ok();
        flaws.push(if json { Flaw::Json } else { Flaw::NotForm });
    }
    let mut parameters: Parameters = form_urlencoded::parse(&asking.body).into_owned().collect();
    let in_address = centre::parameters(asking);
    let telling = [
        "code",
        "client_secret",
        "client_id",
        "grant_type",
        "refresh_token",
    ];
    if telling
        .iter()
        .any(|name| in_address.contains_key(*name) && !parameters.contains_key(*name))
    {
        flaws.push(Flaw::InAddress);
        for (name, value) in in_address {
            parameters.entry(name).or_insert(value);
        }
    }
    if let Some((id, secret)) = asking.header("authorization").next().and_then(basic) {
        if !parameters.contains_key("client_secret") {
            flaws.push(Flaw::ClientInHeader);
        }
        parameters.entry("client_id".to_owned()).or_insert(id);
        parameters
            .entry("client_secret".to_owned())
            .or_insert(secret);
    }
    parameters
}

/// Client id and secret of a Basic header.
fn basic(header: &str) -> Option<(String, String)> {
    use base64::Engine as _;
    let (scheme, text) = header.split_once(' ')?;
    let held = base64::engine::general_purpose::STANDARD.decode(text.trim());
    let held = String::from_utf8(held.ok()?).ok()?;
    let (id, secret) = held.split_once(':')?;
    scheme
        .eq_ignore_ascii_case("basic")
        .then(|| (decoded(id), decoded(secret)))
}

fn decoded(text: &str) -> String {
    let text = format!("v={text}");
    let mut pairs = form_urlencoded::parse(text.as_bytes());
    pairs
        .next()
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}

fn client(books: &Books, tenant: TenantNumber, given: &Parameters, flaws: &mut Vec<Flaw>) {
    let own = &books.clients[tenant.0];
    let others = || {
        books
            .clients
            .iter()
            .filter(|other| other.client_id != own.client_id)
    };
    match given.get("client_id").filter(|id| !id.is_empty()) {
        None => flaws.push(Flaw::ClientMissing),
        Some(id) if *id == own.client_id => {}
        Some(id) if others().any(|other| other.client_id == *id) => flaws.push(Flaw::ClientOfOther),
        Some(_) => flaws.push(Flaw::ClientUnknown),
    }
    match given
        .get("client_secret")
        .filter(|secret| !secret.is_empty())
    {
        None => flaws.push(Flaw::SecretMissing),
        Some(secret) if secret == own.secret.expose() => {}
        Some(secret) => {
            let is_of = |client: &Client| secret == client.secret.expose();
            // A plus that was not encoded has come as a blank.
            let plain = secret.replace(' ', "+");
            let is_sealed = |client: &Client| plain == client.sealed;
            flaws.push(if books.clients.iter().any(is_sealed) {
                Flaw::SecretSealed
            } else if others().any(is_of) {
                Flaw::SecretOfOther
            } else if secret.trim() == own.secret.expose() {
                Flaw::SecretPadded
            } else {
                Flaw::SecretWrong
            });
        }
    }
}

/// Why a client is not let in.
fn refused_client(flaws: &[Flaw]) -> Option<&'static str> {
    flaws.iter().find_map(|flaw| match flaw {
        Flaw::ClientMissing | Flaw::ClientOfOther | Flaw::ClientUnknown => {
            Some("Client ID mismatch")
        }
        Flaw::ClientInHeader
        | Flaw::SecretMissing
        | Flaw::SecretSealed
        | Flaw::SecretOfOther
        | Flaw::SecretPadded
        | Flaw::SecretWrong => Some("Bad client credentials"),
        _ => None,
    })
}

/// Whether the registered address is named; the page calls it optional, so that alone refuses nothing.
fn redirect(books: &Books, tenant: TenantNumber, given: &Parameters, flaws: &mut Vec<Flaw>) {
    let registered = &books.clients[tenant.0].redirect_uri;
    let plain = |text: &str| {
        text.split('?')
            .next()
            .unwrap_or_default()
            .trim_end_matches('/')
            .to_owned()
    };
    if let Some(uri) = given.get("redirect_uri").filter(|uri| !uri.is_empty())
        && plain(uri) != plain(registered)
    {
        flaws.push(Flaw::Redirect);
    }
}

type Told = Result<Grant, (&'static str, &'static str)>;

fn code(
    books: &mut Books,
    tenant: TenantNumber,
    given: Option<&String>,
    flaws: &mut Vec<Flaw>,
    now: DateTime<Utc>,
) -> Told {
    const INVALID: (&str, &str) = ("invalid_grant", "Invalid authorization code");
    let refused = refused_client(flaws).is_some();
    let Some(given) = given else {
        flaws.push(Flaw::CodeMissing);
        return Err(("invalid_request", "Missing code"));
    };
    let Some(grant) = books.codes.get_mut(given) else {
        flaws.push(Flaw::CodeUnknown);
        return Err(INVALID);
    };
    if grant.tenant != tenant {
        flaws.push(Flaw::CodeOfOther);
        return Err(INVALID);
    }
    if grant.used || now > grant.until {
        flaws.push(Flaw::CodeUsed);
        return Err(INVALID);
    }
    grant.used = !refused;
    let grant = grant.clone();
    books.admitted(&grant).ok_or_else(|| {
        flaws.push(Flaw::NotAdmitted);
        INVALID
    })
}

fn refresh(
    books: &mut Books,
    tenant: TenantNumber,
    given: Option<&String>,
    flaws: &mut Vec<Flaw>,
    now: DateTime<Utc>,
) -> Told {
    let held = given.and_then(|given| books.refreshes.get(given));
    let held = held.filter(|grant| grant.tenant == tenant && now <= grant.until);
    // Whether it is good once there is another the pages leave open.
    if held.is_some_and(|held| held.used) {
        flaws.push(Flaw::RefreshSuperseded);
    }
    let admitted = held.and_then(|held| books.admitted(held));
    admitted.ok_or_else(|| {
        flaws.push(match given {
            Some(_) if held.is_some() => Flaw::NotAdmitted,
            None => Flaw::RefreshMissing,
            Some(given) if books.tokens.contains_key(given) => Flaw::RefreshIsAccess,
            Some(_) => Flaw::RefreshUnknown,
        });
        ("invalid_grant", "Invalid refresh token")
    })
}

fn issue(books: &mut Books, held: &Grant, now: DateTime<Utc>, refreshed: bool) -> Answered {
    let (access, refresh) = (books.mint.nonce(), books.mint.nonce());
    let holding = books.holding;
    let until = |span| Grant {
        used: false,
        until: now + span,
        ..held.clone()
    };
    let token = until(TimeDelta::seconds(holding.seconds));
    let further = until(TimeDelta::days(30));
    books.tokens.insert(access.clone(), token);
    let mut body = json!({
        "access_token": access,
        "token_type": "Bearer",
        "expires_in": holding.seconds,
        "scope": "get_user_info",
    });
    // Whether an answer has a refresh token is open: the pages show both kinds.
    let is_anew = if refreshed {
        holding.refreshes_anew
    } else {
        holding.refreshable
    };
    if is_anew {
        body["refresh_token"] = Value::from(refresh.as_str());
        books.refreshes.insert(refresh, further);
    }
    Answered::json(200, &body)
}

/// Answers who bears a token.
pub(super) fn userinfo(
    books: &Books,
    tenant: TenantNumber,
    asking: &Call,
    now: DateTime<Utc>,
) -> Done {
    let mut flaws = Vec::new();
    if asking.method != "GET" {
        flaws.push(Flaw::Method);
    }
    let accept = asking.header("accept").next().unwrap_or_default();
    if !accept.contains("application/json") {
        flaws.push(Flaw::AcceptMissing);
    }
    let bearer = asking.header("authorization").next().and_then(|value| {
        let (scheme, token) = value.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
    });
    match bearer {
        None if asking.query.contains("access_token=") => flaws.push(Flaw::BearerInAddress),
        None => flaws.push(Flaw::BearerMissing),
        Some(_) => {}
    }
    let grant = bearer.and_then(|token| books.tokens.get(token));
    let grant = grant.filter(|grant| grant.tenant == tenant);
    if bearer.is_some() && grant.is_none() {
        flaws.push(Flaw::BearerUnknown);
    }
    let valid = grant.filter(|grant| now <= grant.until);
    if grant.is_some() && valid.is_none() {
        flaws.push(Flaw::BearerExpired);
    }
    let admitted = valid.and_then(|grant| books.admitted(grant));
    if valid.is_some() && admitted.is_none() {
        flaws.push(Flaw::NotAdmitted);
    }
    let answered = match admitted {
        Some(grant) if asking.method == "GET" => {
            Answered::json(200, &told(&books.clients[tenant.0], &grant))
        }
        Some(_) => Answered::error(405, "method_not_allowed", "Request method not supported"),
        None => Answered::error(
            401,
            "unauthorized",
            "Full authentication is required to access this resource",
        ),
    };
    (answered, flaws)
}

fn told(client: &Client, grant: &Grant) -> Value {
    let person = &grant.person;
    json!({
        "id": person.user_name,
        "userId": person.user_name,
        "userName": person.user_name,
        "name": person.name,
        "email": "",
        "mobile": "",
        "role": person.role,
        "organizationName": "Sales",
        "organizationCode": person.org_code,
        "projectName": client.tenant_name,
        "tenant": client.tenant_id,
    })
}
