//! instanceStatus: an instance is frozen or unfrozen.

use super::field::request;
use crate::request::words;

request! {
    /// A freeze or its end, for pay-per-use products, packages, and customers who broke the rules
    /// [v1 §5.6].
    InstanceStatus {
        /// The instance.
        instance_id: String = "instanceId",
        /// What it is to become.
        instance_status: Status = "instanceStatus",
    }
}

words! {
    /// What an instance is to become.
    Status {
        /// `FREEZE`: nobody can use it.
        Freeze = "FREEZE",
        /// `NORMAL`: it can be used again.
        #[default]
        Normal = "NORMAL",
    }
}
