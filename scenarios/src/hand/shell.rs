//! A command line in the system's shell.

use std::process::Stdio;

use tokio::process::Command;

/// The command that runs `line`: by `sh -c`, on Windows `cmd /C`. What it writes goes to galleria's
/// standard error, for results go to standard output.
pub(super) fn shell(line: &str, quiet: bool) -> Command {
    let mut command = bare(line);
    keep_apart(&mut command, quiet);
    command
}

/// Keeps a command from galleria's own input and results. It ends where it is dropped.
pub(super) fn keep_apart(command: &mut Command, quiet: bool) {
    let to = || {
        if quiet {
            Stdio::null()
        } else {
            Stdio::from(std::io::stderr())
        }
    };
    command.stdin(Stdio::null()).stdout(to()).stderr(to());
    command.kill_on_drop(true);
}

/// The same without anything set.
#[cfg(not(windows))]
pub(super) fn bare(line: &str) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", line]);
    command
}

#[cfg(windows)]
pub(super) fn bare(line: &str) -> Command {
    let mut command = Command::new("cmd");
    // The line goes to the shell as it was typed: its own quotes are the user's.
    command.arg("/C").raw_arg(line);
    command
}
