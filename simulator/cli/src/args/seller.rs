//! `galleria seller`.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::Args;

use super::key::KeyArgs;
use super::kit::KitSellerArgs;
use super::notices::NoticeSellerArgs;
use super::open_api::AccessArgs;

const EXAMPLE: &str = "\
Example, in two terminals:
  galleria seller --port 18080 --key obviously-fake-key --fault signs-key-and-timestamp
  galleria check --url http://127.0.0.1:18080/produceAPI --key obviously-fake-key";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct SellerArgs {
    /// The port to listen on; 0 takes a free one
    #[arg(short, long, default_value_t = 18080, env = "GALLERIA_SELLER_PORT")]
    pub(crate) port: u16,
    /// The address to listen on
    #[arg(long, default_value = "127.0.0.1", value_name = "IP")]
    pub(crate) listen: IpAddr,
    #[command(flatten)]
    pub(crate) key: KeyArgs,
    /// Also tells on this port how many instances an order has, for `check --effect-probe`; 0 takes a
    /// free one
    #[arg(long, value_name = "PORT")]
    pub(crate) probe_port: Option<u16>,
    /// Calls the marketplace's open APIs here for its V2 orders, http://ADDRESS:PORT as `check --open-api`
    /// serves them
    #[arg(long, value_name = "URL")]
    pub(crate) open_api: Option<String>,
    #[command(flatten)]
    pub(crate) access: AccessArgs,
    #[command(flatten)]
    pub(crate) kit: KitSellerArgs,
    #[command(flatten)]
    pub(crate) notices: NoticeSellerArgs,
    /// The path that the marketplace calls
    #[arg(long, default_value = "/produceAPI")]
    pub(crate) path: String,
    /// Makes this one mistake (see --list)
    #[arg(long, value_name = "NAME", conflicts_with = "variation")]
    pub(crate) fault: Option<String>,
    /// Does one thing otherwise, but lawfully (see --list)
    #[arg(long, value_name = "NAME")]
    pub(crate) variation: Option<String>,
    /// Remembers its orders in this file, also when it is killed and started again; holds the made-up
    /// logins that it hands out
    #[arg(long, value_name = "FILE")]
    pub(crate) state: Option<PathBuf>,
    /// Writes the authority that vouches for a seller with TLS to this PEM file, for `check --cacert`
    #[arg(long, value_name = "FILE")]
    pub(crate) ca_out: Option<PathBuf>,
    /// Where passwords and initialisation vectors start from
    #[arg(long, default_value_t = 0)]
    pub(crate) seed: u64,
    /// Lists the faults and variations
    #[arg(long)]
    pub(crate) list: bool,
}
