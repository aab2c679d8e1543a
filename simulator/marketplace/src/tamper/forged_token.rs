//! A token of the right form that was made with another key.

use galleria_protocol::Key;

use super::{Change, Tampering, Twin};
use crate::market::Sealed;

pub(super) const FORGED_TOKEN: Tampering = Tampering {
    name: "forged-token",
    about: "the token has the right form but was made with another key",
    twin: Twin::Forged,
    change: Change::AfterSigning(forge),
};

fn forge(sealed: &mut Sealed, key: &Key) {
    let stranger = Key::new(format!("{}-of-a-stranger", key.expose()));
    sealed.sign_again(&stranger);
}
