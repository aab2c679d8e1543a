//! `galleria serve`.

use std::net::SocketAddr;

use clap::Args;

const EXAMPLES: &str = "\
Examples:
  galleria serve
      the console at http://127.0.0.1:4710, for this machine alone
  GALLERIA_TOKEN=$(openssl rand -hex 32) galleria serve --listen 0.0.0.0:4710 --token-env GALLERIA_TOKEN
      for others too, who show the token

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
}
