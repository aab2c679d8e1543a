//! `galleria debug`.

use clap::Args;

use super::caller::{CallerArgs, FolderArgs};

const EXAMPLES: &str = "\
The call is made as the seller centre's debug step makes it: the form's made-up values, testFlag=1, and the \
checks in the platform's order, which stop at the first thing that is wrong.

Examples:
  galleria debug newInstance --url http://127.0.0.1:8080/produceAPI
      one call with the values that the form has
  galleria debug newInstance --url ... --billing one-time --set orderId=CS1906666666ABCDE --save
      another billing mode and value; the case is kept for `galleria dialtest`
  galleria debug updateInstanceStatus --url ... --profile cn-v2 --set status=UNFREEZE --print-only
      shows the request as curl and does not call
  galleria debug --url ... --from galleria-cases/v1-newInstance-period.toml
      a saved case

Exit codes: 0 the debug step saves the case, 1 it stops, 2 a setting is wrong, 3 the seller cannot be \
reached, 5 a case could not be written, 130 interrupted.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct DebugArgs {
    /// The scene, as the rule book calls it; may be left out with --from
    #[arg(value_name = "ACTIVITY", required_unless_present = "from")]
    pub(crate) activity: Option<String>,
    /// The seller's production address
    #[arg(short, long, env = "GALLERIA_URL", value_name = "URL")]
    pub(crate) url: String,
    #[command(flatten)]
    pub(crate) caller: CallerArgs,
    /// The rule book, with the version of the interface (default: cn-v1, or that of the case)
    #[arg(long, env = "GALLERIA_PROFILE", value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// How the product is billed: period, one-time, on-demand or package (default: period, or that of
    /// the case)
    #[arg(long, env = "GALLERIA_BILLING", value_name = "MODE")]
    pub(crate) billing: Option<String>,

    /// Takes the values from this file, a case in TOML or JSON, or a saved case's name
    #[arg(long, value_name = "FILE", help_heading = "Form")]
    pub(crate) from: Option<String>,
    /// Sets a parameter (may be given again)
    #[arg(long, value_name = "NAME=VALUE", help_heading = "Form")]
    pub(crate) set: Vec<String>,
    /// Leaves a parameter out (may be given again)
    #[arg(long, value_name = "NAME", help_heading = "Form")]
    pub(crate) unset: Vec<String>,

    /// Shows the request and does not call
    #[arg(long, conflicts_with = "save")]
    pub(crate) print_only: bool,
    /// Keeps the case, where it passes, for `galleria dialtest`; under a name of its own, or this one
    #[arg(long, value_name = "NAME", num_args = 0..=1, default_missing_value = "")]
    pub(crate) save: Option<String>,
    /// Writes over a case of that name
    #[arg(long, requires = "save")]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) folder: FolderArgs,
    /// Prints one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}
