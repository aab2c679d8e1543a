//! `galleria init`.

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// The seller's production address
    #[arg(short, long, value_name = "URL")]
    pub(crate) url: Option<String>,
    /// The marketplace's rule book: one of `galleria profiles`
    #[arg(long, value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// How the product is billed: period, one-time, on-demand or package
    #[arg(long, value_name = "MODE")]
    pub(crate) billing: Option<String>,
    /// The environment variable that will hold the access key
    #[arg(long, value_name = "NAME")]
    pub(crate) key_env: Option<String>,
}
