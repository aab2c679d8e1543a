//! The access key, from the one place that the user named.

use std::path::Path;

use galleria_protocol::Key;
use galleria_scenarios::profile::Profile;

use crate::args::KeyArgs;
use crate::error::CliError;
use crate::output;

const VARIABLE: &str = "GALLERIA_KEY";

/// What an access key is called.
const KEY: &str = "access key";

/// The key, which must be given somehow.
pub(crate) fn key(args: &KeyArgs) -> Result<Key, CliError> {
    given(args).map(|(key, _)| Key::new(key))
}

/// The key as the console of the profile's site shows it.
pub(crate) fn key_of_site(args: &KeyArgs, profile: &Profile) -> Result<Key, CliError> {
    let (shown, from) = given(args)?;
    let restored = profile.key.shown.restore(&shown);
    restored.map_err(|reason| {
        let (id, site) = (&profile.id, &profile.site);
        CliError::usage(format!(
            "the access key from {from} cannot be decoded: {reason}. Profile {id} takes the key as \
             the {site} console shows it, in Base64"
        ))
    })
}

/// The key, or `default` where none is given.
pub(crate) fn key_or(args: &KeyArgs, default: &str) -> Result<Key, CliError> {
    Ok(find(args)?.map_or_else(|| Key::new(default), |(key, _)| Key::new(key)))
}

/// Further keys, each from the environment variable of that name.
pub(crate) fn other_keys(names: &[String]) -> Result<Vec<Key>, CliError> {
    let key = |name: &String| typed(&from_env(name, "--other-key-env")?, KEY, name).map(Key::new);
    names.iter().map(key).collect()
}

fn given(args: &KeyArgs) -> Result<(String, String), CliError> {
    find(args)?.ok_or_else(|| {
        CliError::usage(format!(
            "no access key: set {VARIABLE}, or give --key-env NAME, --key-file PATH or --key KEY"
        ))
    })
}

/// The text of the key, and where it comes from.
fn find(args: &KeyArgs) -> Result<Option<(String, String)>, CliError> {
    let text = if let Some(key) = &args.key {
        output::warn("--key shows the key in the process list; --key-env and --key-file do not");
        Some((key.clone(), "--key".to_owned()))
    } else {
        let file = args.key_file.as_deref();
        kept(file, args.key_env.as_deref(), "--key-env", VARIABLE)?
    };
    let typed = |(text, from): (String, String)| Ok((typed(&text, KEY, &from)?, from));
    text.map(typed).transpose()
}

/// The text of a key that is kept in a file or in the environment, and where it comes from: the file, the
/// variable that `flag` named, or else the usual `variable`.
pub(super) fn kept(
    file: Option<&Path>,
    named: Option<&str>,
    flag: &str,
    variable: &str,
) -> Result<Option<(String, String)>, CliError> {
    if let Some(path) = file {
        return Ok(Some((from_file(path)?, path.display().to_string())));
    }
    if let Some(name) = named {
        return Ok(Some((from_env(name, flag)?, name.to_owned())));
    }
    let value = std::env::var(variable).ok();
    Ok(value.map(|value| (value, variable.to_owned())))
}

/// The secret that was typed; `what` names it. Editors and shells leave a byte order mark before, or a line end behind
/// it.
pub(super) fn typed(text: &str, what: &str, from: &str) -> Result<String, CliError> {
    let text = text
        .trim_start_matches('\u{feff}')
        .trim_end_matches(['\r', '\n']);
    if text.is_empty() {
        return Err(CliError::usage(format!("the {what} from {from} is empty")));
    }
    Ok(text.to_owned())
}

pub(crate) fn from_env(name: &str, flag: &str) -> Result<String, CliError> {
    std::env::var(name).map_err(|_| {
        CliError::usage(format!(
            "the environment variable {name}, named by {flag}, is not set"
        ))
    })
}

pub(super) fn from_file(path: &Path) -> Result<String, CliError> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        CliError::usage(format!(
            "{}: the key file cannot be read: {error}",
            path.display()
        ))
    })?;
    Ok(text)
}
