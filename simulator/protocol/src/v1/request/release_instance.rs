//! releaseInstance: an instance is to be deleted.

use super::field::request;

request! {
    /// A release, after the retention period or because the buyer unsubscribed [v1 §5.4]. Repeats
    /// have the instance in common.
    ReleaseInstance {
        /// The instance.
        instance_id: String = "instanceId",
        /// The order of the purchase.
        order_id: String = "orderId",
        /// What was paid or given back, at most three decimals.
        order_amount: Option<String> = "orderAmount",
    }
}
