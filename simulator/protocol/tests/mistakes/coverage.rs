//! No mistake is left out.

use std::collections::BTreeSet;

use galleria_protocol::mistake;
use galleria_protocol::mistake::Family;

use super::{
    body_sign_algorithm, body_sign_bytes, body_sign_json, body_sign_key, calls_body, calls_text,
    credential_form, credential_key, credential_mode, encoding, sdk_hmac, token,
};

#[test]
fn every_mistake_is_made() {
    let made: BTreeSet<_> = [
        encoding::made(),
        body_sign_key::made(),
        body_sign_bytes::made(),
        body_sign_json::made(),
        body_sign_algorithm::made(),
        token::made(),
        calls_text::made(),
        calls_body::made(),
        sdk_hmac::made(),
        credential_key::made(),
        credential_form::made(),
        credential_mode::made(),
    ]
    .concat()
    .into_iter()
    .map(|(slug, _)| slug)
    .filter(|slug| !slug.contains('+'))
    .collect();
    let known: BTreeSet<_> = mistake::all().map(|mistake| mistake.slug).collect();
    assert_eq!(made, known);
}

#[test]
fn enough_of_each_kind_is_known() {
    let known = |families: &[Family]| {
        let mistakes = families
            .iter()
            .flat_map(|family| mistake::by_family(*family));
        mistakes.count()
    };
    let body = [
        Family::Writing,
        Family::BodyKey,
        Family::BodyBytes,
        Family::BodyJson,
    ];
    assert!(known(&body) >= 40);
    assert!(known(&[Family::TokenKey, Family::TokenText]) >= 20);
    assert!(known(&[Family::CipherKey, Family::CipherMode, Family::CipherText]) >= 25);
}
