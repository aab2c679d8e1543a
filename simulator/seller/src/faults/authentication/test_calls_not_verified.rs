//! Checks no signature of a debug call.
//!
//! `if (testFlag == 1) return ok();` - the answer of the debug step, written down before anything
//! else: every call with the flag is taken, whoever makes it.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;
use crate::reading::{self, Received, Unauthentic, members};
use crate::seller::Seller;

/// Lets everybody in who says that it is a test.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        if self.is_test(&Params::parse(query, Reading::Form)) {
            return Ok(Reading::Form);
        }
        token::verify(key, query)
    }

    fn authenticate_v2(&self, seller: &Seller, received: &Received) -> Result<(), Unauthentic> {
        if self.is_test(&members(&received.body)) {
            return Ok(());
        }
        reading::check(seller.behaviour(), seller, received)
    }
}
