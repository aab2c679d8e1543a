//! The keys of the kit.

use galleria_protocol::kit::secret::{OaepHash, PublicKey};
use galleria_protocol::{Api, Key};

/// What the marketplace needs to make kit calls to a seller.
#[derive(Clone, Debug)]
pub struct KitSettings {
    /// The access key of V1's kit: that of the base interfaces, unless told otherwise [kit §1.1].
    pub v1: Key,
    /// The access key of V2's kit, which has one of its own [kit §1.1].
    pub v2: Key,
    /// The access key of the base interfaces.
    pub base_key: Key,
    /// The seller's public key, which encrypts `clientSecret` [kit §1.5].
    pub public_key: PublicKey,
    /// The hash of OAEP, which no page tells.
    pub hash: OaepHash,
}

impl KitSettings {
    /// The access key of a version.
    pub fn key(&self, api: Api) -> &Key {
        match api {
            Api::V1 => &self.v1,
            Api::V2 => &self.v2,
        }
    }
}
