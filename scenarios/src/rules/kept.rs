//! Instances that are out of use and have to be there still.

/// What to do where a freeze or an expiry has taken an instance away [v1 §5.3, §5.6].
pub(super) const KEEP: &str = "Keep an instance that is frozen or has expired, with its data, and end its use alone: only releaseInstance takes it away.";
