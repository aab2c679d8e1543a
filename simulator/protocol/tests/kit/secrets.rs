//! `clientSecret`.

use galleria_protocol::kit::secret::{
    KeyError, OaepHash, PrivateKey, PublicKey, SEED_LEN, SecretError,
};

use super::file::read;

const SEED: [u8; SEED_LEN] = [7; SEED_LEN];

#[test]
fn secrets_of_an_independent_program_decrypt() {
    let file = read();
    for key in [&file.private_key, &file.private_key_pkcs1] {
        let key = PrivateKey::from_pem(key).unwrap();
        for secret in &file.secrets {
            let found = key.decrypt(secret.hash(), &secret.wire);
            assert_eq!(found.as_ref(), Ok(&secret.plain));
        }
    }
    assert_eq!(file.secrets.len(), 9);
}

#[test]
fn same_seed_gives_the_same_cipher_as_an_independent_program() {
    let file = read();
    let key = PublicKey::from_text(&file.public_key).unwrap();
    for secret in &file.seeded_secrets {
        let seed = hex::decode(secret.seed.as_deref().unwrap()).unwrap();
        let seed = seed.try_into().unwrap();
        let found = key.encrypt(secret.hash(), &seed, &secret.plain);
        assert_eq!(found.as_ref(), Ok(&secret.wire));
    }
    assert_eq!(file.seeded_secrets.len(), 3);
}

#[test]
fn every_form_of_a_public_key_is_read() {
    let file = read();
    let key = PublicKey::from_text(&file.public_key).unwrap();
    for pem in [&file.public_key, &file.public_key_pkcs1] {
        let lines: Vec<_> = pem.lines().filter(|line| !line.starts_with('-')).collect();
        for text in [pem.clone(), lines.concat(), lines.join("\r\n")] {
            assert_eq!(PublicKey::from_text(&text).as_ref(), Ok(&key));
        }
    }
    assert!(PublicKey::from_text(&file.public_key_of_8192_bits).is_ok());
}

#[test]
fn short_keys_and_other_texts_are_told_apart() {
    let file = read();
    assert_eq!(
        PublicKey::from_text(&file.public_key_of_2048_bits),
        Err(KeyError::TooShort(2048))
    );
    for text in [
        "",
        "AAAA",
        "no key",
        &file.public_key_of_a_curve,
        &file.private_key,
    ] {
        assert_eq!(PublicKey::from_text(text), Err(KeyError::NotAKey));
    }
    for text in ["", &file.public_key] {
        assert_eq!(PrivateKey::from_pem(text).err(), Some(KeyError::NotAKey));
    }
}

#[test]
fn another_hash_does_not_decrypt() {
    let file = read();
    let public = PublicKey::from_text(&file.public_key).unwrap();
    let private = PrivateKey::from_pem(&file.private_key).unwrap();
    for hash in OaepHash::ALL {
        let wire = public.encrypt(hash, &SEED, "s").unwrap();
        for other in OaepHash::ALL {
            let expected = if other == hash {
                Ok("s".to_owned())
            } else {
                Err(SecretError::Undecryptable)
            };
            assert_eq!(private.decrypt(other, &wire), expected, "{hash} {other}");
        }
    }
}

#[test]
fn bad_secrets_are_told_apart() {
    let file = read();
    let public = PublicKey::from_text(&file.public_key).unwrap();
    let private = PrivateKey::from_pem(&file.private_key).unwrap();
    let hash = OaepHash::default();
    assert_eq!(
        public.encrypt(hash, &SEED, &"x".repeat(319)),
        Err(SecretError::TooLong)
    );
    assert_eq!(
        private.decrypt(hash, "obviously-fake"),
        Err(SecretError::NotBase64)
    );
    for wire in ["", "AAAA"] {
        assert_eq!(private.decrypt(hash, wire), Err(SecretError::Undecryptable));
    }
}

#[test]
fn debug_output_hides_the_private_key() {
    let key = PrivateKey::from_pem(&read().private_key).unwrap();
    assert_eq!(format!("{key:?}"), "PrivateKey(hidden)");
}
