//! Settings from all their places: flag, then environment, then `galleria.toml`, then default.
//!
//! The file's keys are the long names of the flags. What a flag or variable has not said already is
//! put into the command line as the file says it, and the whole is read once more: so every check
//! that a flag goes through is one that the file goes through.

mod command;
mod effective;
mod file;
mod find;
mod inject;
mod schema;

use std::ffi::OsString;

use clap::FromArgMatches as _;
use clap::error::ErrorKind;

pub(crate) use command::command;
pub(crate) use effective::{Effective, Origin, Set};
pub(crate) use find::NAME;
pub(crate) use schema::schema;

use crate::args::Cli;
use crate::error::CliError;

/// Reads the command line with everything that stands behind it. Ends the process where clap does:
/// for help, the version, and a command line that is wrong.
pub(crate) fn read() -> Result<(Cli, Effective), CliError> {
    let words: Vec<OsString> = std::env::args_os().collect();
    let plain = command().try_get_matches_from(&words);
    if let Err(error) = &plain {
        if matches!(
            error.kind(),
            ErrorKind::DisplayHelp
                | ErrorKind::DisplayVersion
                | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        ) {
            error.exit();
        }
    }
    let Ok(said) = command().ignore_errors(true).try_get_matches_from(&words) else {
        return plain.map_err(|error| error.exit()).and_then(finish_plain);
    };
    let injected = inject::from_file(&said)?;
    if injected.is_empty() {
        return plain.map_err(|error| error.exit()).and_then(finish_plain);
    }
    let words = inject::put_in(&words, &said, &injected);
    match command().try_get_matches_from(words) {
        Ok(matches) => finish(matches, injected),
        Err(error) => Err(inject::blame(&error, &injected).unwrap_or_else(|| error.exit())),
    }
}

fn finish_plain(matches: clap::ArgMatches) -> Result<(Cli, Effective), CliError> {
    finish(matches, Vec::new())
}

fn finish(
    matches: clap::ArgMatches,
    injected: Vec<inject::Injected>,
) -> Result<(Cli, Effective), CliError> {
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    Ok((cli, Effective::new(matches, injected)))
}
