//! An activator that is a command of the user's own.

use std::process::Stdio;

use futures_util::future::BoxFuture;
use tokio::process::Command;

use super::activator::{ACTIVATION_LIMIT, ActivationError, Activator};
use crate::own::OwnCommand;

/// The variable that tells the command the code.
const LICENSE: &str = "GALLERIA_LICENSE";

/// Runs a command line in the system's shell, with the licence code in its environment and never in its
/// text.
#[derive(Clone, Debug)]
pub struct ActivationCommand(OwnCommand);

impl ActivationCommand {
    /// The activator that runs `line`; the environment variables `hidden` are kept from it, and so are
    /// galleria's own settings.
    pub fn new(line: impl Into<String>, hidden: Vec<String>) -> Self {
        Self(OwnCommand::new(line, hidden))
    }

    fn command(&self, code: &str) -> Command {
        let mut command = self.0.command();
        command
            .env(LICENSE, code)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    async fn run(&self, code: &str) -> Result<(), ActivationError> {
        let broken = |error: std::io::Error| ActivationError::NotStarted(error.to_string());
        let mut child = self.command(code).spawn().map_err(broken)?;
        let ended = tokio::time::timeout(ACTIVATION_LIMIT, child.wait()).await;
        let status = ended
            .map_err(|_| ActivationError::TooSlow)?
            .map_err(broken)?;
        if status.success() {
            Ok(())
        } else {
            Err(ActivationError::Failed(status.to_string()))
        }
    }
}

impl Activator for ActivationCommand {
    fn activate<'a>(&'a self, code: &'a str) -> BoxFuture<'a, Result<(), ActivationError>> {
        Box::pin(self.run(code))
    }
}

#[cfg(test)]
#[cfg(not(windows))]
mod tests {
    use super::*;

    fn activate(line: &str) -> Result<(), ActivationError> {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = runtime.enable_all().build().expect("a runtime starts");
        let command = ActivationCommand::new(line, vec!["HOME".to_owned()]);
        runtime.block_on(command.activate("A1; exit 3"))
    }

    #[test]
    fn the_code_is_in_the_environment_and_secrets_are_not() {
        let line = r#"test "$GALLERIA_LICENSE" = "A1; exit 3" && test -z "$HOME""#;
        assert_eq!(activate(line), Ok(()));
    }

    #[test]
    fn a_command_that_fails_is_told() {
        assert!(matches!(
            activate("exit 2"),
            Err(ActivationError::Failed(_))
        ));
    }
}
