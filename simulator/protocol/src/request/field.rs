//! How a struct's field comes out of a request's source and goes back into it.

use super::{RequestError, Source};

/// A value that can be a request's field.
pub(crate) trait Field<S>: Sized {
    /// Takes the value of `name` from the source.
    fn read(source: &S, name: &'static str) -> Result<Self, RequestError>;

    /// Adds the value as `name`.
    fn write(&self, source: &mut S, name: &'static str);
}

/// A mandatory text.
impl<S: Source> Field<S> for String {
    fn read(source: &S, name: &'static str) -> Result<String, RequestError> {
        source.text(name)?.ok_or(RequestError::Missing(name))
    }

    fn write(&self, source: &mut S, name: &'static str) {
        source.put(name, self);
    }
}

/// An optional text. An empty one is written as such but read as absent.
impl<S: Source> Field<S> for Option<String> {
    fn read(source: &S, name: &'static str) -> Result<Option<String>, RequestError> {
        source.text(name)
    }

    fn write(&self, source: &mut S, name: &'static str) {
        if let Some(value) = self {
            source.put(name, value);
        }
    }
}

/// Makes the struct of a scene from its table: field, type, and name on the wire. A `String` is
/// mandatory, an `Option<String>` is not.
macro_rules! scene {
    (
        $source:ty;
        $(#[$about:meta])+
        $scene:ident { $($(#[$doc:meta])+ $field:ident: $kind:ty = $wire:literal,)+ }
    ) => {
        $(#[$about])+
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $scene {
            $($(#[$doc])+ pub $field: $kind,)+
            /// `testFlag`: `1` when the debug step or the dial test calls. Any other value, and
            /// none, is a real call.
            pub test: bool,
            /// Every parameter that this struct does not know, in the order sent. The marketplace
            /// adds some over the years; they are never a reason to refuse.
            pub other: $source,
        }

        impl $scene {
            pub(super) fn read(source: &$source) -> Result<$scene, $crate::request::RequestError> {
                use $crate::request::{Field, Source};
                Ok($scene {
                    $($field: Field::read(source, $wire)?,)+
                    test: source.text("testFlag")?.as_deref() == Some("1"),
                    other: source.further(&[$($wire),+]),
                })
            }

            pub(super) fn write(&self, source: &mut $source) {
                use $crate::request::{Field, Source};
                $(self.$field.write(source, $wire);)+
                if self.test {
                    source.put("testFlag", "1");
                }
                Source::extend(source, &self.other);
            }
        }
    };
}
pub(crate) use scene;
