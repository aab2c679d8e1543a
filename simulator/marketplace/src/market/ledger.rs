//! The marketplace's books for one scenario: who bought what, and what the seller answered.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::Months;
use galleria_protocol::Params;
use galleria_protocol::v1::Activity;

use super::billing::Billing;
use super::draft::{Draft, Subject};
use super::purchase::{Customer, Goods, Held, Purchase, State};
use super::terms::Terms;
use super::v1;
use crate::clock::Clock;
use crate::mint::Mint;

/// The books.
#[derive(Debug)]
pub struct Market {
    billing: Billing,
    goods: Goods,
    terms: Arc<Terms>,
    clock: Clock,
    mint: Mint,
    customers: BTreeMap<String, Customer>,
    purchases: BTreeMap<String, Purchase>,
}

/// Why a call cannot be made.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum MarketError {
    /// The seller has told no instance id for the purchase.
    #[error("the seller has told no instance id for purchase `{0}`")]
    NoInstance(String),
}

impl Market {
    /// Empty books.
    pub fn new(
        billing: Billing,
        goods: Goods,
        terms: Arc<Terms>,
        clock: Clock,
        mint: Mint,
    ) -> Self {
        Self {
            billing,
            goods,
            terms,
            clock,
            mint,
            customers: BTreeMap::new(),
            purchases: BTreeMap::new(),
        }
    }

    /// The source of further ids.
    pub fn mint(&mut self) -> &mut Mint {
        &mut self.mint
    }

    /// The clock that dates orders.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The billing mode of everything sold here.
    pub fn billing(&self) -> Billing {
        self.billing
    }

    /// What is sold here.
    pub fn goods(&self) -> &Goods {
        &self.goods
    }

    /// How calls are written here.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// A purchase by its name in the scenario.
    pub fn purchase(&self, name: &str) -> Option<&Purchase> {
        self.purchases.get(name)
    }

    /// Decides on a call, and writes it on the site's terms. A first `newInstance` of a purchase
    /// places its order.
    pub fn draft(&mut self, subject: Subject) -> Result<Draft, MarketError> {
        let mut draft = self.decide(subject)?;
        let Subject { activity, test, .. } = draft.subject;
        draft.params = self.terms.write(activity.name(), test, &draft.params);
        Ok(draft)
    }

    fn decide(&mut self, subject: Subject) -> Result<Draft, MarketError> {
        if subject.test {
            let params = v1::debug::params(subject.activity, self);
            return Ok(Draft {
                subject,
                params,
                state: None,
            });
        }
        if subject.activity == Activity::NewInstance {
            self.place_order(&subject);
        }
        let purchase = self
            .purchases
            .get(&subject.purchase)
            .ok_or_else(|| MarketError::NoInstance(subject.purchase.clone()))?
            .clone();
        let state = Some(purchase.state);
        let params = match (&purchase.instance_id, subject.activity) {
            (_, Activity::NewInstance) => {
                let customer = self.customer(&subject.customer);
                v1::life::purchase(self, &customer, &purchase)
            }
            (Some(_), Activity::QueryInstance) => v1::life::query(&self.live()),
            (Some(instance), activity) => v1::life::later(self, activity, &purchase, instance),
            (None, _) => return Err(MarketError::NoInstance(subject.purchase)),
        };
        Ok(Draft {
            subject,
            params,
            state,
        })
    }

    /// The call of `draft` with an order of its own, so that the seller does not take it for a
    /// repeat. A purchase becomes another one, by another customer, under the name `purchase` or
    /// one that is made up.
    pub fn twin(&mut self, draft: &Draft, purchase: Option<&str>) -> Draft {
        let mut twin = draft.clone();
        if twin.params.contains("businessId") {
            twin.params.set("businessId", self.mint.business_id());
        }
        if twin.subject.test {
            return twin;
        }
        match twin.subject.activity {
            Activity::NewInstance => {
                let made_up = format!("{}, twin {}", draft.subject.purchase, self.purchases.len());
                let name = purchase.map_or(made_up, ToOwned::to_owned);
                twin.subject.order_of = None;
                twin.subject.customer.clone_from(&name);
                twin.subject.purchase = name;
                self.place_order(&twin.subject);
                self.rename(&mut twin);
            }
            Activity::RefreshInstance | Activity::Upgrade => {
                twin.params.set("orderId", self.mint.order_id());
            }
            _ => {}
        }
        twin.state = self.purchase(&twin.subject.purchase).map(|held| held.state);
        twin
    }

