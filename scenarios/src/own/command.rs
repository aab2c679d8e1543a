//! A command line of the user's own.

use std::process::Stdio;

use tokio::process::Command;

/// A command line that runs in the system's shell: `sh -c`, on Windows `cmd /C`. What it is told is in
/// its environment and never in its text, so that no id can be taken for a part of the command.
#[derive(Clone, Debug)]
pub(crate) struct OwnCommand {
    line: String,
    hidden: Vec<String>,
}

impl OwnCommand {
    /// The command `line`; the environment variables `hidden` are kept from it, and so are galleria's own
    /// settings.
    pub(crate) fn new(line: impl Into<String>, hidden: Vec<String>) -> Self {
        let line = line.into();
        Self { line, hidden }
    }

    /// The process to be started: it reads nothing, and ends with its handle.
    pub(crate) fn command(&self) -> Command {
        let mut command = shell(&self.line);
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("GALLERIA_") {
                command.env_remove(&name);
            }
        }
        for name in &self.hidden {
            command.env_remove(name);
        }
        command.stdin(Stdio::null()).kill_on_drop(true);
        command
    }
}

#[cfg(not(windows))]
fn shell(line: &str) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", line]);
    command
}

#[cfg(windows)]
fn shell(line: &str) -> Command {
    let mut command = Command::new("cmd");
    // The line goes to the shell as it was typed: its own quotes are the user's.
    command.arg("/C").raw_arg(line);
    command
}
