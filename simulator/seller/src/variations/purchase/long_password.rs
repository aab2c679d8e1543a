//! Makes passwords of 79 characters.
//!
//! No longer one fits into the 128 characters of the ciphertext.

use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::call::Call;
use crate::credentials::Login;

/// Uses all the room.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn login(&self, call: &Call, _purchase: &NewInstance) -> Login {
        Login {
            password: call.seller.random().text::<79>(),
            ..Login::draw(call.seller.random())
        }
    }
}
