//! How the struct of a V2 activity is made.

/// Makes the struct of an activity from its table of the body's members.
macro_rules! request {
    ($($table:tt)+) => {
        $crate::request::scene! {
            serde_json::Map<String, serde_json::Value>; $($table)+
        }
    };
}
pub(super) use request;
