//! `galleria explain`: a rule, a cause, a result code, a scenario, a point on which the pages disagree.

use std::fmt::Write as _;

use galleria_protocol::mistake;
use galleria_protocol::mistake::{Cause, Family};
use galleria_scenarios::rule::Rule;
use galleria_scenarios::scenario::{Catalog, Scenario, Step};
use galleria_scenarios::verdict::ExitCode;
use galleria_scenarios::{rules, suggest};

use super::profiles::{code, register};
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
        "contradictions" => return Some(register::all()),
        "exit-codes" => return Some(exit_codes()),
        _ => {}
    }
    let named = || rules::all().find(|rule| rule.name.eq_ignore_ascii_case(what));
    if let Some(rule) = rules::find(what).or_else(named) {
        return Some(of_rule(rule));
    }
    if let Some(text) = code::named(what).or_else(|| register::named(what)) {
        return Some(text);
    }
    if let Some(cause) = Cause::find(what) {
        return Some(of_cause(&cause));
    }
    let catalog = Catalog::embedded();
    let scenario = catalog
        .scenarios()
        .iter()
        .find(|scenario| scenario.id == what)?;
    Some(of_scenario(scenario))
}

fn of_cause(cause: &Cause) -> String {
    let (slug, explanation, fix) = (cause.slug(), cause.explanation(), cause.fix());
    format!("{slug}\n\n{explanation}\n\nHow to fix: {fix}\n")
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
    text.push_str(&register::of_rule(rule.id));
    let _ = writeln!(
        text,
        "\nTry it\n  galleria seller --fault {}\n\nHolds for\n  {}",
        rule.faults[0],
        rule.lawful.join(", ")
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
    let mut text = "The mistakes that a finding can name as its cause, alone or two at once \
                    (`slug-one+slug-two`):\n"
        .to_owned();
    for family in Family::ALL {
        let _ = writeln!(text, "\n{}\n", family.heading());
        for mistake in mistake::by_family(family) {
            let _ = writeln!(text, "  {}\n    {}", mistake.slug, mistake.explanation);
        }
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
    let contradictions = register::names();
    let names = rules::all()
        .flat_map(|rule| [rule.id, rule.name])
        .chain(mistake::all().map(|mistake| mistake.slug))
        .chain(
            catalog
                .scenarios()
                .iter()
                .map(|scenario| scenario.id.as_str()),
        )
        .chain(contradictions.iter().map(String::as_str))
        .chain(["causes", "contradictions", "exit-codes"]);
    let hint = suggest::hint(what, names);
    CliError::usage(format!(
        "nothing is known by the name `{what}`{hint} (rules: galleria rules; causes: galleria explain causes)"
    ))
}
