//! How the signature of a call is computed.

use hmac::{Hmac, KeyInit, Mac};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

use super::ORDER;
use crate::Key;
use crate::mistake::{Context, recipe};
use crate::signed_call::Claim;

/// A part of the text that is signed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Key,
    Nonce,
    Timestamp,
    Body,
}

/// What stands for the body in the text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum BodyPart {
    /// The body itself.
    Itself,
    /// Its HMAC, in lower-case hexadecimal digits.
    Hmac,
    /// The same in upper case.
    HmacUpper,
    /// Its HMAC in Base64.
    HmacBase64,
    /// The bytes of its HMAC.
    HmacBytes,
    /// Its SHA-256, in hexadecimal digits.
    Sha256,
    /// Its MD5, in hexadecimal digits.
    Md5,
}

/// The function that signs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::mistake) enum Function {
    HmacSha256,
    HmacSha1,
    HmacMd5,
    HmacSha512,
    /// SHA-256 without a key.
    Sha256,
    /// HMAC-SHA256 with the text as key and the key as text.
    Swapped,
}

/// How the signature of a call is computed.
#[derive(Clone)]
pub(super) struct Recipe {
    /// The key of the HMACs.
    pub(super) key: Vec<u8>,
    /// The key in the text.
    pub(super) key_text: Vec<u8>,
    pub(super) other_keys: Vec<Key>,
    pub(super) nonce: String,
    pub(super) timestamp: String,
    pub(super) body: Vec<u8>,
    pub(super) body_part: BodyPart,
    /// What stands in the text, in that order.
    pub(super) order: Vec<Part>,
    /// What stands between the parts.
    pub(super) mark: &'static str,
    /// Whether the parts stand there with their names.
    pub(super) named: bool,
    /// The function that makes the body's digest.
    pub(super) inner: Function,
    /// The function that makes the signature.
    pub(super) outer: Function,
    /// Another text, whatever the parts are.
    pub(super) whole: Option<Vec<u8>>,
}

impl Recipe {
    /// The right recipe of a kit call, from which those of the others differ in a few parts.
    pub(super) fn new(key: &Key, claim: &Claim, body: &[u8], context: &Context<'_>) -> Recipe {
        Recipe {
            key: key.bytes().to_vec(),
            key_text: key.bytes().to_vec(),
            other_keys: context.other_keys.to_vec(),
            nonce: claim.nonce.clone(),
            timestamp: claim.timestamp.clone(),
            body: body.to_vec(),
            body_part: BodyPart::Itself,
            order: ORDER.to_vec(),
            mark: "",
            named: false,
            inner: Function::HmacSha256,
            outer: Function::HmacSha256,
            whole: None,
        }
    }

    /// The recipe after a change.
    pub(super) fn with(&self, change: impl FnOnce(&mut Recipe)) -> Recipe {
        let mut changed = self.clone();
        change(&mut changed);
        changed
    }

    /// The recipes with each of these keys in both places.
    pub(super) fn with_keys<K: AsRef<[u8]>>(
        &self,
        keys: impl IntoIterator<Item = K>,
    ) -> Vec<Recipe> {
        let with_key = |key: K| {
            self.with(|recipe| {
                recipe.key = key.as_ref().to_vec();
                recipe.key_text = key.as_ref().to_vec();
            })
        };
        keys.into_iter().map(with_key).collect()
    }

    /// The recipe with another text for the body.
    pub(super) fn with_body(&self, body: impl Into<Vec<u8>>) -> Recipe {
        let body = body.into();
        self.with(|recipe| recipe.body = body)
    }

    /// The text that is signed.
    fn text(&self) -> Vec<u8> {
        if let Some(whole) = &self.whole {
            return whole.clone();
        }
        let parts: Vec<_> = self.order.iter().map(|part| self.part(*part)).collect();
        parts.join(self.mark.as_bytes())
    }

    fn part(&self, part: Part) -> Vec<u8> {
        let (name, value) = match part {
            Part::Key => ("accessKey", self.key_text.clone()),
            Part::Nonce => ("nonce", self.nonce.as_bytes().to_vec()),
            Part::Timestamp if self.order.contains(&Part::Key) => {
                ("timestamp", self.timestamp.as_bytes().to_vec())
            }
            Part::Timestamp => ("ts", self.timestamp.as_bytes().to_vec()),
            Part::Body => ("body", self.body_text()),
        };
        if self.named {
            [name.as_bytes(), b"=", &value].concat()
        } else {
            value
        }
    }

    fn body_text(&self) -> Vec<u8> {
        let hmac = || self.inner.of(&self.key, &self.body);
        match self.body_part {
            BodyPart::Itself => self.body.clone(),
            BodyPart::Hmac => hex::encode(hmac()).into_bytes(),
            BodyPart::HmacUpper => hex::encode_upper(hmac()).into_bytes(),
            BodyPart::HmacBase64 => crate::mistake::encoding::standard(&hmac()).into_bytes(),
            BodyPart::HmacBytes => hmac(),
            BodyPart::Sha256 => hex::encode(Sha256::digest(&self.body)).into_bytes(),
            BodyPart::Md5 => hex::encode(Md5::digest(&self.body)).into_bytes(),
        }
    }
}

impl recipe::Recipe for Recipe {
    fn digest(&self) -> Vec<u8> {
        self.outer.of(&self.key, &self.text())
    }
}

impl Function {
    /// What it makes of a key and a text.
    pub(in crate::mistake) fn of(self, key: &[u8], text: &[u8]) -> Vec<u8> {
        match self {
            Function::HmacSha256 => keyed::<Hmac<Sha256>>(key, text),
            Function::HmacSha1 => keyed::<Hmac<Sha1>>(key, text),
            Function::HmacMd5 => keyed::<Hmac<Md5>>(key, text),
            Function::HmacSha512 => keyed::<Hmac<Sha512>>(key, text),
            Function::Sha256 => Sha256::digest(text).to_vec(),
            Function::Swapped => keyed::<Hmac<Sha256>>(text, key),
        }
    }
}

/// The keyed digest of a text.
pub(in crate::mistake) fn keyed<M: Mac + KeyInit>(key: &[u8], text: &[u8]) -> Vec<u8> {
    let mac = <M as KeyInit>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.chain_update(text).finalize().into_bytes().to_vec()
}
