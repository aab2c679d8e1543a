//! What a check plays of the catalog, and when it fails: for CI.

use clap::Args;
use galleria_scenarios::event::Shard;

#[derive(Debug, Default, Args)]
pub(crate) struct GateArgs {
    /// Writes what fails into the file of --known-failures, takes off what no longer does, and leaves
    /// reasons, days and comments as they are
    #[arg(
        long,
        env = "GALLERIA_UPDATE_KNOWN_FAILURES",
        requires = "known_failures",
        help_heading = "Verdict"
    )]
    pub(crate) update_known_failures: bool,
    /// Stops when so many rules have failed
    #[arg(
        long,
        env = "GALLERIA_MAX_FAILURES",
        value_name = "N",
        value_parser = clap::value_parser!(u16).range(1..),
        conflicts_with = "fail_fast",
        help_heading = "Run"
    )]
    pub(crate) max_failures: Option<u16>,
    /// Fails where less than so many percent of the life cycle's edges were played
    #[arg(
        long,
        env = "GALLERIA_MIN_COVERAGE",
        value_name = "PERCENT",
        value_parser = clap::value_parser!(u8).range(1..=100),
        help_heading = "Verdict"
    )]
    pub(crate) min_coverage: Option<u8>,
    /// Plays only the scenarios in which something failed in the last run, by the record in the
    /// report folder; everything where nothing did
    #[arg(long, env = "GALLERIA_LAST_FAILED", help_heading = "Selection")]
    pub(crate) last_failed: bool,
    /// Plays the second of five shares of the scenarios, and so on; each share is the same every time,
    /// and `galleria report merge` joins their records
    #[arg(long, env = "GALLERIA_SHARD", value_name = "2/5", value_parser = shard, help_heading = "Selection")]
    pub(crate) shard: Option<Shard>,
}

fn shard(text: &str) -> Result<Shard, String> {
    let numbers = text.split_once('/').and_then(|(number, of)| {
        Some(Shard {
            number: number.parse().ok()?,
            of: of.parse().ok()?,
        })
    });
    numbers
        .filter(|shard| (1..=shard.of).contains(&shard.number))
        .ok_or_else(|| "write a number and how many there are, such as 2/5".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_is_one_of_those_there_are() {
        assert_eq!(shard("2/5"), Ok(Shard { number: 2, of: 5 }));
        for wrong in ["0/5", "6/5", "2", "a/b", "1/0", "-1/2", ""] {
            assert!(shard(wrong).is_err(), "{wrong}");
        }
    }
}
