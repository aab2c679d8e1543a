//! Key derivation and encryption.

use aes::Aes128;
use ecb::cipher::block_padding::Pkcs7;
use ecb::cipher::{BlockModeDecrypt, KeyInit};
use galleria_protocol::Key;
use galleria_protocol::cipher::{EncryptType, decrypt, derive_key, encrypt};

use super::file::{count, read};

#[test]
fn keys_are_derived_as_openjdk_does() {
    let vectors = read().kdf_sha1prng;
    let mut looked_at = 0;
    for vector in &vectors {
        let key = Key::new(&vector.key);
        assert_eq!(
            hex::encode(derive_key(&key, EncryptType::Aes128)),
            vector.aes128_key
        );
        assert_eq!(
            hex::encode(derive_key(&key, EncryptType::Aes256)),
            vector.aes256_key
        );
        looked_at += 1;
    }
    assert_eq!((looked_at, count("kdf_sha1prng")), (10, 10));
}

#[test]
fn wires_are_encrypted_and_decrypted() {
    let mut looked_at = 0;
    for vector in read().aes_cbc_pkcs5_wire {
        let key = Key::new(&vector.key);
        let kind = EncryptType::from_code(&vector.encrypt_type).unwrap();
        assert_eq!(kind.bits(), vector.bits);
        let iv = vector.iv.as_bytes().try_into().unwrap();
        let wire = encrypt(&key, kind, iv, &vector.plaintext);
        assert_eq!(wire, vector.wire);
        assert_eq!(wire.len(), vector.wire_len);
        assert_eq!(hex::encode(from_base64(&wire[16..])), vector.ciphertext_hex);
        assert_eq!(decrypt(&key, kind, &vector.wire), Ok(vector.plaintext));
        looked_at += 1;
    }
    assert_eq!((looked_at, count("aes_cbc_pkcs5_wire")), (112, 112));
}

#[test]
fn derived_keys_open_what_strangers_encrypted() {
    let mut looked_at = 0;
    for vector in read().independent_public_sha1prng_vectors {
        assert_eq!(vector.mode, "AES-128-ECB/PKCS5");
        let key: [u8; 16] = derive_key(&Key::new(&vector.key), EncryptType::Aes128)
            .try_into()
            .unwrap();
        let ciphertext = hex::decode(vector.ciphertext_hex).unwrap();
        let mode = ecb::Decryptor::<Aes128>::new(&key.into());
        let plain = mode.decrypt_padded_vec::<Pkcs7>(&ciphertext).unwrap();
        assert_eq!(plain, vector.plaintext.as_bytes());
        looked_at += 1;
    }
    assert_eq!(
        (looked_at, looked_at),
        (2, count("independent_public_sha1prng_vectors"))
    );
}

#[test]
fn ciphertexts_of_unknown_keys_do_not_decrypt() {
    let key = Key::new("xxxxxxx");
    let mut looked_at = 0;
    for vector in read().doc_ciphertexts_not_verifiable {
        for kind in EncryptType::ALL {
            assert!(
                decrypt(&key, kind, &vector.value).is_err(),
                "{}",
                vector.value
            );
        }
        looked_at += 1;
    }
    assert_eq!(
        (looked_at, looked_at),
        (4, count("doc_ciphertexts_not_verifiable"))
    );
}

fn from_base64(text: &str) -> Vec<u8> {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD
        .decode(text)
        .expect("a wire ends in Base64")
}
