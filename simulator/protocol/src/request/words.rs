//! Values of which a table knows only a few.

/// Makes the enum of a parameter's values, each with its word on the wire, and makes it a field of
/// requests.
macro_rules! words {
    (
        $(#[$about:meta])+
        $words:ident { $($(#[$doc:meta])+ $word:ident = $wire:literal,)+ }
    ) => {
        $(#[$about])+
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $words {
            $($(#[$doc])+ $word,)+
        }

        impl $words {
            /// Every value.
            pub const ALL: &[$words] = &[$($words::$word),+];

            /// The text on the wire.
            pub fn as_str(self) -> &'static str {
                match self {
                    $($words::$word => $wire,)+
                }
            }

            /// The value of that text; case counts.
            pub fn from_text(text: &str) -> Option<$words> {
                $words::ALL.iter().copied().find(|known| known.as_str() == text)
            }
        }

        impl<S: $crate::request::Source> $crate::request::Field<S> for $words {
            fn read(
                source: &S,
                parameter: &'static str,
            ) -> Result<$words, $crate::request::RequestError> {
                let value: String = $crate::request::Field::read(source, parameter)?;
                $words::from_text(&value)
                    .ok_or($crate::request::RequestError::Malformed { parameter, value })
            }

            fn write(&self, source: &mut S, name: &'static str) {
                source.put(name, self.as_str());
            }
        }
    };
}
pub(crate) use words;
