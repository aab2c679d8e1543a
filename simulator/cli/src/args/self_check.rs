//! `galleria self-check`.

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct SelfCheckArgs {
    /// Proves only peers whose name fits this pattern (may be given again)
    #[arg(long, value_name = "GLOB")]
    pub(crate) peer: Vec<String>,
}
