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

use clap::error::ErrorKind;
use clap::{ArgMatches, FromArgMatches as _};

pub(crate) use command::command;
pub(crate) use effective::{Effective, Origin, Set};
pub(crate) use find::NAME;
pub(crate) use schema::schema;

use crate::args::{Cli, end};
use crate::error::CliError;

/// Whether a text can be a `galleria.toml`.
pub(crate) fn check(text: &str) -> Result<(), CliError> {
    file::parse(std::path::Path::new(NAME), text, None).map(|_| ())
}

/// Reads the command line with everything that stands behind it. Ends the process where clap does:
/// for help, the version, and a command line that is wrong.
pub(crate) fn read() -> Result<(Cli, Effective), CliError> {
    let words: Vec<OsString> = std::env::args_os().collect();
    let plain = command().try_get_matches_from(&words);
    if let Err(error) = &plain
        && matches!(
            error.kind(),
            ErrorKind::DisplayHelp
                | ErrorKind::DisplayVersion
                | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        )
    {
        end(error);
    }
    let plainly = |plain: Result<ArgMatches, clap::Error>| {
        let matches = plain.unwrap_or_else(|error| end(&error));
        Ok(finish(matches, Vec::new()))
    };
    let Ok(said) = command().ignore_errors(true).try_get_matches_from(&words) else {
        return plainly(plain);
    };
    let injected = inject::from_file(&said)?;
    if injected.is_empty() {
        return plainly(plain);
    }
    let words = inject::put_in(&words, &said, &injected);
    match command().try_get_matches_from(words) {
        Ok(matches) => Ok(finish(matches, injected)),
        Err(error) => Err(inject::blame(&error, &injected).unwrap_or_else(|| end(&error))),
    }
}

fn finish(matches: ArgMatches, injected: Vec<inject::Injected>) -> (Cli, Effective) {
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| end(&error));
    (cli, Effective::new(matches, injected))
}
