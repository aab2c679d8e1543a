//! Tokens of requests.

use galleria_protocol::params::Reading;
use galleria_protocol::token::{TokenError, sign, string_to_sign, verify};
use galleria_protocol::{Key, Params};

use super::file::{SignedRequest, count, read};

/// The one vector that tells what a verifier gets that skips empty values.
const DROPPED: &str = "empty-value-dropped (alternative, POST-body sample only)";

#[test]
fn tokens_are_signed_and_verified() {
    let mut looked_at = 0;
    for vector in read().auth_token {
        assert_eq!(
            vector.hmac_key,
            format!("{}{}", vector.key, vector.time_stamp)
        );
        if vector.name == DROPPED {
            fits_without_empty_values(&vector);
        } else {
            fits(vector);
        }
        looked_at += 1;
    }
    assert_eq!((looked_at, count("authToken")), (11, 11));
}

fn fits(vector: SignedRequest) {
    let key = Key::new(&vector.key);
    let params: Params = vector
        .decoded_params
        .expect("the vector has parameters")
        .into_iter()
        .collect();
    assert_eq!(
        string_to_sign(&params),
        vector.string_to_sign,
        "{}",
        vector.name
    );
    assert_eq!(sign(&key, &params), vector.auth_token, "{}", vector.name);

    let mut sent = params;
    sent.push("authToken", vector.auth_token);
    let form = vector
        .example_query_form_encoded
        .expect("the vector has a form-encoded query");
    assert_eq!(sent.to_query(), form, "{}", vector.name);
    assert_eq!(Params::parse(&form, Reading::Form), sent, "{}", vector.name);
    assert_eq!(verify(&key, &form), Ok(Reading::Form), "{}", vector.name);

    let percent = vector
        .example_query_percent_encoded
        .expect("the vector has a second query");
    assert_eq!(
        Params::parse(&percent, Reading::Percent),
        sent,
        "{}",
        vector.name
    );
    assert_eq!(verify(&key, &percent), Ok(Reading::Form), "{}", vector.name);
}

/// The token was made without `productId=`, which may be in the query all the same.
fn fits_without_empty_values(vector: &SignedRequest) {
    let key = Key::new(&vector.key);
    let mut params = Params::parse(&vector.string_to_sign, Reading::Form);
    assert_eq!(sign(&key, &params), vector.auth_token);
    params.push("productId", "");
    params.push("authToken", &vector.auth_token);
    assert_eq!(verify(&key, &params.to_query()), Ok(Reading::Form));
}

#[test]
fn documented_queries_of_unknown_keys_do_not_verify() {
    let mut looked_at = 0;
    for vector in read().doc_examples_not_verifiable {
        let key = Key::new("xxxxxxx");
        assert_eq!(
            verify(&key, &vector.query),
            Err(TokenError::Mismatch),
            "{}",
            vector.query
        );
        looked_at += 1;
    }
    assert_eq!(
        (looked_at, looked_at),
        (3, count("doc_examples_not_verifiable"))
    );
}
