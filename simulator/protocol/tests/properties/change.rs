//! What was changed is noticed, and what makes no difference makes none.

use galleria_protocol::token::{TokenError, sign, string_to_sign, verify};
use galleria_protocol::{Key, body_sign};
use proptest::prelude::*;
use proptest::sample::Index;

use super::any::{distinct_pairs, params, text};

/// The text with one letter replaced by another.
fn flipped(text: &str, at: Index) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let at = at.index(letters.len());
    letters[at] = if letters[at] == 'x' { 'y' } else { 'x' };
    letters.into_iter().collect()
}

proptest! {
    #[test]
    fn order_of_parameters_makes_no_difference(
        (pairs, shuffled) in distinct_pairs()
            .prop_flat_map(|pairs| (Just(pairs.clone()), Just(pairs).prop_shuffle())),
    ) {
        prop_assert_eq!(string_to_sign(&params(&pairs)), string_to_sign(&params(&shuffled)));
    }

    #[test]
    fn changed_body_is_noticed(
        key in text(40),
        body in prop::collection::vec(any::<u8>(), 1..200),
        at in any::<Index>(),
        bit in 0..8u8,
    ) {
        let key = Key::new(key);
        let read = body_sign::parse(&body_sign::header_value(&key, &body));
        let mut changed = body;
        let at = at.index(changed.len());
        changed[at] ^= 1 << bit;
        prop_assert!(!read.fits(&key, &changed));
    }

    #[test]
    fn changed_parameter_is_noticed(
        key in text(40), pairs in distinct_pairs(), which in any::<Index>(), at in any::<Index>(),
    ) {
        let key = Key::new(key);
        let token = sign(&key, &params(&pairs));
        let mut changed = pairs;
        let which = which.index(changed.len());
        let (name, value) = &mut changed[which];
        if value.is_empty() {
            *name = format!("{name}x");
            value.push('x');
        } else {
            *value = flipped(value, at);
        }
        let mut sent = params(&changed);
        sent.push("authToken", token);
        prop_assert_eq!(verify(&key, &sent.to_query()), Err(TokenError::Mismatch));
    }

    #[test]
    fn changed_token_is_noticed(key in text(40), pairs in distinct_pairs(), at in any::<Index>()) {
        let key = Key::new(key);
        let mut sent = params(&pairs);
        sent.push("authToken", flipped(&sign(&key, &params(&pairs)), at));
        prop_assert_eq!(verify(&key, &sent.to_query()), Err(TokenError::Mismatch));
    }

    #[test]
    fn other_key_is_noticed(key in text(40), pairs in distinct_pairs()) {
        let mut sent = params(&pairs);
        sent.push("authToken", sign(&Key::new(format!("{key}x")), &params(&pairs)));
        prop_assert_eq!(verify(&Key::new(key), &sent.to_query()), Err(TokenError::Mismatch));
    }
}
