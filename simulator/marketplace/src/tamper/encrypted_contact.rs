//! A purchase with the buyer's mobile number, encrypted [v1 §4, §5.1].
//!
//! The bit length is a setting of the product that the call does not tell, so there is one
//! tampering for each: a seller has to read one of them, and a run that was told which one plays that
//! alone.

use galleria_protocol::cipher::EncryptType;
use galleria_protocol::{Key, Params};

use super::{Change, Tampering, Twin};
use crate::market::Contact;
use crate::mint::Mint;

pub(super) const PHONE_IN_AES256: Tampering = Tampering {
    name: "phone-in-aes256",
    about: "the buyer's mobile number is sent, encrypted with 256 bits",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, mint, key| add(params, mint, key, EncryptType::Aes256)),
};

pub(super) const PHONE_IN_AES128: Tampering = Tampering {
    name: "phone-in-aes128",
    about: "the buyer's mobile number is sent, encrypted with 128 bits",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, mint, key| add(params, mint, key, EncryptType::Aes128)),
};

/// The encryption that the tampering of that name uses, where it is one of these.
pub(super) fn encryption(name: &str) -> Option<EncryptType> {
    let known = [
        (&PHONE_IN_AES256, EncryptType::Aes256),
        (&PHONE_IN_AES128, EncryptType::Aes128),
    ];
    let (_, used) = known
        .into_iter()
        .find(|(tampering, _)| tampering.name == name)?;
    Some(used)
}

fn add(params: &mut Params, mint: &mut Mint, key: &Key, bits: EncryptType) {
    Contact::Mobile.add(params, mint, key, bits);
}
