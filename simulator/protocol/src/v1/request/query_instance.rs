//! queryInstance: what is known of instances.

use super::field::request;

request! {
    /// A query for up to a hundred instances [v1 §5.7].
    QueryInstance {
        /// The instances' ids, divided by commas: see [`QueryInstance::ids`].
        instance_id: String = "instanceId",
    }
}

impl QueryInstance {
    /// The ids that are asked for, without blanks around them.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        crate::request::ids(&self.instance_id)
    }
}
