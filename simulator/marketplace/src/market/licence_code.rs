//! Licence codes, which the marketplace makes itself [licence §3].

use galleria_protocol::Activity;

use super::draft::{Draft, Subject};
use super::ledger::Market;
use super::purchase::State;
use crate::open_api::LicenceCode;

impl Market {
    /// Places the order of a purchase, makes its licence code and shows it to the buyer. Nobody calls
    /// the seller: it knows the code once its software has activated it.
    pub fn issue_code(&mut self, subject: &Subject) -> String {
        self.place_order(subject);
        let made = self.mint().licence_code();
        let Some(purchase) = self.purchases.get_mut(&subject.purchase) else {
            return made;
        };
        let code = purchase.instance_id.get_or_insert(made).clone();
        let (order_id, product_id) = (purchase.order_id.clone(), purchase.product_id.clone());
        let expires = purchase.expires;
        if let Some(filing) = &self.filing {
            filing.code(LicenceCode {
                code: code.clone(),
                order_id,
                product_id,
                ordered: filing.unskipped(),
                expires,
            });
        }
        code
    }

    /// Files what became of a licence code that a call was accepted for.
    pub(super) fn file_code(&self, draft: &Draft) {
        let code = draft.params.get(self.terms().family.subject_member());
        let (Some(filing), Some(code)) = (&self.filing, code) else {
            return;
        };
        match draft.subject.activity {
            Activity::ReleaseInstance => filing.code_released(code),
            Activity::RefreshInstance => {
                if let Some(purchase) = self.purchase(&draft.subject.purchase) {
                    filing.code_ends(code, purchase.expires);
                }
            }
            _ => {}
        }
    }

    /// Enters that the seller's software has activated the code of a purchase.
    pub fn activated(&mut self, purchase: &str) {
        if let Some(purchase) = self.purchases.get_mut(purchase)
            && purchase.state == State::Ordered
        {
            purchase.state = State::Active;
        }
    }

    /// Whether nobody knows that the seller has the code of a purchase: it may be one that was never
    /// activated.
    pub fn is_strange_code(&self, purchase: &str) -> bool {
        let state = self.purchase(purchase).map(|held| held.state);
        self.terms().family.is_made_by_the_marketplace() && state == Some(State::Ordered)
    }
}
