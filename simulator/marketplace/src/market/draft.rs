//! A call that is decided on but neither signed nor sent.

use galleria_protocol::{Activity, Params};

use super::purchase::State;

/// What a scenario wants called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The scene.
    pub activity: Activity,
    /// The purchase, by its name in the scenario.
    pub purchase: String,
    /// The customer who buys, by name in the scenario.
    pub customer: String,
    /// Whether it is a call of the debug step, with the form's made-up values.
    pub test: bool,
    /// The purchase whose order this one belongs to, by its name in the scenario: one pay-per-use
    /// order brings a call for each item that is billed.
    pub order_of: Option<String>,
}

/// A call before it is signed: parameters or members, neither dated nor signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What it is about.
    pub subject: Subject,
    /// The parameters in the order in which they are sent.
    pub params: Params,
    /// The state of the purchase when the call was decided on.
    pub state: Option<State>,
}
