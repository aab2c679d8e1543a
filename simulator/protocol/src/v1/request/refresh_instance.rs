//! refreshInstance: an instance lives on.

use super::field::request;

request! {
    /// A renewal, a trial that becomes formal, or the cancellation of a renewal [v1 §5.2]. Repeats
    /// have the order in common.
    RefreshInstance {
        /// The instance.
        instance_id: String = "instanceId",
        /// The order of the renewal or of its refund, not that of the purchase.
        order_id: String = "orderId",
        /// The new product, where the period type changed.
        product_id: Option<String> = "productId",
        /// The new end, `yyyyMMddHHmmss`: to be set, not added.
        expire_time: String = "expireTime",
        /// `1` where a trial becomes formal.
        trial_to_formal: Option<String> = "trialToFormal",
        /// `year` or `month`.
        period_type: Option<String> = "periodType",
        /// How many periods were bought.
        period_number: Option<String> = "periodNumber",
        /// What was paid; negative where a renewal is cancelled.
        order_amount: Option<String> = "orderAmount",
    }
}
