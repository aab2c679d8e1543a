//! The orders that the marketplace keeps for debugging.

use super::{ChargingMode, OrderType, PeriodType};

/// An order that can be queried without anybody having bought anything [v2 §7.1].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MockOrder {
    /// Its id.
    pub order_id: &'static str,
    /// What it does.
    pub order_type: OrderType,
    /// How its line is charged; for the last four, which do not say it, by period as renewals and
    /// changes are.
    pub charging_mode: ChargingMode,
    /// The period of its line, where it is charged by one.
    pub period_type: Option<PeriodType>,
    /// Whether the European site has it.
    pub in_europe: bool,
}

impl MockOrder {
    /// All nine.
    pub const ALL: [MockOrder; 9] = {
        use ChargingMode::{OnDemand, OnDemandPkg, OneTime};
        use OrderType::{Change, New, Renew, Trial, TrialToFormal, Unsubscribe};
        use PeriodType::{Day, Month, Year};
        [
            MockOrder::period("MOCKPERIODYEARNEW", New, Year),
            MockOrder::new("MOCKONETIMENEW", OneTime, true),
            MockOrder::new("MOCKONDEMAND", OnDemand, false),
            MockOrder::new("MOCKONDEMANDPKG", OnDemandPkg, false),
            MockOrder::period("MOCKPERIODDAYTRIAL", Trial, Day),
            MockOrder::period("MOCKMONTYTRIALTOFORMAL", TrialToFormal, Month),
            MockOrder::period("MOCKMONTYUNSUBSCRIBE", Unsubscribe, Month),
            MockOrder::period("MOCKMONTYRENEW", Renew, Month),
            MockOrder::period("MOCKMONTYCHANGE", Change, Month),
        ]
    };

    const fn period(order_id: &'static str, order_type: OrderType, period: PeriodType) -> Self {
        MockOrder {
            order_id,
            order_type,
            charging_mode: ChargingMode::Period,
            period_type: Some(period),
            in_europe: true,
        }
    }

    const fn new(order_id: &'static str, charging_mode: ChargingMode, in_europe: bool) -> Self {
        MockOrder {
            order_id,
            order_type: OrderType::New,
            charging_mode,
            period_type: None,
            in_europe,
        }
    }

    /// The mock order of that id.
    pub fn find(order_id: &str) -> Option<MockOrder> {
        MockOrder::ALL
            .into_iter()
            .find(|known| known.order_id == order_id)
    }

    /// The id of its only line.
    pub fn order_line_id(&self) -> String {
        format!("{}-000001", self.order_id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_leads_back_to_its_order() {
        for known in MockOrder::ALL {
            assert_eq!(MockOrder::find(known.order_id), Some(known));
        }
        assert_eq!(MockOrder::find("CS2207261447AUY4H"), None);
    }

    #[test]
    fn line_is_the_first_of_its_order() {
        let order = MockOrder::find("MOCKMONTYRENEW").unwrap();
        assert_eq!(order.order_line_id(), "MOCKMONTYRENEW-000001");
        assert_eq!(order.order_type, OrderType::Renew);
    }
}
