//! Who does the deeds.

use std::collections::BTreeMap;

use galleria_marketplace::mint::Mint;
use galleria_protocol::Activity;
use tokio::sync::{mpsc, watch};

use super::deed::{Asked, Deed, Errand};
use super::due::Due;
use super::portal::{IdentitySettings, Portal};
use super::sight::{Again, Bought, Sight};
use crate::event::Event;
use crate::life_cycle::{LifeCycle, Scene, Standing, Walk, walks};
use crate::record::Recorder;
use crate::rule::judge;
use crate::run::course::Course;
use crate::run::plan::Plan;
use crate::run::player::Player;
use crate::run::runner::{Seat, course, salt, started};
use crate::run::stop::Stop;
use crate::scenario::{Scenario, Step};

/// So many calls are shown.
const SHOWN: usize = 50;

/// Does what comes in until nobody can ask any more or the market is stopped, then releases what was
/// bought. What is to be seen is told after each deed. The scenarios of `plan` are not played. Where the
/// seat has the keys of the kit, `identity` answers from what was bought.
pub async fn run_by_hand(
    plan: &Plan,
    (seat, identity): (Seat, Option<IdentitySettings>),
    recorder: Recorder,
    stop: Stop,
    mut asked: mpsc::Receiver<Asked>,
    sight: &watch::Sender<Sight>,
) {
    let salt = salt(&seat);
    let portal = identity.filter(|_| seat.kit.is_some()).map(Portal::new);
    let begin = Event::RunStarted(Box::new(started(plan, &seat, salt)));
    let course = course(plan, seat, recorder, stop.clone(), false);
    course.record(&begin);
    let scenario = scenario();
    let mint = Mint::new(plan.seed, salt, &scenario.id);
    let mut keeper = Keeper {
        player: Player::new(&course, &scenario, mint),
        course: &course,
        names: Vec::new(),
        last: BTreeMap::new(),
        due: Due::default(),
        portal,
        left_out: None,
        sight,
    };
    loop {
        tokio::select! {
            biased;
            () = stop.requested() => break,
            () = keeper.until_due() => {
                if let Some(deed) = keeper.due.take() {
                    keeper.act(&deed).await;
                }
            }
            one = asked.recv() => match one {
                Some(Asked { errand, done }) => {
                    match errand {
                        Errand::Order(deed) => keeper.act(&deed).await,
                        Errand::Enterprise(deed) => keeper.tell(&deed).await,
                    }
                    // Who asked may have gone away.
                    let _ = done.send(());
                }
                None => break,
            },
        }
    }
    let steps = keeper.next_step();
    keeper.player.clean_up(steps).await;
}

fn scenario() -> Scenario {
    Scenario {
        id: "by-hand".to_owned(),
        title: "A market that is run by hand".to_owned(),
        about: "Orders and what becomes of them, as somebody asks for them.".to_owned(),
        api: Vec::new(),
        billing: Vec::new(),
        family: Vec::new(),
        steps: Vec::new(),
        place: None,
    }
}

pub(super) struct Keeper<'a> {
    pub(super) player: Player<'a>,
    pub(super) course: &'a Course<'a>,
    /// What was bought, in order.
    names: Vec<String>,
    /// The step of the latest delivery of a scene of a purchase.
    last: BTreeMap<(String, Scene), u32>,
    due: Due,
    pub(super) portal: Option<Portal>,
    left_out: Option<String>,
    sight: &'a watch::Sender<Sight>,
}

