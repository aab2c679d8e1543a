//! Which parameters a case may hold.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use galleria_protocol::Api;

use super::case::{ACTIVITY, TEST_FLAG};
use crate::profile::Profile;
use crate::suggest;

/// What is made anew at each call.
const MADE_ANEW: [&str; 5] = ["authToken", "timeStamp", "signature", "timestamp", "nonce"];
/// What the access key is called.
const KEYS: [&str; 4] = ["key", "accessKey", "access_key", "Key"];
/// What the platform encrypts before it sends it [v1 §4].
const ENCRYPTED: [&str; 2] = ["mobilePhone", "email"];
/// The characters of a vector.
const VECTOR: usize = 16;
/// The bytes of a block of AES.
const BLOCK: usize = 16;

/// Why a parameter has no place in a case.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// It differs in each call.
    #[error("`{0}` is made anew at each call and has no place in a case; leave it out")]
    MadeAnew(String),
    /// It would be the key.
    #[error(
        "`{0}` looks like the access key, which has no place in a case: give it with --key-env or --key-file"
    )]
    Key(String),
    /// It says what is called.
    #[error("`activity` is told beside the parameters, not among them")]
    Activity,
    /// It is the same in every case.
    #[error("`testFlag` is 1 in every call of the debug step; leave it out")]
    TestFlag,
    /// Somebody's number or address would stand in clear.
    #[error(
        "`{0}` would stand in clear: the platform sends it encrypted. Give what `galleria encrypt` \
         makes of a made-up one"
    )]
    InClear(String),
}

/// Why that value has no place in a case; `None` where it has one.
pub fn unfit(name: &str, value: &str) -> Option<Unfit> {
    let own = name.to_owned();
    if MADE_ANEW.contains(&name) {
        Some(Unfit::MadeAnew(own))
    } else if KEYS.contains(&name) {
        Some(Unfit::Key(own))
    } else if name == ACTIVITY {
        Some(Unfit::Activity)
    } else if name == TEST_FLAG {
        Some(Unfit::TestFlag)
    } else {
        let clear = ENCRYPTED.contains(&name) && !value.is_empty() && !is_sealed(value);
        clear.then_some(Unfit::InClear(own))
    }
}

/// Whether a text has the form of an encrypted value: a vector of 16 characters and whole blocks in
/// Base64 [v1 §4].
pub fn is_sealed(text: &str) -> bool {
    let blocks = text
        .get(VECTOR..)
        .and_then(|rest| STANDARD.decode(rest).ok());
    blocks.is_some_and(|bytes| !bytes.is_empty() && bytes.len() % BLOCK == 0)
}

/// A word about a parameter that the book does not have in that scene; it is sent all the same, for
/// the platform's list grows.
pub fn unknown(profile: &Profile, scene: &str, name: &str) -> Option<String> {
    let rows = profile.request(scene);
    let known: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    if known.is_empty() || known.contains(&name) {
        return None;
    }
    let hint = suggest::hint(name, known);
    let id = &profile.id;
    Some(format!(
        "profile {id} knows no parameter `{name}` of {scene}{hint}"
    ))
}

/// What a pasted call of that version has beside its content.
pub(super) fn is_made_anew(api: Api, name: &str) -> bool {
    match api {
        Api::V1 => matches!(name, "authToken" | "timeStamp"),
        Api::V2 => MADE_ANEW.contains(&name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_secret_or_made_anew_has_no_place() {
        for name in [
            "authToken",
            "signature",
            "nonce",
            "accessKey",
            "activity",
            "testFlag",
        ] {
            assert!(unfit(name, "x").is_some(), "{name}");
        }
        assert_eq!(unfit("orderId", "CS1"), None);
    }

    #[test]
    fn a_number_in_clear_is_refused_and_not_repeated() {
        let told = unfit("mobilePhone", "13800000000").unwrap().to_string();
        assert!(
            told.contains("encrypt") && !told.contains("13800000000"),
            "{told}"
        );
        let sealed = "abcdefghijklmnopQRgyEIB7W3XoaLbxM5qK5aAOVI5hJfX0Jeq2Zey8U80=";
        assert_eq!(unfit("mobilePhone", sealed), None);
        assert!(!is_sealed("13800000000") && !is_sealed("") && !is_sealed("abcdefghijklmnop"));
    }
}
