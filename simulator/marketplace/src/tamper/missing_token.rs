//! No token at all.

use galleria_protocol::Key;

use super::{Change, Tampering, Twin};
use crate::market::Sealed;

pub(super) const MISSING_TOKEN: Tampering = Tampering {
    name: "missing-token",
    about: "the call carries no token at all",
    twin: Twin::Forged,
    change: Change::AfterSigning(leave_out),
};

fn leave_out(sealed: &mut Sealed, _key: &Key) {
    sealed.query.remove(sealed.signature_name());
}
