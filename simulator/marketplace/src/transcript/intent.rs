//! What the marketplace was about when it made a call.

use galleria_protocol::Activity;
use serde::{Deserialize, Serialize};

use super::exchange::ExchangeId;

/// Why a call was made: all that a rule needs to know of it beside what crossed the wire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intent {
    /// The activity as sent, such as `newInstance`.
    pub activity: String,
    /// What this call is to the others.
    pub role: Role,
    /// The purchase it belongs to, by its name in the scenario.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purchase: Option<String>,
    /// The customer, by name in the scenario.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// The order id that was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_id: Option<String>,
    /// The product id that was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_id: Option<String>,
    /// The instance id that was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance_id: Option<String>,
    /// Whether it was a call of the debug step (`testFlag=1`).
    #[serde(default)]
    pub test: bool,
    /// Whether the seller need not have this scene at all.
    #[serde(default)]
    pub optional: bool,
    /// The state of the purchase when the call was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<crate::market::State>,
}

/// What a call is to the calls before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Role {
    /// An ordinary call.
    Call,
    /// The same order again, as the platform retries: new business id, time and signature.
    Repeat {
        /// The call that it repeats.
        of: ExchangeId,
    },
    /// One of several deliveries of one order at the same moment.
    AtOnce {
        /// The call by which the order had been delivered before, if it had.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<ExchangeId>,
    },
    /// The same order again, because nobody knows what came of it: its connection was lost, or it
    /// was delivered several times at once. Made again for as long as the seller says no.
    Awaited {
        /// The call of which nobody knows what came; the first of those at once.
        of: ExchangeId,
    },
    /// An ordinary call whose tampered twin follows.
    Control,
    /// The twin: it differs from the control in the one thing that `how` names.
    Tampered {
        /// The tampering's name, such as `forged-token`.
        how: String,
        /// The control.
        control: ExchangeId,
    },
    /// The platform asks whether an instance is made by now (V2).
    Poll,
    /// An ordinary call with fewer parameters than one that was refused, with an order of its own: to
    /// find out which of them the seller stumbles over.
    Isolated {
        /// The call that was refused.
        of: ExchangeId,
    },
    /// A release of what the run bought, after the scenario's own steps.
    CleanUp,
}

impl Intent {
    /// Whether the call is of that scene, by whatever name its version and family have for it.
    pub fn is(&self, activity: Activity) -> bool {
        Activity::from_name(&self.activity) == Some(activity)
    }

    /// The tampering's name, if this call was tampered with.
    pub fn tampering(&self) -> Option<&str> {
        match &self.role {
            Role::Tampered { how, .. } => Some(how),
            _ => None,
        }
    }
}
