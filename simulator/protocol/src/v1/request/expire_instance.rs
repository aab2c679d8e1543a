//! expireInstance: the paid time of an instance is over.

use super::field::request;

request! {
    /// An expiry: the instance is to be frozen, not deleted [v1 §5.3]. Repeats have the instance
    /// in common.
    ExpireInstance {
        /// The instance.
        instance_id: String = "instanceId",
        /// The order of the purchase; mandatory in the table, but missing from its example.
        order_id: Option<String> = "orderId",
    }
}
