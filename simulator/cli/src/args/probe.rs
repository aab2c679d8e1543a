//! `galleria probe`.

use std::time::Duration;

use clap::Args;

use super::caller::{AllowArgs, CallerArgs};
use super::check::duration;

const EXAMPLES: &str = "\
Examples:
  GALLERIA_KEY=... galleria probe --url http://127.0.0.1:8080/produceAPI
  galleria probe --url ... --profile cn-v2 --part nonce --nonce-wait 130s
  galleria probe --url ... --json

It prints numbers and no verdict, and makes calls of the debug step alone (testFlag=1), some hundred of
them. For verdicts there is `galleria check`.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ProbeArgs {
    /// The seller's production address
    #[arg(short, long, env = "GALLERIA_URL", value_name = "URL")]
    pub(crate) url: String,
    /// The marketplace's rule book
    #[arg(
        long,
        env = "GALLERIA_PROFILE",
        default_value = "cn-v1",
        value_name = "NAME"
    )]
    pub(crate) profile: String,
    /// How the product is billed
    #[arg(
        long,
        env = "GALLERIA_BILLING",
        default_value = "period",
        value_name = "MODE"
    )]
    pub(crate) billing: String,
    /// What is measured: times, skew, nonce (V2) or longest; by default all (may be given again)
    #[arg(long, value_name = "PART", value_delimiter = ',')]
    pub(crate) part: Vec<String>,
    /// How long to wait before a nonce is used again
    #[arg(long, value_name = "TIME", value_parser = duration, default_value = "1s")]
    pub(crate) nonce_wait: Duration,
    /// Prints one JSON object
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) caller: CallerArgs,
    #[command(flatten)]
    pub(crate) allow: AllowArgs,
}
