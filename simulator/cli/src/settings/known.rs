//! The file of failures that are known and excused.

use std::path::Path;

use galleria_scenarios::event::KnownFailure;
use galleria_scenarios::{rules, suggest};
use serde::Deserialize;

use crate::error::CliError;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    #[serde(default)]
    known_failure: Vec<KnownFailure>,
}

/// Reads the file; every entry must name a rule and a reason.
pub(super) fn read(path: &Path) -> Result<Vec<KnownFailure>, CliError> {
    let at = path.display();
    let text = std::fs::read_to_string(path)
        .map_err(|error| CliError::usage(format!("{at}: cannot be read: {error}")))?;
    let file: File =
        toml::from_str(&text).map_err(|error| CliError::usage(format!("{at}: {error}")))?;
    for entry in &file.known_failure {
        if rules::find(&entry.rule).is_none() {
            let hint = suggest::hint(&entry.rule, rules::all().map(|rule| rule.id));
            let rule = &entry.rule;
            return Err(CliError::usage(format!(
                "{at}: there is no rule `{rule}`{hint}"
            )));
        }
        if entry.reason.trim().is_empty() {
            return Err(CliError::usage(format!(
                "{at}: the entry for {} needs a reason",
                entry.rule
            )));
        }
    }
    let upper = |entry: KnownFailure| KnownFailure {
        rule: entry.rule.to_uppercase(),
        ..entry
    };
    Ok(file.known_failure.into_iter().map(upper).collect())
}
