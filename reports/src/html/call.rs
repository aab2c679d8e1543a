//! A call as the page shows it.

use galleria_scenarios::transcript::{Exchange, ExchangeId};
use galleria_scenarios::{Header, TlsFacts};
use std::collections::BTreeMap;
use std::time::Duration;

use super::bar::Bar;
use super::body::{BodyView, cut};
use super::rule::{class, shown};
use crate::report::RuleReport;
use crate::words::{came_of, duration, role};

/// The rules that found something, by call.
pub(super) type Found<'a> = BTreeMap<ExchangeId, Vec<&'a RuleReport>>;

/// A call and what came of it.
pub(super) struct CallView<'a> {
    pub(super) id: u64,
    pub(super) activity: String,
    pub(super) tags: Vec<String>,
    pub(super) came_of: String,
    pub(super) class: &'static str,
    pub(super) marks: Vec<Mark<'a>>,
    pub(super) bar: Bar,
    pub(super) took: String,
    pub(super) started: String,
    pub(super) detail: Option<String>,
    pub(super) line: String,
    pub(super) parameters: Vec<(String, String)>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Option<String>,
    pub(super) curl: String,
    pub(super) answer: Option<AnswerView>,
    pub(super) tls: Option<String>,
}

/// A rule that found something in the call.
pub(super) struct Mark<'a> {
    pub(super) id: &'a str,
    pub(super) class: &'static str,
}

impl<'a> Mark<'a> {
    pub(super) fn of(rule: &'a RuleReport) -> Self {
        Self {
            id: rule.id(),
            class: class(rule.standing),
        }
    }
}

/// An answer.
pub(super) struct AnswerView {
    pub(super) status_line: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: BodyView,
}

impl<'a> CallView<'a> {
    pub(super) fn of(exchange: &Exchange, longest_us: u64, found: &Found<'a>) -> Self {
        let request = &exchange.request;
        let (path, query) = request
            .target
            .split_once('?')
            .unwrap_or((&request.target, ""));
        let rules = found
            .get(&exchange.id)
            .map(Vec::as_slice)
            .unwrap_or_default();
        Self {
            id: exchange.id.0,
            activity: shown(&exchange.intent.activity),
            tags: tags(exchange),
            came_of: shown(&came_of(exchange)),
            class: if exchange.is_accepted() {
                "plain"
            } else {
                "faint"
            },
            marks: rules.iter().map(|rule| Mark::of(rule)).collect(),
            bar: Bar::of(exchange.timings, longest_us),
            took: duration(exchange.timings.total()),
            started: duration(Duration::from_micros(exchange.timings.started_us)),
            detail: exchange.detail.as_deref().map(shown),
            line: shown(&format!("{} {}{path}", request.method, request.origin)),
            parameters: parameters(query),
            headers: headers(&request.headers),
            body: request.body.as_deref().map(|body| shown(cut(body).0)),
            curl: shown(&request.curl()),
            answer: exchange.response.as_ref().map(|answer| AnswerView {
                status_line: shown(&answer.status_line),
                headers: headers(&answer.headers),
                body: BodyView::of(&answer.body),
            }),
            tls: exchange.tls.as_ref().map(|tls| shown(&secured(tls))),
        }
    }
}

/// What TLS agreed on, and what was let pass.
fn secured(tls: &TlsFacts) -> String {
    let agreed = format!("{} {}", tls.version, tls.suite);
    match &tls.certificate {
        Some(flaw) => format!("{agreed}, with a certificate that nobody would trust: {flaw}"),
        None => agreed,
    }
}

fn tags(exchange: &Exchange) -> Vec<String> {
    let mut tags: Vec<_> = role(exchange).iter().map(|role| shown(role)).collect();
    if exchange.attempt > 1 {
        tags.push(format!("delivery {}", exchange.attempt));
    }
    if exchange.intent.test {
        tags.push("test call".to_owned());
    }
    tags
}

/// The parameters of a query, decoded as a form is.
fn parameters(query: &str) -> Vec<(String, String)> {
    let pairs = form_urlencoded::parse(query.as_bytes());
    pairs
        .map(|(name, value)| (shown(&name), shown(&value)))
        .collect()
}

pub(super) fn headers(headers: &[Header]) -> Vec<(String, String)> {
    headers
        .iter()
        .map(|header| (shown(&header.name), shown(&header.value)))
        .collect()
}
