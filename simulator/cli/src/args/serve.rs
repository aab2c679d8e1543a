//! `galleria serve`.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

use super::caller::{AllowArgs, FolderArgs};
use super::open_api::AccessArgs;

const EXAMPLES: &str = "\
Examples:
  galleria serve
      the console at http://127.0.0.1:4710, for this machine alone
  galleria serve --listen 0.0.0.0:4710 --token-env GALLERIA_TOKEN
      for others too, who show the token in that variable; `openssl rand -hex 32` makes a good one

The console calls sellers on this machine, others where --allow-target names them. With a token it calls \
nobody who is not named, so that it leads nobody to the inside.

Ctrl-C or SIGTERM ends it: what is under way is finished first.

Exit codes: 0 it was ended, 2 a setting is wrong or the address is taken.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ServeArgs {
    /// The address to listen on; one that others than this machine reach needs --token-env
    #[arg(
        long,
        env = "GALLERIA_LISTEN",
        default_value = "127.0.0.1:4710",
        value_name = "IP:PORT"
    )]
    pub(crate) listen: SocketAddr,
    /// Asks everybody for the token in this environment variable, of at least 16 characters
    #[arg(long, value_name = "NAME")]
    pub(crate) token_env: Option<String>,
    /// A name by which the console is called, beside localhost and addresses (may be given again)
    #[arg(
        long,
        env = "GALLERIA_HOST",
        value_delimiter = ',',
        value_name = "NAME"
    )]
    pub(crate) host: Vec<String>,
    /// The SQLite file of what the console keeps; the key that its access keys are encrypted with is beside
    /// it
    #[arg(
        long,
        env = "GALLERIA_FILE",
        default_value = "galleria.db",
        value_name = "FILE"
    )]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) folder: FolderArgs,
    /// The folder of the deliveries that failed (see galleria messages)
    #[arg(
        long,
        env = "GALLERIA_MESSAGES",
        default_value = crate::commands::MESSAGES,
        value_name = "DIR"
    )]
    pub(crate) messages: PathBuf,
    /// Serves the marketplace's open APIs here while a market of a V2 seller is open. Point the seller's
    /// open API host at http://ADDRESS:PORT
    #[arg(
        long,
        env = "GALLERIA_OPEN_API",
        value_name = "ADDRESS:PORT",
        help_heading = "Open APIs (V2)"
    )]
    pub(crate) open_api: Option<SocketAddr>,
    #[command(flatten)]
    pub(crate) access: AccessArgs,
    /// The port of this machine at which the identity centre of the first enterprise of a market answers;
    /// each further one takes the next free port. Free ports are taken where it is not given
    #[arg(
        long,
        env = "GALLERIA_IDENTITY_PORT",
        value_name = "PORT",
        default_value_t = 0,
        hide_default_value = true,
        help_heading = "Login (kit)"
    )]
    pub(crate) identity_port: u16,
    #[command(flatten)]
    pub(crate) allow: AllowArgs,
    /// Trusts the authorities in this PEM file as well (may be given again)
    #[arg(long, value_name = "FILE", help_heading = "Network")]
    pub(crate) cacert: Vec<PathBuf>,
}
