//! A call that is dated and signed, in the shape that its version of the interface has.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use galleria_protocol::mistake::{self, Mistaken};
use galleria_protocol::signed_call::Claim;
use galleria_protocol::{Api, Key, Params, query_signature, token};

use super::terms::TimeUnit;
use super::{v1, v2};
use crate::delivery::Outgoing;

/// When a call is made, and what makes it differ from every other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dating {
    /// The moment.
    pub time: DateTime<Utc>,
    /// A text that no other call has; V1 has no place for it.
    pub nonce: String,
    /// The unit in which the moment is told; V1 writes it out.
    pub unit: TimeUnit,
}

/// A signed call that is about to go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The version of the interface.
    pub api: Api,
    /// The parameters of the address, the signature among them.
    pub query: Params,
    /// The body; empty where the version has none.
    pub body: Vec<u8>,
}

impl Sealed {
    /// Dates and signs a call with these parameters or members.
    pub fn new(api: Api, key: &Key, content: &Params, dating: &Dating) -> Self {
        match api {
            Api::V1 => v1::seal(key, content, dating),
            Api::V2 => v2::seal(key, v2::body(content), dating),
        }
    }

    /// Dates and signs a V2 call with this body, in whatever way it is written.
    pub fn written(key: &Key, body: Vec<u8>, dating: &Dating) -> Self {
        v2::seal(key, body, dating)
    }

    /// The name of the parameter that holds the signature.
    pub fn signature_name(&self) -> &'static str {
        match self.api {
            Api::V1 => token::PARAMETER,
            Api::V2 => query_signature::SIGNATURE,
        }
    }

    /// Changes what the call says, and leaves its date and its signature as they are.
    pub fn change_content(&mut self, change: impl FnOnce(&mut Params)) {
        match self.api {
            Api::V1 => {
                let token = self.query.remove(token::PARAMETER);
                change(&mut self.query);
                if let Some(token) = token {
                    self.query.push(token::PARAMETER, token);
                }
            }
            Api::V2 => {
                let mut content = v2::content(&self.body);
                change(&mut content);
                self.body = v2::body(&content);
            }
        }
    }

    /// Signs the call as it is now with another key, under the date that it has.
    pub fn sign_again(&mut self, key: &Key) {
        match self.api {
            Api::V1 => v1::sign(key, &mut self.query),
            Api::V2 => v2::sign(key, &mut self.query, &self.body),
        }
    }

    /// The signatures that sellers who make one mistake each compute for the call as it is, the
    /// likelier first.
    pub fn mistaken(&self, key: &Key) -> Vec<Mistaken> {
        match self.api {
            Api::V1 => mistake::mistaken_tokens(key, &self.query.to_query()),
            Api::V2 => {
                let part = |name| self.query.get(name).unwrap_or_default().to_owned();
                let claim = Claim {
                    signature: part(query_signature::SIGNATURE),
                    nonce: part(query_signature::NONCE),
                    timestamp: part(query_signature::TIMESTAMP),
                };
                mistake::mistaken_signatures(key, &claim, &self.body)
            }
        }
    }

    /// The signature, decoded.
    pub fn signature(&self) -> &str {
        self.query.get(self.signature_name()).unwrap_or_default()
    }

    /// Puts another signature in place of its own.
    pub fn sign_as(&mut self, signature: &str) {
        self.query.set(self.signature_name(), signature);
    }

    /// The request to `path`.
    pub fn into_outgoing(self, path: &str) -> Outgoing {
        let target = format!("{path}?{}", self.query.to_query());
        match self.api {
            Api::V1 => Outgoing::get(target),
            Api::V2 => Outgoing::post_json(target, Bytes::from(self.body)),
        }
    }
}
