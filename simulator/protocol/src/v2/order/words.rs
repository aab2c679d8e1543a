//! The kinds of orders.

use serde::{Deserialize, Serialize};

/// What an order does [v2 §7.1].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum OrderType {
    /// Buys a product.
    New,
    /// Tries a product.
    Trial,
    /// Makes a trial formal.
    TrialToFormal,
    /// Gives a product back.
    Unsubscribe,
    /// Renews.
    Renew,
    /// Changes specification or quantity.
    Change,
}

/// How an order line is charged [v2 §7.1].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ChargingMode {
    /// By use.
    OnDemand,
    /// Once.
    OneTime,
    /// By period.
    Period,
    /// As a package of use.
    OnDemandPkg,
}

/// The period of an order line that is charged by it. Trials have days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PeriodType {
    /// Years.
    Year,
    /// Months.
    Month,
    /// Days; inferred from the name of the mock order of a trial.
    Day,
}
