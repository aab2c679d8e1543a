//! Credentials that decrypt, as they stand in the answer.

use galleria_marketplace::transcript::{CredentialReading, CredentialState, Exchange};

use crate::rule::Play;

/// One credential.
#[derive(Clone, Copy)]
pub(super) struct Sealed<'a> {
    pub(super) exchange: &'a Exchange,
    pub(super) reading: &'a CredentialReading,
    /// The value on the wire: 16 characters of initialisation vector and Base64.
    pub(super) wire: &'a str,
}

/// Every credential of every accepted answer that decrypts.
pub(super) fn all(play: &Play) -> Vec<Sealed<'_>> {
    let mut found = Vec::new();
    for (exchange, object) in play.accepted() {
        for reading in &exchange.reading.credentials {
            let value = pointed(object, &reading.field);
            if let (CredentialState::Encrypted, Some(wire)) = (&reading.state, value) {
                found.push(Sealed {
                    exchange,
                    reading,
                    wire,
                });
            }
        }
    }
    found
}

/// The text at a JSON pointer.
fn pointed<'a>(
    object: &'a serde_json::Map<String, serde_json::Value>,
    at: &str,
) -> Option<&'a str> {
    let mut steps = at.split('/').skip(1);
    let first = object.get(steps.next()?)?;
    let rest: String = steps.flat_map(|step| ["/", step]).collect();
    first.pointer(&rest)?.as_str()
}
