//! What follows from the reason of a renewal.

use galleria_protocol::{Activity, Api};

use super::draft::Draft;
use super::ledger::{Market, MarketError};
use super::v2;

impl Market {
    /// Gives a renewal the end that fits the reason that it tells, and makes none with another product
    /// that the seller did not allow [v2 §4.3, §4.7]. V1 tells no reasons.
    pub fn settle(&self, draft: &mut Draft) -> Result<(), MarketError> {
        let renews = draft.subject.activity == Activity::RefreshInstance && !draft.subject.test;
        let purchase = self.purchase(&draft.subject.purchase);
        let Some(purchase) = purchase.filter(|_| renews && self.api() == Api::V2) else {
            return Ok(());
        };
        if v2::life::changes_product(&draft.params) && !purchase.may_change {
            return Err(MarketError::NoChange(draft.subject.purchase.clone()));
        }
        v2::life::fit_end(&mut draft.params, purchase);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::clock::Clock;
    use crate::market::{Billing, Goods, Subject, Terms};
    use crate::mint::Mint;

    fn market() -> Market {
        let (goods, terms) = (Goods::default(), Arc::new(Terms::default()));
        let (clock, mint) = (Clock::system(), Mint::new(1, 1, "renewals"));
        let mut market = Market::new(Api::V2, Billing::Period, goods, terms, clock, mint);
        play(&mut market, Activity::NewInstance, "").unwrap();
        market
    }

    /// Drafts a call with that reason and enters that it was accepted.
    fn play(market: &mut Market, activity: Activity, reason: &str) -> Result<Draft, MarketError> {
        let mut draft = market.draft(Subject {
            activity,
            purchase: "first".to_owned(),
            customer: "buyer".to_owned(),
            test: false,
            order_of: None,
        })?;
        if !reason.is_empty() {
            draft.params.set("scene", reason);
        }
        market.settle(&mut draft)?;
        market.enter(&draft, Some("instance"));
        Ok(draft)
    }

    fn year(draft: &Draft) -> i32 {
        draft.params.get("expireTime").unwrap()[..4]
            .parse()
            .unwrap()
    }

    #[test]
    fn a_renewal_that_is_taken_back_leads_to_the_end_before_it() {
        let mut market = market();
        let renew = |market: &mut Market, reason| {
            year(&play(market, Activity::RefreshInstance, reason).unwrap())
        };
        let first = renew(&mut market, "RENEWAL");
        assert_eq!(renew(&mut market, "RENEWAL"), first + 1);
        assert_eq!(renew(&mut market, "UNSUBSCRIBE_RENEWAL_PERIOD"), first);
        assert_eq!(renew(&mut market, "TRIAL_TO_FORMAL"), first + 1);
    }

    #[test]
    fn another_product_needs_the_sellers_leave() {
        let mut market = market();
        let change = |market: &mut Market| {
            play(market, Activity::RefreshInstance, "RENEWAL_CHANGE").map(|_| ())
        };
        let refused = MarketError::NoChange("first".to_owned());
        assert_eq!(change(&mut market), Err(refused));
        play(&mut market, Activity::ChangeInstanceCheck, "").unwrap();
        assert_eq!(change(&mut market), Ok(()));
    }

    #[test]
    fn a_release_carries_an_order_where_it_is_a_refund() {
        let refunds = |expires: bool| {
            let mut market = market();
            if expires {
                play(&mut market, Activity::ExpireInstance, "").unwrap();
            }
            let release = play(&mut market, Activity::ReleaseInstance, "").unwrap();
            ["orderId", "orderLineId"].map(|name| release.params.contains(name))
        };
        assert_eq!((refunds(false), refunds(true)), ([true; 2], [false; 2]));
    }
}
