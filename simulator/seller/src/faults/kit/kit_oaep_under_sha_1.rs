//! Decrypts the client secret under SHA-1.
//!
//! What `RSA_PKCS1_OAEP_PADDING` means alone; the platform was taken to use it.

use galleria_protocol::Key;
use galleria_protocol::kit::request::ApplicationSync;
use galleria_protocol::kit::secret::OaepHash;

use crate::kit::KitBehaviour;
use crate::outcome::Refusal;
use crate::seller::Seller;

/// Takes the other hash.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn secret(&self, seller: &Seller, application: &ApplicationSync) -> Result<Key, Refusal> {
        let private = &seller.kit().private_key;
        let secret = private.decrypt(OaepHash::Sha1, &application.client_secret);
        secret
            .map(Key::new)
            .map_err(|_| Refusal::MalformedParameter("clientSecret"))
    }
}
