//! What the seller's answers change in the books.

use galleria_protocol::{Activity, Api};

use super::draft::Draft;
use super::ledger::{Market, a_year_behind};
use super::purchase::{Held, Purchase, State};
use super::v2;

impl Market {
    /// Enters what the seller accepted; `instance` is the id that the answer carries. Calls of the
    /// debug step do no business, so they change nothing here, whatever they are about.
    pub fn enter(&mut self, draft: &Draft, instance: Option<&str>) {
        if draft.subject.test || draft.params.get("testFlag") == Some("1") {
            return;
        }
        let api = self.api();
        let made_here = self.terms().family.is_made_by_the_marketplace();
        match draft.subject.activity {
            Activity::NewInstance => instance.iter().for_each(|id| self.file_instance(id)),
            Activity::ReleaseInstance => self.file_release(draft),
            _ => {}
        }
        let Some(purchase) = self.purchases.get_mut(&draft.subject.purchase) else {
            return;
        };
        // Whoever does something with a licence code knows it.
        if made_here && purchase.state == State::Ordered {
            purchase.state = State::Active;
        }
        match draft.subject.activity {
            Activity::NewInstance => {
                match (instance, &purchase.instance_id) {
                    (Some(told), None) => purchase.instance_id = Some(told.to_owned()),
                    (Some(told), Some(known)) if told != known => {
                        purchase.surplus.insert(told.to_owned());
                    }
                    _ => {}
                }
                if let Some(order) = draft.params.get("orderId") {
                    order.clone_into(&mut purchase.order_id);
                }
                if purchase.state == State::Ordered {
                    purchase.state = State::Active;
                }
            }
            Activity::RefreshInstance => {
                purchase.state = State::Active;
                let told = api == Api::V2;
                let told = told.then(|| v2::life::told_end(&draft.params)).flatten();
                purchase.expires = told.unwrap_or_else(|| a_year_behind(purchase.expires));
            }
            Activity::ExpireInstance => purchase.state = State::Expired,
            Activity::ReleaseInstance => purchase.state = State::Released,
            Activity::Upgrade => {
                if let Some(product) = draft.params.get("productId") {
                    product.clone_into(&mut purchase.product_id);
                }
                if let Some(sku) = draft.params.get("skuCode") {
                    sku.clone_into(&mut purchase.sku_code);
                }
            }
            Activity::ChangeInstanceCheck => purchase.may_change = true,
            Activity::InstanceStatus
            | Activity::QueryInstance
            | Activity::OrderNotify
            | Activity::GetLicenseAsync => {}
        }
        if made_here {
            self.file_code(draft);
        }
    }

    /// Enters that the seller is making the instance of that id (V2). Some say so only when they are asked
    /// for it.
    pub fn enter_pending(&mut self, draft: &Draft, instance: Option<&str>) {
        let asked = draft.subject.activity == Activity::QueryInstance && !draft.subject.test;
        let known = self.purchase(&draft.subject.purchase);
        let was_made = known.is_some_and(|held| held.instance_id.is_some());
        self.enter(draft, instance);
        let held = self.purchases.get_mut(&draft.subject.purchase);
        let is_new = |held: &Purchase| held.instance_id.is_some() && !was_made;
        let is_told = |held: &Purchase| asked && held.state == State::Active;
        if let Some(purchase) = held.filter(|held| is_new(held) || is_told(held)) {
            purchase.state = State::Pending;
        }
    }

    /// Enters that the seller has made the instance of that id.
    pub fn enter_made(&mut self, instance: &str) {
        let held = self.purchases.values_mut();
        for purchase in held.filter(|held| held.instance_id.as_deref() == Some(instance)) {
            if purchase.state == State::Pending {
                purchase.state = State::Active;
            }
        }
    }

    /// Whether the seller is still making the instance of that purchase.
    pub fn is_pending(&self, purchase: &str) -> bool {
        let held = self.purchase(purchase);
        held.is_some_and(|held| held.state == State::Pending)
    }

    /// Notes an instance that an answer told which got lost: the marketplace does not know of it,
    /// but it has to be released.
    pub fn came_to_light(&mut self, draft: &Draft, instance: &str) {
        if draft.subject.test || draft.params.get("testFlag") == Some("1") {
            return;
        }
        self.file_instance(instance);
        if let Some(purchase) = self.purchases.get_mut(&draft.subject.purchase) {
            purchase.surplus.insert(instance.to_owned());
        }
    }

    /// The instances that the seller still holds: each purchase's own, then its surplus ones.
    pub fn unreleased(&self) -> Vec<Held> {
        let mut held = Vec::new();
        for (name, purchase) in &self.purchases {
            let own = purchase.instance_id.as_ref();
            let unreleased = own.filter(|_| purchase.state != State::Released);
            let surplus = purchase.surplus.iter().filter(|id| Some(*id) != own);
            held.extend(unreleased.into_iter().chain(surplus).map(|instance| Held {
                purchase: name.clone(),
                customer: purchase.customer.clone(),
                instance: instance.clone(),
            }));
        }
        held
    }
}
