//! How the struct of a V1 scene is made.

/// Makes the struct of a scene from its table of query parameters.
macro_rules! request {
    ($($table:tt)+) => {
        $crate::request::scene! { $crate::Params; $($table)+ }
    };
}
pub(super) use request;
