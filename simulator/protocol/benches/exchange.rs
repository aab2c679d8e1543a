//! What the protocol costs an exchange, and what naming a mistake costs where there is one.

use galleria_protocol::cipher::{EncryptType, encrypt};
use galleria_protocol::mistake::{Context, of_body_sign, of_credential, of_query_signature};
use galleria_protocol::params::Reading;
use galleria_protocol::sdk_hmac::{AccessKey, Call, SecretKey};
use galleria_protocol::v1::request::Request;
use galleria_protocol::{
    Key, Params, body_sign, json, kit_signature, query_signature, sdk_hmac, time, token, v2,
};

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

const V2_BODY: &[u8] = br#"{"activity":"newInstance","businessId":"87b94795-0603-4e24-8ae5-69420d60e3c8","orderId":"CS2211181819B4LVS","orderLineId":"CS2211181819B4LVS-000001","testFlag":"1"}"#;
const V2_NONCE: &str = "Of4lsV7H1qrzVDI52O5CFk2ofPcZRaA6";

fn v2_query(key: &Key) -> String {
    query_signature::params(key, V2_NONCE, chrono::DateTime::UNIX_EPOCH, V2_BODY).to_query()
}

#[divan::bench]
fn v2_call_signed(bencher: divan::Bencher<'_, '_>) {
    let key = key();
    bencher.bench(|| v2_query(&key));
}

#[divan::bench]
fn v2_call_verified(bencher: divan::Bencher<'_, '_>) {
    let key = key();
    let query = v2_query(&key);
    bencher.bench(|| query_signature::verify(&key, &query, V2_BODY));
}

#[divan::bench]
fn v2_request_read(bencher: divan::Bencher<'_, '_>) {
    bencher.bench(|| {
        let object = json::object(divan::black_box(V2_BODY)).map_err(|flaw| flaw.to_string())?;
        v2::request::Request::from_json(&object).map_err(|error| error.to_string())
    });
}

#[divan::bench]
fn v2_kit_call_signed(bencher: divan::Bencher<'_, '_>) {
    let key = key();
    bencher.bench(|| kit_signature::sign(&key, V2_NONCE, "1680508066618", V2_BODY));
}

#[divan::bench(sample_count = 20)]
fn v2_signature_unexplained(bencher: divan::Bencher<'_, '_>) {
    let query = v2_query(&Key::new("other"));
    let claim = query_signature::claim(&query, Reading::Form).expect("the query was just signed");
    let key = key();
    bencher.bench(|| of_query_signature(&key, &claim, V2_BODY, &Context::default()));
}

#[divan::bench]
fn open_api_call_signed_and_verified(bencher: divan::Bencher<'_, '_>) {
    let (access, secret) = (AccessKey::new("obviously-fake"), SecretKey::new("fake"));
    let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let call = Call {
        method: "GET".to_owned(),
        path: v2::order::PATH.to_owned(),
        query: "orderId=MOCKPERIODYEARNEW".to_owned(),
        headers: vec![
            header("Host", "mkt.myhuaweicloud.com"),
            header("X-Sdk-Date", "20240317T144237Z"),
        ],
        body: Vec::new(),
    };
    bencher.bench(|| {
        let authorization = sdk_hmac::sign(&access, &secret, &call)?;
        sdk_hmac::verify(&secret, &authorization, &call)
    });
}
