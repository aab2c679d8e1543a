//! The billing modes of a product [v1 §5].

use serde::{Deserialize, Serialize};

/// How a product is charged.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Billing {
    /// Yearly or monthly (包周期).
    #[default]
    Period,
    /// One-time (按次).
    OneTime,
    /// Pay-per-use (按需).
    OnDemand,
    /// A package of pay-per-use (按需套餐包).
    Package,
}

impl Billing {
    /// Every mode.
    pub const ALL: [Self; 4] = [Self::Period, Self::OneTime, Self::OnDemand, Self::Package];

    /// Its name in flags and files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Period => "period",
            Self::OneTime => "one-time",
            Self::OnDemand => "on-demand",
            Self::Package => "package",
        }
    }

    /// The mode of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }

    /// The value of `chargingMode` [v1 §5.1].
    pub fn charging_mode(self) -> &'static str {
        match self {
            Self::OnDemand => "0",
            Self::Period => "1",
            Self::OneTime => "3",
            Self::Package => "5",
        }
    }
}

impl std::fmt::Display for Billing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
