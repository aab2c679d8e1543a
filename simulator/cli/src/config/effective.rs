//! The settings as they are, and where each comes from.

use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches};

use super::command::command;
use super::inject::{Injected, file_of};

/// The settings of a command line that was read.
#[derive(Debug)]
pub(crate) struct Effective {
    matches: ArgMatches,
    injected: Vec<Injected>,
}

/// Where a setting comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    Flag,
    Variable(String),
    File(String),
    Default,
}

/// One setting.
#[derive(Clone, Debug)]
pub(crate) struct Set {
    /// The long name of its flag.
    pub(crate) name: String,
    /// Its values; none where it is not set.
    pub(crate) values: Vec<String>,
    /// Where they come from.
    pub(crate) origin: Origin,
}

impl Effective {
    pub(super) fn new(matches: ArgMatches, injected: Vec<Injected>) -> Self {
        Self { matches, injected }
    }

    /// The file of settings, where there is one.
    pub(crate) fn file(&self) -> Option<PathBuf> {
        // One that cannot be found out was told when it was read.
        file_of(&self.matches).ok().flatten()
    }

    /// Every setting of the command that was given, in the order of its help. What is secret is left
    /// out.
    pub(crate) fn settings(&self) -> Vec<Set> {
        let Some((name, caller)) = self.matches.subcommand() else {
            return Vec::new();
        };
        let whole = command();
        let flags = whole.find_subcommand(name);
        let flags = flags.into_iter().flat_map(clap::Command::get_arguments);
        flags.filter_map(|arg| self.set(arg, caller)).collect()
    }

    fn set(&self, arg: &Arg, caller: &ArgMatches) -> Option<Set> {
        let long = arg.get_long()?;
        if matches!(
            long,
            "help" | "version" | "key" | "format" | "config" | "verbose" | "quiet" | "color"
        ) {
            return None;
        }
        let id = arg.get_id().as_str();
        let raw = caller.get_raw(id).into_iter().flatten();
        let values = raw.map(|value| value.to_string_lossy().into_owned());
        let from_file = self.injected.iter().find(|setting| setting.name == long);
        let origin = match caller.value_source(id) {
            Some(ValueSource::CommandLine) => match from_file {
                Some(setting) => Origin::File(setting.place.clone()),
                None => Origin::Flag,
            },
            Some(ValueSource::EnvVariable) => {
                let name = arg.get_env().unwrap_or_default();
                Origin::Variable(name.to_string_lossy().into_owned())
            }
            _ => Origin::Default,
        };
        Some(Set {
            name: long.to_owned(),
            values: values.collect(),
            origin,
        })
    }
}
