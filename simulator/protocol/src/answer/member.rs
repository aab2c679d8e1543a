//! How a struct's field comes out of a JSON object and goes back into it.

use serde_json::{Map, Value};

/// A value that can be a member of an answer.
pub(super) trait Member: Sized {
    /// Reads a value; `None` where it has another type.
    fn read(value: &Value) -> Option<Self>;

    /// The value as JSON.
    fn write(&self) -> Value;
}

impl Member for String {
    fn read(value: &Value) -> Option<String> {
        value.as_str().map(str::to_owned)
    }

    fn write(&self) -> Value {
        Value::from(self.as_str())
    }
}

impl Member for f64 {
    fn read(value: &Value) -> Option<f64> {
        value.as_f64()
    }

    fn write(&self) -> Value {
        Value::from(*self)
    }
}

impl<T: Member> Member for Vec<T> {
    fn read(value: &Value) -> Option<Vec<T>> {
        value.as_array()?.iter().map(T::read).collect()
    }

    fn write(&self) -> Value {
        self.iter().map(T::write).collect()
    }
}

/// Takes a member out of an object; one that is absent or of another type stays there.
pub(super) fn take<T: Member>(object: &mut Map<String, Value>, name: &str) -> Option<T> {
    let member = T::read(object.get(name)?)?;
    object.shift_remove(name);
    Some(member)
}

/// Adds a member where there is one.
pub(super) fn put<T: Member>(object: &mut Map<String, Value>, name: &str, member: Option<&T>) {
    if let Some(member) = member {
        object.insert(name.to_owned(), member.write());
    }
}

/// Makes the struct of a JSON object from its table: field, type, and name on the wire. All
/// members are optional.
macro_rules! members {
    (
        $(#[$about:meta])+
        $object:ident { $($(#[$doc:meta])+ $field:ident: $kind:ty = $wire:literal,)+ }
    ) => {
        $(#[$about])+
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $object {
            $($(#[$doc])+ pub $field: Option<$kind>,)+
            /// Members that the table does not know, or that have another type than there.
            pub other: serde_json::Map<String, serde_json::Value>,
        }

        impl $object {
            /// Reads an object.
            pub fn from_json(mut object: serde_json::Map<String, serde_json::Value>) -> $object {
                $object {
                    $($field: $crate::answer::member::take(&mut object, $wire),)+
                    other: object,
                }
            }

            /// The object, in the order of the table, [`other`](Self::other) behind it.
            pub fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
                let mut object = serde_json::Map::new();
                $($crate::answer::member::put(&mut object, $wire, self.$field.as_ref());)+
                object.extend(self.other.clone());
                object
            }
        }

        impl $crate::answer::member::Member for $object {
            fn read(value: &serde_json::Value) -> Option<$object> {
                value.as_object().cloned().map($object::from_json)
            }

            fn write(&self) -> serde_json::Value {
                serde_json::Value::Object(self.to_json())
            }
        }
    };
}
pub(super) use members;
