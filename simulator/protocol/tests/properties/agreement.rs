//! Agreement with the second implementation.

use galleria_protocol::body_sign::signature;
use galleria_protocol::cipher::{EncryptType, derive_key, encrypt};
use galleria_protocol::params::Reading;
use galleria_protocol::token::{sign, string_to_sign};
use galleria_protocol::{Key, Params};
use proptest::prelude::*;

use super::any::{ascii, encrypt_type, pairs, params, text};
use crate::naive;

proptest! {
    #[test]
    fn tokens_agree(key in text(80), pairs in pairs()) {
        let params = params(&pairs);
        prop_assert_eq!(string_to_sign(&params), naive::token::string_to_sign(&pairs));
        prop_assert_eq!(sign(&Key::new(&key), &params), naive::token::sign(&key, &pairs));
    }

    #[test]
    fn signatures_agree(key in text(80), body in prop::collection::vec(any::<u8>(), 0..300)) {
        let expected = naive::base64::encode(&naive::hmac::sha256(key.as_bytes(), &body));
        prop_assert_eq!(signature(&Key::new(&key), &body), expected);
    }

    #[test]
    fn derived_keys_agree(key in text(60)) {
        for kind in EncryptType::ALL {
            let expected = naive::cipher::derive(&key, usize::from(kind.bits() / 8));
            prop_assert_eq!(derive_key(&Key::new(&key), kind), expected);
        }
    }

    #[test]
    fn ciphertexts_agree(
        key in text(40), kind in encrypt_type(), iv in ascii(16), plain in text(60),
    ) {
        let expected = naive::cipher::encrypt(&key, usize::from(kind.bits()), &iv, &plain);
        let iv = iv.as_bytes().try_into().unwrap();
        prop_assert_eq!(encrypt(&Key::new(&key), kind, iv, &plain), expected);
    }

    #[test]
    fn queries_are_written_alike(pairs in pairs()) {
        let encode = |(name, value): &(String, String)| {
            format!("{}={}", naive::form::encode(name), naive::form::encode(value))
        };
        let expected: Vec<_> = pairs.iter().map(encode).collect();
        prop_assert_eq!(params(&pairs).to_query(), expected.join("&"));
    }

    #[test]
    fn queries_are_read_alike(query in text(80)) {
        for (reading, plus_is_blank) in [(Reading::Form, true), (Reading::Percent, false)] {
            let expected = params(&naive::form::pairs(&query, plus_is_blank));
            prop_assert_eq!(Params::parse(&query, reading), expected);
        }
    }
}
