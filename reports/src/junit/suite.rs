//! An area of rules as a test suite.

use galleria_scenarios::event::RunStarted;
use quick_junit::{Property, TestSuite};

use super::case::case;
use crate::report::{Concluded, RuleReport};
use crate::words::visible;

/// The areas in the order of the plan.
pub(super) fn areas(concluded: &Concluded) -> Vec<&str> {
    let mut areas: Vec<&str> = Vec::new();
    for rule in &concluded.rules {
        if !areas.contains(&rule.area()) {
            areas.push(rule.area());
        }
    }
    areas
}

/// The suite of an area, with the run's facts as properties.
pub(super) fn suite(area: &str, run: &RunStarted, concluded: &Concluded) -> TestSuite {
    let class = format!("galleria.{}.{}", run.profile, area.to_lowercase());
    let mut suite = TestSuite::new(visible(&class));
    suite.set_timestamp(run.started);
    suite.add_properties(properties(run, concluded));
    let rules = concluded.rules.iter().filter(|rule| rule.area() == area);
    suite.add_properties(rules.clone().map(about));
    suite.add_test_cases(rules.map(|rule| case(rule, &class, concluded)));
    suite
}

/// How much a rule's fault costs, and where the rule comes from. They stand with the suite because
/// Jenkins takes no properties of a test case.
fn about(rule: &RuleReport) -> Property {
    let force = rule.force().name();
    let value = match rule.source() {
        Some(source) => format!("{force}, from {source}"),
        None => force.to_owned(),
    };
    Property::new(visible(rule.id()), value)
}

fn properties(run: &RunStarted, concluded: &Concluded) -> Vec<Property> {
    let property = |name: &str, value: &str| Property::new(name, visible(value));
    let mut all = vec![
        property("profile", &run.profile),
        property("billing", run.billing.name()),
        property("seed", &run.seed.to_string()),
        property("target", &run.target),
        property("rule_set", &run.rule_set),
        property("version", &run.tool_version),
        property("verdict", &concluded.word()),
    ];
    all.extend(
        concluded
            .stopped
            .as_deref()
            .map(|reason| property("stopped", reason)),
    );
    let lapses = concluded.lapses();
    let stale: Vec<_> = lapses
        .iter()
        .map(|(known, _)| known.rule.as_str())
        .collect();
    if !stale.is_empty() {
        all.push(property("stale_known_failures", &stale.join(" ")));
    }
    all
}
