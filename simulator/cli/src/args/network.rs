//! The way to a seller that may also be embedded.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

/// Which hosts may be called, and whom TLS trusts.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct NetworkArgs {
    /// Allows calls that do business, forge or flood at this host (may be given again)
    #[arg(
        long,
        env = "GALLERIA_ALLOW_TARGET",
        value_delimiter = ',',
        value_name = "HOST",
        help_heading = "Network"
    )]
    pub(crate) allow_target: Vec<String>,
    /// Connects to this address instead of what the host's name resolves to
    #[arg(
        long,
        value_name = "IP:PORT",
        requires = "url",
        help_heading = "Network"
    )]
    pub(crate) resolve: Option<SocketAddr>,
    /// Trusts the authorities in this PEM file as well (may be given again)
    #[arg(long, value_name = "FILE", requires = "url", help_heading = "Network")]
    pub(crate) cacert: Vec<PathBuf>,
    /// Accepts any TLS certificate
    #[arg(short = 'k', long, requires = "url", help_heading = "Network")]
    pub(crate) insecure: bool,
}
