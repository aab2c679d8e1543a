//! HMAC-SHA256 by the definition of RFC 2104.

use sha2::{Digest, Sha256};

const BLOCK: usize = 64;

pub(crate) fn sha256(key: &[u8], data: &[u8]) -> Vec<u8> {
    let mut key = if key.len() > BLOCK {
        Sha256::digest(key).to_vec()
    } else {
        key.to_vec()
    };
    key.resize(BLOCK, 0);
    let inner_key: Vec<u8> = key.iter().map(|byte| byte ^ 0x36).collect();
    let outer_key: Vec<u8> = key.iter().map(|byte| byte ^ 0x5c).collect();
    let inner = Sha256::digest([&inner_key, data].concat());
    Sha256::digest([outer_key, inner.to_vec()].concat()).to_vec()
}
