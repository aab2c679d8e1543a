//! What the commands are told that make calls and are no check: under which key, how long, over which
//! network.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::check::duration;
use super::key::KeyArgs;

#[derive(Debug, Args)]
pub(crate) struct CallerArgs {
    #[command(flatten)]
    pub(crate) key: KeyArgs,
    /// The longest that one call may take, such as 20s or 500ms; by default the profile's limit
    #[arg(long, env = "GALLERIA_TIMEOUT", value_name = "TIME", value_parser = duration)]
    pub(crate) timeout: Option<Duration>,
    #[command(flatten)]
    pub(crate) way: WayArgs,
}

/// Over which network.
#[derive(Debug, Args)]
pub(crate) struct WayArgs {
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

/// Which hosts may be called beside this machine. For commands that do more than single test calls.
#[derive(Debug, Args)]
pub(crate) struct AllowArgs {
    /// Allows calls to this host (may be given again)
    #[arg(
        long,
        env = "GALLERIA_ALLOW_TARGET",
        value_delimiter = ',',
        value_name = "HOST",
        help_heading = "Network"
    )]
    pub(crate) allow_target: Vec<String>,
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
