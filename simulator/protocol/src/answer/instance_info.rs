//! What is known of one instance.

use super::member::members;
use super::{AppInfo, UsageInfo};

members! {
    /// One instance in the answer to a query [v1 §5.7, v2 §4.2].
    InstanceInfo {
        /// The instance.
        instance_id: String = "instanceId",
        /// Where it is and how to log in.
        app_info: AppInfo = "appInfo",
        /// What it has used: with pay-per-use and packages.
        usage_info: Vec<UsageInfo> = "usageInfo",
    }
}
