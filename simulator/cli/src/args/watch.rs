//! `galleria check`, once or again and again.

use clap::Args;

use super::check::CheckArgs;

/// A check, and whether it is made again.
#[derive(Debug, Args)]
pub(crate) struct CheckCommand {
    #[command(flatten)]
    pub(crate) check: CheckArgs,
    /// Checks again whenever the seller answers after it was away, or a file of --scenarios, the
    /// profile, the known failures or galleria.toml changes; Ctrl-C ends it
    #[arg(long, conflicts_with_all = ["dry_run", "last_failed"], help_heading = "Run")]
    pub(crate) watch: bool,
}
