//! A kit call as it came, before anything in it is trusted.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use galleria_protocol::Api;
use galleria_protocol::kit::Call;
use http::HeaderMap;
use serde_json::{Map, Value};

use crate::seller::Seller;

/// The members of a body.
pub type Object = Map<String, Value>;

/// What came at one of the kit's addresses.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// The version of the interface: the address tells it.
    pub api: Api,
    /// The call: the address tells it.
    pub call: Call,
    /// The headers, which carry the signature.
    pub headers: HeaderMap,
    /// The bytes of the body.
    pub body: Bytes,
    /// When it came.
    pub at: DateTime<Utc>,
}

impl Arrived {
    /// A header's text, where there is one.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The object in the body, where it holds one.
    pub fn object(&self) -> Option<Object> {
        serde_json::from_slice(&self.body).ok()
    }
}

/// The version and call of an address that stands below the seller's own.
pub(crate) fn arrived(seller: &Seller, path: &str) -> Option<(Api, Call)> {
    let (api, call) = Call::from_path(path)?;
    let above = path.strip_suffix(&call.path(api))?;
    above.ends_with(seller.path()).then_some((api, call))
}
