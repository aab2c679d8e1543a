//! The access key that a seller shares with the marketplace.

use std::fmt;

/// A seller's access key: the secret behind tokens, signatures and ciphertexts [v1 §2].
///
/// It has neither `Display` nor `Serialize`, and `Debug` hides it, so that it gets into no report
/// unless somebody calls [`Key::expose`].
#[derive(Clone, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// A key from its text, as the seller centre shows it.
    pub fn new(text: impl Into<String>) -> Key {
        Key(text.into())
    }

    /// The key's text. Only to compute with, never to show.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The UTF-8 bytes that are computed with.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Key(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_hides_the_key() {
        assert_eq!(format!("{:?}", Key::new("secret")), "Key(hidden)");
    }
}
