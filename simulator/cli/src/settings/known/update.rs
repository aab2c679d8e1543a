//! Writing the list anew: what fails is added, what no longer does is taken off.

use std::path::Path;

use galleria_reports::RunReport;
use galleria_reports::report::{Concluded, Standing};
use galleria_scenarios::event::KnownFailure;
use galleria_scenarios::verdict::RunVerdict;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::ENTRY;
use crate::error::CliError;

/// What was done to the list.
#[derive(Debug)]
pub(crate) struct Updated {
    /// How many entries were added.
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
    let before = entries.len();
    let fails = |known: &&KnownFailure| {
        concluded
            .standing(Standing::Failed)
            .any(|rule| rule.id() == known.rule)
    };
    let (alive, dead): (Vec<_>, Vec<_>) = concluded.expired.iter().partition(fails);
    let gone: Vec<&KnownFailure> = concluded.stale.iter().chain(dead).collect();
    entries.retain(|table| !gone.iter().any(|known| is_of(table, known)));
    let removed = before - entries.len();
    let mut updated = Updated {
        added: 0,
        removed,
        expired: Vec::new(),
    };
    for (rule, scenario, what) in failures(concluded) {
        let is_over = alive.iter().any(|known| {
            known.rule == rule && known.scenario.as_ref().is_none_or(|name| *name == scenario)
        });
        if is_over {
            if !updated.expired.contains(&rule) {
                updated.expired.push(rule);
            }
            continue;
        }
        let mut table = Table::new();
        table["rule"] = value(rule);
        table["scenario"] = value(scenario);
        table["reason"] = value(format!("not explained yet: {what}"));
        entries.push(table);
        updated.added += 1;
    }
    updated
}

/// Each rule that fails the run, with each scenario in which it does, and what it found where: nothing
/// that the next run would number anew.
fn failures(concluded: &Concluded) -> Vec<(String, String, String)> {
    let mut all: Vec<(String, String, String)> = Vec::new();
    for rule in concluded.standing(Standing::Failed) {
        for finding in rule.findings() {
            let known = all
                .iter()
                .any(|(id, scenario, _)| id == rule.id() && *scenario == finding.scenario);
            if !known {
                let (id, scenario) = (rule.id().to_owned(), finding.scenario.clone());
                let what = match finding.place.as_str() {
                    "" => rule.name().to_owned(),
                    place => format!("{}, {place}", rule.name()),
                };
                all.push((id, scenario, what));
            }
        }
    }
    all
}

fn is_of(table: &Table, known: &KnownFailure) -> bool {
    let text = |name: &str| table.get(name).and_then(Item::as_str);
    text("rule").is_some_and(|rule| rule.eq_ignore_ascii_case(&known.rule))
        && text("scenario") == known.scenario.as_deref()
}
