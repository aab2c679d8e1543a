//! What a probe is asked, and what it counted.

use galleria_marketplace::transcript::{Exchange, ExchangeId};
use serde::{Deserialize, Serialize};

/// One order, as a probe is asked about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The order.
    pub order_id: String,
    /// The product that was bought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_id: Option<String>,
    /// The instance id that the seller told for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance_id: Option<String>,
}

/// What a probe counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Probed {
    /// The order's last call before the probe.
    pub exchange: ExchangeId,
    /// What was asked.
    #[serde(flatten)]
    pub question: Question,
    /// The instances that there were for the order.
    pub count: u64,
}

impl Question {
    /// The question about the order that a call carries; nothing where it carries none.
    pub fn about(exchange: &Exchange) -> Option<Self> {
        let intent = &exchange.intent;
        Some(Self {
            order_id: intent.order_id.clone().filter(|id| !id.is_empty())?,
            product_id: intent.product_id.clone(),
            instance_id: exchange.answered_instance().map(ToOwned::to_owned),
        })
    }

    /// Its values by the names of a template's places.
    pub fn values(&self) -> [(&'static str, &str); 3] {
        [
            ("orderId", &self.order_id),
            ("productId", self.product_id.as_deref().unwrap_or_default()),
            (
                "instanceId",
                self.instance_id.as_deref().unwrap_or_default(),
            ),
        ]
    }
}
