//! What the properties are tried on. Strategies are built once a test, never for a value.

use galleria_protocol::cipher::EncryptType;
use galleria_protocol::v1::Activity;
use galleria_protocol::{Api, Params};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Letters that have broken sellers: marks of queries and of JSON, quotes, Chinese, emoji, and two
/// that UTF-8 and UTF-16 order differently.
const MEAN: &str = " +%&=/?#;\"'\\{}[]:,\n\té中华😀~*-._\u{ff5e}\u{10000}";

/// Any letter, with the mean ones in preference.
fn letter() -> impl Strategy<Value = char> {
    prop_oneof![
        4 => prop::char::range('a', 'z'),
        3 => select(MEAN.chars().collect::<Vec<_>>()),
        1 => any::<char>(),
    ]
}

/// Any text of fewer letters than that.
pub(crate) fn text(below: usize) -> impl Strategy<Value = String> {
    vec(letter(), 0..below).prop_map(String::from_iter)
}

/// Text in the alphabet of Base64.
pub(crate) fn base64_text() -> impl Strategy<Value = String> {
    let letters: Vec<char> = "AZaz09+/".chars().collect();
    vec(select(letters), 0..24).prop_map(String::from_iter)
}

/// Text of ASCII digits and letters.
pub(crate) fn ascii(length: usize) -> impl Strategy<Value = String> {
    vec(prop::char::range('0', 'z'), length).prop_map(String::from_iter)
}

/// Parameters with names of any sort, repeated ones too, and often with a time stamp.
pub(crate) fn pairs() -> impl Strategy<Value = Vec<(String, String)>> {
    let name = prop_oneof![
        3 => select(vec!["activity", "timeStamp", "email", "orderId", "a", "B"])
            .prop_map(str::to_owned),
        1 => text(6),
    ];
    vec((name, text(12)), 0..12)
}

/// The same with each name once, and at least one.
pub(crate) fn distinct_pairs() -> impl Strategy<Value = Vec<(String, String)>> {
    prop::collection::btree_map(text(6), text(12), 1..10)
        .prop_map(|map| map.into_iter().collect::<Vec<_>>())
        .prop_shuffle()
}

/// One of the two encryptions.
pub(crate) fn encrypt_type() -> impl Strategy<Value = EncryptType> {
    select(EncryptType::ALL.to_vec())
}

/// The list of the crate.
pub(crate) fn params(pairs: &[(String, String)]) -> Params {
    pairs.iter().cloned().collect()
}

/// One of the scenes.
pub(crate) fn activity() -> impl Strategy<Value = Activity> {
    select(Activity::all_in(Api::V1).collect::<Vec<_>>())
}
