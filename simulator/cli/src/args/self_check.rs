//! `galleria self-check`.

use clap::Args;

const EXAMPLES: &str = "\
Examples:
  galleria self-check
      proves every rule, in a minute or a few
  galleria self-check --peer 'licence-*' --peer 'code-*' --peer 'online-*'
      proves the sellers that differ in licences alone
  galleria self-check --peer 'kit-*' --peer 'login-*'
      proves those that differ in the kit, and those that differ in the login

By every rule book of services: the reference seller, every lawful variation, every fault,
also those of the kit. By each rule book of licences and by the login test, which goes over
sockets of this machine: the reference seller, and what differs there alone.

Exit codes: 0 every proof holds, 2 a pattern fits nothing, 5 a proof does not hold.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct SelfCheckArgs {
    /// Proves only peers whose name fits this pattern (may be given again)
    #[arg(long, value_name = "GLOB")]
    pub(crate) peer: Vec<String>,
}
