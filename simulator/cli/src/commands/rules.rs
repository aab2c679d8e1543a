//! `galleria rules`.

use std::fmt::Write as _;

use galleria_reports::lang::say_markdown;
use galleria_scenarios::rule::{RULE_SET, Rule};
use galleria_scenarios::rules as registry;
use galleria_scenarios::verdict::ExitCode;
use galleria_scenarios::{gateway, login};
use serde_json::json;

use crate::args::{RulesArgs, RulesFormat};
use crate::error::CliError;
use crate::output::Terminal;

pub(super) fn rules(args: &RulesArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let text = match args.format {
        RulesFormat::Text => table(),
        RulesFormat::Json => as_json(),
        RulesFormat::Markdown => markdown(),
    };
    terminal.print(&text)?;
    Ok(ExitCode::Held)
}

fn table() -> String {
    let width = registry::all()
        .map(|rule| rule.name.len())
        .max()
        .unwrap_or_default();
    let mut text = format!("Rule set {RULE_SET}; `galleria explain ID` tells all of one rule.\n\n");
    for rule in registry::all() {
        let (id, name, force) = (rule.id, rule.name, rule.force.name());
        let _ = writeln!(text, "{id}  {name:width$}  {force:8}  [{}]", rule.source);
    }
    let trials = [
        (
            "Of the login, judged by `galleria login-test`",
            login::listed_rules(),
        ),
        (
            "Of the gateway of agents, judged by `galleria gateway-test`",
            gateway::listed_rules(),
        ),
    ];
    for (title, rules) in trials {
        let _ = write!(text, "\n{title}:\n\n");
        for rule in rules {
            let (id, name, force) = (rule.id, rule.name, rule.force.name());
            let _ = writeln!(text, "{id}  {name:width$}  {force:8}  [{}]", rule.source);
        }
    }
    text
}

/// The rules of every command: those of a run, and behind them those of the trials.
fn every() -> impl Iterator<Item = (&'static Rule, &'static str)> {
    let of_login = login::listed_rules().iter();
    let of_gateway = gateway::listed_rules().iter();
    registry::all()
        .map(|rule| (rule, "check"))
        .chain(of_login.map(|rule| (rule, "login-test")))
        .chain(of_gateway.map(|rule| (rule, "gateway-test")))
}

fn as_json() -> String {
    let rules: Vec<_> = every()
        .map(|(rule, judge)| {
            json!({
                "id": rule.id,
                "name": rule.name,
                "force": rule.force.name(),
                "source": rule.source,
                "judged_by": judge,
                "summary": rule.summary(),
                "faults": rule.faults,
                "lawful": rule.lawful,
                "docs": rule.docs,
            })
        })
        .collect();
    format!("{:#}\n", json!({ "rule_set": RULE_SET, "rules": rules }))
}

/// What RULES.md holds.
fn markdown() -> String {
    let mut text = format!(
        "# The rules\n\nRule set {RULE_SET}. This file is written by `galleria rules --format markdown`.\n\n\
         A rule of force `must` names what makes an order, the debug step or the dial test fail, or lets a \
         stranger in; `should` what the pages ask for or what puts money and data at risk on an ordinary \
         fault; `observed` is shown and never changes the exit code.\n\n\
         | id | name | force | source |\n|---|---|---|---|\n"
    );
    for (rule, _) in every() {
        let anchor = format!("{}-{}", rule.id.to_lowercase(), rule.name);
        let _ = writeln!(
            text,
            "| [{}](#{anchor}) | {} | {} | {} |",
            rule.id, rule.name, rule.force, rule.source
        );
    }
    every().for_each(|(rule, _)| section(&mut text, rule));
    text
}

fn section(text: &mut String, rule: &Rule) {
    let _ = write!(
        text,
        "\n## {} {}\n\nForce `{}`, from {}.\n\n",
        rule.id, rule.name, rule.force, rule.source
    );
    for line in say_markdown(rule.docs).lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        let heading = line
            .strip_prefix("# ")
            .map(|heading| format!("### {heading}\n"));
        let _ = writeln!(text, "{}", heading.as_deref().unwrap_or(line));
    }
    let listed = |names: &[&str]| {
        let quoted = names.iter().map(|name| format!("`{name}`"));
        quoted.collect::<Vec<_>>().join(", ")
    };
    let _ = writeln!(
        text,
        "\n**Proved by** {}. **Holds for** {}.",
        listed(rule.faults),
        listed(rule.lawful)
    );
}
