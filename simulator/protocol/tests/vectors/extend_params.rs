//! Extension parameters.

use galleria_protocol::Params;
use galleria_protocol::v1::extend_params::{ExtendParam, decode, encode};

use super::file::read;

#[test]
fn extension_parameters_are_read_and_written() {
    let vector = read().saas_extend_params;
    let expected: Vec<ExtendParam> = serde_json::from_str(&vector.json).unwrap();
    assert_eq!(decode(&vector.base64).unwrap(), expected);
    assert_eq!(encode(&expected), vector.base64);
    let mut params = Params::new();
    params.push("p", vector.base64);
    assert_eq!(params.to_query(), format!("p={}", vector.in_url));
}
