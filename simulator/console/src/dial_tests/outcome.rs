//! What a dial test came to.

use galleria_scenarios::cases::Saved;
use galleria_scenarios::dial_test::{DialTest, FAILING_DAYS, Half, SessionOutcome};
use galleria_scenarios::event::Stopped;
use galleria_scenarios::platform_message::Language;
use galleria_scenarios::profile::Profile;
use galleria_scenarios::verdict::ExitCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The days and cases of a dial test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = DialTestOutcome)]
pub(crate) struct Outcome {
    pub(crate) days: Vec<Day>,
    pub(crate) cases: Vec<Case>,
    /// The day at whose end trading would have been frozen and the product hidden.
    pub(crate) hidden_on: Option<u32>,
    /// How many failing days in a row hide a product.
    pub(crate) failing_days_that_hide: u32,
    /// The rules that failed.
    pub(crate) failed_rules: Vec<String>,
}

/// One day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = DialTestDay)]
pub(crate) struct Day {
    #[serde(rename = "day")]
    pub(crate) number: u32,
    /// Absent where it did not begin.
    pub(crate) morning: Option<Session>,
    pub(crate) afternoon: Option<Session>,
    /// How many days in a row have failed at its end; absent where it was not played whole.
    pub(crate) in_a_row: Option<u32>,
}

/// A morning or an afternoon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = DialTestSession)]
pub(crate) struct Session {
    pub(crate) calls: usize,
    /// The cases that failed, for which the platform tells the seller by mail, SMS and in the seller centre.
    pub(crate) failed: Vec<String>,
    /// What the platform says of the first one, in Chinese and in English where it has such words.
    pub(crate) said: Option<String>,
    pub(crate) said_en: Option<String>,
}

/// A case over all sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = DialTestCase)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) scene: String,
    pub(crate) calls: usize,
    pub(crate) failed: usize,
    /// What its failures have in common.
    pub(crate) explanation: String,
}

impl Outcome {
    pub(super) fn of(
        test: &DialTest,
        cases: &[Saved],
        profile: &Profile,
        failed_rules: Vec<String>,
    ) -> Self {
        let name = |case: usize| cases.get(case).map_or("?", |saved| saved.name.as_str());
        let outcomes = cases.iter().zip(&test.cases);
        Self {
            days: days(test, &name),
            cases: outcomes
                .map(|(saved, outcome)| Case {
                    name: saved.name.clone(),
                    scene: profile.called(saved.case.activity).to_owned(),
                    calls: outcome.calls,
                    failed: outcome.failed,
                    explanation: outcome.pattern.in_words(name),
                })
                .collect(),
            hidden_on: test.hidden_on,
            failing_days_that_hide: FAILING_DAYS,
            failed_rules,
        }
    }

    /// How many sessions failed, each of which the platform alerts the seller of.
    pub(crate) fn alerts(&self) -> usize {
        let sessions = self
            .days
            .iter()
            .flat_map(|day| [&day.morning, &day.afternoon]);
        sessions
            .flatten()
            .filter(|session| !session.failed.is_empty())
            .count()
    }

    /// The verdict's name and what it says.
    pub(super) fn verdict(
        &self,
        concluded: ExitCode,
        stopped: Option<&Stopped>,
    ) -> (String, String) {
        let failing = self.days.iter().filter(|day| day.fails()).count();
        let (word, headline) = match (self.hidden_on, failing) {
            (Some(day), _) => (
                "fail",
                format!("on day {day} trading would be frozen and the product hidden"),
            ),
            _ if concluded == ExitCode::Unreachable => {
                ("unreachable", "no call reached the seller".to_owned())
            }
            (None, 1..) => (
                "fail",
                format!(
                    "alerts, and the product stays on sale: {failing} of {} days failed, never {FAILING_DAYS} in a row",
                    self.days.len()
                ),
            ),
            (None, 0) if stopped == Some(&Stopped::Interrupted) => (
                "interrupted",
                format!(
                    "no call failed in {} days until it was stopped",
                    self.days.len()
                ),
            ),
            (None, 0) if stopped.is_some() || self.days.is_empty() => (
                "not finished",
                "no call failed before it ended early".to_owned(),
            ),
            (None, 0) if concluded == ExitCode::Failed => (
                "fail",
                "a rule failed, though the platform's checks passed".to_owned(),
            ),
            (None, 0) => (
                "pass",
                format!("every call of {} days passed", self.days.len()),
            ),
        };
        (word.to_owned(), headline)
    }
}

impl Day {
    pub(crate) fn fails(&self) -> bool {
        let mut sessions = [&self.morning, &self.afternoon].into_iter().flatten();
        sessions.any(|session| !session.failed.is_empty())
    }
}

impl Session {
    fn of<'a>(outcome: &SessionOutcome, name: &impl Fn(usize) -> &'a str) -> Self {
        let mut failed: Vec<String> = Vec::new();
        let stopped = outcome.calls.iter().filter(|call| call.stopped.is_some());
        for call in stopped {
            let name = name(call.case);
            if failed.iter().all(|known| known != name) {
                failed.push(name.to_owned());
            }
        }
        let mut all = outcome
            .calls
            .iter()
            .filter_map(|call| call.stopped.as_ref());
        let first = all.next();
        let said = |language| first.and_then(|first| first.said(language));
        Self {
            calls: outcome.calls.len(),
            said: said(Language::Zh),
            said_en: said(Language::En),
            failed,
        }
    }
}

fn days<'a>(test: &DialTest, name: &impl Fn(usize) -> &'a str) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for outcome in &test.sessions {
        let Some((number, half)) = outcome.session.day else {
            continue;
        };
        if days.last().is_none_or(|last| last.number != number) {
            days.push(Day {
                number,
                morning: None,
                afternoon: None,
                in_a_row: None,
            });
        }
        if let Some(day) = days.last_mut() {
            let session = Some(Session::of(outcome, name));
            match half {
                Half::Morning => day.morning = session,
                Half::Afternoon => day.afternoon = session,
            }
        }
    }
    let mut row = 0;
    for (day, fails) in days.iter_mut().zip(&test.days) {
        row = if *fails { row + 1 } else { 0 };
        day.in_a_row = Some(row);
    }
    days
}
