//! How a struct's field comes out of the parameters and goes back into them.

use super::error::RequestError;
use crate::Params;

/// Parameters that belong to every request and to no struct's `other`.
pub(super) const COMMON: [&str; 4] = ["activity", "testFlag", "timeStamp", "authToken"];

/// A value that can be a request's field.
pub(super) trait Field: Sized {
    /// Takes the value of `name` from the parameters.
    fn read(params: &Params, name: &'static str) -> Result<Self, RequestError>;

    /// Adds the value as `name`.
    fn write(&self, params: &mut Params, name: &'static str);
}

/// A mandatory text.
impl Field for String {
    fn read(params: &Params, name: &'static str) -> Result<String, RequestError> {
        Option::read(params, name)?.ok_or(RequestError::Missing(name))
    }

    fn write(&self, params: &mut Params, name: &'static str) {
        params.push(name, self);
    }
}

/// An optional text. An empty one is written as such but read as absent.
impl Field for Option<String> {
    fn read(params: &Params, name: &'static str) -> Result<Option<String>, RequestError> {
        Ok(params
            .get(name)
            .filter(|value| !value.is_empty())
            .map(str::to_owned))
    }

    fn write(&self, params: &mut Params, name: &'static str) {
        if let Some(value) = self {
            params.push(name, value);
        }
    }
}

/// Makes the struct of a scene from its table: field, type, and name on the wire. A `String` is
/// mandatory, an `Option<String>` is not.
macro_rules! request {
    (
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
            pub other: $crate::Params,
        }

        impl $scene {
            pub(super) fn read(
                params: &$crate::Params,
            ) -> Result<$scene, $crate::v1::request::RequestError> {
                use $crate::v1::request::field::{self, Field};
                Ok($scene {
                    $($field: Field::read(params, $wire)?,)+
                    test: params.get("testFlag") == Some("1"),
                    other: field::further(params, &[$($wire),+]),
                })
            }

            pub(super) fn write(&self, params: &mut $crate::Params) {
                use $crate::v1::request::field::Field;
                $(self.$field.write(params, $wire);)+
                if self.test {
                    params.push("testFlag", "1");
                }
                for (name, value) in self.other.iter() {
                    params.push(name, value);
                }
            }
        }
    };
}
pub(super) use request;

/// The parameters that are neither common nor `known`.
pub(super) fn further(params: &Params, known: &[&str]) -> Params {
    let is_further = |name: &str| !COMMON.contains(&name) && !known.contains(&name);
    let pairs = params.iter().filter(|(name, _)| is_further(name));
    pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}
