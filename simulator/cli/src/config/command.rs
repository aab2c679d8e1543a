//! The command line with an environment variable for every flag that can be set.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command, CommandFactory as _};

use crate::args::{Cli, in_language};

/// The commands that call a seller: their flags are settings.
const CALLERS: [&str; 6] = ["check", "run", "debug", "dialtest", "rehearse", "config"];

/// Flags that are asked for once and are no setting of a project, or that hold a secret.
const NO_SETTINGS: [&str; 15] = [
    "key",
    "dry-run",
    "update-known-failures",
    "last-failed",
    "watch",
    "config",
    "target",
    "help",
    "version",
    "verbose",
    "quiet",
    "format",
    "print-only",
    "from",
    "save",
];

/// Of these only one may be given, so that a variable would stand in a flag's way.
const NO_VARIABLE: [&str; 2] = ["key-env", "key-file"];

/// The flag that names the file.
pub(super) const FILE: &str = "settings_file";
/// The flag that names the target.
pub(super) const TARGET: &str = "settings_target";

/// The whole command line.
pub(crate) fn command() -> Command {
    let command = CALLERS.into_iter().fold(Cli::command(), |command, name| {
        if command.find_subcommand(name).is_none() {
            return command;
        }
        command.mut_subcommand(name, |caller| {
            caller.mut_args(with_variable).args(file_and_target())
        })
    });
    in_language(command)
}

/// Whether the flags of that command are settings.
pub(super) fn takes_settings(command: &str) -> bool {
    CALLERS.contains(&command)
}

/// The long names that may stand in the file, each with the flag behind it.
pub(super) fn settings() -> Vec<Arg> {
    let command = command();
    let mut all: Vec<Arg> = Vec::new();
    for name in CALLERS {
        let Some(caller) = command.find_subcommand(name) else {
            continue;
        };
        for arg in caller.get_arguments() {
            let known = |long| all.iter().any(|known| known.get_long() == Some(long));
            match arg.get_long() {
                Some(long) if !NO_SETTINGS.contains(&long) && !known(long) => {
                    all.push(arg.clone());
                }
                _ => {}
            }
        }
    }
    all
}

/// Whether a flag is said more than once, or with commas.
pub(super) fn is_list(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Append) || arg.get_value_delimiter().is_some()
}

/// Whether a flag has no value.
pub(super) fn is_switch(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::SetTrue)
}

/// The flags that choose the file and the target. They are looked at before the rest is read.
fn file_and_target() -> [Arg; 2] {
    [
        Arg::new(FILE)
            .long("config")
            .env("GALLERIA_CONFIG")
            .value_name("FILE")
            .value_parser(clap::value_parser!(OsString))
            .help_heading("Settings")
            .help("The file of settings, instead of the nearest galleria.toml here or above"),
        Arg::new(TARGET)
            .long("target")
            .env("GALLERIA_TARGET")
            .value_name("NAME")
            .help_heading("Settings")
            .help("The target of that name in the file, whose settings stand before the others"),
    ]
}

fn with_variable(arg: Arg) -> Arg {
    let Some(long) = arg.get_long() else {
        return arg;
    };
    let has_one = arg.get_env().is_some() || NO_VARIABLE.contains(&long) || long == "key";
    if has_one || matches!(long, "help" | "version") {
        return arg;
    }
    let name = format!("GALLERIA_{}", long.replace('-', "_").to_uppercase());
    arg.env(name)
}
