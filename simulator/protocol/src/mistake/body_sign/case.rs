//! A wrong signature and everything that is known about it.

use std::cell::{Cell, RefCell};

use serde_json::{Map, Value};

use crate::mistake::Context;
use crate::mistake::encoding::digests;
use crate::{Key, hmac_sha256};

/// A wrong signature.
pub(super) struct Case {
    pub(super) key: String,
    pub(super) body: Vec<u8>,
    /// The body, where it is UTF-8.
    pub(super) text: Option<String>,
    /// The body, where it is a JSON object.
    pub(super) object: Option<Map<String, Value>>,
    pub(super) time_stamp: Option<String>,
    /// The query of the request.
    pub(super) query: Option<String>,
    pub(super) other_keys: Vec<Key>,
    pub(super) previous_body: Option<Vec<u8>>,
    /// The bytes that the signature may stand for.
    digests: Vec<Vec<u8>>,
    /// How many digests were compared.
    pub(super) computed: Cell<u32>,
    /// The digest that was found to be the one.
    found: RefCell<Vec<u8>>,
    /// The texts that were tried in place of the body, where they are kept.
    kept: Option<RefCell<Vec<Vec<u8>>>>,
}

/// The largest body of which other texts are kept, to be tried with other keys and functions.
const KEPT: usize = 8 * 1024;

impl Case {
    pub(super) fn new(key: &Key, text: &str, body: &[u8], context: &Context<'_>) -> Case {
        Case {
            key: key.expose().to_owned(),
            body: body.to_owned(),
            text: str::from_utf8(body).ok().map(str::to_owned),
            object: serde_json::from_slice(body).ok(),
            time_stamp: context.time_stamp.map(str::to_owned),
            query: context.query.map(str::to_owned),
            other_keys: context.other_keys.to_vec(),
            previous_body: context.previous_body.map(<[u8]>::to_vec),
            digests: digests(text),
            computed: Cell::new(0),
            found: RefCell::default(),
            kept: (body.len() <= KEPT).then(RefCell::default),
        }
    }

    /// The digest that was found to be the one.
    pub(super) fn found(&self) -> Vec<u8> {
        self.found.borrow().clone()
    }

    /// Hands out the texts that were tried since the last time; `None` where the body is too large.
    pub(super) fn take_texts(&self) -> Option<Vec<Vec<u8>>> {
        self.kept.as_ref().map(RefCell::take)
    }

    /// The digest that the signature ought to stand for.
    pub(super) fn right_digest(&self) -> [u8; 32] {
        hmac_sha256::digest(self.key.as_bytes(), &self.body)
    }

    /// Whether the signature stands for `digest`.
    pub(super) fn is(&self, digest: &[u8]) -> bool {
        self.computed.set(self.computed.get() + 1);
        let is_it = self.digests.iter().any(|known| known == digest);
        if is_it {
            digest.clone_into(&mut self.found.borrow_mut());
        }
        is_it
    }

    /// Whether `data` was signed in place of the body.
    pub(super) fn signed(&self, data: impl AsRef<[u8]>) -> bool {
        let data = data.as_ref();
        if data == self.body {
            return false;
        }
        if let Some(kept) = &self.kept {
            kept.borrow_mut().push(data.to_owned());
        }
        self.is(&hmac_sha256::digest(self.key.as_bytes(), data))
    }

    /// Whether what `change` makes of the body's text was signed.
    pub(super) fn signed_changed(&self, change: impl Fn(&str) -> String) -> bool {
        self.text
            .as_deref()
            .is_some_and(|text| self.signed(change(text)))
    }
}
