//! The state model: which step may come next, by what the marketplace has done so far.
//!
//! Pure: it knows no seller and no wire. A history that it takes is one that the marketplace could
//! have played, so that whatever the seller does wrong in it is the seller's.

use std::collections::{BTreeMap, BTreeSet};

use galleria_marketplace::tamper::{Tampering, Twin};

use super::terms::Terms;
use crate::life_cycle::{Edge, Scene, Standing, Way};
use crate::scenario::{Call, Verb};

/// The marketplace's books of one history, as far as its rules need them.
#[derive(Clone, Debug)]
pub struct Model<'a> {
    terms: &'a Terms,
    orders: BTreeMap<String, Order>,
    steps: Vec<Told>,
    edges: BTreeSet<Edge>,
}

#[derive(Clone, Debug)]
struct Order {
    standing: Standing,
    /// The step that the standing comes from, from 1.
    since: u32,
    /// The step whose answer was lost, where the marketplace does not know what came of it.
    unheard: Option<u32>,
    /// The last step of an expiry or a renewal: what came before it is not told again.
    period: u32,
}

/// What a step was about.
#[derive(Clone, Debug)]
struct Told {
    scene: Option<Scene>,
    order: String,
    /// Where the order stood behind it.
    after: Standing,
    burst: bool,
    test: bool,
}

impl<'a> Model<'a> {
    /// Books without an order.
    pub fn new(terms: &'a Terms) -> Self {
        Self {
            terms,
            orders: BTreeMap::new(),
            steps: Vec::new(),
            edges: BTreeSet::new(),
        }
    }

    /// The edges that were played.
    pub fn edges(&self) -> &BTreeSet<Edge> {
        &self.edges
    }

    /// How many steps were taken.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether nothing has happened.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Where an order stands.
    pub fn standing(&self, order: &str) -> Standing {
        let known = self.orders.get(order);
        known.map_or(Standing::Nothing, |order| order.standing)
    }

    /// The step whose answer the marketplace waits for, of that order.
    pub fn unheard(&self, order: &str) -> Option<u32> {
        self.orders.get(order)?.unheard
    }

    /// Whether the marketplace could take this step now.
    pub fn may(&self, verb: &Verb) -> bool {
        match verb {
            Verb::Send(call) => self.may_call(call, Way::Once),
            Verb::LoseAnswer(call) => self.may_call(call, Way::Lost),
            Verb::Burst { call, .. } => self.may_call(call, Way::AtOnce),
            Verb::Orders { call, .. } => {
                self.terms.calls(call.subject.activity)
                    && !self.orders.contains_key(&call.subject.purchase)
            }
            Verb::Resend { step } => self.may_resend(*step),
            Verb::BurstAgain { step, .. } => {
                let told = self.told(*step);
                told.is_some_and(|told| told.scene == Some(Scene::Buy)) && self.may_resend(*step)
            }
            Verb::Await { step } => {
                self.told(*step).is_some_and(|told| told.burst)
                    && *step as usize == self.steps.len()
            }
            Verb::Twin { step, how, .. } => self.may_twin(*step, how),
            Verb::Cut { .. }
            | Verb::Replay { .. }
            | Verb::Tamper { .. }
            | Verb::Crash { .. }
            | Verb::Restart
            | Verb::Kit(_)
            | Verb::Outage(_)
            | Verb::Delay(_)
            | Verb::Advance(_) => false,
        }
    }

    fn may_call(&self, call: &Call, way: Way) -> bool {
        let subject = &call.subject;
        if !self.terms.has(subject.activity) {
            return false;
        }
        if subject.test {
            return way == Way::Once && self.terms.calls(subject.activity);
        }
        let Some(scene) = Scene::of(subject.activity, &call.set) else {
            return false;
        };
        let from = self.standing(&subject.purchase);
        let heard = self.unheard(&subject.purchase).is_none();
        let known = subject.order_of.as_ref().is_none_or(|other| {
            self.terms.has_lines()
                && self.standing(other) == Standing::Active
                && self.unheard(other).is_none()
        });
        let fits = match scene {
            Scene::Query => way == Way::Once && self.may_query(),
            Scene::Buy => way == Way::Once || self.terms.calls(subject.activity),
            _ => way == Way::Once || (way == Way::Lost && from != Standing::Released),
        };
        scene.leads(from).is_some() && heard && known && fits
    }

    /// A query asks for everything that is held, so all of it must be in use and known. What the
    /// seller tells of an expired instance is its own choice.
    fn may_query(&self) -> bool {
        let mut orders = self.orders.values();
        orders.all(|order| order.unheard.is_none() && order.standing != Standing::Expired)
    }

    fn may_resend(&self, step: u32) -> bool {
        let Some(told) = self.told(step).filter(|told| !told.test) else {
            return false;
        };
        let (Some(scene), Some(order)) = (told.scene, self.orders.get(&told.order)) else {
            return false;
        };
        if !self.terms.calls(scene.activity()) {
            return false;
        }
        if let Some(unheard) = order.unheard {
            return unheard == step;
        }
        let latest = match scene {
            Scene::Buy | Scene::Upgrade => true,
            // A renewal of a period that is over is not told again.
            Scene::Renew => step >= order.period,
            _ => step == order.since,
        };
        latest && scene.comes_again(order.standing) && told.after == order.standing
    }

