//! A wrong token and the parameters that it came with.

use std::cell::{Cell, RefCell};

use crate::mistake::Context;
use crate::mistake::encoding::digests;
use crate::params::Reading;
use crate::token::{PARAMETER, TIME_STAMP};
use crate::{Key, Params, hmac_sha256};

/// Names and values.
pub(super) type Pairs = Vec<(String, String)>;

/// A wrong token.
pub(super) struct Case {
    pub(super) key: String,
    pub(super) other_keys: Vec<Key>,
    /// The value of `timeStamp`, or nothing.
    pub(super) time_stamp: String,
    /// The decoded parameters in the order sent, without the token.
    pub(super) sent: Pairs,
    /// The same, sorted by name.
    pub(super) sorted: Pairs,
    /// The same, sorted by name but not decoded.
    pub(super) encoded: Pairs,
    /// The query as it stands in the address.
    pub(super) query: String,
    /// The token, decoded.
    pub(super) token: String,
    /// The bytes that the token may stand for.
    digests: Vec<Vec<u8>>,
    /// How many digests were compared.
    pub(super) computed: Cell<u32>,
    /// The digest that was found to be the one.
    found: RefCell<Vec<u8>>,
    /// The texts that were tried in place of the right one.
    texts: RefCell<Vec<String>>,
}

impl Case {
    /// `None` where there is no token.
    pub(super) fn new(
        key: &Key,
        query: &str,
        computed: Option<&str>,
        context: &Context<'_>,
    ) -> Option<Case> {
        // A token that was not escaped has lost its `+` to the form decoding; the other values
        // have too, but the readings under which they have not were found not to fit.
        let mut params = Params::parse(query, Reading::BlankAsPlus);
        let sent = params.remove(PARAMETER);
        let token = computed.map(str::to_owned).or(sent);
        let token = token.filter(|token| !token.is_empty())?;
        Some(Case {
            key: key.expose().to_owned(),
            other_keys: context.other_keys.to_vec(),
            time_stamp: params.get(TIME_STAMP).unwrap_or_default().to_owned(),
            sent: params.iter().map(owned).collect(),
            sorted: sorted(params.iter()),
            encoded: sorted(raw(query).filter(|(name, _)| *name != PARAMETER)),
            digests: digests(&token),
            computed: Cell::new(0),
            query: query.to_owned(),
            found: RefCell::default(),
            texts: RefCell::default(),
            token,
        })
    }

    /// The key with the time stamp behind it.
    pub(super) fn right_key(&self) -> String {
        [self.key.as_str(), &self.time_stamp].concat()
    }

    /// The digest that the token ought to stand for.
    pub(super) fn right_digest(&self) -> [u8; 32] {
        hmac_sha256::digest(self.right_key().as_bytes(), joined(&self.sorted).as_bytes())
    }

    /// The right text.
    pub(super) fn right_text(&self) -> String {
        joined(&self.sorted)
    }

    /// The digest that was found to be the one.
    pub(super) fn found(&self) -> Vec<u8> {
        self.found.borrow().clone()
    }

    /// Hands out the texts that were tried since the last time.
    pub(super) fn take_texts(&self) -> Vec<String> {
        self.texts.take()
    }

    /// Whether `text` was signed with the right key.
    pub(super) fn signed(&self, text: &str) -> bool {
        self.texts.borrow_mut().push(text.to_owned());
        self.signed_bytes(text.as_bytes())
    }

    /// Whether these bytes were signed, under the right key.
    pub(super) fn signed_bytes(&self, bytes: &[u8]) -> bool {
        self.is(&hmac_sha256::digest(self.right_key().as_bytes(), bytes))
    }

    /// Whether the token stands for `digest`.
    pub(super) fn is(&self, digest: &[u8]) -> bool {
        self.computed.set(self.computed.get() + 1);
        let is_it = self.digests.iter().any(|known| known == digest);
        if is_it {
            digest.clone_into(&mut self.found.borrow_mut());
        }
        is_it
    }
}

/// `name=value` pairs joined by `&`.
pub(super) fn joined(pairs: &[(String, String)]) -> String {
    pairs
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect::<Vec<_>>()
        .join("&")
}

fn sorted<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Pairs {
    let mut pairs: Pairs = pairs.map(owned).collect();
    pairs.sort_by(|(one, _), (other, _)| one.cmp(other));
    pairs
}

fn owned((name, value): (&str, &str)) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

/// The pairs of a query as they stand there.
fn raw(query: &str) -> impl Iterator<Item = (&str, &str)> {
    let pieces = query.split('&').filter(|piece| !piece.is_empty());
    pieces.map(|piece| piece.split_once('=').unwrap_or((piece, "")))
}
