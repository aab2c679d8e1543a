//! What an instance has used.

use super::member::members;

members! {
    /// One figure of usage [v1 §5.7, v2 §4.2].
    UsageInfo {
        /// Of a package: the pay-per-use instance that the figure belongs to.
        related_instance_id: String = "relatedInstanceId",
        /// The running total, of a package the used part; at most four decimals.
        usage_value: f64 = "usageValue",
        /// When it was taken, `yyyyMMddHHmmssSSS` in UTC.
        statistical_time: String = "statisticalTime",
        /// Where the customer sees his usage.
        dashboard_url: String = "dashboardUrl",
    }
}
