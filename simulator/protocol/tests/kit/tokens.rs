//! V1's tokens.

use galleria_protocol::Key;
use galleria_protocol::kit::token::{Appended, sign, verify};

use super::file::read;

#[test]
fn tokens_are_those_of_an_independent_program() {
    let mut looked_at = 0;
    for vector in read().tokens {
        let appended = match vector.appended.as_str() {
            "timeStamp" => Appended::TimeStamp,
            _ => Appended::CurrentSyncTime,
        };
        let key = Key::new(vector.key);
        let token = sign(&key, &vector.body, appended);
        assert_eq!(token, vector.value, "{}", vector.call);
        assert_eq!(verify(&key, &vector.body, Some(&token)), Ok(appended));
        looked_at += 1;
    }
    assert_eq!(looked_at, 3);
}
