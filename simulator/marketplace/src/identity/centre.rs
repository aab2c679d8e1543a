//! What all calls to the centre share: enterprises, codes, tokens.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use galleria_protocol::sdk_hmac::Call;
use serde_json::json;
use url::form_urlencoded;

use super::asked::{Asked, Flaw, Wish};
use super::client::{Client, Person, TenantNumber};
use super::{cas, portal, token};
use crate::clock::Clock;
use crate::delivery::Header;
use crate::mint::Mint;
use crate::transcript::{REDACTED, Redactor};

/// How long an access token holds [kit §2.3].
pub(super) const TOKEN_SECONDS: i64 = 7200;
/// What a ticket begins with [kit §2.6].
const TICKET: &str = "ST-";
/// The most bytes of a body that are kept.
const MOST_KEPT: usize = 64 << 10;
/// The most calls that are kept; the oldest give way.
const MOST_CALLS: usize = 4096;

/// The parameters of a call's address.
pub(super) fn parameters(call: &Call) -> BTreeMap<String, String> {
    form_urlencoded::parse(call.query.as_bytes())
        .into_owned()
        .collect()
}

/// What the centre gives with a token [kit §2.3].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// How long an access token holds, in seconds.
    pub seconds: i64,
    /// Whether the answer to a code has a refresh token: an example of the page has none.
    pub refreshable: bool,
    /// Whether the answer to a refresh has a refresh token.
    pub refreshes_anew: bool,
}

impl Default for Holding {
    fn default() -> Self {
        Self {
            seconds: TOKEN_SECONDS,
            refreshable: true,
            refreshes_anew: true,
        }
    }
}

/// What the centre answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// The status.
    pub status: u16,
    /// Where a browser is sent to.
    pub location: Option<String>,
    /// The cookie of the centre's own session, where it begins or ends.
    pub cookie: Option<String>,
    /// The type of the body.
    pub content_type: &'static str,
    /// The body.
    pub body: String,
}

impl Answered {
    pub(super) fn json(status: u16, body: &serde_json::Value) -> Answered {
        Answered {
            status,
            content_type: "application/json;charset=UTF-8",
            body: body.to_string(),
            ..Answered::default()
        }
    }

    pub(super) fn error(status: u16, error: &str, description: &str) -> Answered {
        let body = json!({ "error": error, "error_description": description });
        Answered::json(status, &body)
    }

    pub(super) fn redirect(to: String) -> Answered {
        Answered {
            status: 302,
            location: Some(to),
            ..Answered::default()
        }
    }
}

/// A code, or a token, and whose it is.
#[derive(Clone, Debug)]
pub(super) struct Grant {
    pub(super) tenant: TenantNumber,
    pub(super) person: Person,
    pub(super) used: bool,
    pub(super) until: DateTime<Utc>,
}

#[derive(Debug)]
pub(super) struct Books {
    pub(super) mint: Mint,
    pub(super) holding: Holding,
    /// The moment whose tokens have expired or not, where it is not that of the call.
    frozen: Option<DateTime<Utc>>,
    pub(super) clients: Vec<Client>,
    pub(super) codes: BTreeMap<String, Grant>,
    pub(super) tokens: BTreeMap<String, Grant>,
    pub(super) refreshes: BTreeMap<String, Grant>,
    /// The centre's own sessions of accounts that are logged in.
    pub(super) sessions: BTreeMap<String, (TenantNumber, String)>,
    asked: Vec<Asked>,
    /// How many calls there were.
    calls: u64,
}

#[derive(Debug)]
struct Inner {
    clock: Clock,
    books: Mutex<Books>,
}

/// The centre. Clones are the same one.
#[derive(Clone, Debug)]
pub struct Centre(Arc<Inner>);

impl Centre {
    /// A centre that knows no enterprise yet; codes and tokens come from `mint`.
    pub fn new(clock: Clock, mint: Mint) -> Centre {
        Centre(Arc::new(Inner {
            clock,
            books: Mutex::new(Books {
                mint,
                holding: Holding::default(),
                frozen: None,
                clients: Vec::new(),
                codes: BTreeMap::new(),
                tokens: BTreeMap::new(),
                refreshes: BTreeMap::new(),
                sessions: BTreeMap::new(),
                asked: Vec::new(),
                calls: 0,
            }),
        }))
    }

    /// Makes an enterprise known.
    pub fn enroll(&self, client: Client) -> TenantNumber {
        let mut books = self.books();
        books.clients.push(client);
        TenantNumber(books.clients.len() - 1)
    }

    /// From now on these accounts of an enterprise may log in, and no others: what was given to others is
    /// worth nothing any more.
    pub fn admit(&self, tenant: TenantNumber, people: Vec<Person>) {
        let mut books = self.books();
        if let Some(client) = books.clients.get_mut(tenant.0) {
            client.people = people;
        }
        let Books {
            clients, sessions, ..
        } = &mut *books;
        sessions.retain(|_, (tenant, user)| {
            let client = clients.get(tenant.0);
            client.is_some_and(|client| client.person(user).is_some())
        });
    }

    /// A code with which that account comes to the application: what the portal does once it is logged in.
    pub fn issue(&self, tenant: TenantNumber, person: &Person) -> String {
        let until = self.0.clock.now() + TimeDelta::minutes(5);
        self.books().issue(tenant, person, until)
    }

