//! How old a call may be.

use chrono::{DateTime, TimeDelta, Utc};

use crate::code;

/// How far a call's time may lie from the receiver's, into the past and into the future [v2 §2].
/// Exactly that far is still fresh.
pub const WINDOW: TimeDelta = TimeDelta::seconds(60);

/// The digits of a time in seconds, today and until 2286. In milliseconds so many lie in 1970.
const DIGITS_OF_SECONDS: usize = 10;

/// Why a call is not fresh.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FreshnessError {
    /// The timestamp is no number of milliseconds.
    #[error("the timestamp `{0}` is no number; send milliseconds since 1970")]
    Malformed(String),
    /// The timestamp counts seconds, as the international pages say, but no example does.
    #[error("the timestamp `{0}` counts seconds; send milliseconds since 1970")]
    Seconds(String),
    /// The call is older than [`WINDOW`]. The vendor's sample refuses it.
    #[error("the timestamp is {0} ms old; 60000 ms are allowed")]
    Stale(i64),
    /// The call comes from further in the future than [`WINDOW`]. The page refuses it, the vendor's
    /// sample does not.
    #[error("the timestamp is {0} ms ahead; 60000 ms are allowed")]
    Ahead(i64),
}

impl FreshnessError {
    /// The result code that the vendor's sample answers with [v2 §2].
    pub fn result_code(&self) -> &'static str {
        code::INVALID_PARAMETER
    }
}

/// The timestamp of a call made at `time`: milliseconds since 1970 [v2 §2].
pub fn timestamp(time: DateTime<Utc>) -> String {
    time.timestamp_millis().to_string()
}

/// Checks a timestamp against the receiver's time. The signature is not looked at.
pub fn check_freshness(timestamp: &str, now: DateTime<Utc>) -> Result<(), FreshnessError> {
    let malformed = || FreshnessError::Malformed(timestamp.to_owned());
    if !timestamp.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(malformed());
    }
    let millis: i64 = timestamp.parse().map_err(|_| malformed())?;
    if timestamp.len() == DIGITS_OF_SECONDS {
        return Err(FreshnessError::Seconds(timestamp.to_owned()));
    }
    let age = now.timestamp_millis().saturating_sub(millis);
    if age > WINDOW.num_milliseconds() {
        Err(FreshnessError::Stale(age))
    } else if age < -WINDOW.num_milliseconds() {
        Err(FreshnessError::Ahead(age.saturating_neg()))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENT: &str = "1680508066618";

    fn after(millis: i64) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(1_680_508_066_618 + millis).unwrap()
    }

    #[test]
    fn timestamp_counts_milliseconds() {
        assert_eq!(timestamp(after(0)), SENT);
    }

    #[test]
    fn sixty_seconds_either_way_are_fresh() {
        for millis in [0, 60_000, -60_000] {
            assert_eq!(check_freshness(SENT, after(millis)), Ok(()), "{millis}");
        }
    }

    #[test]
    fn more_than_sixty_seconds_are_not() {
        assert_eq!(
            check_freshness(SENT, after(60_001)),
            Err(FreshnessError::Stale(60_001))
        );
        assert_eq!(
            check_freshness(SENT, after(-60_001)),
            Err(FreshnessError::Ahead(60_001))
        );
    }

    #[test]
    fn seconds_are_told_as_such() {
        let seconds = FreshnessError::Seconds("1680508066".to_owned());
        assert_eq!(check_freshness("1680508066", after(0)), Err(seconds));
    }

    #[test]
    fn other_texts_are_malformed() {
        for text in [
            "",
            "now",
            "-1680508066618",
            "1680508066618.5",
            " 1680508066618",
        ] {
            let found = check_freshness(text, after(0));
            assert_eq!(found, Err(FreshnessError::Malformed(text.to_owned())));
        }
        let long = "9".repeat(30);
        assert!(matches!(
            check_freshness(&long, after(0)),
            Err(FreshnessError::Malformed(_))
        ));
        let last = i64::MAX.to_string();
        assert!(matches!(
            check_freshness(&last, after(0)),
            Err(FreshnessError::Ahead(_))
        ));
    }
}
