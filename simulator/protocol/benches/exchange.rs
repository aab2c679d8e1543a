//! What the protocol costs an exchange, and what naming a mistake costs where there is one.

use galleria_protocol::cipher::{EncryptType, encrypt};
use galleria_protocol::mistake::{Context, of_body_sign, of_credential};
use galleria_protocol::params::Reading;
use galleria_protocol::v1::request::Request;
use galleria_protocol::{Key, Params, body_sign, json, time, token};

const BODY: &[u8] = br#"{"resultCode":"000000","resultMsg":"success.","encryptType":"1","instanceId":"61e834ba-7b97-4418-b8f7-e5345137278c","appInfo":{"frontEndUrl":"https://www.isvserver.com","adminUrl":"https://www.isvserver.com/admin","userName":"abcdefghijklmnopnr4xMwwkS+/y9soJcwDRLw==","password":"Zz9Yy8Xx7Ww6Vv5UZ3zRTT2e5yLqlcKKS79uog=="}}"#;

fn main() {
    divan::main();
}

fn key() -> Key {
    Key::new("123e4567-e89b-42d3-a456-426614174000")
}

fn params() -> Params {
    let query = "activity=newInstance&businessId=61e834ba-7b97-4418-b8f7-e5345137278c\
                 &customerId=68cbc86abc2018ab880d92f36422fa0e&customerName=%E5%8D%8E%E4%B8%BA+test\
                 &expireTime=20200727153156&orderId=CS1906666666ABCDE&productId=00301-666666-0--0\
                 &chargingMode=1&periodType=year&periodNumber=1&orderAmount=100&provisionType=1\
                 &skuCode=d0abcd12-1234-5678-ab90-11ab012aaaa1&timeStamp=20200727073711903";
    Params::parse(query, Reading::Form)
}

fn signed_query() -> String {
    let mut params = params();
    let token = token::sign(&key(), &params);
    params.push(token::PARAMETER, token);
    params.to_query()
}

#[divan::bench]
fn time_stamp(bencher: divan::Bencher<'_, '_>) {
    let moment = chrono::DateTime::UNIX_EPOCH;
    bencher.bench(|| time::time_stamp(divan::black_box(moment)));
}

#[divan::bench]
fn token_sign(bencher: divan::Bencher<'_, '_>) {
    let (key, params) = (key(), params());
    bencher.bench(|| token::sign(&key, &params));
}

#[divan::bench]
fn query_written(bencher: divan::Bencher<'_, '_>) {
    let params = params();
    bencher.bench(|| params.to_query());
}

#[divan::bench]
fn query_read(bencher: divan::Bencher<'_, '_>) {
    let query = signed_query();
    bencher.bench(|| Params::parse(&query, Reading::Form));
}

#[divan::bench]
fn token_verify(bencher: divan::Bencher<'_, '_>) {
    let (key, query) = (key(), signed_query());
    bencher.bench(|| token::verify(&key, &query));
}

#[divan::bench]
fn request_read(bencher: divan::Bencher<'_, '_>) {
    let params = params();
    bencher.bench(|| Request::from_params(&params));
}

#[divan::bench]
fn body_signed(bencher: divan::Bencher<'_, '_>) {
    let key = key();
    bencher.bench(|| body_sign::header_value(&key, BODY));
}

#[divan::bench]
fn signature_checked(bencher: divan::Bencher<'_, '_>) {
    let key = key();
    let value = body_sign::header_value(&key, BODY);
    bencher.bench(|| body_sign::parse(&value).fits(&key, BODY));
}

#[divan::bench]
fn json_read(bencher: divan::Bencher<'_, '_>) {
    bencher.bench(|| json::object(divan::black_box(BODY)));
}

#[divan::bench]
fn credential_decrypted(bencher: divan::Bencher<'_, '_>) {
    let key = key();
    let wire = encrypt(&key, EncryptType::Aes256, b"abcdefghijklmnop", "admin");
    bencher.bench(|| of_credential(&key, EncryptType::Aes256, &wire, &Context::default()));
}

#[divan::bench]
fn credential_unexplained(bencher: divan::Bencher<'_, '_>) {
    let wire = encrypt(
        &Key::new("other"),
        EncryptType::Aes256,
        b"abcdefghijklmnop",
        "admin",
    );
    let key = key();
    bencher.bench(|| of_credential(&key, EncryptType::Aes256, &wire, &Context::default()));
}

#[divan::bench]
fn signature_unexplained(bencher: divan::Bencher<'_, '_>) {
    let signature = body_sign::signature(&Key::new("other"), BODY);
    let key = key();
    bencher.bench(|| of_body_sign(&key, &signature, BODY, &Context::default()));
}
