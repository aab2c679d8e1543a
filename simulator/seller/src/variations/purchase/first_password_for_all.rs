//! Gives every new instance the same first password.
//!
//! The customer has to change it at the first login.

use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::call::Call;
use crate::credentials::Login;

/// Has one password to begin with.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn login(&self, call: &Call, _purchase: &NewInstance) -> Login {
        Login {
            password: "change-me-at-first-login".to_owned(),
            ..Login::draw(call.seller.random())
        }
    }
}
