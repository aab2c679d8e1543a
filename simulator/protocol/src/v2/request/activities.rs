//! The tables of the activities.

use super::field::request;
use super::product_info::ProductInfo;
use crate::request::words;

request! {
    /// A purchase: the order is to be queried, an instance made and its id returned at once. One
    /// order line has one instance; with pay-per-use, one order and one product have [v2 §4.1].
    NewInstance {
        /// The order.
        order_id: String = "orderId",
        /// The line of the order.
        order_line_id: String = "orderLineId",
        /// The marketplace's id of this call; different in every call, repeats too.
        business_id: String = "businessId",
    }
}

request! {
    /// A query for up to a hundred instances, over and over after a purchase, and whenever the buyer
    /// looks at his resources [v2 §4.2].
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

request! {
    /// A new end of an instance [v2 §4.3]. Repeats have the order in common.
    RefreshInstance {
        /// What led to it.
        scene: Scene = "scene",
        /// The formal order, the renewal, or the order of the refund; older pages mean the refunded
        /// renewal with the last.
        order_id: String = "orderId",
        /// The line of that order.
        order_line_id: String = "orderLineId",
        /// The instance.
        instance_id: String = "instanceId",
        /// The new product, where the period type changes.
        product_id: Option<String> = "productId",
        /// The new end in UTC, to be set, not added: see
        /// [`parse_expire_time`](crate::time::parse_expire_time).
        expire_time: String = "expireTime",
    }
}

words! {
    /// What led to a new end.
    Scene {
        /// `TRIAL_TO_FORMAL`: a trial becomes formal.
        TrialToFormal = "TRIAL_TO_FORMAL",
        /// `RENEWAL`: a renewal.
        #[default]
        Renewal = "RENEWAL",
        /// `UNSUBSCRIBE_RENEWAL_PERIOD`: a renewal is refunded.
        UnsubscribeRenewalPeriod = "UNSUBSCRIBE_RENEWAL_PERIOD",
        /// `RENEWAL_CHANGE`: a renewal with another specification; only on the Chinese site.
        RenewalChange = "RENEWAL_CHANGE",
    }
}

request! {
    /// A freeze or its end [v2 §4.4].
    UpdateInstanceStatus {
        /// The instance.
        instance_id: String = "instanceId",
        /// What is to be done with it.
        status: Status = "status",
    }
}

words! {
    /// What is to be done with an instance. V1 has `NORMAL` in place of `UNFREEZE`.
    Status {
        /// `FREEZE`: nobody can use it, its data stay.
        #[default]
        Freeze = "FREEZE",
        /// `UNFREEZE`: it can be used again.
        Unfreeze = "UNFREEZE",
    }
}

request! {
    /// A release: the instance is to be deleted [v2 §4.5]. Repeats have the instance in common.
    ReleaseInstance {
        /// The instance.
        instance_id: String = "instanceId",
        /// The order of the refund, where one led to the release.
        order_id: Option<String> = "orderId",
        /// The line of that order.
        order_line_id: Option<String> = "orderLineId",
    }
}

request! {
    /// An upgrade that is paid; what to, tells the order [v2 §4.6]. Repeats have the order in common.
    UpgradeInstance {
        /// The instance, which the upgrade does not change.
        instance_id: String = "instanceId",
        /// The order of the upgrade.
        order_id: String = "orderId",
        /// The line of that order.
        order_line_id: String = "orderLineId",
    }
}

request! {
    /// May this instance be changed to that product with its renewal [v2 §4.7]?
    ChangeInstanceCheck {
        /// The instance.
        instance_id: String = "instanceId",
        /// The product that it is to become.
        product_info: ProductInfo = "productInfo",
    }
}

request! {
    /// A notification that there is an order, for products of every kind [v2 §4.8].
    OrderNotify {
        /// The order.
        order_id: String = "orderId",
        /// The line of the order.
        order_line_id: String = "orderLineId",
    }
}

request! {
    /// An application for a licence of an instance, which is uploaded [licence §2.6]. Repeats have the
    /// event and the device in common.
    GetLicenseAsync {
        /// The instance.
        instance_id: String = "instanceId",
        /// From when on the licence is to hold, in UTC.
        effective_time: String = "effectiveTime",
        /// Until when, where it is paid by the period.
        expire_time: Option<String> = "expireTime",
        /// The marketplace's id of the application.
        event_id: String = "eventId",
        /// What the licence is to be bound to.
        device_fingerprint: Option<String> = "deviceFingerprint",
    }
}
