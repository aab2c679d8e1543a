//! Histories from a seed, with proptest's strategies.
//!
//! A strategy draws numbers and values; a pure function makes steps of them by the state model, so
//! that every history is one that the marketplace could have played and none is thrown away.

use std::sync::Arc;

use galleria_marketplace::market::Subject;
use galleria_marketplace::tamper::Twin;
use galleria_protocol::Activity;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::{BoxedStrategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::model::Model;
use super::simplify::CUSTOMER;
use super::terms::Terms;
use super::values::{Values, values};
use crate::life_cycle::{Scene, Standing};
use crate::scenario::{Call, Verb};

/// The most steps that numbers are drawn for.
const LONGEST: usize = 20;
/// What orders are called in a history.
const ORDERS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];
/// What customers are called.
const CUSTOMERS: [&str; 2] = [CUSTOMER, "other"];

/// Makes histories, one after the other, all of them decided by a seed.
pub struct Generator {
    runner: TestRunner,
    strategy: BoxedStrategy<(Vec<u64>, Vec<Values>)>,
    terms: Arc<Terms>,
}

impl std::fmt::Debug for Generator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Generator").finish_non_exhaustive()
    }
}

impl Generator {
    /// The histories of a seed; `dictionary` adds texts to those that come with galleria.
    pub fn new(terms: Arc<Terms>, seed: u64, dictionary: &[String]) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let config = Config {
            failure_persistence: None,
            ..Config::default()
        };
        let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        let strategy = (
            vec(any::<u64>(), 3..=LONGEST),
            vec(values(&terms, dictionary), 3),
        );
        Self {
            runner: TestRunner::new_with_rng(config, random),
            strategy: strategy.boxed(),
            terms,
        }
    }

    /// The next history.
    pub fn next_history(&mut self) -> Vec<Verb> {
        // The strategies reject nothing, so that a value always comes.
        let Ok(drawn) = self.strategy.new_tree(&mut self.runner) else {
            return Vec::new();
        };
        let (dice, values) = drawn.current();
        history(&self.terms, &dice, &values)
    }
}

/// The history of these numbers: each makes a step, or none where nothing fits.
fn history(terms: &Terms, dice: &[u64], values: &[Values]) -> Vec<Verb> {
    let mut book = Book {
        terms,
        model: Model::new(terms),
        verbs: Vec::new(),
        values,
    };
    for number in dice {
        book.step(Die(*number));
    }
    book.verbs
}

/// A number that is taken apart.
#[derive(Clone, Copy)]
struct Die(u64);

impl Die {
    /// A number below `sides`, which takes it out of the die.
    fn below(&mut self, sides: usize) -> usize {
        let sides = sides.max(1) as u64;
        let side = self.0 % sides;
        self.0 /= sides;
        usize::try_from(side).unwrap_or(0)
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        from.get(self.below(from.len())).copied()
    }
}

struct Book<'a> {
    terms: &'a Terms,
    model: Model<'a>,
    verbs: Vec<Verb>,
    values: &'a [Values],
}

