//! What the kit of a seller is set up with.

use std::sync::LazyLock;

use galleria_protocol::kit::secret::{OaepHash, PrivateKey};
use galleria_protocol::{Api, Key};

/// The kit's own access key of a seller that is told no other: obviously none of a real seller.
pub const KIT_KEY: &str = "galleria-embedded-kit-key";

/// The public half of the key that test sellers decrypt with. It was made for that and protects
/// nothing.
pub const TEST_PUBLIC_KEY: &str = include_str!("test-public-key.pem");

static TEST_PRIVATE_KEY: LazyLock<PrivateKey> = LazyLock::new(|| {
    PrivateKey::from_pem(include_str!("test-private-key.pem")).expect("a key of this crate")
});

/// The keys of the kit.
#[derive(Clone, Debug)]
pub struct KitConfig {
    /// The access key of V1's kit: the seller's one key, unless told otherwise [kit §1.1].
    pub v1: Key,
    /// The access key of V2's kit, which has one of its own [kit §1.1].
    pub v2: Key,
    /// The private key that decrypts `clientSecret` [kit §1.5].
    pub private_key: PrivateKey,
    /// The hash of OAEP, which no page tells.
    pub hash: OaepHash,
}

impl KitConfig {
    /// The kit of a seller with this access key.
    pub fn new(key: Key) -> KitConfig {
        KitConfig {
            v1: key,
            v2: Key::new(KIT_KEY),
            private_key: TEST_PRIVATE_KEY.clone(),
            hash: OaepHash::default(),
        }
    }

    /// The same under one access key for both versions.
    #[must_use]
    pub fn under(self, key: Key) -> KitConfig {
        KitConfig {
            v1: key.clone(),
            v2: key,
            ..self
        }
    }

    /// The access key of a version.
    pub fn key(&self, api: Api) -> &Key {
        match api {
            Api::V1 => &self.v1,
            Api::V2 => &self.v2,
        }
    }
}