    /// Writes the order and the customer of a purchase's books into its call.
    fn rename(&mut self, draft: &mut Draft) {
        let customer = self.customer(&draft.subject.customer);
        draft.params.set("customerId", customer.id);
        if draft.params.contains("customerName") {
            draft.params.set("customerName", customer.name);
        }
        if let Some(purchase) = self.purchases.get(&draft.subject.purchase) {
            draft.params.set("orderId", &purchase.order_id);
        }
    }

    /// Enters what the seller accepted; `instance` is the id that the answer carries. Calls of the
    /// debug step do no business, so they change nothing here, whatever they are about.
    pub fn enter(&mut self, draft: &Draft, instance: Option<&str>) {
        if draft.subject.test || draft.params.get("testFlag") == Some("1") {
            return;
        }
        let Some(purchase) = self.purchases.get_mut(&draft.subject.purchase) else {
            return;
        };
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
                purchase.expires = a_year_behind(purchase.expires);
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
            Activity::InstanceStatus | Activity::QueryInstance => {}
        }
    }

    /// Notes an instance that an answer told which got lost: the marketplace does not know of it,
    /// but it has to be released.
    pub fn came_to_light(&mut self, draft: &Draft, instance: &str) {
        if draft.subject.test || draft.params.get("testFlag") == Some("1") {
            return;
        }
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

    /// The release of an instance that the seller holds.
    pub fn release(&mut self, held: &Held) -> Draft {
        let subject = Subject {
            activity: Activity::ReleaseInstance,
            purchase: held.purchase.clone(),
            customer: held.customer.clone(),
            test: false,
            order_of: None,
        };
        let (mut params, mut state) = (Params::new(), None);
        if let Some(purchase) = self.purchases.get(&held.purchase).cloned() {
            let activity = Activity::ReleaseInstance;
            params = v1::life::later(self, activity, &purchase, &held.instance);
            params = self.terms.write(activity.name(), false, &params);
            state = Some(purchase.state);
        }
        Draft {
            subject,
            params,
            state,
        }
    }

    /// The instances that the seller holds.
    fn live(&self) -> Vec<&str> {
        let held = self
            .purchases
            .values()
            .filter(|purchase| purchase.state != State::Released);
        held.filter_map(|purchase| purchase.instance_id.as_deref())
            .collect()
    }

    /// The product that an upgrade leads to, and its specification.
    pub(super) fn upgraded(&mut self) -> (String, String) {
        let product = self.goods.upgrade_product_id.clone();
        let sku = self.goods.upgrade_sku_code.clone();
        (
            product.unwrap_or_else(|| self.mint.product_id()),
            sku.unwrap_or_else(|| self.mint.business_id()),
        )
    }

    fn place_order(&mut self, subject: &Subject) {
        if self.purchases.contains_key(&subject.purchase) {
            return;
        }
        let other = subject
            .order_of
            .as_ref()
            .and_then(|name| self.purchases.get(name));
        let order = other.map(|purchase| purchase.order_id.clone());
        // The items of one order differ in their product.
        let product = self.goods.product_id.clone().filter(|_| other.is_none());
        let product_id = product.unwrap_or_else(|| self.mint.product_id());
        let sku = self.goods.sku_code.clone();
        let sku_code = sku.unwrap_or_else(|| self.mint.business_id());
        let purchase = Purchase {
            customer: subject.customer.clone(),
            order_id: order.unwrap_or_else(|| self.mint.order_id()),
            product_id,
            sku_code,
            expires: a_year_behind(self.clock.now()),
            instance_id: None,
            surplus: BTreeSet::new(),
            state: State::Ordered,
        };
        self.purchases.insert(subject.purchase.clone(), purchase);
    }

    fn customer(&mut self, name: &str) -> Customer {
        let mint = &mut self.mint;
        let known = self.customers.entry(name.to_owned()).or_insert_with(|| {
            let id = mint.customer_id();
            Customer {
                name: format!("galleria_{}", &id[..8]),
                id,
            }
        });
        known.clone()
    }
}

fn a_year_behind(time: chrono::DateTime<chrono::Utc>) -> chrono::DateTime<chrono::Utc> {
    time.checked_add_months(Months::new(12)).unwrap_or(time)
}
