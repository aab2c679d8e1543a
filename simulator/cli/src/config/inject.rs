//! Putting what the file says into the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue};
use clap::parser::ValueSource;
use clap::{ArgMatches, Error};

use super::command::{FILE, TARGET, command, takes_settings};
use super::file::{Setting, read};
use super::find;
use crate::error::CliError;

/// Flags of which only one may be given: where one is said, the file's others are not taken.
const ONE_OF: [&[&str]; 2] = [
    &["key", "key-env", "key-file"],
    &["fail-fast", "max-failures"],
];

/// A setting of the file that nothing else overrules.
#[derive(Clone, Debug)]
pub(crate) struct Injected {
    /// The long name of the flag.
    pub(super) name: String,
    /// Its values; none where it is a switch.
    values: Vec<String>,
    /// Where it stands.
    pub(super) place: String,
}

/// What the file adds to a command line.
pub(super) fn from_file(said: &ArgMatches) -> Result<Vec<Injected>, CliError> {
    let Some((name, caller)) = said.subcommand().filter(|(name, _)| takes_settings(name)) else {
        return Ok(Vec::new());
    };
    let target = caller.get_one::<String>(TARGET).map(String::as_str);
    let Some(path) = file(caller)? else {
        return match target {
            None => Ok(Vec::new()),
            Some(target) => Err(CliError::usage(format!(
                "--target {target} is a name from {}, and there is none here or above",
                find::NAME
            ))),
        };
    };
    let settings = read(&path, target)?.settings;
    let whole = command();
    let Some(flags) = whole.find_subcommand(name) else {
        return Ok(Vec::new());
    };
    let ids: Vec<(&str, &str)> = flags
        .get_arguments()
        .filter_map(|arg| Some((arg.get_long()?, arg.get_id().as_str())))
        .collect();
    let is_said = |long: &str| {
        ids.iter()
            .find(|(known, _)| *known == long)
            .is_some_and(|(_, id)| said_by_user(caller, id))
            || (long == "key" && std::env::var_os("GALLERIA_KEY").is_some())
    };
    let taken = settings.into_iter().filter(|setting| {
        let known = ids.iter().any(|(long, _)| *long == setting.name);
        known && !overruled(&setting.name, &is_said) && setting.values != ["false"]
    });
    Ok(taken.map(Injected::of).collect())
}

fn overruled(name: &str, is_said: &dyn Fn(&str) -> bool) -> bool {
    let others = ONE_OF.into_iter().filter(|group| group.contains(&name));
    is_said(name) || others.flatten().any(|other| is_said(other))
}

fn said_by_user(caller: &ArgMatches, id: &str) -> bool {
    let Ok(true) = caller.try_contains_id(id) else {
        return false;
    };
    matches!(
        caller.value_source(id),
        Some(ValueSource::CommandLine | ValueSource::EnvVariable)
    )
}

/// The file of settings that a command line reads.
pub(super) fn file_of(said: &ArgMatches) -> Result<Option<PathBuf>, CliError> {
    match said.subcommand().filter(|(name, _)| takes_settings(name)) {
        Some((_, caller)) => file(caller),
        None => Ok(None),
    }
}

/// The file that is named, or the nearest upwards.
fn file(caller: &ArgMatches) -> Result<Option<PathBuf>, CliError> {
    if let Some(path) = caller.get_one::<OsString>(FILE) {
        // An empty name, as of a variable, asks for none.
        return Ok(Some(PathBuf::from(path)).filter(|path| !path.as_os_str().is_empty()));
    }
    let here = std::env::current_dir().map_err(|reason| CliError::System {
        what: "the current folder",
        reason,
    })?;
    Ok(find::upwards(&here))
}

/// The command line with what the file adds, right behind the command.
pub(super) fn put_in(
    words: &[OsString],
    said: &ArgMatches,
    injected: &[Injected],
) -> Vec<OsString> {
    let name = said.subcommand_name().unwrap_or_default();
    let at = words.iter().skip(1).position(|word| word == name);
    let at = at.map_or(words.len(), |at| at + 2);
    let mut all: Vec<OsString> = words[..at].to_vec();
    all.extend(injected.iter().flat_map(Injected::words));
    all.extend_from_slice(&words[at..]);
    all
}

/// The error in the words of the file, where it is about something that the file says.
pub(super) fn blame(error: &Error, injected: &[Injected]) -> Option<CliError> {
    let ContextValue::String(flag) = error.get(ContextKind::InvalidArg)? else {
        return None;
    };
    let long = flag.strip_prefix("--")?.split([' ', '=']).next()?;
    let setting = injected.iter().find(|setting| setting.name == long)?;
    let text = error.to_string();
    let line = text.lines().next()?.trim_start_matches("error: ");
    Some(CliError::usage(format!("{}: {line}", setting.place)))
}

impl Injected {
    fn of(setting: Setting) -> Self {
        let switch = setting.values == ["true"];
        Self {
            name: setting.name,
            values: if switch { Vec::new() } else { setting.values },
            place: setting.place,
        }
    }

    fn words(&self) -> Vec<OsString> {
        if self.values.is_empty() {
            return vec![format!("--{}", self.name).into()];
        }
        let word = |value: &String| format!("--{}={value}", self.name).into();
        self.values.iter().map(word).collect()
    }
}
