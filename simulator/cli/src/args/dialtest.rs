//! `galleria dialtest`.

use std::time::Duration;

use clap::Args;

use super::caller::{CallerArgs, FolderArgs};
use super::check::duration;
use super::reports::ReportsArgs;

const EXAMPLES: &str = "\
Every morning and afternoon the platform replays the saved cases of a product on sale. Five failing days in a \
row freeze its trading and hide it.

Examples:
  galleria dialtest --url http://127.0.0.1:8080/produceAPI
      each saved case once
  galleria dialtest --url ... --rounds 10 --seed 7
      ten rounds, each in an order of its own: what cannot be repeated, what depends on the order
  galleria dialtest --url ... --days 30
      two sessions a day for thirty days, without waiting between them

With --rounds and --days the first session calls each case twice in a row, to tell what cannot be repeated \
from what depends on the order. The run leaves a record: `galleria report DIR/record.jsonl` draws it again.

Exit codes: 0 every call passed, 1 a call or a rule failed, 2 a setting or a case is wrong, 3 the seller cannot \
be reached, 4 nothing was judged, 5 a report could not be written, 130 interrupted.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct DialtestArgs {
    /// The seller's production address
    #[arg(short, long, env = "GALLERIA_URL", value_name = "URL")]
    pub(crate) url: String,
    #[command(flatten)]
    pub(crate) caller: CallerArgs,
    #[command(flatten)]
    pub(crate) folder: FolderArgs,
    /// The rule book (default: that of the cases)
    #[arg(long, env = "GALLERIA_PROFILE", value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// Replays only cases whose name fits this pattern (may be given again)
    #[arg(long, value_name = "GLOB")]
    pub(crate) case: Vec<String>,
    /// Replays every case so many times, each round in an order of its own
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000), conflicts_with = "days")]
    pub(crate) rounds: Option<u32>,
    /// Replays every case on so many days, mornings and afternoons
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=366))]
    pub(crate) days: Option<u32>,
    /// Decides the order; printed by every run
    #[arg(long, env = "GALLERIA_SEED", value_name = "NUMBER")]
    pub(crate) seed: Option<u64>,
    /// The longest that the dial test may take; by default 10m, and under 2m where the seller is slow
    #[arg(long, env = "GALLERIA_MAX_TIME", value_name = "TIME", value_parser = duration)]
    pub(crate) max_time: Option<Duration>,
    /// Prints one JSON object
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) reports: ReportsArgs,
}
