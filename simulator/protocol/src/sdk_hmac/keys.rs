//! AK and SK.

use std::fmt;

/// An access key id, the AK: whose call it is.
///
/// Like [`Key`](crate::Key) it has neither `Display` nor `Serialize`, and `Debug` hides it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccessKey(String);

/// A secret access key, the SK: what its calls are signed with.
///
/// Like [`Key`](crate::Key) it has neither `Display` nor `Serialize`, and `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretKey(String);

/// What both are: a text that is computed with and never shown.
macro_rules! hidden {
    ($key:ident) => {
        impl $key {
            /// A key from its text, as the credentials' page shows it.
            pub fn new(text: impl Into<String>) -> $key {
                $key(text.into())
            }

            /// The key's text. Only to compute with, never to show.
            pub fn expose(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $key {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(concat!(stringify!($key), "(hidden)"))
            }
        }
    };
}

hidden!(AccessKey);
hidden!(SecretKey);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_hides_both() {
        let shown = format!("{:?} {:?}", AccessKey::new("a"), SecretKey::new("s"));
        assert_eq!(shown, "AccessKey(hidden) SecretKey(hidden)");
    }
}
