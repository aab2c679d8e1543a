//! No token at all.

use galleria_protocol::{Key, Params, token};

use super::{Change, Tampering, Twin};

pub(super) const MISSING_TOKEN: Tampering = Tampering {
    name: "missing-token",
    about: "the call carries no token at all",
    twin: Twin::Forged,
    change: Change::AfterSigning(leave_out),
};

fn leave_out(params: &mut Params, _key: &Key) {
    params.remove(token::PARAMETER);
}
