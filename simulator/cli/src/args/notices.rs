//! Notices of orders: where they go, and the key of generic interfaces.

use std::path::PathBuf;

use clap::Args;

/// How `check` notifies a seller of orders.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Notices of orders (--with order-notify)")]
pub(crate) struct NoticeArgs {
    #[command(flatten)]
    pub(crate) key: GenericKeyArgs,
    /// The path of the address that is notified of orders, on the host of --url; by default the very
    /// address of --url
    #[arg(long, env = "GALLERIA_ORDER_NOTIFY_PATH", value_name = "PATH")]
    pub(crate) order_notify_path: Option<String>,
}

/// How the reference seller is notified of orders.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Notices of orders")]
pub(crate) struct NoticeSellerArgs {
    #[command(flatten)]
    pub(crate) key: GenericKeyArgs,
    /// The path of the address that is notified of orders
    #[arg(long, value_name = "PATH", default_value = "/orderNotify")]
    pub(crate) order_notify_path: String,
}

/// Where the key of generic interfaces comes from.
#[derive(Debug, Default, Args)]
pub(crate) struct GenericKeyArgs {
    /// Reads the key that is bound to generic interfaces from this environment variable (default:
    /// GALLERIA_GENERIC_KEY); without one it is the access key
    #[arg(long, value_name = "NAME", conflicts_with = "generic_key_file")]
    pub(crate) generic_key_env: Option<String>,
    /// Reads the key that is bound to generic interfaces from this file; a line end behind it is left out
    #[arg(long, value_name = "PATH")]
    pub(crate) generic_key_file: Option<PathBuf>,
}
