//! `galleria fuzz`.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::check::duration;
use super::opposite::OppositeArgs;
use super::reports::ReportsArgs;

const EXAMPLES: &str = "\
Examples:
  galleria fuzz --cases 200
      plays 200 histories against the embedded reference seller: a look at a campaign that holds
  GALLERIA_KEY=... galleria fuzz --url http://127.0.0.1:8080/produceAPI --max-time 60s
      plays for a minute against your own seller on this machine
  galleria fuzz --url ... --continue-on-failure --max-time 8h --jobs 8
      a campaign overnight: every distinct failure is shrunk and kept
  galleria fuzz --url ... --min-coverage 100
      also fails where an edge of the life cycle was not played

What it plays: buy, renew, upgrade, query, expire, freeze, unfreeze, release, of several orders and customers at
once, each also delivered again, several times at once or with its answer lost, with forged, stale and senseless
calls and calls of the debug step in between.

Exit codes: 0 everything held, 1 a history failed (or --min-coverage was not reached), 2 a setting is wrong, 3 the
seller cannot be reached, 4 nothing was judged, 5 a report could not be written, 130 interrupted (what was found is kept).";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct FuzzArgs {
    #[command(flatten)]
    pub(crate) opposite: OppositeArgs,
    /// The marketplace's rule book: one of `galleria profiles`, or a file of your own by its path
    #[arg(
        long,
        env = "GALLERIA_PROFILE",
        default_value = "cn-v1",
        value_name = "NAME"
    )]
    pub(crate) profile: String,
    /// How many histories are played; by default as many as fit into --max-time, else 1000
    #[arg(short = 'n', long, env = "GALLERIA_CASES", value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) cases: Option<u64>,
    /// The longest that histories are played; one under way is finished, and a failure is shrunk
    #[arg(long, env = "GALLERIA_MAX_TIME", value_name = "TIME", value_parser = duration)]
    pub(crate) max_time: Option<Duration>,
    /// Decides every history; printed by every campaign
    #[arg(long, env = "GALLERIA_SEED", value_name = "NUMBER")]
    pub(crate) seed: Option<u64>,
    /// Histories played side by side
    #[arg(short, long, env = "GALLERIA_JOBS", value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) jobs: u16,
    /// The most calls a second
    #[arg(long, env = "GALLERIA_RATE", value_name = "CALLS", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) rate: Option<u32>,
    /// Goes on behind a failure, and tells each distinct one: another rule, or elsewhere in the answer
    #[arg(long)]
    pub(crate) continue_on_failure: bool,
    /// The longest that one failure is made smaller
    #[arg(long, env = "GALLERIA_SHRINK_TIME", value_name = "TIME", value_parser = duration, default_value = "60s")]
    pub(crate) shrink_time: Duration,
    /// Fails where less than so many percent of the life cycle's edges were played
    #[arg(long, env = "GALLERIA_MIN_COVERAGE", value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(1..=100))]
    pub(crate) min_coverage: Option<u8>,
    /// Further texts for customers' names: a file with one a line
    #[arg(long, value_name = "FILE")]
    pub(crate) dictionary: Option<PathBuf>,
    /// The weakest force whose failure fails a history: must or should
    #[arg(
        long,
        env = "GALLERIA_FAIL_ON",
        default_value = "should",
        value_name = "FORCE"
    )]
    pub(crate) fail_on: String,
    /// A TOML file of [[known-failure]] entries (rule, reason) that fail no history
    #[arg(long, env = "GALLERIA_KNOWN_FAILURES", value_name = "FILE")]
    pub(crate) known_failures: Option<PathBuf>,
    /// The folder where failing histories are kept, in crashes/
    #[arg(
        long,
        env = "GALLERIA_FUZZ_DIR",
        default_value = "galleria-fuzz",
        value_name = "DIR",
        help_heading = "Reports"
    )]
    pub(crate) fuzz_dir: PathBuf,
    #[command(flatten)]
    pub(crate) reports: ReportsArgs,
}
