//! What a customer bought, as the marketplace's books hold it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A buyer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// The unique id of the buyer's account.
    pub id: String,
    /// The account's name.
    pub name: String,
}

/// What is sold, where the seller knows only products of its own; made-up ids otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Goods {
    /// The product that is bought.
    pub product_id: Option<String>,
    /// Its specification.
    pub sku_code: Option<String>,
    /// The product that an upgrade leads to.
    pub upgrade_product_id: Option<String>,
    /// Its specification.
    pub upgrade_sku_code: Option<String>,
}

/// The state of a purchase at the marketplace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Paid, not yet delivered.
    Ordered,
    /// Delivered, and still being made (V2).
    Pending,
    /// Delivered and in use.
    Active,
    /// Expired: frozen, kept for the retention period.
    Expired,
    /// Released: gone.
    Released,
}

/// One purchase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purchase {
    /// The customer, by name in the scenario.
    pub customer: String,
    /// The order id of the subscription.
    pub order_id: String,
    /// The line of that order; V1 has none.
    pub order_line_id: String,
    /// The product id, changed by an upgrade.
    pub product_id: String,
    /// The specification's id, changed by an upgrade.
    pub sku_code: String,
    /// When the purchase ends.
    pub expires: DateTime<Utc>,
    /// The seller's instance id, once it was told.
    pub instance_id: Option<String>,
    /// Further instance ids that came to light for it: of deliveries that got another one, and of
    /// answers that were lost.
    pub surplus: BTreeSet<String>,
    /// The state.
    pub state: State,
    /// Whether the seller allowed that another product takes its place (V2).
    pub may_change: bool,
}

/// An instance that the seller holds for a purchase, as far as is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The purchase, by its name in the scenario.
    pub purchase: String,
    /// The customer, by name in the scenario.
    pub customer: String,
    /// The instance id.
    pub instance: String,
}
