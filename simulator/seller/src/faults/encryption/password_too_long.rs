//! Makes passwords whose ciphertext is longer than 128 characters.
//!
//! A password of a hundred characters is strong. Encrypted and with its vector it has 168.

use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::call::Call;
use crate::credentials::Login;

/// Makes long passwords.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn login(&self, call: &Call, _purchase: &NewInstance) -> Login {
        let random = call.seller.random();
        Login {
            password: random.text::<100>(),
            ..Login::draw(random)
        }
    }
}
