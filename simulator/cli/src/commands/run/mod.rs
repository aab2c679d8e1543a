//! `galleria run`: starts the seller, waits until it answers, checks it, stops it.

mod process;

use galleria_scenarios::verdict::ExitCode;

pub(super) use process::{Command, Process};

use super::check;
use crate::args::RunArgs;
use crate::error::CliError;
use crate::output::Terminal;

pub(super) fn run(args: &RunArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    if args.check.url.is_none() {
        return Err(CliError::usage(
            "galleria run needs the address at which the command will answer: --url URL",
        ));
    }
    let command = Command {
        words: args.command.clone(),
        quiet: terminal.is_quiet(),
    };
    check::check_with(&args.check, Some(&command), terminal)
}
