//! The marketplace's books for one scenario: who bought what, and what the seller answered.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::Months;
use galleria_protocol::{Activity, Api, Params};

use super::billing::Billing;
use super::draft::{Draft, Subject};
use super::purchase::{Customer, Goods, Held, Purchase, State};
use super::sealed::Dating;
use super::terms::Terms;
use super::{v1, v2};
use crate::clock::Clock;
use crate::mint::Mint;
use crate::open_api::Filing;

/// The ids that one query may name [v1 §5.7, v2 §4.2].
pub const MOST_IDS: usize = 100;

/// The books.
#[derive(Debug)]
pub struct Market {
    api: Api,
    billing: Billing,
    goods: Goods,
    terms: Arc<Terms>,
    clock: Clock,
    mint: Mint,
    pub(super) customers: BTreeMap<String, Customer>,
    pub(super) filing: Option<Filing>,
    pub(super) purchases: BTreeMap<String, Purchase>,
}

/// Why a call cannot be made.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum MarketError {
    /// The seller has told no instance id for the purchase.
    #[error("the seller has told no instance id for purchase `{0}`")]
    NoInstance(String),
    /// The seller has not allowed that another product takes the place of the one that was bought.
    #[error("the seller has not allowed the change of purchase `{0}`, so that it is not made")]
    NoChange(String),
}