    /// A ticket with which that account comes to an application that asks by CAS.
    pub fn issue_ticket(&self, tenant: TenantNumber, person: &Person) -> String {
        let until = self.0.clock.now() + TimeDelta::minutes(5);
        self.books().issue_as(TICKET, tenant, person, until)
    }

    /// What is given with the tokens from now on.
    pub fn hold(&self, holding: Holding) {
        self.books().holding = holding;
    }

    /// From now on an access token has expired where it had by this moment, so that none expires between
    /// two calls of a slow seller.
    pub fn freeze(&self) {
        let now = self.0.clock.now();
        self.books().frozen = Some(now);
    }

    /// From now on an access token expires when its time has passed.
    pub fn thaw(&self) {
        self.books().frozen = None;
    }

    /// Every call until now, or the latest ones where there were very many.
    pub fn asked(&self) -> Vec<Asked> {
        self.books().asked.clone()
    }

    /// Tokens and secrets: what no address and no page may show. A code comes in an address.
    pub fn hidden(&self) -> Vec<String> {
        let books = self.books();
        let mut hidden = books.secrets();
        hidden.retain(|text| !books.codes.contains_key(text));
        hidden
    }

    /// Answers a call at an enterprise's address, and keeps it.
    pub fn answer(&self, tenant: TenantNumber, asking: &Call) -> Answered {
        let now = self.0.clock.now();
        let mut books = self.books();
        let wish = Wish::of(&asking.path);
        let (answered, flaws) = match wish {
            _ if tenant.0 >= books.clients.len() => (nothing_here(), vec![Flaw::Path]),
            Wish::Token => token::exchange(&mut books, tenant, asking, now),
            Wish::Ticket => cas::validate(&mut books, tenant, asking, now),
            Wish::UserInfo => {
                let then = books.frozen.unwrap_or(now);
                token::userinfo(&books, tenant, asking, then)
            }
            Wish::Authorize => portal::authorize(&mut books, tenant, asking, now),
            Wish::Portal => portal::login(&mut books, tenant, asking, now),
            Wish::Logout => portal::logout(&mut books, tenant, asking),
            Wish::Nothing => (nothing_here(), vec![Flaw::Path]),
        };
        let kept = books.kept(tenant, wish, asking, (now, flaws, answered.status));
        books.calls = kept.number;
        if books.asked.len() >= MOST_CALLS {
            books.asked.remove(0);
        }
        books.asked.push(kept);
        answered
    }

    fn books(&self) -> MutexGuard<'_, Books> {
        self.0.books.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn nothing_here() -> Answered {
    Answered::error(404, "not_found", "No such address")
}

impl Books {
    /// The grant of an account that may still log in, as it is now.
    pub(super) fn admitted(&self, grant: &Grant) -> Option<Grant> {
        let client = self.clients.get(grant.tenant.0)?;
        let person = client.person(&grant.person.user_name)?;
        Some(Grant {
            person: person.clone(),
            ..grant.clone()
        })
    }

    pub(super) fn issue(
        &mut self,
        tenant: TenantNumber,
        person: &Person,
        until: DateTime<Utc>,
    ) -> String {
        self.issue_as("", tenant, person, until)
    }

    fn issue_as(
        &mut self,
        kind: &str,
        tenant: TenantNumber,
        person: &Person,
        until: DateTime<Utc>,
    ) -> String {
        let code = format!("{kind}{}", self.mint.nonce());
        let grant = Grant {
            tenant,
            person: person.clone(),
            used: false,
            until,
        };
        self.codes.insert(code.clone(), grant);
        code
    }

    fn secrets(&self) -> Vec<String> {
        let of_clients = self
            .clients
            .iter()
            .flat_map(|client| [client.secret.expose().to_owned(), client.sealed.clone()]);
        let keys = [&self.codes, &self.tokens, &self.refreshes];
        let drawn = keys.into_iter().flat_map(BTreeMap::keys).cloned();
        of_clients
            .chain(drawn)
            .chain(self.sessions.keys().cloned())
            .filter(|text| !text.is_empty())
            .collect()
    }

    fn kept(
        &self,
        tenant: TenantNumber,
        wish: Wish,
        asking: &Call,
        (at, flaws, status): (DateTime<Utc>, Vec<Flaw>, u16),
    ) -> Asked {
        let secrets = self.secrets();
        let redactor = Redactor::new(secrets.iter().map(String::as_str));
        let scrub = |text: String| redactor.scrub(text);
        let header = |(name, value): &(String, String)| Header {
            name: name.clone(),
            value: match name.to_ascii_lowercase().as_str() {
                "authorization" | "cookie" => REDACTED.to_owned(),
                _ => scrub(value.clone()),
            },
        };
        let target = match asking.query.as_str() {
            "" => asking.path.clone(),
            query => format!("{}?{query}", asking.path),
        };
        let body = &asking.body[..asking.body.len().min(MOST_KEPT)];
        Asked {
            number: self.calls + 1,
            at,
            tenant,
            wish,
            refreshes: wish == Wish::Token && token::is_refresh(asking),
            method: asking.method.clone(),
            target: scrub(target),
            headers: asking.headers.iter().map(header).collect(),
            body: scrub(String::from_utf8_lossy(body).into_owned()),
            flaws,
            status,
        }
    }
}

#[cfg(test)]
mod tests;
