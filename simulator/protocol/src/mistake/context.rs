//! What is known beside a value that is looked into.

use crate::Key;

/// What is known beside a wrong value. The more is known the more mistakes can be seen; nothing of
/// it is needed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The `timeStamp` of the request that was answered.
    pub time_stamp: Option<&'a str>,
    /// The query of the request that was answered: what stands behind its `?`.
    pub query: Option<&'a str>,
    /// Further keys that may have been mixed up with the right one.
    pub other_keys: &'a [Key],
    /// The body of the answer before this one.
    pub previous_body: Option<&'a [u8]>,
    /// Encrypted values of other fields and calls, whose vectors may have been mixed up with the
    /// one that is sent.
    pub other_values: &'a [&'a str],
}
