//! `galleria scenarios`.

use std::fmt::Write as _;

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
                let modes = modes(scenario);
                let _ = writeln!(text, "{:width$}  {} [{modes}]", scenario.id, scenario.title);
            }
            text
        }
    };
    terminal.print(&text)?;
    Ok(ExitCode::Held)
}

fn modes(scenario: &Scenario) -> String {
    if scenario.billing.is_empty() {
        return "all billing modes".to_owned();
    }
    let names: Vec<&str> = scenario.billing.iter().map(|mode| mode.name()).collect();
    names.join(", ")
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
        "billing": scenario.billing.iter().map(|mode| mode.name()).collect::<Vec<_>>(),
        "steps": steps,
    })
}
