//! How the signature of a call of the open APIs is computed.

use sha2::{Digest, Sha256};

use crate::Key;
use crate::mistake::call::Function;
use crate::mistake::{Context, recipe};
use crate::params::Reading;
use crate::sdk_hmac::{
    ALGORITHM, Authorization, Call, SecretKey, body_hash, canonical_headers, canonical_query,
    canonical_uri,
};

/// What stands for the canonical request in the string to sign.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum RequestPart {
    /// Its SHA-256, in lower-case hexadecimal digits.
    Hash,
    /// The same in upper case.
    HashUpper,
    /// The request itself.
    Itself,
    /// The request alone is signed, without lines before it.
    Alone,
}

/// How the signature of a call of the open APIs is computed.
#[derive(Clone)]
pub(super) struct Recipe {
    pub(super) secret: Vec<u8>,
    pub(super) access: String,
    pub(super) other_keys: Vec<Key>,
    /// The call as it was sent.
    pub(super) call: Call,
    /// The names of the signed headers, in the order in which they are signed.
    pub(super) names: Vec<String>,
    // The lines of the canonical request; one that is `None` is left out.
    pub(super) method: String,
    pub(super) uri: String,
    pub(super) query: String,
    pub(super) headers: String,
    pub(super) names_line: Option<String>,
    pub(super) body_hash: Option<String>,
    // The string to sign.
    pub(super) request_part: RequestPart,
    pub(super) algorithm: Option<&'static str>,
    pub(super) date: String,
    pub(super) scope: Option<String>,
    pub(super) function: Function,
}

impl Recipe {
    pub(super) fn new(
        secret: &SecretKey,
        authorization: &Authorization,
        call: &Call,
        context: &Context<'_>,
    ) -> Recipe {
        let listed = authorization.signed_headers.iter();
        let mut names: Vec<_> = listed.map(|name| name.to_ascii_lowercase()).collect();
        names.sort();
        names.dedup();
        Recipe {
            secret: secret.expose().as_bytes().to_vec(),
            access: authorization.access.expose().to_owned(),
            other_keys: context.other_keys.to_vec(),
            method: call.method.clone(),
            uri: canonical_uri(&call.path),
            query: canonical_query(&call.query, Reading::Form),
            headers: canonical_headers(call, &names),
            names_line: Some(names.join(";")),
            body_hash: Some(body_hash(call)),
            request_part: RequestPart::Hash,
            algorithm: Some(ALGORITHM),
            date: call.date().unwrap_or_default().to_owned(),
            scope: None,
            function: Function::HmacSha256,
            call: call.clone(),
            names,
        }
    }

    /// The recipe after a change.
    pub(super) fn with(&self, change: impl FnOnce(&mut Recipe)) -> Recipe {
        let mut changed = self.clone();
        change(&mut changed);
        changed
    }

    fn canonical_request(&self) -> String {
        let mut lines = vec![self.method.as_str(), &self.uri, &self.query, &self.headers];
        lines.extend(self.names_line.as_deref());
        lines.extend(self.body_hash.as_deref());
        lines.join("\n")
    }

    fn string_to_sign(&self) -> String {
        let request = self.canonical_request();
        let hash = |request: &str| Sha256::digest(request.as_bytes());
        let part = match self.request_part {
            RequestPart::Hash => hex::encode(hash(&request)),
            RequestPart::HashUpper => hex::encode_upper(hash(&request)),
            RequestPart::Itself => request,
            RequestPart::Alone => return request,
        };
        let mut lines: Vec<&str> = self.algorithm.into_iter().collect();
        lines.push(&self.date);
        lines.extend(self.scope.as_deref());
        lines.push(&part);
        lines.join("\n")
    }
}

impl recipe::Recipe for Recipe {
    fn digest(&self) -> Vec<u8> {
        self.function
            .of(&self.secret, self.string_to_sign().as_bytes())
    }
}
