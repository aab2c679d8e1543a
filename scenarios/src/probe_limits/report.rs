//! The numbers.

use serde::Serialize;

use super::bisect::Edge;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Limits {
    /// How long the answers took.
    pub times: Option<Times>,
    /// How far a call may be dated off.
    pub skew: Option<Skew>,
    /// Whether nonces are remembered (V2).
    pub nonce: Option<NonceMemory>,
    /// How long values may be.
    pub longest: Vec<LongestValue>,
    /// How many calls were made.
    pub calls: u64,
}

/// How long the answers to debug calls took, in microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Times {
    /// The first call.
    pub cold_us: u64,
    /// The middle one of the calls behind it.
    pub warm_us: u64,
    /// The slowest of the calls behind it.
    pub slowest_us: u64,
    /// From here on the pages call an answer slow.
    pub slow_us: u64,
    /// From here on the platform no longer waits.
    pub limit_us: u64,
}

/// How far a call may be dated off, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Skew {
    /// Into the past.
    pub past_s: Edge,
    /// Into the future.
    pub future_s: Edge,
}

/// Whether nonces are remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own"
)]
pub struct NonceMemory {
    /// Whether the same call, byte for byte, is refused.
    pub replay_refused: bool,
    /// Whether another call with the same nonce is refused.
    pub reuse_refused: bool,
    /// So many other nonces were used, and then the first again.
    pub others: u32,
    /// Whether it was refused still.
    pub refused_behind_others: bool,
    /// So many seconds were waited, and then a nonce was used again.
    pub waited_s: u64,
    /// Whether it was refused still.
    pub refused_behind_wait: bool,
}

/// How long a value may be, in characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LongestValue {
    /// The parameter or member.
    pub parameter: String,
    /// The longest that the rule book's table allows.
    pub table: u64,
    /// Where it stops being accepted; absent where not even the table's length is.
    pub edge: Option<Edge>,
}
