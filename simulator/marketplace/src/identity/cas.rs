//! Tickets: the login of CAS 3, where an application asks whose ticket it is [kit §2.6].

use std::fmt::Write as _;

use chrono::{DateTime, SecondsFormat, Utc};
use galleria_protocol::sdk_hmac::Call;
use serde_json::{Value, json};
use url::Url;

use super::asked::Flaw;
use super::centre::{self, Answered, Books, Grant};
use super::client::{Client, TenantNumber};

type Done = (Answered, Vec<Flaw>);

/// Answers whose ticket that is; a failure comes with status 200, as the pages say.
pub(super) fn validate(
    books: &mut Books,
    tenant: TenantNumber,
    asking: &Call,
    now: DateTime<Utc>,
) -> Done {
    let given = centre::parameters(asking);
    let text = |name: &str| given.get(name).map(String::as_str).unwrap_or_default();
    let is_xml = text("format").eq_ignore_ascii_case("xml");
    if asking.method != "GET" {
        let refused = Answered::error(405, "method_not_allowed", "Request method not supported");
        return (refused, vec![Flaw::Method]);
    }
    let mut flaws = Vec::new();
    service(&books.clients[tenant.0], text("service"), &mut flaws);
    let held = ticket(books, tenant, text("ticket"), &mut flaws, now);
    let answered = match held.filter(|_| flaws.is_empty()) {
        Some(held) => {
            let client = &books.clients[tenant.0];
            let attributes = attributes(client, &held, now);
            success(is_xml, &held.person.user_name, &attributes)
        }
        None => failure(is_xml, &flaws),
    };
    (answered, flaws)
}

/// Whether the service is the registered address; the tenant may stand behind it [kit §2.6].
fn service(client: &Client, given: &str, flaws: &mut Vec<Flaw>) {
    if given.is_empty() {
        flaws.push(Flaw::ServiceMissing);
    } else if !is_registered(client, given) {
        flaws.push(Flaw::ServiceOther);
    }
}

fn is_registered(client: &Client, given: &str) -> bool {
    let address = |text: &str| {
        let url = Url::parse(text).ok()?;
        let own = |name: &str| !matches!(name, "tenant" | "state");
        let pairs: Vec<(String, String)> = url
            .query_pairs()
            .filter(|(name, _)| own(name))
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        let path = url.path().trim_end_matches('/').to_owned();
        Some((url.origin(), path, pairs))
    };
    let given = address(given);
    given.is_some() && given == address(&client.redirect_uri)
}

/// Whose ticket it is. It is good once, also where something else is wrong with the call.
fn ticket(
    books: &mut Books,
    tenant: TenantNumber,
    given: &str,
    flaws: &mut Vec<Flaw>,
    now: DateTime<Utc>,
) -> Option<Grant> {
    if given.is_empty() {
        flaws.push(Flaw::TicketMissing);
        return None;
    }
    let Some(grant) = books.codes.get_mut(given) else {
        flaws.push(Flaw::TicketUnknown);
        return None;
    };
    if grant.tenant != tenant {
        flaws.push(Flaw::TicketOfOther);
        return None;
    }
    if grant.used || now > grant.until {
        flaws.push(Flaw::TicketUsed);
        return None;
    }
    grant.used = true;
    let grant = grant.clone();
    let admitted = books.admitted(&grant);
    if admitted.is_none() {
        flaws.push(Flaw::NotAdmitted);
    }
    admitted
}

/// What is told of an account, in the order of the page.
fn attributes(client: &Client, held: &Grant, now: DateTime<Utc>) -> [(&'static str, String); 8] {
    let person = &held.person;
    [
        (
            "authenticationDate",
            now.to_rfc3339_opts(SecondsFormat::Millis, true),
        ),
        ("longTermAuthenticationRequestTokenUsed", "false".to_owned()),
        ("isFromNewLogin", "true".to_owned()),
        ("role", person.role.to_owned()),
        ("organizationCode", person.org_code.clone()),
        ("name", person.name.clone()),
        ("userName", person.user_name.clone()),
        ("tenant", client.tenant_id.clone()),
    ]
}

fn success(is_xml: bool, user: &str, attributes: &[(&'static str, String)]) -> Answered {
    if is_xml {
        let mut told = String::new();
        for (name, value) in attributes {
            let _ = write!(told, "<cas:{name}>{}</cas:{name}>", escaped(value));
        }
        let user = escaped(user);
        return xml(&format!(
            "<cas:authenticationSuccess><cas:user>{user}</cas:user><cas:attributes>{told}</cas:attributes>\
             </cas:authenticationSuccess>"
        ));
    }
    let told: serde_json::Map<String, Value> = attributes
        .iter()
        .map(|(name, value)| ((*name).to_owned(), Value::from(value.as_str())))
        .collect();
    let success = json!({ "user": user, "attributes": told });
    let body = json!({ "serviceResponse": { "authenticationSuccess": success } });
    Answered::json(200, &body)
}

fn failure(is_xml: bool, flaws: &[Flaw]) -> Answered {
    let (code, description) =
        if flaws.contains(&Flaw::ServiceMissing) || flaws.contains(&Flaw::TicketMissing) {
            (
                "INVALID_REQUEST",
                "The request must contain service and ticket",
            )
        } else if flaws.contains(&Flaw::ServiceOther) {
            ("INVALID_SERVICE", "The service is not registered")
        } else {
            ("INVALID_TICKET", "The ticket is not recognized")
        };
    if is_xml {
        return xml(&format!(
            "<cas:authenticationFailure code=\"{code}\">{description}</cas:authenticationFailure>"
        ));
    }
    let failure = json!({ "code": code, "description": description });
    let body = json!({ "serviceResponse": { "authenticationFailure": failure } });
    Answered::json(200, &body)
}

fn xml(inside: &str) -> Answered {
    Answered {
        status: 200,
        content_type: "application/xml;charset=UTF-8",
        body: format!(
            "<cas:serviceResponse xmlns:cas=\"http://www.yale.edu/tp/cas\">{inside}</cas:serviceResponse>"
        ),
        ..Answered::default()
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
