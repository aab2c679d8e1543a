//! Times as they are written on the wire [v1 §2, §5; v2 §7].

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta, Timelike, Utc};

/// The `timeStamp` of a request and the `statisticalTime` of a usage figure:
/// `yyyyMMddHHmmssSSS` in UTC.
pub fn time_stamp(time: DateTime<Utc>) -> String {
    format!("{}{:03}", seconds(&time), time.timestamp_subsec_millis())
}

/// The `timeStamp` and `currentSyncTime` in a kit call's body: `yyyyMMddHHmmssSSS` in UTC+8
/// [kit §1.1].
pub fn kit_time(time: DateTime<Utc>) -> String {
    time_stamp(time + TimeDelta::hours(8))
}

/// The `expireTime` of a purchase or renewal: `yyyyMMddHHmmss` in `zone`. The pages name no zone;
/// what they show fits UTC+8 [v1 §5.11].
pub fn expire_time(time: DateTime<Utc>, zone: FixedOffset) -> String {
    seconds(&time.with_timezone(&zone))
}

/// Reads a `timeStamp`. Of 17 digits up to three may be missing at the end, as in the vendor's
/// own example `201706211855321`; what is there of them is a fraction of a second.
pub fn parse_time_stamp(text: &str) -> Option<DateTime<Utc>> {
    if !(14..=17).contains(&text.len()) || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |from: usize, to: usize| text[from..to].parse::<u32>().ok();
    let date = NaiveDate::from_ymd_opt(text[..4].parse().ok()?, number(4, 6)?, number(6, 8)?)?;
    let time = date.and_hms_opt(number(8, 10)?, number(10, 12)?, number(12, 14)?)?;
    let millis: i64 = format!("{:0<3}", &text[14..]).parse().ok()?;
    Some(time.and_utc() + TimeDelta::milliseconds(millis))
}

/// The times of the open APIs: `yyyyMMdd'T'HHmmss'Z'` in UTC [v2 §7].
pub fn basic_time(time: DateTime<Utc>) -> String {
    let digits = seconds(&time);
    let (date, time) = digits.split_at(digits.len() - 6);
    format!("{date}T{time}Z")
}

/// Reads a time of the open APIs. It has exactly sixteen characters, whatever the tables say.
pub fn parse_basic_time(text: &str) -> Option<DateTime<Utc>> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    if date.len() != 8 || time.len() != 6 {
        return None;
    }
    parse_time_stamp(&[date, time].concat())
}

/// Reads an `expireTime` of V2, which is UTC: 14 digits as its table says, or 17 as its example
/// shows [v2 §4.3].
pub fn parse_expire_time(text: &str) -> Option<DateTime<Utc>> {
    matches!(text.len(), 14 | 17)
        .then(|| parse_time_stamp(text))
        .flatten()
}

fn seconds(time: &(impl Datelike + Timelike)) -> String {
    format!(
        "{:04}{:02}{:02}{:02}{:02}{:02}",
        time.year(),
        time.month(),
        time.day(),
        time.hour(),
        time.minute(),
        time.second(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment() -> DateTime<Utc> {
        "2020-07-27T07:37:11.903Z".parse().unwrap()
    }

    #[test]
    fn time_stamp_is_utc_with_milliseconds() {
        assert_eq!(time_stamp(moment()), "20200727073711903");
    }

    #[test]
    fn expire_time_is_told_in_its_zone() {
        let shanghai = FixedOffset::east_opt(8 * 3600).unwrap();
        assert_eq!(expire_time(moment(), shanghai), "20200727153711");
    }

    #[test]
    fn kit_time_is_eight_hours_ahead() {
        assert_eq!(kit_time(moment()), "20200727153711903");
    }

    #[test]
    fn time_stamp_is_read_back() {
        assert_eq!(parse_time_stamp("20200727073711903"), Some(moment()));
    }

    #[test]
    fn missing_digits_at_the_end_are_free() {
        let tenth = "2017-06-21T18:55:32.100Z".parse().unwrap();
        assert_eq!(parse_time_stamp("201706211855321"), Some(tenth));
        assert!(parse_time_stamp("20170621185532").is_some());
    }

    #[test]
    fn open_api_time_is_read_back() {
        let text = basic_time(moment());
        assert_eq!(text, "20200727T073711Z");
        assert_eq!(
            parse_basic_time(&text),
            Some(moment() - TimeDelta::milliseconds(903))
        );
        for other in [
            "20200727T073711",
            "2020072T0737111Z",
            "20201327T073711Z",
            "TZ",
        ] {
            assert_eq!(parse_basic_time(other), None, "{other}");
        }
    }

    #[test]
    fn expire_time_of_the_second_version_has_fourteen_or_seventeen_digits() {
        assert_eq!(parse_expire_time("20200727073711903"), Some(moment()));
        assert!(parse_expire_time("20200727073711").is_some());
        assert_eq!(parse_expire_time("202007270737119"), None);
    }

    #[test]
    fn text_that_is_no_time_stamp_is_refused() {
        for text in [
            "",
            "2020072707371",
            "202007270737119030",
            "20201327073711",
            "2020072707371a",
        ] {
            assert_eq!(parse_time_stamp(text), None, "{text}");
        }
        assert_eq!(parse_time_stamp("２020072707371"), None);
    }
}
