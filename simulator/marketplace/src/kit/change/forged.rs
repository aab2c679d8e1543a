//! Calls that the marketplace did not sign so.

use chrono::TimeDelta;
use galleria_protocol::kit::Call;
use galleria_protocol::{Api, Key, kit_signature};
use serde_json::Value;

use super::{Change, KitChange};
use crate::tamper::Twin;

/// The forgery that is none where both interfaces have one key.
pub(super) const BASE_KEY: &str = "kit-base-key";

const fn forged(name: &'static str, about: &'static str, change: Change) -> KitChange {
    KitChange {
        name,
        about,
        twin: Twin::Forged,
        calls: &[],
        api: None,
        change,
    }
}

const fn of_v2(name: &'static str, about: &'static str, change: Change) -> KitChange {
    KitChange {
        name,
        about,
        twin: Twin::Forged,
        calls: &[],
        api: Some(Api::V2),
        change,
    }
}

pub(super) const ALL: &[KitChange] = &[
    forged(
        "kit-wrong-key",
        "the call is signed with another key",
        Change::Signed(|sealed, settings| {
            let stranger = format!("{}-of-a-stranger", settings.key(sealed.api).expose());
            sealed.sign_again(&Key::new(stranger));
        }),
    ),
    of_v2(
        BASE_KEY,
        "the call is signed with the key of the base interfaces",
        Change::Signed(|sealed, settings| sealed.sign_again(&settings.base_key)),
    ),
    forged(
        "kit-missing-signature",
        "the call carries no signature",
        Change::Signed(|sealed, _| sealed.remove_header(sealed.signature_name())),
    ),
    forged(
        "kit-altered-body",
        "another enterprise stands under the signature",
        Change::Signed(|sealed, _| {
            sealed.change_members(|members| {
                let tenant = members.get("tenantId").and_then(Value::as_str);
                let other: String = tenant.unwrap_or_default().chars().rev().collect();
                members.insert("tenantId".to_owned(), Value::from(format!("{other}0")));
            });
        }),
    ),
    KitChange {
        calls: &[Call::Application],
        ..forged(
            "kit-altered-secret",
            "the secret was replaced by what does not decrypt after the call was signed",
            Change::Signed(|sealed, _| sealed.change_members(super::lawful::spoil_secret)),
        )
    },
    of_v2(
        "kit-stale-call",
        "the call is rightly signed, and two minutes old",
        Change::Dated(TimeDelta::seconds(-120)),
    ),
    of_v2(
        "kit-missing-nonce",
        "the call carries no nonce",
        Change::Signed(|sealed, _| sealed.remove_header(kit_signature::NONCE)),
    ),
    of_v2(
        "kit-missing-time",
        "the call carries no timestamp",
        Change::Signed(|sealed, _| sealed.remove_header(kit_signature::TIMESTAMP)),
    ),
    of_v2(
        "kit-caught-call",
        "the very call was caught and is sent again, byte for byte",
        Change::Nothing,
    ),
];
