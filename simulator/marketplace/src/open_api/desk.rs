//! The desk: what all call-backs of a run share.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use galleria_protocol::Key;
use galleria_protocol::sdk_hmac::{AccessKey, Call, SecretKey};
use galleria_protocol::v2::order::OrderInfo;

use super::call_back::CallBack;
use super::query::{self, Answered};
use super::{gateway, order};
use crate::clock::Clock;
use crate::delivery::Header;
use crate::transcript::{REDACTED, Redactor};

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
    clock: Clock,
    redactor: Redactor,
    books: Mutex<Books>,
}

#[derive(Debug, Default)]
struct Books {
    orders: BTreeMap<String, Filed>,
    call_backs: Vec<CallBack>,
    count: u64,
    open: Vec<String>,
}

#[derive(Debug)]
struct Filed {
    scenario: String,
    order: OrderInfo,
}

/// Where the orders of one scenario are filed.
#[derive(Clone, Debug)]
pub struct Filing {
    /// The desk.
    pub desk: Desk,
    /// The scenario.
    pub scenario: String,
}

/// A call to the seller that is open until this is dropped.
#[derive(Debug)]
pub struct OpenCall {
    desk: Desk,
    scenario: String,
}

impl Drop for OpenCall {
    fn drop(&mut self) {
        let mut books = self.desk.books();
        let at = books.open.iter().position(|open| *open == self.scenario);
        if let Some(at) = at {
            books.open.remove(at);
        }
    }
}

impl Desk {
    /// A desk without orders. `key` is the seller's access key, which no record may show.
    pub fn new(credentials: Credentials, key: &Key, clock: Clock) -> Desk {
        let key = key.expose();
        let secrets = [
            credentials.access.expose(),
            credentials.secret.expose(),
            key,
        ];
        Desk(Arc::new(Inner {
            redactor: Redactor::new(secrets).indexed(),
            credentials,
            clock,
            books: Mutex::default(),
        }))
    }

    /// Files an order of a scenario. A further line joins the order that is known.
    pub fn file(&self, scenario: &str, order: OrderInfo) {
        let mut books = self.books();
        let Some(known) = books.orders.get_mut(&order.order_id) else {
            let scenario = scenario.to_owned();
            let id = order.order_id.clone();
            books.orders.insert(id, Filed { scenario, order });
            return;
        };
        for line in order.order_line {
            let mut lines = known.order.order_line.iter();
            if lines.all(|held| held.order_line_id != line.order_line_id) {
                known.order.order_line.push(line);
            }
        }
    }

    /// Notes that a call to the seller is open.
    pub fn open(&self, scenario: &str) -> OpenCall {
        self.books().open.push(scenario.to_owned());
        OpenCall {
            desk: self.clone(),
            scenario: scenario.to_owned(),
        }
    }

    /// Hands out what came about a scenario, and what came about none that is known.
    pub fn take(&self, scenario: &str) -> Vec<CallBack> {
        let mut books = self.books();
        let all = std::mem::take(&mut books.call_backs);
        let (taken, left) = all.into_iter().partition(|came| {
            let about = came.scenario.as_deref();
            about.is_none_or(|about| about == scenario)
        });
        books.call_backs = left;
        taken
    }

    /// Answers a call and keeps it.
    pub fn answer(&self, call: &Call) -> Answered {
        let now = self.0.clock.now();
        let mut books = self.books();
        books.count += 1;
        let number = books.count;
        let mut flaws = gateway::flaws(&self.0.credentials, call, now);
        let asked = query::asked(call);
        let order_id = asked.as_ref().ok().map(|asked| asked.order_id.clone());
        let filed = order_id.as_ref().and_then(|id| books.orders.get(id));
        let about = filed.map(|filed| filed.scenario.clone());
        let order = filed.map(|filed| filed.order.clone());
        let order = order.or_else(|| order_id.as_deref().and_then(order::mock));
        let answered = if flaws.is_empty() {
            let (answered, flaw) = query::answer(asked, order);
            flaws.extend(flaw);
            answered
        } else {
            Answered::unauthentic(&flaws, number)
        };
        let scenario = about.or_else(|| books.open.last().cloned());
        let inside = scenario
            .as_ref()
            .is_some_and(|about| books.open.contains(about));
        books.call_backs.push(CallBack {
            number,
            at: now,
            scenario,
            inside,
            order_id: order_id.map(|id| self.0.redactor.scrub(id)),
            flaws,
            answered: answered.clone(),
            ..self.kept(call)
        });
        answered
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
            scenario: None,
            inside: false,
            method: call.method.clone(),
            target: scrub(target),
            headers: call.headers.iter().map(header).collect(),
            body: scrub(String::from_utf8_lossy(&call.body).into_owned()),
            order_id: None,
            flaws: Vec::new(),
            answered: Answered::default(),
        }
    }

    fn books(&self) -> MutexGuard<'_, Books> {
        self.0.books.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
