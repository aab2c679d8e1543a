//! Where an instance is and how to log in.

use super::member::members;

members! {
    /// What the buyer is shown of his instance [v1 §5.1, v2 §4.2].
    AppInfo {
        /// The site that the customer uses; the debug step demands it.
        front_end_url: String = "frontEndUrl",
        /// The site of the customer's administrator.
        admin_url: String = "adminUrl",
        /// The administrator's account; V1 encrypts it, V2 does not.
        user_name: String = "userName",
        /// The administrator's first password; V1 encrypts it, V2 does not.
        password: String = "password",
        /// Free text. The pages want `\uXXXX` for Chinese, which is up to who writes the JSON.
        memo: String = "memo",
    }
}
