//! The desk: what all call-backs of a run share.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use galleria_protocol::Key;
use galleria_protocol::sdk_hmac::{AccessKey, Call, SecretKey};
use galleria_protocol::v2::order::OrderInfo;

use super::books::Books;
use super::call_back::{CallBack, Flaw, Issued, Wish};
use super::codes::LicenceCode;
use super::query::{self, Answered};
use super::{gateway, licence, order, upload, usage};
use crate::clock::Clock;
use crate::delivery::Header;
use crate::transcript::{REDACTED, Redactor};

/// The most bytes of a body that are kept.
const MOST_KEPT: usize = 1 << 20;

/// The AK and SK of the seller.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// The AK.
    pub access: AccessKey,
    /// The SK.
    pub secret: SecretKey,
}

/// The desk. Clones are the same desk.
#[derive(Clone, Debug)]
pub struct Desk(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    credentials: Credentials,
    key: Key,
    clock: Clock,
    redactor: Redactor,
    books: Mutex<Books>,
}

/// Where the orders and instances of one scenario are filed.
#[derive(Clone, Debug)]
pub struct Filing {
    /// The desk.
    pub desk: Desk,
    /// The scenario.
    pub scenario: String,
}

impl Filing {
    /// Files an order. A further line joins the order that is known.
    pub fn order(&self, order: OrderInfo) {
        self.desk.books().file(&self.scenario, order);
    }

    /// Files an instance that the seller told; `metered` tells whether its product is paid by use.
    pub fn instance(&self, id: &str, metered: bool) {
        let mut books = self.desk.books();
        books.instances.note(&self.scenario, id, metered);
    }

    /// Files an application for a licence.
    pub fn event(&self, id: &str) {
        self.desk.books().file_event(&self.scenario, id);
    }

    /// Files a licence code that the marketplace made.
    pub fn code(&self, code: LicenceCode) {
        self.desk.books().codes.file(&self.scenario, code);
    }

    /// Files that a licence code has another end.
    pub fn code_ends(&self, code: &str, expires: chrono::DateTime<chrono::Utc>) {
        if let Some(held) = self.desk.books().codes.get_mut(code) {
            held.code.expires = expires;
        }
    }

    /// Files that a licence code is void.
    pub fn code_released(&self, code: &str) {
        if let Some(held) = self.desk.books().codes.get_mut(code) {
            held.released = true;
        }
    }

    /// The marketplace's time by which software is measured: a clock that jumped ahead is none.
    pub fn unskipped(&self) -> chrono::DateTime<chrono::Utc> {
        self.desk.0.clock.unskipped()
    }

    /// Files that an instance was released just now.
    pub fn released(&self, id: &str) {
        let now = self.desk.0.clock.now();
        self.desk.books().instances.release(id, now);
    }
}

/// A call to the seller that is open until this is dropped.
#[derive(Debug)]
pub struct OpenCall {
    desk: Desk,
    scenario: String,
}

impl Drop for OpenCall {
    fn drop(&mut self) {
        self.desk.books().close(&self.scenario);
    }
}

/// What became of a call, and what it is about.
struct Done {
    scenario: Option<String>,
    order_id: Option<String>,
    licence: Option<Issued>,
    code: Option<String>,
    flaws: Vec<Flaw>,
    answered: Answered,
}

impl Desk {
    /// A desk without orders. `key` is the seller's access key: it signs usage pushes, and no record
    /// may show it.
    pub fn new(credentials: Credentials, key: &Key, clock: Clock) -> Desk {
        let secrets = [
            credentials.access.expose(),
            credentials.secret.expose(),
            key.expose(),
        ];
        Desk(Arc::new(Inner {
            redactor: Redactor::new(secrets).indexed(),
            credentials,
            key: key.clone(),
            clock,
            books: Mutex::default(),
        }))
    }

    /// Notes that a call to the seller is open.
    pub fn open(&self, scenario: &str) -> OpenCall {
        self.books().open(scenario);
        OpenCall {
            desk: self.clone(),
            scenario: scenario.to_owned(),
        }
    }

    /// Hands out what came about a scenario, and what came about none that is known.
    pub fn take(&self, scenario: &str) -> Vec<CallBack> {
        self.books().take(scenario)
    }

    /// Answers a call and keeps it.
    pub fn answer(&self, call: &Call) -> Answered {
        let wish = Wish::of(call);
        let mut books = self.books();
        let number = books.next_number();
        let done = match wish {
            Wish::OrderQuery | Wish::Nothing => self.order(call, number, &books),
            Wish::LicenceUpload => self.upload(call, number, &books),
            Wish::CodeActivation | Wish::CodeQuery | Wish::CodeBatch | Wish::CodeBatchQuery => {
                self.licence_code(call, wish, number, &mut books)
            }
            Wish::UsagePush | Wish::OldUsagePush => self.usage(call, wish, number, &mut books),
        };
        let answered = done.answered.clone();
        let order_id = done.order_id.map(|id| self.0.redactor.scrub(id));
        books.keep(CallBack {
            number,
            wish,
            scenario: done.scenario,
            order_id,
            licence: done.licence,
            code: done.code,
            flaws: done.flaws,
            answered: done.answered,
            ..self.kept(call)
        });
        answered
    }

