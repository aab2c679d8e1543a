//! Makes a new password for every repeat of a purchase.
//!
//! Passwords are not kept in clear, so the only way to answer one again is to make another. The
//! customer is locked out when the page of the bought application is opened.

use crate::Behaviour;
use crate::call::Call;
use crate::credentials::Login;
use crate::handling::app;
use crate::outcome::Handled;
use crate::store::Instance;

/// Answers the old instance with a new login.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn repeated_purchase(&self, call: &Call, instance: &Instance) -> Handled {
        let login = Login::draw(call.seller.random());
        Ok(app::purchased(
            call,
            &Instance {
                login,
                ..instance.clone()
            },
        ))
    }
}