impl Book<'_> {
    fn step(&mut self, mut die: Die) {
        let verb = match die.below(32) {
            0 => self.debug(&mut die),
            1 => self.orders(&mut die),
            2..=4 => self.twin(&mut die),
            5..=6 => self.burst(&mut die),
            7..=12 => self.again(&mut die),
            _ => None,
        };
        let verb = verb.or_else(|| self.scene(&mut die));
        let Some(verb) = verb.filter(|verb| self.model.may(verb)) else {
            return;
        };
        let burst = matches!(verb, Verb::Burst { .. });
        self.take(verb);
        if burst {
            let step = u32::try_from(self.verbs.len()).unwrap_or(u32::MAX);
            self.take(Verb::Await { step });
        }
    }

    fn take(&mut self, verb: Verb) {
        self.model.take(&verb);
        self.verbs.push(verb);
    }

    /// A call of the debug step.
    fn debug(&self, die: &mut Die) -> Option<Verb> {
        let scenes = self.terms.scenes();
        let scenes: Vec<Activity> = scenes.filter(|scene| self.terms.calls(*scene)).collect();
        let activity = die.pick(&scenes)?;
        Some(Verb::Send(call(activity, "debug", CUSTOMERS[0], true)))
    }

    /// Many orders of one customer, seldom so many that a counter of two digits runs over.
    fn orders(&self, die: &mut Die) -> Option<Verb> {
        let times = match die.below(12) {
            0 => 101 + die.below(20),
            1..=4 => 2 + die.below(6),
            _ => return None,
        };
        let customer = die.pick(&CUSTOMERS)?;
        let name = format!("many {}", self.verbs.len() + 1);
        Some(Verb::Orders {
            call: call(Activity::NewInstance, &name, customer, false),
            times: u32::try_from(times).unwrap_or(2),
        })
    }

    /// An earlier call, changed in one thing.
    fn twin(&self, die: &mut Die) -> Option<Verb> {
        let (step, scene) = self.earlier(die)?;
        let how = die.pick(self.terms.tamperings(scene))?;
        // A purchase that comes of it has a name, so that the file says what it makes.
        let bought = scene == Activity::NewInstance && how.twin != Twin::Forged;
        let verb = Verb::Twin {
            step,
            how,
            purchase: bought.then(|| format!("twin {}", self.verbs.len() + 1)),
        };
        self.model.may(&verb).then_some(verb)
    }

    /// An order several times at the same moment: a new one, or one that was delivered.
    fn burst(&self, die: &mut Die) -> Option<Verb> {
        let times = die.pick(&[2, 2, 3, 8])?;
        let order = die.pick(&ORDERS)?;
        let customer = die.pick(&CUSTOMERS)?;
        if self.model.is_empty() {
            return None;
        }
        let verb = if self.model.standing(order) == Standing::Nothing {
            let call = call(Activity::NewInstance, order, customer, false);
            Verb::Burst { call, times }
        } else {
            let (step, _) = self.earlier(die)?;
            Verb::BurstAgain { step, times }
        };
        self.model.may(&verb).then_some(verb)
    }

    /// An earlier call once more.
    fn again(&self, die: &mut Die) -> Option<Verb> {
        let count = self.verbs.len();
        let start = die.below(count);
        let steps = (0..count).map(|by| u32::try_from((start + by) % count + 1).unwrap_or(1));
        let mut verbs = steps.map(|step| Verb::Resend { step });
        verbs.find(|verb| self.model.may(verb))
    }

    /// A step that made a call of a purchase's life.
    fn earlier(&self, die: &mut Die) -> Option<(u32, Activity)> {
        let at = die.below(self.verbs.len());
        let call = self.verbs.get(at)?.call()?;
        Some((u32::try_from(at + 1).ok()?, call.subject.activity))
    }

    /// The next thing in the life of an order.
    fn scene(&self, die: &mut Die) -> Option<Verb> {
        // The first orders are met most: what goes wrong between two needs both of them again.
        let slot = die.below(3).min(die.below(ORDERS.len()));
        let order = ORDERS[slot];
        if let Some(step) = self.model.unheard(order) {
            return Some(Verb::Resend { step });
        }
        let from = self.model.standing(order);
        let fits = |scene: &Scene| scene.leads(from).is_some() && self.terms.has(scene.activity());
        let scenes: Vec<Scene> = Scene::ALL.into_iter().filter(fits).collect();
        let scene = die.pick(&scenes)?;
        let customer = die.pick(&CUSTOMERS)?;
        let mut call = call(scene.activity(), order, customer, false);
        if scene == Scene::Buy {
            self.dress(&mut call, die);
        }
        if let Some((name, value)) = scene.status(self.terms.api) {
            call.set.push((name.to_owned(), value.to_owned()));
        }
        let lost = die.below(12) == 0 && scene != Scene::Query && from != Standing::Released;
        Some(if lost {
            Verb::LoseAnswer(call)
        } else {
            Verb::Send(call)
        })
    }

    /// Gives a purchase values, and now and then a place in another's order.
    fn dress(&self, call: &mut Call, die: &mut Die) {
        let values = self.values.get(die.below(self.values.len() * 2));
        call.set = values.map(Values::set).unwrap_or_default();
        let of = (self.terms.has_lines() && die.below(4) == 0)
            .then(|| die.pick(&ORDERS))
            .flatten();
        call.subject.order_of = of
            .filter(|of| self.model.standing(of) == Standing::Active)
            .filter(|of| self.model.unheard(of).is_none())
            .map(ToOwned::to_owned);
    }
}

/// An ordinary call, or one of the debug step.
pub(super) fn call(activity: Activity, purchase: &str, customer: &str, test: bool) -> Call {
    Call {
        subject: Subject {
            activity,
            purchase: purchase.to_owned(),
            customer: customer.to_owned(),
            test,
            order_of: None,
        },
        set: Vec::new(),
        without: Vec::new(),
        exactly: None,
    }
}
