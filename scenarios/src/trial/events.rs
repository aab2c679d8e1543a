//! What a trial came to as the events of a run, from which every report is drawn.

use std::time::Duration;

use chrono::{DateTime, Utc};
use galleria_marketplace::market::Billing;
use galleria_marketplace::mint::Mint;
use galleria_marketplace::transcript::ExchangeId;

use super::report::{TrialReport, TrialRuleReport};
use crate::event::{
    Circumstances, Event, FORMAT_VERSION, PlannedRule, PlannedScenario, RunFinished, RunStarted,
    ScenarioStarted, StepStarted,
};
use crate::rule::{Finding, Force, Judged, RULE_SET};
use crate::verdict::Verdict;
use crate::{gateway, login};

/// How a trial is announced: it is the one scenario of its run.
#[derive(Debug)]
pub struct Bill {
    /// The scenario's id.
    pub scenario: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What is tried.
    pub about: &'static str,
    /// What its rules need.
    pub needs: &'static str,
}

/// What a trial sets out to do; `seed` and `salt` make its id.
pub fn begun(
    bill: &Bill,
    (seed, salt): (u64, u64),
    started: DateTime<Utc>,
    target: String,
    fail_on: Force,
) -> RunStarted {
    RunStarted {
        format_version: FORMAT_VERSION,
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        rule_set: RULE_SET.to_owned(),
        id: Mint::new(seed, salt, "run").hex(12),
        seed,
        started,
        profile: bill.scenario.to_owned(),
        own_profile: None,
        billing: Billing::ALL[0],
        target,
        fail_on,
        rules: Vec::new(),
        scenarios: vec![PlannedScenario {
            id: bill.scenario.to_owned(),
            title: bill.title.to_owned(),
            place: None,
        }],
        known_failures: Vec::new(),
        part: false,
        min_coverage: None,
        shard: None,
        rehearsal: false,
        book_url: None,
    }
}

/// The events of a trial that took so long.
pub fn events(bill: &Bill, begun: RunStarted, report: &TrialReport, took: Duration) -> Vec<Event> {
    let scenario = || bill.scenario.to_owned();
    let run = RunStarted {
        rules: report
            .rules
            .iter()
            .map(|rule| planned(bill, rule))
            .collect(),
        ..begun
    };
    let mut events = vec![
        Event::RunStarted(Box::new(run)),
        Event::ScenarioStarted(ScenarioStarted {
            scenario: scenario(),
            title: bill.title.to_owned(),
            about: bill.about.to_owned(),
            steps: u32::try_from(report.steps.len()).unwrap_or(u32::MAX),
        }),
    ];
    events.extend((1..).zip(&report.steps).map(|(step, tried)| {
        Event::StepStarted(StepStarted {
            scenario: scenario(),
            step,
            verb: tried.verb.to_owned(),
            activity: None,
            note: tried.note.to_owned(),
        })
    }));
    events.push(Event::ScenarioFinished {
        scenario: scenario(),
        judged: report.rules.iter().map(|rule| judged(bill, rule)).collect(),
        circumstances: Circumstances::default(),
    });
    events.push(Event::RunFinished(RunFinished {
        elapsed_ms: u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
        stopped: None,
    }));
    events
}

/// The command whose trial a run was; `None` where it was none.
pub fn command_of(run: &RunStarted) -> Option<&'static str> {
    let id = &run.rules.first()?.id;
    let of_login = login::find_listed(id).map(|_| "login-test");
    of_login.or_else(|| gateway::find_listed(id).map(|_| "gateway-test"))
}

fn planned(bill: &Bill, rule: &TrialRuleReport) -> PlannedRule {
    let absent = rule.verdict == Verdict::NotApplicable;
    PlannedRule {
        id: rule.id.to_owned(),
        name: rule.name.to_owned(),
        force: rule.force,
        needs: bill.needs.to_owned(),
        not_applicable: rule.reason.filter(|_| absent).map(ToOwned::to_owned),
        unseen: None,
    }
}

fn judged(bill: &Bill, rule: &TrialRuleReport) -> Judged {
    let found = rule.findings.iter().map(|finding| Finding {
        scenario: bill.scenario.to_owned(),
        step: finding.step,
        // What a trial calls is no exchange of the record.
        exchange: ExchangeId(0),
        place: finding.place.clone(),
        expected: rule.about.to_owned(),
        actual: String::new(),
        cause: None,
        explanation: finding.explanation.to_owned(),
        fix: finding.fix.to_owned(),
        curl: String::new(),
    });
    let unseen = rule.verdict == Verdict::Unobserved;
    Judged {
        rule: rule.id.to_owned(),
        looked_at: rule.looked_at as u64,
        findings: found.collect(),
        doubts: rule
            .reason
            .filter(|_| unseen)
            .map(ToOwned::to_owned)
            .into_iter()
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::report::{TrialFinding, TrialStep};
    use super::*;
    use crate::verdict::{ExitCode, Tally};

    const BILL: Bill = Bill {
        scenario: "trial",
        title: "A trial",
        about: "Tries.",
        needs: "something to try",
    };

    #[test]
    fn the_events_come_to_the_same_verdicts() {
        let verdicts = [
            Verdict::Pass,
            Verdict::Fail,
            Verdict::Unobserved,
            Verdict::NotApplicable,
        ];
        let ids = ["T1", "T2", "T3", "T4"];
        let told = ids.into_iter().zip(verdicts).map(|(id, verdict)| {
            let finding = TrialFinding {
                step: 2,
                place: "the second call".to_owned(),
                explanation: "wrong",
                fix: "mend it",
            };
            let failed = verdict == Verdict::Fail;
            TrialRuleReport {
                id,
                name: "wrong",
                force: Force::Must,
                about: "It is right.",
                verdict,
                looked_at: usize::from(failed || verdict == Verdict::Pass),
                reason: Some("why").filter(|_| !failed && verdict != Verdict::Pass),
                findings: failed.then_some(finding).into_iter().collect(),
            }
        });
        let step = TrialStep {
            verb: "call",
            note: "Calls.",
        };
        let report = TrialReport {
            rules: told.collect(),
            steps: vec![step.clone(), step],
        };
        let mut tally = Tally::default();
        let started = DateTime::UNIX_EPOCH;
        let begun = begun(
            &BILL,
            (1, 2),
            started,
            "http://127.0.0.1:9/".to_owned(),
            Force::Should,
        );
        for event in events(&BILL, begun, &report, Duration::from_secs(1)) {
            tally.take(&event);
        }
        let came: Vec<_> = tally.conclude().rules;
        let seen: Vec<Verdict> = came.iter().map(|rule| rule.verdict).collect();
        assert_eq!(seen, verdicts);
        assert_eq!(came[2].reason.as_deref(), Some("why"));
        assert_eq!(came[3].reason.as_deref(), Some("why"));
        assert_eq!(tally.conclude().exit, ExitCode::Failed);
        assert_eq!(report.exit_code(Force::Should), ExitCode::Failed);
    }
}
