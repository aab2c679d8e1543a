//! Takes a client secret that it cannot decrypt.
//!
//! The cipher is stored as it came, and decrypted when somebody logs in.

use galleria_protocol::Key;
use galleria_protocol::kit::request::ApplicationSync;

use crate::kit::KitBehaviour;
use crate::outcome::Refusal;
use crate::seller::Seller;

/// Keeps the cipher.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn secret(&self, _: &Seller, application: &ApplicationSync) -> Result<Key, Refusal> {
        Ok(Key::new(application.client_secret.clone()))
    }
}
