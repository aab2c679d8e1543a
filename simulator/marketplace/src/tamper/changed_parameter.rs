//! A parameter that was changed after signing.

use galleria_protocol::{Key, Params};

use super::{Change, Tampering, Twin};
use crate::market::Sealed;

pub(super) const CHANGED_PARAMETER: Tampering = Tampering {
    name: "changed-parameter",
    about: "a parameter was changed after the call was signed",
    twin: Twin::Forged,
    change: Change::AfterSigning(change),
};

/// The customer of a purchase, else the end of a renewal, else whatever there is: what a stranger would
/// want to be another.
const WORTHWHILE: [&str; 5] = [
    "customerId",
    "expireTime",
    "businessId",
    "orderId",
    "instanceId",
];

fn change(sealed: &mut Sealed, _key: &Key) {
    sealed.change_content(change_worthwhile);
}

fn change_worthwhile(params: &mut Params) {
    let name = WORTHWHILE
        .into_iter()
        .find(|name| params.contains(name))
        .unwrap_or("activity");
    let value = params.get(name).unwrap_or_default();
    let last = if value.ends_with('1') { '2' } else { '1' };
    let mut changed = value.to_owned();
    changed.pop();
    changed.push(last);
    params.set(name, changed);
}
