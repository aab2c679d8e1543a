//! The three readings of a query's text.

use std::borrow::Cow;

use super::encoding::{form_decode, percent_decode};

/// The three readings of a query that are in use, because `+` and the blank get mixed up on the
/// way [v1 §1].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Form decoding: `+` is a blank.
    Form,
    /// Percent decoding only: `+` stays.
    Percent,
    /// As [`Reading::Form`], but in the parameters that hold Base64 (`authToken`, `mobilePhone`,
    /// `email`, `saasExtendParams`) a blank is read as the `+` it once was.
    BlankAsPlus,
}

impl Reading {
    /// All readings, the likeliest first.
    pub const ALL: [Reading; 3] = [Reading::Form, Reading::Percent, Reading::BlankAsPlus];
}

/// Parameters whose values are Base64, so that a blank in them must have been a `+`.
const BASE64: [&str; 4] = ["authToken", "mobilePhone", "email", "saasExtendParams"];

/// The decoded names and values of a query, in the order sent; borrowed where nothing is escaped.
pub(crate) fn pairs(
    query: &str,
    reading: Reading,
) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
    query
        .split('&')
        .filter(|piece| !piece.is_empty())
        .map(move |piece| {
            let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
            match reading {
                Reading::Form => (form_decode(name), form_decode(value)),
                Reading::Percent => (percent_decode(name), percent_decode(value)),
                Reading::BlankAsPlus => {
                    let (name, value) = (form_decode(name), form_decode(value));
                    if BASE64.contains(&name.as_ref()) && value.contains(' ') {
                        let mended = value.replace(' ', "+");
                        (name, Cow::Owned(mended))
                    } else {
                        (name, value)
                    }
                }
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Params;

    fn value(query: &str, reading: Reading, name: &str) -> String {
        Params::parse(query, reading).get(name).unwrap().to_owned()
    }

    #[test]
    fn plus_is_read_in_three_ways() {
        let query = "authToken=a+b&customerName=c+d";
        let read = |reading, name| value(query, reading, name);
        assert_eq!(read(Reading::Form, "authToken"), "a b");
        assert_eq!(read(Reading::Form, "customerName"), "c d");
        assert_eq!(read(Reading::Percent, "authToken"), "a+b");
        assert_eq!(read(Reading::Percent, "customerName"), "c+d");
        assert_eq!(read(Reading::BlankAsPlus, "authToken"), "a+b");
        assert_eq!(read(Reading::BlankAsPlus, "customerName"), "c d");
    }

    #[test]
    fn only_the_first_equals_sign_divides() {
        assert_eq!(value("a=b=c==", Reading::Form, "a"), "b=c==");
    }

    #[test]
    fn name_without_value_is_empty_and_empty_pieces_are_skipped() {
        let params = Params::parse("&a&&b=&", Reading::Form);
        assert_eq!(params.iter().collect::<Vec<_>>(), [("a", ""), ("b", "")]);
        assert!(Params::parse("", Reading::Form).is_empty());
    }
}
