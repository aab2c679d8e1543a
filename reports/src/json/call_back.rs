//! What the seller called of the marketplace's open APIs.

use galleria_scenarios::event::CalledBack;
use schemars::JsonSchema;
use serde::Serialize;

use super::message::{Header, headers};
use crate::report::RunReport;

/// A call of an open API.
#[derive(Serialize, JsonSchema)]
pub(super) struct CallBack {
    /// Its number, from 1 in the order of coming.
    number: u64,
    /// When it came, as RFC 3339.
    at: String,
    /// What it asks for, for people: the query of an order, a usage push in one of two forms, or
    /// nothing known.
    wish: &'static str,
    /// The scenario in which it came.
    scenario: String,
    /// The number of the step.
    step: u32,
    /// The last call to the seller before it was noted.
    exchange: u64,
    /// Whether it came while a call to the seller was not answered yet.
    inside: bool,
    /// The HTTP method.
    method: String,
    /// Path and query.
    target: String,
    /// The headers, names in lower case.
    headers: Vec<Header>,
    /// The body.
    body: String,
    /// What was wrong with it, for people; empty where nothing was.
    flaws: Vec<String>,
    /// The HTTP status that answered it.
    status: u16,
    /// The body that answered it.
    answer: String,
}

/// All of a run, in the order of coming.
pub(super) fn call_backs(report: &RunReport) -> Vec<CallBack> {
    let mut all: Vec<_> = report.call_backs().map(CallBack::of).collect();
    all.sort_by_key(|call_back| call_back.number);
    all
}

impl CallBack {
    fn of(came: &CalledBack) -> Self {
        let call = &came.call_back;
        Self {
            number: call.number,
            at: call.at.to_rfc3339(),
            wish: call.wish.name(),
            scenario: came.scenario.clone(),
            step: came.step,
            exchange: came.exchange.0,
            inside: call.inside,
            method: call.method.clone(),
            target: call.target.clone(),
            headers: headers(&call.headers),
            body: call.body.clone(),
            flaws: call.flaws.iter().map(ToString::to_string).collect(),
            status: call.answered.status,
            answer: call.answered.body.clone(),
        }
    }
}
