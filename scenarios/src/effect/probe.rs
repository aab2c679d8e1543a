//! What a probe is, and how it fails.

use std::fmt::Debug;
use std::time::Duration;

use futures_util::future::BoxFuture;

use super::question::Question;

/// The longest that a probe may take.
pub const PROBE_LIMIT: Duration = Duration::from_secs(10);

/// Counts the instances that a seller has for an order. It counts what customers can use: no
/// records that the seller keeps of test calls.
pub trait EffectProbe: Debug + Send + Sync {
    /// The instances of the order that the question is about.
    fn count<'a>(&'a self, question: &'a Question) -> BoxFuture<'a, Result<u64, ProbeError>>;
}

/// Why a probe counted nothing: its own trouble, never the seller's fault.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ProbeError {
    /// The command does not start.
    #[error("the effect probe cannot be run: {0}")]
    NotStarted(String),
    /// The command says that it failed.
    #[error("the effect probe ended with {status}{}", behind(.said))]
    Failed {
        /// How it ended.
        status: String,
        /// The beginning of what it wrote to standard error.
        said: String,
    },
    /// The address gives no answer.
    #[error("the effect probe's address does not answer: {0}")]
    NoAnswer(String),
    /// The address answers another status than 200.
    #[error("the effect probe's address answered {0}")]
    Status(String),
    /// What came is no number.
    #[error("the effect probe told no number but {}", quoted(.0))]
    NoNumber(String),
    /// It takes too long.
    #[error("the effect probe took longer than {PROBE_LIMIT:?}")]
    TooSlow,
}

/// So much of what a probe says is told.
const TOLD: usize = 120;

fn behind(said: &str) -> String {
    let line = said.trim().lines().next().unwrap_or_default();
    match line {
        "" => String::new(),
        line => format!(": {}", line.chars().take(TOLD).collect::<String>()),
    }
}

fn quoted(text: &str) -> String {
    match text.trim() {
        "" => "nothing".to_owned(),
        text => format!("`{}`", text.chars().take(TOLD).collect::<String>()),
    }
}

/// The number that a probe told.
pub(super) fn number(told: &[u8]) -> Result<u64, ProbeError> {
    let text = String::from_utf8_lossy(told);
    let number = text.trim().parse();
    number.map_err(|_| ProbeError::NoNumber(text.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_have_blanks_around_it() {
        assert_eq!(number(b" 2\r\n"), Ok(2));
    }

    #[test]
    fn what_is_no_number_is_told() {
        let told = |text: &[u8]| number(text).unwrap_err().to_string();
        assert_eq!(told(b"two\n"), "the effect probe told no number but `two`");
        assert_eq!(told(b""), "the effect probe told no number but nothing");
        assert_eq!(told(b"-1"), "the effect probe told no number but `-1`");
        assert!(told(&[b'x'; 4096]).len() < 200);
    }

    #[test]
    fn a_failure_tells_the_first_line_that_was_said() {
        let failed = ProbeError::Failed {
            status: "exit status: 2".to_owned(),
            said: "no such table\nmore".to_owned(),
        };
        let told = "the effect probe ended with exit status: 2: no such table";
        assert_eq!(failed.to_string(), told);
    }
}
