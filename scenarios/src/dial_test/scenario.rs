//! The sessions as one scenario.

use std::sync::Arc;
use std::time::Duration;

use crate::cases::Saved;
use crate::debugging;
use crate::platform_message::{self, Kind};
use crate::profile::Profile;
use crate::rule::Rule;
use crate::rules as all_rules;
use crate::run::{MaxTime, Plan};
use crate::scenario::{Scenario, Step, Verb};

use super::schedule::Session;

/// The scenario that a record of a dial test names.
pub const SCENARIO: &str = "dial-test";

/// The rules about cases that are called again.
const REPLAYED: [&str; 3] = ["TST001", "TST002", "TST003"];

/// The scenario, and what each of its steps is.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The scenario.
    pub scenario: Scenario,
    /// The session and the case of each step, by their places.
    pub steps: Vec<(usize, usize)>,
}

/// Lays the sessions out: a case's first call, then its replays.
pub fn layout(cases: &[Saved], sessions: &[Session], profile: &Profile) -> Layout {
    let mut steps = Vec::new();
    let mut places = Vec::new();
    let mut first: Vec<Option<u32>> = vec![None; cases.len()];
    for (at, session) in sessions.iter().enumerate() {
        for &case in &session.order {
            let Some(saved) = cases.get(case) else {
                continue;
            };
            let verb = match first[case] {
                Some(step) => Verb::Replay { step },
                None => Verb::Send(saved.case.call(profile)),
            };
            let note = format!("{}: {}", session.title(), saved.name);
            steps.push(Step { verb, note });
            places.push((at, case));
            let number = u32::try_from(steps.len()).unwrap_or(u32::MAX);
            first[case].get_or_insert(number);
        }
    }
    let scenario = Scenario {
        id: SCENARIO.to_owned(),
        title: "The saved cases, replayed as the dial test does".to_owned(),
        about: "Every morning and afternoon the platform calls the saved cases of products on sale again, in no particular order. Each succeeds, whatever was called before it.".to_owned(),
        api: Vec::new(),
        billing: Vec::new(),
        family: Vec::new(),
        steps,
        place: None,
    };
    Layout {
        scenario,
        steps: places,
    }
}

/// The run that plays a layout; the cases say how the product is billed.
pub fn plan(
    profile: &Arc<Profile>,
    cases: &[Saved],
    layout: &Layout,
    seed: u64,
    answer_limit: Option<Duration>,
    max_time: MaxTime,
) -> Plan {
    let billing = cases
        .first()
        .map_or_else(Default::default, |saved| saved.case.billing);
    debugging::plan(
        Arc::clone(profile),
        billing,
        layout.scenario.clone(),
        rules(),
        seed,
        answer_limit,
        max_time,
    )
}

/// The rules that a dial test is judged by: those about replays, and those that the debug step's
/// messages lead to.
pub fn rules() -> Vec<&'static Rule> {
    let messages = platform_message::all()
        .iter()
        .filter(|message| message.kind == Kind::Message);
    let named: Vec<&str> = messages
        .flat_map(|message| message.rules.iter().map(String::as_str))
        .chain(REPLAYED)
        .collect();
    all_rules::all()
        .filter(|rule| named.contains(&rule.id))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::read;
    use crate::dial_test::{Length, schedule};
    use crate::profile;

    #[test]
    fn each_case_is_sent_once_and_then_replayed() {
        let book = profile::find("cn-v1").unwrap();
        let saved = |name: &str| Saved {
            name: name.to_owned(),
            case: read(
                name,
                "profile = \"cn-v1\"\nactivity = \"releaseInstance\"\n",
            )
            .unwrap(),
        };
        let cases = [saved("a"), saved("b")];
        let laid = layout(&cases, &schedule(Length::Rounds(3), 2, 9), &book);
        let sent = laid
            .scenario
            .steps
            .iter()
            .filter(|step| matches!(step.verb, Verb::Send(_)));
        assert_eq!(sent.count(), 2);
        assert_eq!(
            laid.scenario.steps.len(),
            8,
            "the first round calls each case twice"
        );
        assert!(laid.scenario.is_safe());
        for (step, (_, case)) in laid.scenario.steps.iter().zip(&laid.steps) {
            if let Verb::Replay { step } = step.verb {
                assert_eq!(laid.steps[step as usize - 1].1, *case);
            }
        }
    }
}
