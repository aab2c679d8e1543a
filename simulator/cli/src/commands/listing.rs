//! `galleria scenarios` and `galleria profiles`.

use std::fmt::Write as _;

use galleria_scenarios::profile::{self, Profile};
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

pub(super) fn profiles(args: &ListArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let known: Vec<Profile> = profile::names()
        .into_iter()
        .map(profile::find)
        .collect::<Result<_, _>>()?;
    let text = match args.format {
        ListFormat::Json => format!("{:#}\n", known.iter().map(as_json).collect::<Value>()),
        ListFormat::Text => known.iter().map(in_words).collect(),
    };
    terminal.print(&text)?;
    Ok(ExitCode::Held)
}

fn as_json(profile: &Profile) -> Value {
    json!({
        "id": profile.id,
        "title": profile.title,
        "pages": profile.pages,
        "answer_limit_s": profile.limits.answer.as_secs(),
        "billing": profile.billing.keys().map(|mode| mode.name()).collect::<Vec<_>>(),
        "lengths": profile.lengths,
    })
}

fn in_words(profile: &Profile) -> String {
    let names = |list: &[galleria_protocol::v1::Activity]| {
        list.iter()
            .map(|activity| activity.name())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let mut text = format!(
        "{}  {} (pages of {}; a call may take {:?})\n",
        profile.id, profile.title, profile.pages, profile.limits.answer
    );
    for (billing, scenes) in &profile.billing {
        let _ = writeln!(
            text,
            "  billing {billing}: {}; optional: {}",
            names(&scenes.required),
            names(&scenes.optional)
        );
    }
    text
}
