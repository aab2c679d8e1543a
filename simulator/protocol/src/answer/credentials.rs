//! Where an answer hands over logins, and how it says that they are encrypted.

use serde_json::{Map, Value};

use crate::cipher::EncryptType;

/// The members of `appInfo` that are encrypted.
const MEMBERS: [&str; 2] = ["userName", "password"];

/// The credentials of an answer as they stand there: those of `appInfo`, and of each instance in
/// `info`, each with its JSON pointer. Members that are no text are left out.
pub fn credentials(object: &Map<String, Value>) -> Vec<(String, &str)> {
    let mut found = of_holder(object.get("appInfo"), "/appInfo");
    let instances = object.get("info").and_then(Value::as_array);
    for (number, instance) in instances.into_iter().flatten().enumerate() {
        let at = format!("/info/{number}/appInfo");
        found.extend(of_holder(instance.get("appInfo"), &at));
    }
    found
}

fn of_holder<'a>(holder: Option<&'a Value>, at: &str) -> Vec<(String, &'a str)> {
    let of = |member: &&str| Some((format!("{at}/{member}"), holder?.get(*member)?.as_str()?));
    MEMBERS.iter().filter_map(of).collect()
}

/// The encryption that an answer tells, as text or as a number; the default where it tells none
/// or an unknown one.
pub fn encrypt_type(object: &Map<String, Value>) -> EncryptType {
    let told = match object.get("encryptType") {
        Some(Value::String(code)) => EncryptType::from_code(code),
        Some(Value::Number(code)) => EncryptType::from_code(&code.to_string()),
        _ => None,
    };
    told.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn object(value: &Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap()
    }

    #[test]
    fn logins_are_found_wherever_they_are_handed_over() {
        let answer = object(&json!({
            "appInfo": { "password": "a", "memo": "no login" },
            "info": [{ "instanceId": "1" }, { "appInfo": { "userName": "b", "password": 1 } }],
        }));
        let found = credentials(&answer);
        assert_eq!(
            found,
            [
                ("/appInfo/password".to_owned(), "a"),
                ("/info/1/appInfo/userName".to_owned(), "b"),
            ]
        );
        let strange = json!({ "appInfo": "x", "info": { "appInfo": 1 } });
        assert!(credentials(&object(&strange)).is_empty());
    }

    #[test]
    fn encryption_is_read_as_text_or_number_and_256_bits_hold_by_default() {
        for (told, expected) in [
            (json!("2"), EncryptType::Aes128),
            (json!(2), EncryptType::Aes128),
            (json!("1"), EncryptType::Aes256),
            (json!("3"), EncryptType::Aes256),
            (Value::Null, EncryptType::Aes256),
        ] {
            assert_eq!(
                encrypt_type(&object(&json!({ "encryptType": told }))),
                expected
            );
        }
        assert_eq!(encrypt_type(&Map::new()), EncryptType::Aes256);
    }
}
