//! Which parameters a tampering changes: so that what is said of a refused twin names them.

use std::collections::BTreeSet;

use galleria_protocol::{Key, Params, token};

use super::Change;
use crate::mint::Mint;

/// Every parameter that a call may carry, with an everyday value, but for those that only extensions
/// bring.
const EVERYDAY: [(&str, &str); 20] = [
    ("activity", "newInstance"),
    ("businessId", "61e834ba-7b97-4418-b8f7-e5345137278c"),
    ("chargingMode", "1"),
    ("customerId", "68cbc86abc2018ab880d92f36422fa0e"),
    ("customerName", "galleria"),
    ("expireTime", "20270101080000"),
    ("instanceId", "huaiweitest123456"),
    ("instanceStatus", "FREEZE"),
    ("orderAmount", "100"),
    ("orderId", "CS1906666666ABCDE"),
    ("periodNumber", "1"),
    ("periodType", "year"),
    ("productId", "00301-666666-0--0"),
    ("provisionType", "1"),
    ("skuCode", "d0abcd12-0000-4000-8000-000000000001"),
    ("testFlag", "1"),
    ("timeStamp", "20260101000000000"),
    ("trialFlag", "0"),
    ("userId", "68cbc86abc2018ab880d92f36422fa0f"),
    ("userName", "galleria_user"),
];

/// The names of the parameters that a change adds, takes away or gives another value.
pub(super) fn changed_by(change: Change) -> Vec<String> {
    let key = Key::new("the-names-do-not-depend-on-it");
    let own = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    let mut before: Params = EVERYDAY.into_iter().map(own).collect();
    if matches!(change, Change::AfterSigning(_)) {
        before.push(token::PARAMETER, token::sign(&key, &before));
    }
    let mut after = before.clone();
    match change {
        Change::BeforeSigning(change) => change(&mut after, &mut Mint::new(0, 0, "names"), &key),
        Change::AfterSigning(change) => change(&mut after, &key),
    }
    let names: BTreeSet<&str> = before
        .iter()
        .chain(after.iter())
        .map(|(name, _)| name)
        .collect();
    let differs = |name: &&str| before.get(name) != after.get(name);
    names
        .into_iter()
        .filter(differs)
        .map(ToOwned::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::tamper::{ALL, Tampering};

    #[test]
    fn every_tampering_tells_what_it_changes() {
        for tampering in ALL {
            let changed = tampering.parameters();
            assert!(
                (1..=3).contains(&changed.len()),
                "{}: {changed:?}",
                tampering.name
            );
        }
    }

    #[test]
    fn the_parameter_is_named_as_it_stands_in_the_call() {
        let of = |name| Tampering::find(name).unwrap().parameters();
        assert_eq!(of("chinese-name"), ["customerName"]);
        assert_eq!(of("without-sub-user"), ["userId", "userName"]);
        assert_eq!(of("long-extension"), ["saasExtendParams"]);
        assert_eq!(of("forged-token"), ["authToken"]);
    }
}
