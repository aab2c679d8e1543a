//! Values that follow the tables to their edges: what a purchase carries beside its ids.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::BoxedStrategy;

use super::terms::Terms;

/// The texts that come with galleria.
const DICTIONARY: &str = include_str!("dictionary.txt");

/// What a purchase sets beside its ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    /// The customer's name.
    pub name: Option<String>,
    /// The extension parameters: Base64 of a list, as the wire has it [v1 §5.1].
    pub extension: Option<String>,
    /// Whether the amount has decimals.
    pub decimals: bool,
}

impl Values {
    /// The parameters that are set, in the order of the wire.
    pub fn set(&self) -> Vec<(String, String)> {
        let mut set = Vec::new();
        let mut push = |name: &str, value: &str| set.push((name.to_owned(), value.to_owned()));
        if let Some(name) = &self.name {
            push("customerName", name);
        }
        if let Some(extension) = &self.extension {
            push("saasExtendParams", extension);
        }
        if self.decimals {
            push("orderAmount", "99.95");
        }
        set
    }
}

/// The lines of a dictionary: texts, without comments.
pub fn dictionary(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(ToOwned::to_owned).collect()
}

/// Strategies for the values of purchases, made once: a pattern is parsed when it is made, not when a
/// value is drawn.
pub fn values(terms: &Terms, further: &[String]) -> BoxedStrategy<Values> {
    let most = terms.name_length;
    if most == 0 {
        return Just(Values::default()).boxed();
    }
    let mut known = dictionary(DICTIONARY);
    known.extend_from_slice(further);
    known.retain(|text| text.chars().count() <= most);
    let name = prop_oneof![
        2 => select(known),
        1 => letters(1..=most),
        1 => letters(most..=most),
    ];
    let extension = extension(terms.extension_length);
    let name = proptest::option::weighted(0.4, name);
    let extension = proptest::option::weighted(0.1, extension);
    let all = (name, extension, proptest::bool::weighted(0.1));
    let values = all.prop_map(|(name, extension, decimals)| Values {
        name,
        extension: extension.filter(|text| !text.is_empty()),
        decimals,
    });
    values.boxed()
}

/// Text of so many characters, without blanks at its ends: of every alphabet that a column of three
/// bytes a character holds. Beyond it a seller may call a name invalid.
fn letters(length: std::ops::RangeInclusive<usize>) -> BoxedStrategy<String> {
    let letter = prop_oneof![
        4 => proptest::char::range('!', '~'),
        2 => proptest::char::range('\u{4e00}', '\u{9fa5}'),
        1 => proptest::char::range('\u{c0}', '\u{17f}'),
        1 => proptest::char::range('\u{391}', '\u{3c9}').prop_filter("assigned", |c| *c != '\u{3a2}'),
    ];
    vec(letter, length)
        .prop_map(|letters| letters.into_iter().collect())
        .boxed()
}

/// Extension parameters up to `most` characters of Base64, with all of its letters in them.
fn extension(most: usize) -> BoxedStrategy<String> {
    // Four letters for three bytes; the list around the value takes some.
    let room = (most / 4 * 3).saturating_sub(32);
    let long = if room == 0 { 0..=0 } else { 0..=room / 3 };
    let value = prop_oneof![9 => letters(0..=12), 1 => letters(long)];
    value
        .prop_map(move |value| {
            let list = serde_json::json!([{ "name": "emailDomainName", "value": value }]);
            let text = STANDARD.encode(list.to_string());
            if text.len() <= most {
                text
            } else {
                String::new()
            }
        })
        .boxed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dictionary_is_its_lines_without_comments() {
        assert_eq!(dictionary("# no\n one \n\ntwo\n"), ["one", "two"]);
    }

    #[test]
    fn every_text_that_comes_with_galleria_fits_a_name() {
        let texts = dictionary(DICTIONARY);
        assert!(texts.len() > 30);
        assert!(texts.iter().all(|text| text.chars().count() <= 64));
    }
}
