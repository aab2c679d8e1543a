//! What the commands that call saved cases are told: whom, under which key, by which rule book.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use galleria_scenarios::profile::parse_duration;

use super::key::KeyArgs;

#[derive(Debug, Args)]
pub(crate) struct CallerArgs {
    /// The seller's production address
    #[arg(short, long, env = "GALLERIA_URL", value_name = "URL")]
    pub(crate) url: String,
    #[command(flatten)]
    pub(crate) key: KeyArgs,
    /// The longest that one call may take, such as 20s or 500ms; by default the profile's limit
    #[arg(long, env = "GALLERIA_TIMEOUT", value_name = "TIME", value_parser = duration)]
    pub(crate) timeout: Option<Duration>,
    /// Connects to this address instead of what the host's name resolves to
    #[arg(long, value_name = "IP:PORT", help_heading = "Network")]
    pub(crate) resolve: Option<SocketAddr>,
    /// Trusts the authorities in this PEM file as well (may be given again)
    #[arg(long, value_name = "FILE", help_heading = "Network")]
    pub(crate) cacert: Vec<PathBuf>,
    /// Accepts any TLS certificate
    #[arg(short = 'k', long, help_heading = "Network")]
    pub(crate) insecure: bool,
}

/// Where saved cases are.
#[derive(Debug, Args)]
pub(crate) struct FolderArgs {
    /// The folder of the saved cases
    #[arg(
        long,
        env = "GALLERIA_CASES",
        default_value = "galleria-cases",
        value_name = "DIR"
    )]
    pub(crate) cases: PathBuf,
}

fn duration(text: &str) -> Result<Duration, String> {
    let time = parse_duration(text).filter(|time| !time.is_zero());
    time.ok_or_else(|| "write a time such as 500ms, 20s or 3m".to_owned())
}
