//! What came of a call, for the page.

use galleria_reports::visible;
use galleria_scenarios::debugging::{Checked, Debugged, Stage, Stopped};
use galleria_scenarios::platform_message::{self, Language, Message};
use galleria_scenarios::profile::Profile;
use galleria_scenarios::rule::Finding;
use galleria_scenarios::rules;
use galleria_scenarios::transcript::{Exchange, SentRequest};

/// A call with its answer.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) request: Sent,
    pub(super) answer: Option<Answered>,
    /// Why there is no answer.
    pub(super) detail: Option<String>,
    pub(super) stages: Vec<StageLine>,
    pub(super) stopped: Option<StopLine>,
    /// The message with which the platform saves the case.
    pub(super) saved: Option<&'static Message>,
    pub(super) doubt: Option<&'static str>,
    pub(super) findings: Vec<FindingLine>,
}

/// A request as it is sent.
#[derive(Debug)]
pub(super) struct Sent {
    pub(super) curl: String,
    pub(super) method: String,
    pub(super) url: String,
    pub(super) body: Option<String>,
}

#[derive(Debug)]
pub(super) struct Answered {
    pub(super) status: String,
    pub(super) took: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
}

#[derive(Debug)]
pub(super) struct StageLine {
    pub(super) about: &'static str,
    /// The class of the style: passed, stopped here, or not made.
    pub(super) class: &'static str,
    pub(super) word: &'static str,
}

#[derive(Debug)]
pub(super) struct StopLine {
    pub(super) message: &'static Message,
    /// What the platform says, in each of its languages.
    pub(super) said: Vec<(&'static str, String)>,
}

#[derive(Debug)]
pub(super) struct FindingLine {
    pub(super) id: String,
    pub(super) name: &'static str,
    pub(super) finding: Finding,
}

impl Sent {
    pub(super) fn of(request: &SentRequest) -> Self {
        let body = request
            .body
            .as_deref()
            .map(|body| visible(body).into_owned());
        Self {
            curl: request.curl(),
            method: request.method.clone(),
            url: request.url(),
            body,
        }
    }
}

impl Told {
    pub(super) fn of(debugged: &Debugged, exchange: &Exchange, book: &Profile) -> Self {
        let checked = debugged.checked.as_ref();
        let stopped = checked.and_then(|checked| checked.stopped.as_ref());
        let is_saved = checked.is_some_and(Checked::is_saved);
        Self {
            request: Sent::of(&exchange.request),
            answer: answered(exchange),
            detail: exchange
                .detail
                .as_deref()
                .map(|detail| visible(detail).into_owned()),
            stages: checked
                .map(|checked| stages(checked, book))
                .unwrap_or_default(),
            stopped: stopped.map(stop_line),
            saved: is_saved
                .then(|| platform_message::find("case-saved"))
                .flatten(),
            doubt: checked.and_then(|checked| checked.doubt),
            findings: debugged.findings.iter().map(finding).collect(),
        }
    }
}

fn answered(exchange: &Exchange) -> Option<Answered> {
    let answer = exchange.response.as_ref()?;
    let shown = |text: &str| visible(text).into_owned();
    let headers = answer.headers.iter();
    Some(Answered {
        status: shown(answer.status_line.trim()),
        took: format!("{:.1} ms", exchange.timings.total().as_secs_f64() * 1e3),
        headers: headers
            .map(|header| (shown(&header.name), shown(&header.value)))
            .collect(),
        body: shown(&answer.body.text),
    })
}

fn stages(checked: &Checked, book: &Profile) -> Vec<StageLine> {
    let made = Stage::ALL
        .into_iter()
        .filter(|stage| stage.is_made_by(book));
    let line = |stage: Stage| {
        let stops = checked
            .stopped
            .as_ref()
            .is_some_and(|stopped| stopped.stage == stage);
        let (class, word) = if stops {
            ("bad", "stops here")
        } else if checked.passed.contains(&stage) {
            ("good", "passed")
        } else {
            ("faint", "not looked at")
        };
        StageLine {
            about: stage.about(),
            class,
            word,
        }
    };
    made.map(line).collect()
}

fn stop_line(stopped: &Stopped) -> StopLine {
    let both = [Language::Zh, Language::En].into_iter();
    let said = both.filter_map(|language| Some((language.name(), stopped.said(language)?)));
    StopLine {
        message: stopped.message,
        said: said.collect(),
    }
}

fn finding((id, finding): &(String, Finding)) -> FindingLine {
    FindingLine {
        id: id.clone(),
        name: rules::find(id).map_or("", |rule| rule.name),
        finding: finding.clone(),
    }
}
