//! The report as a whole.

use galleria_scenarios::event::{KnownFailure, RunStarted};
use schemars::JsonSchema;
use serde::Serialize;

use super::call_back::{CallBack, call_backs};
use super::exchange::Exchange;
use super::life_cycle::LifeCycle;
use super::rule::Rule;
use super::run::Run;
use super::scenario::Scenario;
use crate::formats::FormatError;
use crate::report::RunReport;

/// What came out of a run of galleria against a seller's production interface.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "galleria report")]
pub(super) struct Document {
    /// The version of this format.
    #[schemars(extend("const" = super::FORMAT_VERSION))]
    format_version: u32,
    /// What made the report.
    tool: Tool,
    /// The run.
    run: Run,
    /// How many rules got which verdict.
    counts: Counts,
    /// The rules that the run was held against, in order.
    rules: Vec<Rule>,
    /// Known failures that no longer fail. They fail the run.
    stale_known_failures: Vec<LapsedKnownFailure>,
    /// Known failures whose day is over. They excuse nothing and fail the run.
    expired_known_failures: Vec<LapsedKnownFailure>,
    /// The scenarios, in order.
    scenarios: Vec<Scenario>,
    /// How much of the life cycle was played; null where the record does not tell.
    life_cycle: Option<LifeCycle>,
    /// The calls, by number.
    exchanges: Vec<Exchange>,
    /// What the seller called of the open APIs, by number; empty where none were served.
    call_backs: Vec<CallBack>,
}

/// What made the report.
#[derive(Serialize, JsonSchema)]
struct Tool {
    /// Always `galleria`.
    name: &'static str,
    /// Its version.
    version: String,
    /// The version of its rule set.
    rule_set: String,
}

/// How many rules got which verdict.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct Counts {
    /// Rules that held.
    pass: usize,
    /// Rules that failed, those among them that do not fail the run included.
    fail: usize,
    /// Rules with nothing to look at.
    unobserved: usize,
    /// Rules with nothing to say of such a seller.
    not_applicable: usize,
    /// Rules whose failure is known and excused.
    known_failure: usize,
}

/// A known failure that is to be taken off the list.
#[derive(Serialize, JsonSchema)]
struct LapsedKnownFailure {
    /// The rule's id.
    rule: String,
    /// The scenario in which it was excused; null for any.
    scenario: Option<String>,
    /// Why it was excused.
    reason: String,
    /// The last day on which it was, in UTC; null where it had none.
    #[schemars(extend("format" = "date"))]
    expires: Option<String>,
}

impl Document {
    pub(super) fn of(report: &RunReport) -> Result<Self, FormatError> {
        let begun = report.begun()?;
        let concluded = report.conclude();
        let lapsed = |known: &KnownFailure| LapsedKnownFailure {
            rule: known.rule.clone(),
            scenario: known.scenario.clone(),
            reason: known.reason.clone(),
            expires: known.expires.map(|day| day.to_string()),
        };
        let counts = &concluded.counts;
        Ok(Self {
            format_version: super::FORMAT_VERSION,
            tool: tool(begun),
            run: Run::of(report, begun, &concluded),
            counts: Counts {
                pass: counts.pass,
                fail: counts.fail,
                unobserved: counts.unobserved,
                not_applicable: counts.not_applicable,
                known_failure: counts.known_failure,
            },
            stale_known_failures: concluded.stale.iter().map(lapsed).collect(),
            expired_known_failures: concluded.expired.iter().map(lapsed).collect(),
            rules: concluded.rules.iter().map(Rule::of).collect(),
            scenarios: report
                .scenarios
                .iter()
                .map(|s| Scenario::of(s, report))
                .collect(),
            life_cycle: report.life_cycle.as_ref().map(LifeCycle::of),
            exchanges: exchanges(report),
            call_backs: call_backs(report),
        })
    }
}

fn tool(run: &RunStarted) -> Tool {
    Tool {
        name: "galleria",
        version: run.tool_version.clone(),
        rule_set: run.rule_set.clone(),
    }
}

fn exchanges(report: &RunReport) -> Vec<Exchange> {
    let of = |scenario: &crate::report::ScenarioReport| {
        let judged = scenario.is_judged();
        scenario
            .exchanges()
            .map(|exchange| Exchange::of(exchange, judged))
            .collect::<Vec<_>>()
    };
    let mut all: Vec<_> = report.scenarios.iter().flat_map(of).collect();
    all.sort_by_key(Exchange::number);
    all
}
