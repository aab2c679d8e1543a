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
pub(crate) struct Told {
    pub(crate) request: Sent,
    pub(crate) answer: Option<Answered>,
    /// Why there is no answer.
    pub(crate) detail: Option<String>,
    pub(crate) stages: Vec<StageLine>,
    pub(crate) stopped: Option<StopLine>,
    /// The message with which the platform saves the case.
    pub(crate) saved: Option<&'static Message>,
    pub(crate) doubt: Option<&'static str>,
    pub(crate) findings: Vec<FindingLine>,
}

/// A request as it is sent.
#[derive(Debug)]
pub(crate) struct Sent {
    pub(crate) curl: String,
    pub(crate) method: String,
    pub(crate) url: String,
    pub(crate) body: Option<String>,
}

/// An answer as it came.
#[derive(Debug)]
pub(crate) struct Answered {
    pub(crate) status: String,
    pub(crate) took: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

/// A check of the platform.
#[derive(Debug)]
pub(crate) struct StageLine {
    pub(crate) about: &'static str,
    /// The class of the style: passed, stopped here, or not made.
    pub(crate) class: &'static str,
    pub(crate) word: &'static str,
}

/// Where the platform stops.
#[derive(Debug)]
pub(crate) struct StopLine {
    pub(crate) message: &'static Message,
    /// What the platform says, in each of its languages.
    pub(crate) said: Vec<(&'static str, String)>,
}

/// What a rule finds.
#[derive(Debug)]
pub(crate) struct FindingLine {
    pub(crate) id: String,
    pub(crate) name: &'static str,
    pub(crate) finding: Finding,
}

impl Sent {
    pub(crate) fn of(request: &SentRequest) -> Self {
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
    pub(crate) fn of(debugged: &Debugged, exchange: &Exchange, book: &Profile) -> Self {
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

/// The answer of a call.
pub(crate) fn answered(exchange: &Exchange) -> Option<Answered> {
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
