//! A call as the page shows it.

use galleria_scenarios::transcript::{Answer, Exchange, ExchangeId, Role};
use galleria_scenarios::{Header, TlsFacts};
use std::collections::BTreeMap;
use std::time::Duration;

use super::bar::Bar;
use super::body::{BodyView, cut};
use super::difference::{LineView, PairView, lines, pairs};
use super::rule::{class, shown};
use super::timeline::Span;
use crate::report::{RuleReport, RunReport};
use crate::words::{came_of, duration, role};

/// What a call is shown beside.
pub(super) struct Beside<'a> {
    /// The rules that found something, by call.
    pub(super) found: BTreeMap<ExchangeId, Vec<&'a RuleReport>>,
    calls: BTreeMap<ExchangeId, &'a Exchange>,
}

impl<'a> Beside<'a> {
    pub(super) fn of(
        report: &'a RunReport,
        found: BTreeMap<ExchangeId, Vec<&'a RuleReport>>,
    ) -> Self {
        let calls = report.exchanges().into_iter();
        Self {
            found,
            calls: calls.map(|call| (call.id, call)).collect(),
        }
    }

    /// The call that this one is to be held against.
    fn other(&self, exchange: &Exchange) -> Option<&'a Exchange> {
        let id = match &exchange.intent.role {
            Role::Repeat { of } | Role::Awaited { of } | Role::Isolated { of } => *of,
            Role::Tampered { control, .. } => *control,
            Role::AtOnce { of } => (*of)?,
            Role::Call | Role::Control | Role::Poll | Role::CleanUp => return None,
        };
        self.calls.get(&id).copied()
    }
}

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
    pub(super) parameters: Vec<PairView>,
    pub(super) headers: Vec<PairView>,
    pub(super) body: Option<Vec<LineView>>,
    /// The call from which it differs in what is marked.
    pub(super) other: Option<u64>,
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
    pub(super) headers: Vec<PairView>,
    pub(super) body: BodyView,
    /// The lines of the body.
    pub(super) lines: Vec<LineView>,
}

impl AnswerView {
    fn of(answer: &Answer, other: Option<&Answer>) -> Self {
        let body = BodyView::of(&answer.body);
        let other_body = other.map(|other| BodyView::of(&other.body).text);
        let other_headers = other.map(|other| headers(&other.headers));
        Self {
            status_line: shown(&answer.status_line),
            headers: pairs(headers(&answer.headers), other_headers.as_deref()),
            lines: lines(&body.text, other_body.as_deref()),
            body,
        }
    }
}

impl<'a> CallView<'a> {
    pub(super) fn of(exchange: &Exchange, span: Span, beside: &Beside<'a>) -> Self {
        let request = &exchange.request;
        let (path, _) = split(&request.target);
        let rules = beside.found.get(&exchange.id);
        let rules = rules.map(Vec::as_slice).unwrap_or_default();
        let other = beside.other(exchange);
        let sent = other.map(|other| &other.request);
        let sent_parameters = sent.map(|sent| parameters(split(&sent.target).1));
        let sent_headers = sent.map(|sent| headers(&sent.headers));
        let sent_body = sent.map(|sent| sent.body.as_deref().map(body).unwrap_or_default());
        let answered = other.and_then(|other| other.response.as_ref());
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
            bar: Bar::of(exchange.timings, span),
            took: duration(exchange.timings.total()),
            started: duration(Duration::from_micros(exchange.timings.started_us)),
            detail: exchange.detail.as_deref().map(shown),
            line: shown(&format!("{} {}{path}", request.method, request.origin)),
            parameters: pairs(
                parameters(split(&request.target).1),
                sent_parameters.as_deref(),
            ),
            headers: pairs(headers(&request.headers), sent_headers.as_deref()),
            body: request
                .body
                .as_deref()
                .map(|text| lines(&body(text), sent_body.as_deref())),
            other: other.map(|other| other.id.0),
            curl: shown(&request.curl()),
            answer: exchange
                .response
                .as_ref()
                .map(|answer| AnswerView::of(answer, answered)),
            tls: exchange.tls.as_ref().map(|tls| shown(&secured(tls))),
        }
    }
}

/// The path of a target and its query.
fn split(target: &str) -> (&str, &str) {
    target.split_once('?').unwrap_or((target, ""))
}

/// The body of a request as it is shown.
fn body(text: &str) -> String {
    shown(cut(text).0)
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
