//! `galleria check --watch`: the same check again whenever something has changed.
//!
//! Each check is a process of its own with the same command line, so that it reads every setting anew
//! and nothing of an earlier one is left in it.

mod files;
mod seller;

use std::ffi::OsString;

use galleria_scenarios::verdict::ExitCode;
use tokio::process::Command;

use self::files::Files;
use self::seller::Seller;
use super::interrupt::signal;
use super::runtime;
use crate::args::CheckCommand;
use crate::config::Effective;
use crate::error::CliError;
use crate::output::{Terminal, note};

/// The variable of the flag.
const VARIABLE: &str = "GALLERIA_WATCH";

pub(super) fn watch(
    args: &CheckCommand,
    effective: &Effective,
    terminal: Terminal,
) -> Result<ExitCode, CliError> {
    let mut files = Files::watch(&args.check, effective.file().as_deref())?;
    let mut seller = Seller::of(args.check.url.as_deref(), args.check.network.resolve)?;
    if !files.are_watched() && !seller.is_somewhere() {
        return Err(CliError::usage(
            "--watch has nothing to wait for: name a seller with --url, or a folder with --scenarios",
        ));
    }
    let words = words(std::env::args_os().skip(1));
    runtime()?.block_on(async {
        loop {
            let (exit, over) = once(&words).await?;
            if over || exit == ExitCode::Interrupted {
                return Ok(exit);
            }
            seller.was_away = exit == ExitCode::Unreachable;
            tell(terminal, &waiting(&files, &seller));
            let why = tokio::select! {
                () = signal() => return Ok(exit),
                changed = files.change() => changed,
                () = seller.comes_back() => "the seller answers again".to_owned(),
            };
            terminal.begin_anew();
            tell(terminal, &format!("checking again: {why}"));
        }
    })
}

fn tell(terminal: Terminal, text: &str) {
    if !terminal.is_quiet() {
        note(text);
    }
}

fn waiting(files: &Files, seller: &Seller) -> String {
    let wanted = match (files.are_watched(), seller.is_somewhere()) {
        (true, true) => "a change of a file, or for the seller to come back",
        (true, false) => "a change of a file",
        (false, _) => "the seller to come back",
    };
    format!("waiting for {wanted}; Ctrl-C ends")
}

/// The command line of a single check.
fn words(given: impl Iterator<Item = OsString>) -> Vec<OsString> {
    given.filter(|word| word != "--watch").collect()
}

/// Makes one check; what it came to, and whether the watch is to end. A terminal's Ctrl-C reaches the
/// check by itself, which ends in good order.
async fn once(words: &[OsString]) -> Result<(ExitCode, bool), CliError> {
    let failed = |reason| CliError::System {
        what: "the check cannot be started",
        reason,
    };
    let program = std::env::current_exe().map_err(failed)?;
    let mut command = Command::new(program);
    command.args(words).env_remove(VARIABLE);
    let mut child = command.spawn().map_err(failed)?;
    let mut over = false;
    let status = loop {
        tokio::select! {
            status = child.wait() => break status.map_err(failed)?,
            () = signal() => over = true,
        }
    };
    let mut known = ExitCode::ALL.into_iter();
    let exit = known.find(|exit| Some(i32::from(exit.number())) == status.code());
    // A check that a signal has killed has no code.
    Ok((exit.unwrap_or(ExitCode::Interrupted), over))
}
