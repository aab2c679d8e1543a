//! Writing the list anew: what fails is added, what no longer does is taken off.

use std::path::Path;

use galleria_reports::RunReport;
use galleria_reports::report::{Concluded, RuleReport, Standing};
use galleria_scenarios::event::KnownFailure;
use galleria_scenarios::verdict::RunVerdict;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::{ENTRY, scenarios};
use crate::error::CliError;

/// What the reason of an entry begins with until somebody writes a better one.
const UNEXPLAINED: &str = "not explained yet:";
/// How many places a reason names at most.
const PLACES: usize = 3;

/// What was done to the list.
#[derive(Debug)]
pub(crate) struct Updated {
    /// How many failures were added: a rule in a scenario.
    pub(crate) added: usize,
    /// How many were taken off.
    pub(crate) removed: usize,
    /// The rules that fail still: their excuse ended, and only a person may give it a new day.
    pub(crate) expired: Vec<String>,
}

/// Updates the file; `None` where the run came to no verdict that could be written down.
pub(crate) fn update(path: &Path, report: &RunReport) -> Result<Option<Updated>, CliError> {
    let concluded = report.conclude();
    if !matches!(concluded.verdict, RunVerdict::Pass | RunVerdict::Fail) {
        return Ok(None);
    }
    let text = if path.exists() {
        std::fs::read_to_string(path)
            .map_err(|error| CliError::usage(format!("{}: {error}", path.display())))?
    } else {
        String::new()
    };
    let mut document: DocumentMut = text
        .parse()
        .map_err(|error| CliError::usage(format!("{}: {error}", path.display())))?;
    let updated = change(entries(&mut document, path)?, &concluded);
    if updated.added + updated.removed > 0 {
        std::fs::write(path, document.to_string()).map_err(|reason| CliError::Report {
            path: path.display().to_string(),
            reason,
        })?;
    }
    Ok(Some(updated))
}

fn entries<'a>(
    document: &'a mut DocumentMut,
    path: &Path,
) -> Result<&'a mut ArrayOfTables, CliError> {
    let item = document
        .entry(ENTRY)
        .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    item.as_array_of_tables_mut().ok_or_else(|| {
        CliError::usage(format!(
            "{}: write each entry under [[{ENTRY}]]",
            path.display()
        ))
    })
}

fn change(entries: &mut ArrayOfTables, concluded: &Concluded) -> Updated {
    let fails = |known: &&KnownFailure| {
        concluded
            .standing(Standing::Failed)
            .any(|rule| rule.id() == known.rule)
    };
    let (alive, dead): (Vec<_>, Vec<_>) = concluded.expired.iter().partition(fails);
    let mut updated = Updated {
        added: 0,
        removed: 0,
        expired: Vec::new(),
    };
    for known in concluded.stale.iter().chain(dead) {
        updated.removed += take_off(entries, known);
    }
    for mut failure in failures(concluded) {
        let before = failure.scenarios.len();
        failure.scenarios.retain(|scenario| {
            let mut over = alive.iter().filter(|known| known.rule == failure.rule);
            !over.any(|known| known.scenario.as_ref().is_none_or(|name| name == scenario))
        });
        if failure.scenarios.len() < before {
            updated.expired.push(failure.rule.clone());
        }
        updated.added += failure.scenarios.len();
        add(entries, failure);
    }
    updated
}

/// Takes what no longer fails off the entries that excuse it; how much was taken off.
fn take_off(entries: &mut ArrayOfTables, known: &KnownFailure) -> usize {
    let mut taken = 0;
    let mut empty = Vec::new();
    for (at, table) in entries.iter_mut().enumerate() {
        if !is_of(table, known) {
            continue;
        }
        taken += 1;
        if known
            .scenario
            .as_ref()
            .is_none_or(|name| scenarios::take_off(table, name))
        {
            empty.push(at);
        }
    }
    for at in empty.into_iter().rev() {
        entries.remove(at);
    }
    taken
}

/// Excuses a rule in those scenarios: in the entry that this has written before and that nobody has
/// explained yet, else in one of its own.
fn add(entries: &mut ArrayOfTables, failure: Failure) {
    if failure.scenarios.is_empty() {
        return;
    }
    let unexplained = |table: &&mut Table| {
        let reason = text(table, "reason").unwrap_or_default();
        is_for(table, &failure.rule)
            && reason.starts_with(UNEXPLAINED)
            && !table.contains_key("expires")
            && !scenarios::named(table).is_empty()
    };
    if let Some(table) = entries.iter_mut().find(unexplained) {
        let mut all: Vec<String> = scenarios::named(table)
            .into_iter()
            .map(Into::into)
            .collect();
        all.extend(failure.scenarios);
        scenarios::write(table, &all);
        return;
    }
    let mut table = Table::new();
    table["rule"] = value(failure.rule);
    scenarios::write(&mut table, &failure.scenarios);
    table["reason"] = value(format!("{UNEXPLAINED} {}", failure.what));
    entries.push(table);
}

/// A rule that fails the run, in which scenarios, and what it found where: nothing that the next run would
/// number anew.
struct Failure {
    rule: String,
    scenarios: Vec<String>,
    what: String,
}

fn failures(concluded: &Concluded) -> Vec<Failure> {
    let of = |rule: &RuleReport| {
        let mut scenarios: Vec<String> = Vec::new();
        let mut what = vec![rule.name().to_owned()];
        for finding in rule.findings() {
            if !scenarios.contains(&finding.scenario) {
                scenarios.push(finding.scenario.clone());
            }
            let place = finding.place.as_str();
            if !place.is_empty() && what.len() <= PLACES && !what.iter().any(|known| known == place)
            {
                what.push(place.to_owned());
            }
        }
        Failure {
            rule: rule.id().to_owned(),
            scenarios,
            what: what.join(", "),
        }
    };
    concluded.standing(Standing::Failed).map(of).collect()
}

fn text<'a>(table: &'a Table, name: &str) -> Option<&'a str> {
    table.get(name).and_then(Item::as_str)
}

fn is_for(table: &Table, rule: &str) -> bool {
    text(table, "rule").is_some_and(|named| named.eq_ignore_ascii_case(rule))
}

fn is_of(table: &Table, known: &KnownFailure) -> bool {
    let named = scenarios::named(table);
    is_for(table, &known.rule)
        && match &known.scenario {
            Some(scenario) => named.contains(&scenario.as_str()),
            None => named.is_empty(),
        }
}
