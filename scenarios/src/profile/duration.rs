//! Durations as people write them.

use std::time::Duration;

use serde::Serializer;

/// The units, largest first, with their milliseconds.
const UNITS: [(&str, u128); 4] = [("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1)];

/// A duration such as `500ms`, `20s`, `3m` or `1h`; a bare number is seconds.
pub fn parse_duration(text: &str) -> Option<Duration> {
    let text = text.trim();
    let split = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
    let (number, unit) = text.split_at(split.unwrap_or(text.len()));
    let number: f64 = number.parse().ok()?;
    let scale = match unit.trim() {
        "ms" => 0.001,
        "s" | "" => 1.0,
        "m" | "min" => 60.0,
        "h" => 3600.0,
        _ => return None,
    };
    Duration::try_from_secs_f64(number * scale).ok()
}

/// A duration in the largest unit that shows it whole: `3h`, `90s`, `1500ms`.
pub fn in_words(time: Duration) -> String {
    let ms = time.as_millis();
    let whole = |(_, size): &&(&str, u128)| ms.is_multiple_of(*size) && ms > 0;
    let (unit, size) = UNITS.iter().find(whole).unwrap_or(&("ms", 1));
    format!("{}{unit}", ms / size)
}

/// Writes a duration in words.
pub(super) fn write<S: Serializer>(time: &Duration, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&in_words(*time))
}

/// The same for one that may be missing.
#[expect(clippy::ref_option, reason = "serde hands the field over as it is")]
pub(super) fn write_some<S: Serializer>(time: &Option<Duration>, to: S) -> Result<S::Ok, S::Error> {
    match time {
        Some(time) => to.serialize_some(&in_words(*time)),
        None => to.serialize_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_as_people_write_them() {
        assert_eq!(parse_duration("500ms"), Some(Duration::from_millis(500)));
        assert_eq!(parse_duration("20s"), Some(Duration::from_secs(20)));
        assert_eq!(parse_duration("1.5"), Some(Duration::from_millis(1500)));
        assert_eq!(parse_duration("3m"), Some(Duration::from_mins(3)));
        assert_eq!(parse_duration("soon"), None);
        assert_eq!(parse_duration("-1s"), None);
    }

    #[test]
    fn durations_are_written_as_they_are_read() {
        for text in ["3h", "90m", "20s", "1500ms"] {
            assert_eq!(parse_duration(text).map(in_words).as_deref(), Some(text));
        }
        assert_eq!(in_words(Duration::ZERO), "0ms");
    }
}
