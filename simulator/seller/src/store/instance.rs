//! One instance: what a customer bought.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::credentials::Login;

/// A bought resource and its life so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instance {
    /// The seller's id of the instance, at most 64 characters, never given twice.
    pub id: String,
    /// The order that bought it.
    pub order_id: String,
    /// The buyer's account.
    pub customer_id: String,
    /// The product; an upgrade or a renewal with another period may change it.
    pub product_id: Option<String>,
    /// The specification; an upgrade may change it.
    pub sku_code: Option<String>,
    /// Whether it is billed by use (on-demand or package), so that usage must be told.
    pub metered: bool,
    /// Whether it is still a trial.
    pub trial: bool,
    /// When it ends, as the marketplace last said: `yyyyMMddHHmmss`. A hint; the expiry call acts.
    pub expire_time: Option<String>,
    /// The administrator's first login.
    pub login: Login,
    /// Whether it can be used.
    pub condition: Condition,
    /// Ids of the renewal and upgrade orders that have taken effect.
    pub applied: BTreeSet<String>,
    /// How many queries are still to be answered before it is ready (V2).
    pub pending: u32,
}

/// Why an instance can or cannot be used. All `false`: it can.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// Expired and not renewed since: frozen.
    pub expired: bool,
    /// Frozen by a status call.
    pub frozen: bool,
    /// Released: the resource is gone, only its record stays.
    pub released: bool,
}

impl Condition {
    /// Whether the customer can use the instance.
    pub fn is_usable(self) -> bool {
        self == Condition::default()
    }
}
