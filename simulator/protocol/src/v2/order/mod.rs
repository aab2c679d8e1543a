//! The query of an order, which a seller asks the marketplace for after newInstance and
//! upgradeInstance [v2 §7.1].

mod answer;
mod info;
mod mock;
mod words;

pub use answer::{OrderQuery, OrderQueryAnswer};
pub use info::{BuyerInfo, OrderInfo, OrderLine};
pub use mock::MockOrder;
pub use words::{ChargingMode, OrderType, PeriodType};

pub use super::request::ProductInfo;
pub use crate::v1::extend_params::ExtendParam;

/// The path of the query, by GET.
pub const PATH: &str = "/api/mkp-openapi-public/global/v1/order/query";
