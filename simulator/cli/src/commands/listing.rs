//! `galleria scenarios`.

use std::fmt::Write as _;

use galleria_protocol::Api;
use galleria_scenarios::scenario::{Catalog, Scenario};
use galleria_scenarios::verdict::ExitCode;
use serde_json::{Value, json};

use crate::args::{ListArgs, ListFormat};
use crate::error::CliError;
use crate::output::Terminal;

pub(super) fn scenarios(args: &ListArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let catalog = Catalog::embedded();
    let text = match args.format {
        ListFormat::Json => {
            format!(
                "{:#}\n",
                catalog.scenarios().iter().map(scenario).collect::<Value>()
            )
        }
        ListFormat::Text => {
            let ids = catalog.scenarios().iter().map(|scenario| scenario.id.len());
            let width = ids.max().unwrap_or_default();
            let mut text = String::new();
            for scenario in catalog.scenarios() {
                let (id, title, played) = (&scenario.id, &scenario.title, played(scenario));
                let _ = writeln!(text, "{id:width$}  {title} [{played}]");
            }
            text
        }
    };
    terminal.print_said(&text)?;
    Ok(ExitCode::Held)
}

/// The versions of the interface over which a scenario is played, and the billing modes.
pub(super) fn played(scenario: &Scenario) -> String {
    let versions: Vec<&str> = versions(scenario).map(Api::name).collect();
    let modes: Vec<&str> = scenario.billing.iter().map(|mode| mode.name()).collect();
    let modes = if modes.is_empty() {
        "all billing modes".to_owned()
    } else {
        modes.join(", ")
    };
    format!("{}; {modes}", versions.join(" and "))
}

fn versions(scenario: &Scenario) -> impl Iterator<Item = Api> {
    let all = scenario.api.is_empty();
    Api::ALL
        .into_iter()
        .filter(move |api| all || scenario.api.contains(api))
}

fn scenario(scenario: &Scenario) -> Value {
    let steps: Vec<Value> = scenario
        .steps
        .iter()
        .map(|step| json!({ "verb": step.verb.name(), "note": step.note }))
        .collect();
    json!({
        "id": scenario.id,
        "title": scenario.title,
        "about": scenario.about,
        "api": versions(scenario).map(Api::name).collect::<Vec<_>>(),
        "billing": scenario.billing.iter().map(|mode| mode.name()).collect::<Vec<_>>(),
        "steps": steps,
    })
}
