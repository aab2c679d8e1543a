//! A probe that is a command of the user's own.

use std::process::Stdio;

use futures_util::future::{BoxFuture, join};
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::process::Command;

use super::probe::{EffectProbe, ProbeError, number};
use super::question::Question;
use crate::own::OwnCommand;

/// Runs a command line in the system's shell: `sh -c`, on Windows `cmd /C`. What it is asked is in
/// its environment and never in its text, so that no id can be taken for a part of the command.
#[derive(Clone, Debug)]
pub struct CommandProbe(OwnCommand);

impl CommandProbe {
    /// The probe that runs `line`; the environment variables `hidden` are kept from it, and so are
    /// galleria's own settings.
    pub fn new(line: impl Into<String>, hidden: Vec<String>) -> Self {
        Self(OwnCommand::new(line, hidden))
    }

    fn command(&self, question: &Question) -> Command {
        let mut command = self.0.command();
        let variables = [
            "GALLERIA_ORDER_ID",
            "GALLERIA_PRODUCT_ID",
            "GALLERIA_INSTANCE_ID",
        ];
        for (name, (_, value)) in variables.into_iter().zip(question.values()) {
            command.env(name, value);
        }
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    async fn run(&self, question: &Question) -> Result<u64, ProbeError> {
        let broken = |error: std::io::Error| ProbeError::NotStarted(error.to_string());
        let mut child = self.command(question).spawn().map_err(broken)?;
        let (out, err) = (child.stdout.take(), child.stderr.take());
        let (told, said) = join(beginning(out), beginning(err)).await;
        let status = child.wait().await.map_err(broken)?;
        if !status.success() {
            return Err(ProbeError::Failed {
                status: status.to_string(),
                said: String::from_utf8_lossy(&said).into_owned(),
            });
        }
        number(&told)
    }
}

/// A number is short: more of what a command writes is not read.
const READ: u64 = 4096;

async fn beginning(stream: Option<impl AsyncRead + Unpin>) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(stream) = stream {
        // A stream that breaks has said what it said.
        let _ = stream.take(READ).read_to_end(&mut bytes).await;
    }
    bytes
}

impl EffectProbe for CommandProbe {
    fn count<'a>(&'a self, question: &'a Question) -> BoxFuture<'a, Result<u64, ProbeError>> {
        Box::pin(self.run(question))
    }
}

#[cfg(test)]
#[cfg(not(windows))]
mod tests {
    use super::*;

    fn asked() -> Question {
        Question {
            order_id: "CS1; exit 3".to_owned(),
            product_id: Some("00301-1-0--0".to_owned()),
            instance_id: None,
        }
    }

    async fn count(line: &str) -> Result<u64, ProbeError> {
        CommandProbe::new(line, Vec::new()).count(&asked()).await
    }

    fn run<T>(work: impl Future<Output = T>) -> T {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = runtime.enable_all().build();
        runtime.expect("a runtime starts").block_on(work)
    }

    #[test]
    fn the_question_is_in_the_environment() {
        let line = r#"test "$GALLERIA_ORDER_ID" = "CS1; exit 3" && test -z "$GALLERIA_INSTANCE_ID" && echo 1"#;
        assert_eq!(run(count(line)), Ok(1));
    }

    #[test]
    fn a_command_that_fails_is_told_with_what_it_said() {
        let told = run(count("echo no such table >&2; exit 2")).unwrap_err();
        assert!(told.to_string().ends_with("2: no such table"), "{told}");
        let told = run(count("no-such-command-anywhere")).unwrap_err();
        assert!(matches!(told, ProbeError::Failed { .. }), "{told}");
    }

    #[test]
    fn a_variable_that_holds_the_key_is_kept_from_it() {
        // HOME is set wherever tests run: it stands for the variable that --key-env names.
        let probe = CommandProbe::new("echo ${#HOME}", vec!["HOME".to_owned()]);
        assert_eq!(run(probe.count(&asked())), Ok(0));
    }
}
