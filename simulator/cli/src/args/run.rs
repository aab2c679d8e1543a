//! `galleria run`.

use clap::Args;

use super::check::CheckArgs;

const EXAMPLES: &str = "\
Examples:
  galleria run --url http://127.0.0.1:8080/produceAPI -- npm start
      starts the seller, waits until it answers, checks it, and stops it, also after a failure or Ctrl-C
  galleria run --url http://127.0.0.1:8080/produceAPI --wait-for 2m -- ./mvnw spring-boot:run
      gives it two minutes to start (30s by default)

What the command prints goes to standard error. Exit codes as of `galleria check`; 3 where the command
ends or does not answer in time.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RunArgs {
    #[command(flatten)]
    pub(crate) check: CheckArgs,
    /// The command that starts the seller, as it is: no shell reads it
    #[arg(last = true, required = true, value_name = "COMMAND")]
    pub(crate) command: Vec<String>,
}
