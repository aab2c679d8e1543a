//! Commands and addresses of the user's own, as they are given.

use crate::args::CheckArgs;
use crate::error::CliError;

/// What a flag names: a command, or the template of an address.
pub(super) enum Own<'a> {
    /// A command line, and the environment variables that are none of its business.
    Command(&'a str, Vec<String>),
    /// An address with places in it.
    Address(&'a str),
}

/// Reads what was given; `empty` is said where it is blank.
pub(super) fn own<'a>(
    given: Option<&'a String>,
    args: &CheckArgs,
    empty: &'static str,
) -> Result<Option<Own<'a>>, CliError> {
    let Some(given) = given else {
        return Ok(None);
    };
    if given.trim().is_empty() {
        return Err(CliError::usage(empty));
    }
    let is_address = given.starts_with("http://") || given.starts_with("https://");
    Ok(Some(if is_address {
        Own::Address(given)
    } else {
        // The key is not the command's business.
        Own::Command(given, args.key.key_env.iter().cloned().collect())
    }))
}
