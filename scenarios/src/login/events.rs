//! What a login test came to as the events of a run, from which every report is drawn.

use std::time::Duration;

use galleria_marketplace::market::Billing;
use galleria_marketplace::mint::Mint;
use galleria_marketplace::transcript::ExchangeId;

use super::report::{LoginReport, LoginRuleReport};
use super::rules::{LOGIN_RULES, LoginRule};
use super::stage::LoginSettings;
use crate::event::{
    Circumstances, Event, FORMAT_VERSION, PlannedRule, PlannedScenario, RunFinished, RunStarted,
    ScenarioStarted, StepStarted,
};
use crate::rule::{Finding, Force, Judged, RULE_SET};
use crate::verdict::Verdict;

/// The one scenario of a login test.
const SCENARIO: &str = "login";
const TITLE: &str = "The login of kit accounts";
const ABOUT: &str =
    "Comes to the registered login address as a browser does, by right ways and by wrong ones.";
const NOTE: &str = "Logs in, renews, logs out, and tries what ought to be refused.";

/// What a login test sets out to do; `seed` and `salt` make its id.
pub fn begun(settings: &LoginSettings, (seed, salt): (u64, u64), fail_on: Force) -> RunStarted {
    let profile = &settings.profile;
    RunStarted {
        format_version: FORMAT_VERSION,
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        rule_set: RULE_SET.to_owned(),
        id: Mint::new(seed, salt, "run").hex(12),
        seed,
        started: settings.clock.started(),
        profile: profile.id.clone(),
        own_profile: profile.own.clone(),
        billing: profile
            .billing
            .keys()
            .next()
            .copied()
            .unwrap_or(Billing::ALL[0]),
        target: settings.login.to_string(),
        fail_on,
        rules: Vec::new(),
        scenarios: vec![PlannedScenario {
            id: SCENARIO.to_owned(),
            title: TITLE.to_owned(),
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

/// The events of a login test that took so long.
pub fn events(begun: RunStarted, report: &LoginReport, took: Duration) -> Vec<Event> {
    let run = RunStarted {
        rules: report.rules.iter().map(planned).collect(),
        ..begun
    };
    vec![
        Event::RunStarted(Box::new(run)),
        Event::ScenarioStarted(ScenarioStarted {
            scenario: SCENARIO.to_owned(),
            title: TITLE.to_owned(),
            about: ABOUT.to_owned(),
            steps: 1,
        }),
        Event::StepStarted(StepStarted {
            scenario: SCENARIO.to_owned(),
            step: 1,
            verb: "log in".to_owned(),
            activity: None,
            note: NOTE.to_owned(),
        }),
        Event::ScenarioFinished {
            scenario: SCENARIO.to_owned(),
            judged: report.rules.iter().map(judged).collect(),
            circumstances: Circumstances::default(),
        },
        Event::RunFinished(RunFinished {
            elapsed_ms: u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
            stopped: None,
        }),
    ]
}

fn known(id: &str) -> Option<&'static LoginRule> {
    LOGIN_RULES.iter().find(|rule| rule.id == id)
}

fn planned(rule: &LoginRuleReport) -> PlannedRule {
    let absent = rule.verdict == Verdict::NotApplicable;
    PlannedRule {
        id: rule.id.to_owned(),
        name: rule.name.to_owned(),
        force: known(rule.id).map_or(Force::Observed, |known| known.force),
        needs: "login that shows it".to_owned(),
        not_applicable: rule.reason.filter(|_| absent).map(ToOwned::to_owned),
        unseen: None,
    }
}

fn judged(rule: &LoginRuleReport) -> Judged {
    let expected = known(rule.id).map_or("", |known| known.about);
    let found = rule.findings.iter().map(|finding| Finding {
        scenario: SCENARIO.to_owned(),
        step: 1,
        // What a browser did is no call of the record.
        exchange: ExchangeId(0),
        place: finding.place.clone(),
        expected: expected.to_owned(),
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
    use super::super::report::LoginFinding;
    use super::*;
    use crate::verdict::Tally;

    #[test]
    fn the_events_come_to_the_same_verdicts() {
        let verdicts = [
            Verdict::Pass,
            Verdict::Fail,
            Verdict::Unobserved,
            Verdict::NotApplicable,
        ];
        let told = LOGIN_RULES.iter().zip(verdicts).map(|(rule, verdict)| {
            let finding = LoginFinding {
                place: "login of a user".to_owned(),
                explanation: "wrong",
                fix: "mend it",
            };
            let failed = verdict == Verdict::Fail;
            LoginRuleReport {
                id: rule.id,
                name: rule.name,
                force: rule.force.name(),
                verdict,
                looked_at: usize::from(failed || verdict == Verdict::Pass),
                reason: Some("why").filter(|_| !failed && verdict != Verdict::Pass),
                findings: failed.then_some(finding).into_iter().collect(),
            }
        });
        let report = LoginReport {
            rules: told.collect(),
        };
        let mut tally = Tally::default();
        let begun = RunStarted {
            rules: report.rules.iter().map(planned).collect(),
            ..example()
        };
        for event in events(begun, &report, Duration::from_secs(1)) {
            tally.take(&event);
        }
        let came: Vec<_> = tally.conclude().rules;
        let seen: Vec<Verdict> = came.iter().map(|rule| rule.verdict).collect();
        assert_eq!(seen, verdicts);
        assert_eq!(came[2].reason.as_deref(), Some("why"));
        assert_eq!(came[3].reason.as_deref(), Some("why"));
        assert_eq!(tally.conclude().exit, crate::verdict::ExitCode::Failed);
    }

    fn example() -> RunStarted {
        RunStarted {
            format_version: FORMAT_VERSION,
            tool_version: String::new(),
            rule_set: RULE_SET.to_owned(),
            id: "0123456789ab".to_owned(),
            seed: 1,
            started: chrono::DateTime::UNIX_EPOCH,
            profile: "cn-v1".to_owned(),
            own_profile: None,
            billing: Billing::ALL[0],
            target: "http://127.0.0.1:9/login".to_owned(),
            fail_on: Force::Should,
            rules: Vec::new(),
            scenarios: Vec::new(),
            known_failures: Vec::new(),
            part: false,
            min_coverage: None,
            shard: None,
            rehearsal: false,
            book_url: None,
        }
    }
}
