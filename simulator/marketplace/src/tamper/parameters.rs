//! Which parameters a tampering changes: so that what is said of a refused twin names them.

use std::collections::BTreeSet;

use chrono::DateTime;
use galleria_protocol::{Api, Key, Params};

use super::{Change, Tampering};
use crate::market::{Dating, Sealed, TimeUnit, v2};
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
    ("testFlag", "2"),
    ("timeStamp", "20260101000000000"),
    ("trialFlag", "0"),
    ("userId", "68cbc86abc2018ab880d92f36422fa0f"),
    ("userName", "galleria_user"),
];

/// The names of the parameters or members that a tampering adds, takes away or gives another value.
pub(super) fn changed_by(tampering: &Tampering) -> Vec<String> {
    let key = Key::new("the-names-do-not-depend-on-it");
    let own = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    let before: Params = EVERYDAY.into_iter().map(own).collect();
    match tampering.change {
        Change::BeforeSigning(change) => {
            let mut after = before.clone();
            change(&mut after, &mut Mint::new(0, 0, "names"), &key);
            differing(&before, &after)
        }
        Change::AfterSigning(change) => {
            let api = if tampering.is_for(Api::V1) {
                Api::V1
            } else {
                Api::V2
            };
            let dating = Dating {
                time: DateTime::from_timestamp(1_767_225_600, 0).unwrap_or_default(),
                nonce: "n".repeat(32),
                unit: TimeUnit::default(),
            };
            let before = Sealed::new(api, &key, &before, &dating);
            let mut after = before.clone();
            change(&mut after, &key);
            let body = |sealed: &Sealed| v2::content(&sealed.body);
            let mut names = differing(&before.query, &after.query);
            names.extend(differing(&body(&before), &body(&after)));
            names
        }
        Change::Dated(_) => vec!["timestamp".to_owned()],
        // Nothing that has a name.
        Change::Nothing | Change::Written(_) => Vec::new(),
    }
}

fn differing(before: &Params, after: &Params) -> Vec<String> {
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
    use crate::tamper::{ALL, Change, Tampering};

    #[test]
    fn every_tampering_tells_what_it_changes() {
        let named = |how: &&&Tampering| !matches!(how.change, Change::Nothing | Change::Written(_));
        for tampering in ALL.iter().filter(named) {
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
        assert_eq!(of("changed-nonce"), ["nonce"]);
        assert_eq!(of("other-body"), ["testFlag"]);
    }
}