    fn order(&self, call: &Call, number: u64, books: &Books) -> Done {
        let mut flaws = gateway::flaws(&self.0.credentials, call, &self.0.clock);
        let asked = query::asked(call);
        let order_id = asked.as_ref().ok().map(|asked| asked.order_id.clone());
        let filed = order_id.as_ref().and_then(|id| books.order(id));
        let (scenario, order) = filed.map(|filed| (filed.scenario, filed.order)).unzip();
        let answered = if flaws.is_empty() {
            let order = order.or_else(|| order_id.as_deref().and_then(order::mock));
            let (answered, flaw) = query::answer(asked, order);
            flaws.extend(flaw);
            answered
        } else {
            Answered::unauthentic(&flaws, number)
        };
        Done {
            scenario,
            order_id,
            licence: None,
            code: None,
            flaws,
            answered,
        }
    }

    fn usage(&self, call: &Call, wish: Wish, number: u64, books: &mut Books) -> Done {
        // The earlier one: a clock that jumped ahead makes no record too old.
        let now = self.0.clock.unskipped();
        let mut flaws = match wish {
            Wish::UsagePush => usage::signature(&self.0.key, &self.0.credentials.secret, call)
                .into_iter()
                .collect(),
            _ => gateway::flaws(&self.0.credentials, call, &self.0.clock),
        };
        let refused = wish == Wish::OldUsagePush && !flaws.is_empty();
        let told = usage::told(call);
        let push = told.as_ref().ok();
        let scenario = push.and_then(|push| books.instances.scenario(push));
        let scenario = scenario.map(ToOwned::to_owned);
        // What is not authentic is not looked into.
        if flaws.is_empty() {
            match &told {
                Ok(push) => flaws.extend(usage::records(push, wish, now, &mut books.instances)),
                Err(flaw) => flaws.push(flaw.clone()),
            }
        }
        let answered = if refused {
            Answered::unauthentic(&flaws, number)
        } else {
            usage::answer(wish, &flaws)
        };
        Done {
            scenario,
            order_id: None,
            licence: None,
            code: None,
            flaws,
            answered,
        }
    }

    fn upload(&self, call: &Call, number: u64, books: &Books) -> Done {
        let flaws = gateway::flaws(&self.0.credentials, call, &self.0.clock);
        let told = upload::told(call, |event| books.applied(event).is_some());
        let answered = if flaws.is_empty() {
            upload::answer(&told.flaws)
        } else {
            Answered::unauthentic(&flaws, number)
        };
        // What is not authentic is not looked into.
        let looked_into = flaws.is_empty();
        Done {
            scenario: books.applied(&told.event).map(ToOwned::to_owned),
            order_id: None,
            licence: told.licence.filter(|_| looked_into),
            code: None,
            flaws: if looked_into { told.flaws } else { flaws },
            answered,
        }
    }

    fn licence_code(&self, call: &Call, wish: Wish, number: u64, books: &mut Books) -> Done {
        let flaws = gateway::flaws(&self.0.credentials, call, &self.0.clock);
        let mut done = Done {
            scenario: None,
            order_id: None,
            licence: None,
            code: None,
            answered: Answered::unauthentic(&flaws, number),
            flaws,
        };
        // What is not authentic is not looked into.
        if done.flaws.is_empty() {
            let now = self.0.clock.unskipped();
            let told = licence::told(call, wish, &mut books.codes, now);
            done.scenario = told.scenario;
            done.code = told.code;
            done.flaws.extend(told.flaw);
            done.answered = told.answered;
        }
        done
    }

    /// What is kept of what was sent.
    fn kept(&self, call: &Call) -> CallBack {
        let scrub = |text: String| self.0.redactor.scrub(text);
        let header = |(name, value): &(String, String)| Header {
            name: name.clone(),
            value: match name.to_ascii_lowercase().as_str() {
                "cookie" | "x-auth-token" | "proxy-authorization" => REDACTED.to_owned(),
                _ => scrub(value.clone()),
            },
        };
        let target = match call.query.as_str() {
            "" => call.path.clone(),
            query => format!("{}?{query}", call.path),
        };
        CallBack {
            number: 0,
            at: self.0.clock.now(),
            wish: Wish::Nothing,
            scenario: None,
            inside: false,
            method: call.method.clone(),
            target: scrub(target),
            headers: call.headers.iter().map(header).collect(),
            body: scrub(String::from_utf8_lossy(kept_of(&call.body)).into_owned()),
            order_id: None,
            licence: None,
            code: None,
            flaws: Vec::new(),
            answered: Answered::default(),
        }
    }

    fn books(&self) -> MutexGuard<'_, Books> {
        self.0.books.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is kept of a body: files may be large.
fn kept_of(body: &[u8]) -> &[u8] {
    &body[..body.len().min(MOST_KEPT)]
}

#[cfg(test)]
mod tests;
