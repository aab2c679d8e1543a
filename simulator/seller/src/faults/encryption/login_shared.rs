//! Gives every customer the same login.
//!
//! A demonstration account, meant for the debug step, is handed out to all.

use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::call::Call;
use crate::credentials::Login;

/// Knows one login.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn login(&self, _call: &Call, _purchase: &NewInstance) -> Login {
        Login {
            user_name: "admin@seller.example".to_owned(),
            password: "Welcome-2026".to_owned(),
        }
    }
}
