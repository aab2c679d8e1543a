//! `galleria replay`.

use std::path::PathBuf;

use clap::Args;

use super::opposite::OppositeArgs;

const EXAMPLES: &str = "\
Examples:
  GALLERIA_KEY=... galleria replay --url http://127.0.0.1:8080/produceAPI
      plays every failure in galleria-fuzz/crashes again, and removes what is fixed
  galleria replay galleria-fuzz/crashes/idm004-orders-share-instance-5.toml --keep --url ...
      plays one of them, and leaves its file where it is
  galleria replay FILE --to-scenario my-scenarios/reused-id.toml
      makes a scenario of it, for `galleria check --scenarios my-scenarios`; calls nobody

For each file it says FIXED (nothing fails any more), FAILED (it fails as it did) or CHANGED (something else fails,
or elsewhere), and which answer is the first that differs from the saved ones.

Exit codes: 0 everything is fixed, 1 something fails, 2 a setting or a file is wrong, 3 the seller cannot be reached,
5 a file could not be written or removed, 130 interrupted.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ReplayArgs {
    /// Saved histories, or folders of them (default: galleria-fuzz/crashes)
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) opposite: OppositeArgs,
    /// The rule book (default: that of the file)
    #[arg(long, env = "GALLERIA_PROFILE", value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// Plays each history so many times (default: once, and up to 20 times where the failure came and went)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(crate) times: Option<u32>,
    /// Leaves the files of fixed failures where they are
    #[arg(long)]
    pub(crate) keep: bool,
    /// Writes the history as a scenario of your own, and calls nobody
    #[arg(long, value_name = "PATH")]
    pub(crate) to_scenario: Option<PathBuf>,
}
