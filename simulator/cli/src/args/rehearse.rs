//! `galleria rehearse`.

use std::time::Duration;

use clap::Args;

use super::check::{CheckArgs, duration};

pub(super) const EXAMPLES: &str = "\
Examples:
  galleria rehearse
      plays outages that end in time, and one that does not, against the embedded reference seller
  GALLERIA_KEY=... galleria rehearse --url http://127.0.0.1:8080/produceAPI --outage 170m
      an order that comes through ten minutes before it would be refunded, in every kind of outage
  galleria rehearse --url ... --outage 181m --outage-kind answer-lost
      one minute too long: the order is refunded, and the seller has an instance that nobody pays for
  galleria rehearse --url ... --down-cmd 'docker stop shop' --up-cmd 'docker start shop'
      the same with the seller really down
  galleria rehearse --url ... --real
      calls a seller that is away until it is back: three hours pass within a minute
  galleria rehearse --crash --url http://127.0.0.1:8080/produceAPI --start-cmd './shop --port 8080'
      starts the seller, kills it while it is at work on an order, starts it again, and delivers again

Failed deliveries are kept in galleria-messages/ (see galleria messages).
Hours pass in no time, and calls carry the time that it really is. Reports and exit codes are those of
`galleria check`; a refund that an outage was long enough for is no failure.";

#[derive(Debug, Args)]
pub(crate) struct RehearseArgs {
    /// How long the outage lasts, such as 170m; by default ten minutes less than calls are made for,
    /// and then a minute more
    #[arg(long, value_name = "TIME", value_parser = duration, help_heading = "Rehearsal")]
    pub(crate) outage: Option<Duration>,
    /// What the outage looks like: refused, timeout, 500 (nothing reaches the seller), answer-lost or
    /// cut (calls reach it and come to nothing); by default one after the other (may be given again)
    #[arg(
        long,
        value_name = "KIND",
        value_delimiter = ',',
        help_heading = "Rehearsal"
    )]
    pub(crate) outage_kind: Vec<String>,
    /// The scene whose call meets the outage; by default the purchase, and for licence codes, which the
    /// marketplace makes itself, the renewal or else the freeze
    #[arg(long, value_name = "ACTIVITY", help_heading = "Rehearsal")]
    pub(crate) activity: Option<String>,
    /// How often the platform calls again; by default as the profile says
    #[arg(long, value_name = "TIME", value_parser = duration, help_heading = "Rehearsal")]
    pub(crate) every: Option<Duration>,
    /// How long the platform goes on calling; by default as the profile says
    #[arg(long, value_name = "TIME", value_parser = duration, help_heading = "Rehearsal")]
    pub(crate) window: Option<Duration>,
    /// Plays no outage: calls a seller that is away by itself until it is back
    #[arg(long, requires = "url", conflicts_with_all = ["outage", "outage_kind", "down_cmd", "up_cmd", "start_cmd"], help_heading = "Rehearsal")]
    pub(crate) real: bool,
    /// With --real: the real time in which the platform's hours pass
    #[arg(long, value_name = "TIME", value_parser = duration, default_value = "1m", help_heading = "Rehearsal")]
    pub(crate) within: Duration,

    /// Kills the seller at work on an order, starts it again and delivers the order again
    #[arg(long, requires = "url", conflicts_with_all = ["outage", "outage_kind", "real", "activity"], help_heading = "Taking the seller down")]
    pub(crate) crash: bool,
    /// With --crash: how often the seller dies at each point of a purchase
    #[arg(long, value_name = "NUMBER", default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..=100), help_heading = "Taking the seller down")]
    pub(crate) deaths: u32,
    /// Starts the seller: the command (`sh -c`, on Windows `cmd /C`) stays in the foreground for as long as
    /// the seller runs; it and what it started are killed, started again, and stopped in the end
    #[arg(long, value_name = "COMMAND", requires = "url", conflicts_with_all = ["down_cmd", "up_cmd"], help_heading = "Taking the seller down")]
    pub(crate) start_cmd: Option<String>,
    /// Takes the seller down, at once: run where an outage begins or the seller is to die
    #[arg(
        long,
        alias = "kill-cmd",
        value_name = "COMMAND",
        requires = "up_cmd",
        help_heading = "Taking the seller down"
    )]
    pub(crate) down_cmd: Option<String>,
    /// Brings it up again and ends, with the seller left running; alone, with --crash, it does both
    #[arg(
        long,
        alias = "restart-cmd",
        value_name = "COMMAND",
        requires = "url",
        help_heading = "Taking the seller down"
    )]
    pub(crate) up_cmd: Option<String>,
    /// How long the seller may take until it takes connections
    #[arg(long, value_name = "TIME", value_parser = duration, default_value = "30s", help_heading = "Taking the seller down")]
    pub(crate) up_within: Duration,

    #[command(flatten)]
    pub(crate) check: CheckArgs,
}