    fn may_twin(&self, step: u32, how: &Tampering) -> bool {
        let Some(told) = self.told(step) else {
            return false;
        };
        let Some(scene) = told.scene.filter(|_| !told.burst) else {
            return false;
        };
        let called = self.terms.calls(scene.activity());
        if told.test || !called || !self.terms.tampers(scene.activity(), how) {
            return false;
        }
        // What it asked for may be released by now.
        if scene == Scene::Query {
            return step as usize == self.steps.len();
        }
        let Some(order) = self.orders.get(&told.order) else {
            return false;
        };
        let same = order.unheard.is_none() && order.standing == told.after;
        match how.twin {
            Twin::Forged => same,
            Twin::Lawful | Twin::Senseless => same && order.since <= step && step >= order.period,
            Twin::Explaining => false,
        }
    }

    fn told(&self, step: u32) -> Option<&Told> {
        self.steps.get((step as usize).checked_sub(1)?)
    }

    /// Takes a step that may be taken.
    pub fn take(&mut self, verb: &Verb) {
        let number = u32::try_from(self.steps.len() + 1).unwrap_or(u32::MAX);
        let told = match verb {
            Verb::Send(call) => self.call(number, call, Way::Once),
            Verb::LoseAnswer(call) => self.call(number, call, Way::Lost),
            Verb::Burst { call, .. } => self.call(number, call, Way::AtOnce),
            Verb::Orders { call, .. } => {
                let name = call.subject.purchase.clone();
                self.place(name.clone(), Standing::Released, number, None);
                Told::about(name)
            }
            Verb::Resend { step } => self.again(*step, Way::Again),
            Verb::BurstAgain { step, .. } => self.again(*step, Way::AtOnce),
            _ => Told::about(String::new()),
        };
        self.steps.push(told);
    }

    fn call(&mut self, number: u32, call: &Call, way: Way) -> Told {
        let name = call.subject.purchase.clone();
        let mut told = Told::about(name.clone());
        told.test = call.subject.test;
        let scene = Scene::of(call.subject.activity, &call.set).filter(|_| !told.test);
        let from = self.standing(&name);
        let Some((scene, to)) = scene.and_then(|scene| Some((scene, scene.leads(from)?))) else {
            return told;
        };
        self.edges.insert(Edge { from, scene, way });
        let unheard = (way == Way::Lost).then_some(number);
        match self.orders.get_mut(&name) {
            None => self.place(name, to, number, unheard),
            Some(order) => {
                if !matches!(scene, Scene::Query | Scene::Upgrade) {
                    order.since = number;
                }
                if matches!(scene, Scene::Renew | Scene::Expire) && to != Standing::Released {
                    order.period = number;
                }
                order.standing = to;
                order.unheard = unheard;
            }
        }
        Told {
            scene: Some(scene),
            after: to,
            burst: way == Way::AtOnce,
            ..told
        }
    }

    fn place(&mut self, name: String, standing: Standing, since: u32, unheard: Option<u32>) {
        let order = Order {
            standing,
            since,
            unheard,
            period: 0,
        };
        self.orders.insert(name, order);
    }

    fn again(&mut self, step: u32, way: Way) -> Told {
        let Some(told) = self.told(step).cloned() else {
            return Told::about(String::new());
        };
        if let Some(order) = self.orders.get_mut(&told.order) {
            order.unheard = None;
            if let Some(scene) = told.scene {
                let from = order.standing;
                self.edges.insert(Edge { from, scene, way });
            }
        }
        Told {
            scene: None,
            burst: false,
            ..told
        }
    }
}

impl Told {
    fn about(order: String) -> Self {
        Self {
            scene: None,
            order,
            after: Standing::Nothing,
            burst: false,
            test: false,
        }
    }
}

/// Those of the steps that the marketplace can take one behind the other, with what they refer to
/// told anew; `kept` says which are left.
pub fn lawful(terms: &Terms, steps: &[Verb], kept: impl Fn(usize) -> bool) -> Vec<Verb> {
    let mut model = Model::new(terms);
    let mut places: Vec<Option<u32>> = Vec::with_capacity(steps.len());
    let mut left = Vec::new();
    for (at, verb) in steps.iter().enumerate() {
        let verb = kept(at).then(|| renumbered(verb, &places)).flatten();
        let verb = verb.filter(|verb| model.may(verb));
        places.push(verb.map(|verb| {
            model.take(&verb);
            left.push(verb);
            u32::try_from(left.len()).unwrap_or(u32::MAX)
        }));
    }
    left
}

/// The step with the new number of the one that it refers to; `None` where that is gone.
fn renumbered(verb: &Verb, places: &[Option<u32>]) -> Option<Verb> {
    let place = |step: &u32| *places.get((*step as usize).checked_sub(1)?)?;
    Some(match verb {
        Verb::Resend { step } => Verb::Resend { step: place(step)? },
        Verb::Await { step } => Verb::Await { step: place(step)? },
        Verb::BurstAgain { step, times } => Verb::BurstAgain {
            step: place(step)?,
            times: *times,
        },
        Verb::Twin {
            step,
            how,
            purchase,
        } => Verb::Twin {
            step: place(step)?,
            how,
            purchase: purchase.clone(),
        },
        other => other.clone(),
    })
}

#[cfg(test)]
mod tests;