impl Market {
    /// Empty books.
    pub fn new(
        api: Api,
        billing: Billing,
        goods: Goods,
        terms: Arc<Terms>,
        clock: Clock,
        mint: Mint,
    ) -> Self {
        Self {
            api,
            billing,
            goods,
            terms,
            clock,
            mint,
            customers: BTreeMap::new(),
            filing: None,
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

    /// The version of the interface that calls are written in.
    pub fn api(&self) -> Api {
        self.api
    }

    /// The date of a call that is made now.
    pub fn date(&mut self) -> Dating {
        Dating {
            time: self.clock.now(),
            nonce: self.mint.nonce(),
            unit: self.terms.unit,
        }
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
        let scene = draft.params.get("activity").unwrap_or_default();
        draft.params = self.terms.write(scene, draft.subject.test, &draft.params);
        Ok(draft)
    }

    fn decide(&mut self, subject: Subject) -> Result<Draft, MarketError> {
        if subject.test {
            let params = match self.api {
                Api::V1 => v1::debug::params(subject.activity, self),
                Api::V2 => v2::debug::params(subject.activity, self),
            };
            return Ok(Draft {
                subject,
                params,
                state: None,
            });
        }
        // There may be notice of an order by which no instance is made.
        let notice = self.api == Api::V2 && subject.activity == Activity::OrderNotify;
        if notice || subject.activity == Activity::NewInstance {
            self.place_order(&subject);
        }
        let purchase = self
            .purchases
            .get(&subject.purchase)
            .ok_or_else(|| MarketError::NoInstance(subject.purchase.clone()))?
            .clone();
        let state = Some(purchase.state);
        let params = match (&purchase.instance_id, subject.activity) {
            (_, Activity::NewInstance) => self.bought(&subject.customer, &purchase),
            (_, Activity::OrderNotify) if notice => {
                self.customer(&subject.customer);
                v2::life::notice(&purchase)
            }
            (Some(_), Activity::QueryInstance) => match self.api {
                Api::V1 => v1::life::query(&self.asked_for(&purchase)),
                Api::V2 => v2::life::query(&self.asked_for(&purchase)),
            },
            (Some(instance), activity) => match self.api {
                Api::V1 => v1::life::later(self, activity, &purchase, instance),
                Api::V2 => v2::life::later(self, activity, &purchase, instance),
            },
            (None, _) => return Err(MarketError::NoInstance(subject.purchase)),
        };
        Ok(Draft {
            subject,
            params,
            state,
        })
    }

    fn bought(&mut self, customer: &str, purchase: &Purchase) -> Params {
        let customer = self.customer(customer);
        match self.api {
            Api::V1 => v1::life::purchase(self, &customer, purchase),
            Api::V2 => v2::life::purchase(self, purchase),
        }
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
            Activity::NewInstance | Activity::OrderNotify => {
                let made_up = format!("{}, twin {}", draft.subject.purchase, self.purchases.len());
                let name = purchase.map_or(made_up, ToOwned::to_owned);
                twin.subject.order_of = None;
                twin.subject.customer.clone_from(&name);
                twin.subject.purchase = name;
                self.place_order(&twin.subject);
                self.rename(&mut twin);
            }
            Activity::RefreshInstance | Activity::Upgrade => {
                let order = self.mint.order_id();
                if twin.params.contains("orderLineId") {
                    twin.params.set("orderLineId", line(&order, 1));
                }
                twin.params.set("orderId", order);
            }
            _ => {}
        }
        twin.state = self.purchase(&twin.subject.purchase).map(|held| held.state);
        twin
    }

    /// Writes the order and the customer of a purchase's books into its call.
    fn rename(&mut self, draft: &mut Draft) {
        let customer = self.customer(&draft.subject.customer);
        if draft.params.contains("customerId") {
            draft.params.set("customerId", customer.id);
        }
        if draft.params.contains("customerName") {
            draft.params.set("customerName", customer.name);
        }
        if let Some(purchase) = self.purchases.get(&draft.subject.purchase) {
            draft.params.set("orderId", &purchase.order_id);
            if draft.params.contains("orderLineId") {
                draft.params.set("orderLineId", &purchase.order_line_id);
            }
        }
    }

    /// The call that asks for the instance of one purchase.
    pub fn question(&self, name: &str) -> Option<Draft> {
        let purchase = self.purchase(name)?;
        let instance = [purchase.instance_id.as_deref()?];
        let params = match self.api {
            Api::V1 => v1::life::query(&instance),
            Api::V2 => v2::life::query(&instance),
        };
        Some(Draft {
            subject: Subject {
                activity: Activity::QueryInstance,
                purchase: name.to_owned(),
                customer: purchase.customer.clone(),
                test: false,
                order_of: None,
            },
            params,
            state: Some(purchase.state),
        })
    }

    /// The release of an instance that the seller holds.
    pub fn release(&mut self, held: &Held) -> Draft {
        let activity = Activity::ReleaseInstance;
        let (mut params, mut state) = (Params::new(), None);
        if let Some(purchase) = self.purchases.get(&held.purchase).cloned() {
            let written = match self.api {
                Api::V1 => v1::life::later(self, activity, &purchase, &held.instance),
                Api::V2 => v2::life::later(self, activity, &purchase, &held.instance),
            };
            params = self.terms.write(activity.name(), false, &written);
            state = Some(purchase.state);
        }
        Draft {
            subject: Subject {
                activity,
                purchase: held.purchase.clone(),
                customer: held.customer.clone(),
                test: false,
                order_of: None,
            },
            params,
            state,
        }
    }

    /// The instances that a query about a purchase is for: all that the seller holds, and where they
    /// are more than one query may name, that of the purchase with others. One that is being made is asked for
    /// alone, since the answer may be about it alone.
    fn asked_for<'a>(&'a self, purchase: &'a Purchase) -> Vec<&'a str> {
        if purchase.state == State::Pending {
            return purchase.instance_id.as_deref().into_iter().collect();
        }
        let mut asked = self.live();
        if asked.len() > MOST_IDS {
            let own = purchase.instance_id.as_deref();
            let (own, mut others): (Vec<_>, Vec<_>) =
                asked.into_iter().partition(|id| Some(*id) == own);
            others.truncate(MOST_IDS - own.len());
            asked = [others, own].concat();
        }
        asked
    }

    /// The instances that the seller holds and has made.
    fn live(&self) -> Vec<&str> {
        let held = self
            .purchases
            .values()
            .filter(|purchase| !matches!(purchase.state, State::Released | State::Pending));
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

    pub(super) fn place_order(&mut self, subject: &Subject) {
        if self.purchases.contains_key(&subject.purchase) {
            return;
        }
        let other = subject
            .order_of
            .as_ref()
            .and_then(|name| self.purchases.get(name));
        let order = other.map(|purchase| purchase.order_id.clone());
        let order_id = order.unwrap_or_else(|| self.mint.order_id());
        let lines = self
            .purchases
            .values()
            .filter(|held| held.order_id == order_id);
        let order_line_id = line(&order_id, lines.count() + 1);
        // The items of one order differ in their product; who comes back buys the same one again.
        let bought = self
            .purchases
            .values()
            .find(|held| held.customer == subject.customer)
            .map(|held| held.product_id.clone());
        let product = self.goods.product_id.clone().or(bought);
        let product_id = product
            .filter(|_| other.is_none())
            .unwrap_or_else(|| self.mint.product_id());
        let sku = self.goods.sku_code.clone();
        let sku_code = sku.unwrap_or_else(|| self.mint.business_id());
        let purchase = Purchase {
            customer: subject.customer.clone(),
            order_id,
            order_line_id,
            product_id,
            sku_code,
            expires: a_year_behind(self.clock.now()),
            instance_id: None,
            surplus: BTreeSet::new(),
            state: State::Ordered,
            may_change: false,
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

/// The line of an order with that number, from 1 [v2 §7.1].
fn line(order: &str, number: usize) -> String {
    format!("{order}-{number:06}")
}

pub(super) fn a_year_behind(time: chrono::DateTime<chrono::Utc>) -> chrono::DateTime<chrono::Utc> {
    time.checked_add_months(Months::new(12)).unwrap_or(time)
}
