//! `galleria login-test`.

use clap::Args;

use super::caller::{AllowArgs, CallerArgs};
use super::kit::KitArgs;
use super::trial::TrialArgs;

const EXAMPLES: &str = "\
Example, in two terminals:
  galleria seller --port 18080 --key obviously-fake-key --kit-public-key-out public.pem
  galleria login-test --login-url http://127.0.0.1:18080/login --url http://127.0.0.1:18080/produceAPI --key obviously-fake-key --kit-public-key public.pem --logout-path /logout --admin-path /admin

It plays the identity centre of two made-up tenants on this machine, tells the seller of them over the
kit (tenantSync, applicationSync, authSync), and comes to the login's address as a browser does. The
seller must be able to call this machine, and to call domains without https, as domainName tells them.

What is told of the tenants stays at the seller: use one for tests.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct LoginTestArgs {
    /// The registered login address, to which the portal sends a browser with code and tenant
    #[arg(long, value_name = "URL")]
    pub(crate) login_url: String,
    /// The production address, which is told of the tenants
    #[arg(short, long, env = "GALLERIA_URL", value_name = "URL")]
    pub(crate) url: String,
    /// The login is one of CAS: the portal sends a browser with tenant and ticket, in place of a code
    #[arg(long)]
    pub(crate) cas: bool,
    /// A page that only somebody who is logged in sees; by default that at which a login ends. It must be at the
    /// host of the login, and answer strangers otherwise (or greet by name)
    #[arg(long, value_name = "PATH")]
    pub(crate) page_path: Option<String>,
    /// The path that ends a session; without it no logout is judged
    #[arg(long, value_name = "PATH")]
    pub(crate) logout_path: Option<String>,
    /// A page for administrators alone; without it roles are not judged
    #[arg(long, value_name = "PATH")]
    pub(crate) admin_path: Option<String>,
    /// The marketplace's rule book
    #[arg(
        long,
        env = "GALLERIA_PROFILE",
        default_value = "cn-v1",
        value_name = "NAME"
    )]
    pub(crate) profile: String,
    #[command(flatten)]
    pub(crate) outcome: TrialArgs,
    #[command(flatten)]
    pub(crate) kit: KitArgs,
    #[command(flatten)]
    pub(crate) caller: CallerArgs,
    #[command(flatten)]
    pub(crate) allow: AllowArgs,
}
