//! `galleria explain`: a rule, a cause, a result code, a scenario.

use std::fmt::Write as _;

use galleria_protocol::{code, mistake};
use galleria_scenarios::rule::Rule;
use galleria_scenarios::scenario::{Catalog, Scenario, Step};
use galleria_scenarios::verdict::ExitCode;
use galleria_scenarios::{rules, suggest};

use crate::args::ExplainArgs;
use crate::error::CliError;
use crate::output::Terminal;

pub(super) fn explain(args: &ExplainArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let what = args.what.join(" ");
    let text = find(what.trim()).ok_or_else(|| unknown(&what))?;
    terminal.print(&text)?;
    Ok(ExitCode::Held)
}

fn find(what: &str) -> Option<String> {
    match what {
        "causes" => return Some(causes()),
        "exit-codes" => return Some(exit_codes()),
        _ => {}
    }
    let named = || rules::all().find(|rule| rule.name.eq_ignore_ascii_case(what));
    if let Some(rule) = rules::find(what).or_else(named) {
        return Some(of_rule(rule));
    }
    if let Some(code) = code::find(what) {
        return Some(format!(
            "{}  {} (scenes: {})\n",
            code.code, code.meaning, code.scene
        ));
    }
    if let Some(mistake) = mistake::find(what) {
        let mistake::Mistake {
            slug,
            explanation,
            fix,
            ..
        } = mistake;
        return Some(format!("{slug}\n\n{explanation}\n\nHow to fix: {fix}\n"));
    }
    let catalog = Catalog::embedded();
    let scenario = catalog
        .scenarios()
        .iter()
        .find(|scenario| scenario.id == what)?;
    Some(of_scenario(scenario))
}

fn of_rule(rule: &Rule) -> String {
    let mut text = format!(
        "{} {}\nforce {}, from {}\n",
        rule.id, rule.name, rule.force, rule.source
    );
    for line in rule.docs.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match line.strip_prefix("# ") {
            Some(heading) => {
                let _ = write!(text, "\n{heading}\n");
            }
            None if line.is_empty() => {}
            None => {
                let _ = writeln!(text, "  {line}");
            }
        }
    }
    let _ = writeln!(
        text,
        "\nTry it\n  galleria seller --fault {}",
        rule.faults[0]
    );
    text
}

fn of_scenario(scenario: &Scenario) -> String {
    let mut text = format!(
        "{}\n{}\n\n{}\n\n",
        scenario.id, scenario.title, scenario.about
    );
    for (number, step) in (1..).zip(&scenario.steps) {
        let _ = writeln!(text, "  {number}. {}", in_words(step));
    }
    text
}

/// A step as a line: what is done, with which activity, and what it means.
pub(super) fn in_words(step: &Step) -> String {
    let activity = step.verb.call().map(|call| call.subject.activity.name());
    let done = [Some(step.verb.name()), activity]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>();
    format!("{}: {}", done.join(" "), step.note)
}

fn causes() -> String {
    let mut text = "The mistakes that a finding can name as its cause:\n\n".to_owned();
    for mistake in mistake::all() {
        let _ = writeln!(text, "{}\n  {}", mistake.slug, mistake.explanation);
    }
    text
}

fn exit_codes() -> String {
    let mut text = String::new();
    for code in ExitCode::ALL {
        let _ = writeln!(text, "{:>3}  {}", code.number(), code.meaning());
    }
    text
}

fn unknown(what: &str) -> CliError {
    let catalog = Catalog::embedded();
    let names = rules::all()
        .flat_map(|rule| [rule.id, rule.name])
        .chain(mistake::all().map(|mistake| mistake.slug))
        .chain(
            catalog
                .scenarios()
                .iter()
                .map(|scenario| scenario.id.as_str()),
        )
        .chain(["causes", "exit-codes"]);
    let hint = suggest::hint(what, names);
    CliError::usage(format!(
        "nothing is known by the name `{what}`{hint} (rules: galleria rules; causes: galleria explain causes)"
    ))
}
