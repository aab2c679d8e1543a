//! `galleria`: plays the Huawei Cloud marketplace against a seller's production interface.
//!
//! | module | what it holds |
//! |---|---|
//! | `args` | the command line, one file a command |
//! | `config` | flag, environment, `galleria.toml`, default: in that order |
//! | `settings` | from arguments to a plan: keys, targets, selections |
//! | `commands` | what each command does |
//! | `pasted` | reading what people paste: addresses, curl commands, answers, HAR files |
//! | `output` | terminal, progress, files |
//! | `place` | where in a file of the user's something is wrong |
//! | `error` | errors for people and the exit code of each |
//! | [`foreign`] | everything that reads what somebody else wrote, for the targets in `fuzz/` |
//!
//! The command itself is [`main`].

mod args;
mod commands;
mod config;
mod error;
pub mod foreign;
mod output;
mod pasted;
mod place;
mod settings;

use std::process::ExitCode as ProcessExit;

use error::CliError;
use galleria_reports::lang::Lang;
use galleria_scenarios::verdict::ExitCode;

/// Reads the command line, does what it says, and gives back the exit code.
pub fn main() -> ProcessExit {
    // A panic is a bug of galleria and never the seller's: it has an exit code of its own. What
    // was recorded up to then is on disk already.
    let code = args::wanted().speaking(|| match std::panic::catch_unwind(obey) {
        Ok(Ok(code)) => code,
        Ok(Err(error)) => {
            output::complain(&error.to_string());
            error.exit_code()
        }
        Err(_) => {
            output::complain("this is a bug of galleria; the message above says where");
            ExitCode::Internal
        }
    });
    ProcessExit::from(code.number())
}

/// Reads the command line and does what it asks for.
fn obey() -> Result<ExitCode, CliError> {
    let (cli, effective) = config::read()?;
    let lang = cli.look.lang.map_or_else(Lang::spoken, Lang::from);
    lang.speaking(|| commands::dispatch(cli, &effective))
}