impl Keeper<'_> {
    async fn until_due(&self) {
        match self.due.next() {
            Some(at) => {
                let clock = &self.course.clock;
                clock.sleep(at.saturating_sub(clock.elapsed())).await;
            }
            None => std::future::pending().await,
        }
    }

    pub(super) fn next_step(&self) -> u32 {
        u32::try_from(self.player.sent.len())
            .unwrap_or(u32::MAX)
            .saturating_add(1)
    }

    /// Does a deed and tells what is to be seen then.
    async fn act(&mut self, deed: &Deed) {
        self.begin();
        let before = self.player.play.exchanges.len();
        self.left_out = self.deliver(deed).await.err();
        let made = self.player.play.exchanges.get(before..).unwrap_or_default();
        let delivered = made
            .iter()
            .any(|call| call.is_accepted() || call.is_pending());
        if delivered {
            self.due.forget(deed);
        } else if !made.is_empty() {
            let now = self.course.clock.elapsed();
            self.due.plan(deed, &self.course.plan.profile, now);
        }
        self.show();
    }

    pub(super) fn begin(&mut self) {
        self.sight.send_modify(|sight| sight.under_way = true);
        self.open_again();
    }

    /// Tells what is to be seen, and `why` something was not done.
    pub(super) fn show_failing(&mut self, why: Option<String>) {
        self.left_out = why;
        self.show();
    }

    fn show(&mut self) {
        let seen = self.seen();
        self.sight.send_replace(seen);
    }

    /// A run ends where the seller is gone for a while; a market waits for it.
    fn open_again(&self) {
        let mut state = self.course.state();
        state.stopped = None;
        state.unanswered = 0;
        state.slow = 0;
    }

    async fn deliver(&mut self, deed: &Deed) -> Result<(), String> {
        let number = self.next_step();
        let key = (deed.purchase.clone(), deed.scene);
        let api = self.course.plan.profile.api;
        let verb = deed.verb(api, self.last.get(&key).copied())?;
        let step = Step {
            verb,
            note: format!("{} {}", deed.scene.name(), deed.purchase),
        };
        let activity = deed.scene.activity();
        self.player
            .begin_step(number, step.verb.name(), Some(activity), &step.note);
        if let Err(skip) = self.player.step(number, &step).await {
            self.player.leave_out(number, skip);
            self.player.sent.push(None);
            let left_out = self.player.play.left_out.last();
            return left_out.map_or(Ok(()), |left_out| Err(left_out.reason.clone()));
        }
        if activity == Activity::NewInstance {
            if !self.names.contains(&deed.purchase) {
                self.names.push(deed.purchase.clone());
            }
            self.player.until_ready(number, &deed.purchase).await;
        }
        self.last.insert(key, number);
        Ok(())
    }

    fn seen(&self) -> Sight {
        let play = &self.player.play;
        let walks = walks(&play.exchanges);
        self.admit(&walks);
        let mut calls: Vec<_> = play.exchanges.iter().chain(&play.kit).collect();
        calls.sort_by_key(|call| call.id);
        let made = calls.len();
        let now = self.course.clock.elapsed();
        let judged = judge(play, &self.course.rules).into_iter();
        Sight {
            bought: self
                .names
                .iter()
                .filter_map(|name| self.bought(name, walks.get(name.as_str())))
                .collect(),
            calls: calls
                .into_iter()
                .skip(made.saturating_sub(SHOWN))
                .cloned()
                .collect(),
            made,
            findings: judged
                .flat_map(|judged| {
                    let rule = judged.rule;
                    let found = judged.findings.into_iter();
                    found.map(move |finding| (rule.clone(), finding))
                })
                .collect(),
            left_out: self.left_out.clone(),
            under_way: false,
            due: self
                .due
                .left()
                .map(|(deed, times, next)| Again {
                    purchase: deed.purchase.clone(),
                    scene: deed.scene,
                    times,
                    within: next.saturating_sub(now),
                })
                .collect(),
        }
    }

    /// Where a purchase stands.
    pub(super) fn standing(&self, name: &str, walk: Option<&Walk>) -> Standing {
        let untold = Walk::untold(self.course.plan.profile.family);
        let known = self.names.iter().any(|known| known == name);
        match walk {
            Some(walk) if known => walk.standing,
            _ => untold.standing,
        }
    }

    fn admit(&self, walks: &BTreeMap<&str, Walk>) {
        let Some(portal) = &self.portal else { return };
        let all: Vec<_> = self
            .names
            .iter()
            .filter_map(|name| {
                let customer = self.player.market.purchase(name)?.customer.as_str();
                let standing = self.standing(name, walks.get(name.as_str()));
                Some((name.as_str(), customer, standing))
            })
            .collect();
        portal.admit(&all);
    }

    fn bought(&self, name: &str, walk: Option<&Walk>) -> Option<Bought> {
        let untold = Walk::untold(self.course.plan.profile.family);
        let walk = walk.unwrap_or(&untold);
        let purchase = self.player.market.purchase(name)?.clone();
        let enterprise = |portal: &Portal| portal.seen(name, &purchase.customer, walk.standing);
        Some(Bought {
            name: name.to_owned(),
            enterprise: self.portal.as_ref().map(enterprise),
            purchase,
            standing: walk.standing,
            life: LifeCycle::new(self.course.plan.edges(), &walk.edges),
        })
    }
}
