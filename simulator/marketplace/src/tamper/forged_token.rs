//! A token of the right form that was made with another key.

use galleria_protocol::{Key, Params, token};

use super::{Change, Tampering, Twin};

pub(super) const FORGED_TOKEN: Tampering = Tampering {
    name: "forged-token",
    about: "the token has the right form but was made with another key",
    twin: Twin::Forged,
    change: Change::AfterSigning(forge),
};

fn forge(params: &mut Params, key: &Key) {
    let stranger = Key::new(format!("{}-of-a-stranger", key.expose()));
    params.remove(token::PARAMETER);
    let token = token::sign(&stranger, params);
    params.push(token::PARAMETER, token);
}
