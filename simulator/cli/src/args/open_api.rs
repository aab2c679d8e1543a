//! The open APIs of the marketplace, and the AK and SK that a seller calls them with.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

/// Where `check` serves the open APIs.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Open APIs (V2)")]
pub(crate) struct OpenApiArgs {
    /// Serves the marketplace's open APIs here while the check runs: the query of an order and the
    /// usage push. Point the seller's open API host at http://ADDRESS:PORT
    #[arg(
        long,
        env = "GALLERIA_OPEN_API",
        value_name = "ADDRESS:PORT",
        requires = "url"
    )]
    pub(crate) open_api: Option<SocketAddr>,
    #[command(flatten)]
    pub(crate) access: AccessArgs,
}

/// The AK and SK of a seller.
#[derive(Debug, Default, Args)]
pub(crate) struct AccessArgs {
    /// The AK of the credential that calls are signed with
    #[arg(
        long,
        env = "GALLERIA_AK",
        value_name = "AK",
        default_value = "galleria-test-ak"
    )]
    pub(crate) ak: String,
    /// Reads the SK from this environment variable (default: GALLERIA_SK, else `galleria-test-sk`)
    #[arg(long, value_name = "NAME", conflicts_with = "sk_file")]
    pub(crate) sk_env: Option<String>,
    /// Reads the SK from this file; a line end behind it is left out
    #[arg(long, value_name = "PATH")]
    pub(crate) sk_file: Option<PathBuf>,
}
