//! Reading the list; every mistake in it is told with its place.

use std::io::ErrorKind;
use std::path::Path;

use chrono::NaiveDate;
use galleria_scenarios::event::KnownFailure;
use galleria_scenarios::{rules, suggest};
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::super::selection::catalog;
use super::scenarios::Scenarios;
use crate::args::CheckArgs;
use crate::error::CliError;
use crate::place::Source;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    #[serde(default)]
    known_failure: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    rule: Spanned<String>,
    scenario: Option<Scenarios>,
    reason: Spanned<String>,
    expires: Option<Spanned<Datetime>>,
}

/// Reads the file; every entry must name a rule and a reason. A file that is about to be written
/// need not be there.
pub(in super::super) fn read(path: &Path, args: &CheckArgs) -> Result<Vec<KnownFailure>, CliError> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound && args.gate.update_known_failures => {
            return Ok(Vec::new());
        }
        Err(error) => {
            let at = path.display();
            return Err(CliError::usage(format!("{at}: cannot be read: {error}")));
        }
    };
    let source = Source::new(path, &text);
    let file: File = toml::from_str(&text).map_err(|error| source.syntax(&error))?;
    let catalog = catalog(args)?;
    let scenarios: Vec<&str> = catalog.scenarios().iter().map(|s| s.id.as_str()).collect();
    let mut all = Vec::new();
    for entry in file.known_failure {
        all.extend(known(entry, &source, &scenarios)?);
    }
    Ok(all)
}

/// What an entry excuses: a rule everywhere, or in each scenario that it names.
fn known(entry: Entry, source: &Source, scenarios: &[&str]) -> Result<Vec<KnownFailure>, CliError> {
    let rule = entry.rule.get_ref();
    let Some(known) = rules::find(rule) else {
        let hint = suggest::hint(rule, rules::all().map(|rule| rule.id));
        let told = format!("there is no rule `{rule}`{hint}");
        return Err(source.error(&entry.rule.span(), &told));
    };
    let named = entry.scenario.map_or_else(Vec::new, |scenario| scenario.0);
    for scenario in &named {
        let name = scenario.get_ref();
        if !scenarios.contains(&name.as_str()) {
            let hint = suggest::hint(name, scenarios.iter().copied());
            let told = format!("there is no scenario `{name}`{hint}");
            return Err(source.error(&scenario.span(), &told));
        }
    }
    if entry.reason.get_ref().trim().is_empty() {
        let told = format!("the entry for {rule} needs a reason");
        return Err(source.error(&entry.reason.span(), &told));
    }
    let everywhere = KnownFailure {
        rule: known.id.to_owned(),
        scenario: None,
        reason: entry.reason.into_inner(),
        expires: entry
            .expires
            .map(|expires| day(&expires, source))
            .transpose()?,
    };
    if named.is_empty() {
        return Ok(vec![everywhere]);
    }
    let within = named.into_iter().map(|scenario| KnownFailure {
        scenario: Some(scenario.into_inner()),
        ..everywhere.clone()
    });
    Ok(within.collect())
}

fn day(expires: &Spanned<Datetime>, source: &Source) -> Result<NaiveDate, CliError> {
    let written = expires.get_ref();
    let date = match (written.date, written.time) {
        (Some(date), None) => NaiveDate::from_ymd_opt(
            i32::from(date.year),
            u32::from(date.month),
            u32::from(date.day),
        ),
        _ => None,
    };
    date.ok_or_else(|| source.error(&expires.span(), "write a day alone, such as 2026-12-31"))
}
