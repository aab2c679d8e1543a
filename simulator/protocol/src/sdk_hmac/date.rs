//! The time of a call.

use chrono::{DateTime, TimeDelta, Utc};

use super::call::Call;
use super::error::DateError;
use crate::time;

/// The name of the header that carries the time of a call, in lower case.
pub const DATE: &str = "x-sdk-date";

/// How far a call's time may lie from the gateway's, into the past and into the future [v2 §7.3].
/// Exactly that far is still right.
pub const WINDOW: TimeDelta = TimeDelta::minutes(15);

/// The value of `X-Sdk-Date` for a call made at `time`: `yyyyMMdd'T'HHmmss'Z'`.
pub fn date(time: DateTime<Utc>) -> String {
    time::basic_time(time)
}

/// Checks a call's `X-Sdk-Date` against the gateway's time. The signature is not looked at.
pub fn check_date(call: &Call, now: DateTime<Utc>) -> Result<(), DateError> {
    let text = call.date().ok_or(DateError::Missing)?;
    let sent = time::parse_basic_time(text).ok_or_else(|| DateError::Malformed(text.to_owned()))?;
    let age = now.signed_duration_since(sent);
    if age > WINDOW {
        Err(DateError::Stale(age.num_seconds()))
    } else if age < -WINDOW {
        Err(DateError::Ahead(-age.num_seconds()))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(value: &str, seconds: i64) -> Result<(), DateError> {
        let call = Call {
            headers: vec![("X-Sdk-Date".to_owned(), value.to_owned())],
            ..Call::default()
        };
        let sent: DateTime<Utc> = "2024-03-17T14:42:37Z".parse().unwrap();
        check_date(&call, sent + TimeDelta::seconds(seconds))
    }

    #[test]
    fn a_quarter_of_an_hour_either_way_is_right() {
        for seconds in [0, 900, -900] {
            assert_eq!(checked("20240317T144237Z", seconds), Ok(()), "{seconds}");
        }
        assert_eq!(
            checked(" 20240317T144237Z", 901),
            Err(DateError::Stale(901))
        );
        assert_eq!(
            checked("20240317T144237Z", -901),
            Err(DateError::Ahead(901))
        );
    }

    #[test]
    fn other_forms_and_none_are_told() {
        for value in [
            "",
            "20240317144237",
            "2024-03-17T14:42:37Z",
            "20240317T144237+0800",
        ] {
            let malformed = DateError::Malformed(value.to_owned());
            assert_eq!(checked(value, 0), Err(malformed));
        }
        assert_eq!(
            check_date(&Call::default(), DateTime::UNIX_EPOCH),
            Err(DateError::Missing)
        );
    }
}
