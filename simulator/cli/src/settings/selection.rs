//! Which scenarios of the catalog are played.

use std::collections::BTreeSet;
use std::fs::File;

use galleria_reports::RunReport;
use galleria_reports::report::{RuleReport, Standing};
use galleria_scenarios::event::Shard;
use galleria_scenarios::profile::Profile;
use galleria_scenarios::scenario::{Catalog, Scenario};
use galleria_scenarios::{Billing, record};

use super::kit;
use super::notices;
use super::select::Patterns;
use crate::args::CheckArgs;
use crate::error::CliError;
use crate::output;

/// The scenarios of a run.
pub(crate) struct Chosen {
    pub(crate) scenarios: Vec<Scenario>,
    /// Whether the user left some out.
    pub(crate) part: bool,
}

/// The catalog with the user's own scenarios.
pub(super) fn catalog(args: &CheckArgs) -> Result<Catalog, CliError> {
    let mut catalog = Catalog::embedded();
    if let Some(folder) = &args.scenarios {
        catalog.add_folder(folder)?;
    }
    Ok(catalog)
}

/// Chooses; a selection that leaves nothing is an error.
pub(crate) fn scenarios(
    args: &CheckArgs,
    book: &Profile,
    billing: Billing,
) -> Result<Chosen, CliError> {
    let catalog = catalog(args)?;
    let patterns = Patterns::new("--scenario", &args.scenario)?;
    let ids: Vec<&str> = catalog.scenarios().iter().map(|s| s.id.as_str()).collect();
    patterns.must_fit(&ids)?;
    let failed = if args.gate.last_failed {
        last_failed(args)?
    } else {
        None
    };
    let lawful: Vec<&Scenario> = catalog
        .scenarios()
        .iter()
        .filter(|scenario| scenario.is_for(book.family, book.api, billing))
        .filter(|scenario| kit::is_wanted(args) || !scenario.has_kit())
        .filter(|scenario| notices::is_wanted(args) || !scenario.has_notices())
        .collect();
    let all = lawful.len();
    let chosen: Vec<Scenario> = lawful
        .into_iter()
        .filter(|s| patterns.fit(&[&s.id]) && (!args.safe || s.is_safe()))
        .filter(|s| failed.as_ref().is_none_or(|failed| failed.contains(&s.id)))
        .cloned()
        .collect();
    if chosen.is_empty() {
        return Err(nothing(args, billing));
    }
    let part = chosen.len() < all;
    let scenarios = match args.gate.shard {
        Some(shard) => share(chosen, shard)?,
        None => chosen,
    };
    Ok(Chosen { scenarios, part })
}

fn nothing(args: &CheckArgs, billing: Billing) -> CliError {
    let safe = if args.safe {
        " and only makes test calls (--safe)"
    } else {
        ""
    };
    let failed = if args.gate.last_failed {
        " and failed in the last run (--last-failed)"
    } else {
        ""
    };
    CliError::usage(format!(
        "no scenario that was selected is for products billed {billing}{safe}{failed}"
    ))
}

/// Every share of the same scenarios is the same in every run, and together they are all of them.
fn share(chosen: Vec<Scenario>, shard: Shard) -> Result<Vec<Scenario>, CliError> {
    let (number, of) = (shard.number as usize, shard.of as usize);
    let all = chosen.len();
    let own: Vec<Scenario> = chosen.into_iter().skip(number - 1).step_by(of).collect();
    if own.is_empty() {
        return Err(CliError::usage(format!(
            "--shard {shard} is empty: there are {all} scenarios, so give {all} shares at most"
        )));
    }
    Ok(own)
}

/// The scenarios in which something failed in the last run; `None` where nothing did.
fn last_failed(args: &CheckArgs) -> Result<Option<BTreeSet<String>>, CliError> {
    let path = args.reports.report_dir.join("record.jsonl");
    let broken = |reason| CliError::Record {
        path: path.display().to_string(),
        reason,
    };
    let file = File::open(&path).map_err(|error| {
        CliError::usage(format!(
            "--last-failed needs the record of a last run, and {} cannot be read: {error}",
            path.display()
        ))
    })?;
    let recorded = record::read(file).map_err(broken)?;
    let concluded = RunReport::from_events(&recorded.events).conclude();
    let failed: BTreeSet<String> = concluded
        .standing(Standing::Failed)
        .flat_map(RuleReport::findings)
        .map(|finding| finding.scenario.clone())
        .collect();
    if failed.is_empty() {
        output::note("nothing failed in the last run: everything is played");
        return Ok(None);
    }
    Ok(Some(failed))
}
