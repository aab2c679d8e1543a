//! Calls of the open APIs: two published values and a computed one.

use galleria_protocol::params::Reading;
use galleria_protocol::sdk_hmac::{
    AccessKey, Authorization, Call, SecretKey, canonical_request, sign, signature, string_to_sign,
    verify,
};
use sha2::{Digest, Sha256};

use super::file::{Sdk, count, read};

/// The call that has that canonical request, its host, slash and order changed back.
fn call(vector: &Sdk) -> Call {
    let mut lines = vector.canonical_request.split('\n');
    let mut line = || lines.next().expect("a line each").to_owned();
    let (method, uri, query) = (line(), line(), line());
    let headers = vector.canonical_request.lines().skip(3);
    let headers = headers.take_while(|line| !line.is_empty()).map(|line| {
        let (name, value) = line.split_once(':').expect("a header");
        (name.to_uppercase(), format!(" {value}"))
    });
    let mut pairs: Vec<_> = query.split('&').collect();
    pairs.reverse();
    let mut headers: Vec<_> = headers.collect();
    headers.reverse();
    Call {
        method,
        path: uri.trim_end_matches('/').to_owned(),
        query: pairs.join("&"),
        headers,
        body: Vec::new(),
    }
}

#[test]
fn published_signatures_reproduce() {
    let mut looked_at = 0;
    for vector in read().sdk_hmac_sha256 {
        let (secret, call) = (SecretKey::new(&vector.secret), call(&vector));
        let names: Vec<_> = call.headers.iter().map(|(name, _)| name.clone()).collect();
        let canonical = canonical_request(&call, &names, Reading::Form);
        assert_eq!(canonical, vector.canonical_request, "{}", vector.name);
        if let Some(hash) = &vector.hashed_canonical_request {
            assert_eq!(&hex::encode(Sha256::digest(&canonical)), hash);
        }
        let text = string_to_sign(call.date().unwrap(), &canonical);
        if let Some(expected) = &vector.string_to_sign {
            assert_eq!(&text, expected);
        }
        assert_eq!(
            signature(&secret, &text),
            vector.signature,
            "{}",
            vector.name
        );
        looked_at += 1;
    }
    assert_eq!((looked_at, count("sdk_hmac_sha256")), (3, 3));
}

#[test]
fn calls_are_signed_and_verified() {
    for vector in read().sdk_hmac_sha256 {
        let (secret, call) = (SecretKey::new(&vector.secret), call(&vector));
        let access = AccessKey::new(vector.access_key_id.as_deref().unwrap_or("ak"));
        let authorization = sign(&access, &secret, &call).unwrap();
        assert_eq!(authorization.signature, vector.signature, "{}", vector.name);
        let value = authorization.to_value();
        if let Some(expected) = &vector.authorization {
            assert_eq!(&value, expected);
        }
        let read = Authorization::parse(&value).unwrap();
        assert_eq!(read, authorization);
        assert_eq!(verify(&secret, &read, &call), Ok(()), "{}", vector.name);
    }
}
