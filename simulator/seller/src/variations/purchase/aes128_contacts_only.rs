//! Reads the buyer's mobile number in 128 bits only.
//!
//! That is what was chosen when the product was released.

use galleria_protocol::cipher::{self, EncryptType};
use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Decrypts with the shorter key and refuses what does not fit.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let phone = call.params.get("mobilePhone")?;
        let read = cipher::decrypt(call.seller.key(), EncryptType::Aes128, phone);
        read.is_err().then_some(Refusal::Declined {
            code: code::INVALID_PARAMETER,
            message: "the mobile number does not decrypt",
        })
    }
}
