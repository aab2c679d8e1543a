//! A parameter that was changed after signing.

use galleria_protocol::{Key, Params};

use super::{Change, Tampering, Twin};

pub(super) const CHANGED_PARAMETER: Tampering = Tampering {
    name: "changed-parameter",
    about: "a parameter was changed after the call was signed",
    twin: Twin::Forged,
    change: Change::AfterSigning(change),
};

/// The customer of a purchase, else the end of a renewal, else the order: what a stranger would
/// want to be another.
const WORTHWHILE: [&str; 3] = ["customerId", "expireTime", "orderId"];

fn change(params: &mut Params, _key: &Key) {
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
