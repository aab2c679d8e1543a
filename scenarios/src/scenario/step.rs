//! A scenario that was read and understood.

use std::time::Duration;

use galleria_marketplace::delivery::{Cut, Death, Outage};
use galleria_marketplace::market::{Billing, Subject};
use galleria_marketplace::tamper::{Tampering, Twin};
use galleria_protocol::{Activity, Api, Family, Params};

use super::kit::KitStep;
use crate::event::ScenarioPlace;

/// One scenario.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Its id: the name of its file.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about, in a sentence or two.
    pub about: String,
    /// The versions of the interface it is for; empty for all.
    pub api: Vec<Api>,
    /// The billing modes it is for; empty for all.
    pub billing: Vec<Billing>,
    /// The families of products it is for; empty for all.
    pub family: Vec<Family>,
    /// The steps, at least one.
    pub steps: Vec<Step>,
    /// The file that it is written in; absent where it is in none.
    pub place: Option<ScenarioPlace>,
}

/// One step.
#[derive(Clone, Debug)]
pub struct Step {
    /// The verb with what it needs.
    pub verb: Verb,
    /// What happens here, for people.
    pub note: String,
}

/// What a step does.
#[derive(Clone, Debug)]
pub enum Verb {
    /// Makes a call.
    Send(Call),
    /// Makes a call and throws the answer away, as a network may do.
    LoseAnswer(Call),
    /// Begins a call and cuts its connection.
    Cut {
        /// The call.
        call: Call,
        /// Where it is cut.
        at: Cut,
    },
    /// Makes a call several times at the same moment, each as the platform retries it.
    Burst {
        /// The call.
        call: Call,
        /// How often.
        times: u32,
    },
    /// Makes the call of an earlier step again, several times at the same moment.
    BurstAgain {
        /// The earlier step, from 1.
        step: u32,
        /// How often.
        times: u32,
    },
    /// Makes the call of an earlier step, of which nobody knows what came, again until the seller no
    /// longer says that it cannot do it yet.
    Await {
        /// The earlier step, from 1.
        step: u32,
    },
    /// Makes the call of an earlier step again: new business id, time and signature.
    Resend {
        /// The earlier step, from 1.
        step: u32,
    },
    /// Makes the call of an earlier step again, also where it was refused, as the dial test does.
    Replay {
        /// The earlier step, from 1.
        step: u32,
    },
    /// Makes a call and then its tampered twin.
    Tamper {
        /// The control.
        call: Call,
        /// What is done to the twin.
        how: &'static Tampering,
    },
    /// Makes the tampered twin of an earlier step's call, which is the control.
    Twin {
        /// The earlier step, from 1.
        step: u32,
        /// What is done to the twin.
        how: &'static Tampering,
        /// What the scenario calls the purchase that the twin makes, where it has a name for it.
        purchase: Option<String>,
    },
    /// Makes a call in which the seller is killed, and has it started again.
    Crash {
        /// The call.
        call: Call,
        /// At which point of it the seller dies.
        at: Death,
    },
    /// Has the seller killed and started again.
    Restart,
    /// Makes a call that meets an outage, again and again as the platform does.
    Outage(OutageStep),
    /// Makes so many further purchases, one behind the other, each an order of its own.
    Orders {
        /// The purchase.
        call: Call,
        /// How many.
        times: u32,
    },
    /// Makes a call of the kit, or one of an earlier step again.
    Kit(KitStep),
    /// Waits.
    Delay(Duration),
    /// Lets the marketplace's clock jump ahead.
    Advance(Duration),
}

/// A call that a step makes.
#[derive(Clone, Debug)]
pub struct Call {
    /// What it is about.
    pub subject: Subject,
    /// Parameters that are set or added.
    pub set: Vec<(String, String)>,
    /// Parameters that are left out.
    pub without: Vec<String>,
    /// The whole content of a saved case, sent as it is; an empty `businessId` is made anew.
    pub exactly: Option<Params>,
}

/// A call that meets an outage.
#[derive(Clone, Debug)]
pub struct OutageStep {
    /// The call.
    pub call: Call,
    /// What keeps it from succeeding.
    pub trouble: Trouble,
    /// How long that lasts, from the first call.
    pub lasts: Duration,
    /// How long the platform goes on calling; as the rule book says where absent.
    pub window: Option<Duration>,
    /// How long it waits between two calls; as the rule book says where absent.
    pub every: Option<Duration>,
}

/// What keeps a call from succeeding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The marketplace's side plays the outage.
    Made(Outage),
    /// The seller is taken down for real, and brought up again.
    Commands,
    /// The seller is away, and comes back when it does.
    Away {
        /// The real time in which the whole window passes.
        within: Duration,
    },
}

impl Trouble {
    /// The name of an outage in files for which the seller is taken down.
    pub const COMMANDS: &'static str = "commands";

    /// What becomes of calls, for people.
    pub fn about(self) -> &'static str {
        match self {
            Self::Made(outage) => outage.about(),
            Self::Commands => "the seller is taken down",
            Self::Away { .. } => "the seller is waited for",
        }
    }

    /// Its name in files; one that only a command makes has none of its own, and is told as the
    /// nearest that has.
    pub fn name(self) -> &'static str {
        match self {
            Self::Made(outage) => outage.name(),
            Self::Commands | Self::Away { .. } => Self::COMMANDS,
        }
    }

    /// The outage of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        if name == Self::COMMANDS {
            return Some(Self::Commands);
        }
        Outage::from_name(name).map(Self::Made)
    }
}

/// The name of a scene in the version that a scenario is for, where it is for one.
pub(super) fn called(api: &[Api], activity: Activity) -> &'static str {
    let name = match api {
        [api] => activity.name_in(*api),
        _ => None,
    };
    name.unwrap_or(activity.name())
}

/// The verbs by name, with what each does.
pub const VERBS: &[(&str, &str)] = &[
    ("send", "makes a call"),
    (
        "resend",
        "makes the call of an earlier step again, as the platform retries it",
    ),
    (
        "replay",
        "makes the call of an earlier step again, also where it was refused, as the dial test does",
    ),
    ("lose-answer", "makes a call and throws its answer away"),
    (
        "cut",
        "begins a call and cuts its connection: in-head, before-end or before-answer",
    ),
    (
        "burst",
        "makes a call several times at the same moment; or that of an earlier step",
    ),
    (
        "await",
        "makes the call of an earlier step again until the seller no longer puts it off",
    ),
    (
        "tamper",
        "makes a call and then its twin, changed in one thing; or the twin of an earlier step",
    ),
    (
        "outage",
        "makes a call while it does not come through for a time, again by the book's schedule",
    ),
    (
        "crash",
        "makes a call in which the seller is killed, and has it started again: in-request, at-work, in-head, in-body or behind-answer",
    ),
    ("restart", "has the seller killed and started again"),
    (
        "orders",
        "makes a purchase several times, one behind the other, each an order of its own",
    ),
    (
        "kit",
        "makes a call of the kit; or that of an earlier step again, changed in one thing where `how` says so",
    ),
    ("delay", "waits for a time"),
    (
        "advance",
        "lets the marketplace's clock jump ahead by a time",
    ),
];

impl Verb {
    /// Its name in files.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Send(_) => "send",
            Self::LoseAnswer(_) => "lose-answer",
            Self::Cut { .. } => "cut",
            Self::Burst { .. } | Self::BurstAgain { .. } => "burst",
            Self::Await { .. } => "await",
            Self::Resend { .. } => "resend",
            Self::Replay { .. } => "replay",
            Self::Tamper { .. } | Self::Twin { .. } => "tamper",
            Self::Outage(_) => "outage",
            Self::Crash { .. } => "crash",
            Self::Restart => "restart",
            Self::Orders { .. } => "orders",
            Self::Kit(_) => "kit",
            Self::Delay(_) => "delay",
            Self::Advance(_) => "advance",
        }
    }

    /// The call that it makes itself.
    pub fn call(&self) -> Option<&Call> {
        match self {
            Self::Send(call)
            | Self::LoseAnswer(call)
            | Self::Cut { call, .. }
            | Self::Crash { call, .. }
            | Self::Burst { call, .. }
            | Self::Orders { call, .. }
            | Self::Tamper { call, .. } => Some(call),
            Self::Outage(outage) => Some(&outage.call),
            _ => None,
        }
    }
}

impl Scenario {
    /// Whether it is played over that version of the interface, for products of that family and billing
    /// mode. One that calls a scene of a single family is for that family alone.
    pub fn is_for(&self, family: Family, api: Api, billing: Billing) -> bool {
        let strange = |activity: Activity| {
            let own = Api::ALL
                .into_iter()
                .all(|api| activity.name_in(api).is_none());
            own && family.name_of(api, activity).is_none()
        };
        let mut steps = self.steps.iter().filter_map(|step| self.activity(step));
        // What is made by the marketplace itself shows nothing while it is bought alone.
        let called = |activity: Activity| family.name_of(api, activity.played_in(api)).is_some();
        let shows = !family.is_made_by_the_marketplace() || steps.clone().any(called);
        shows
            && !steps.any(strange)
            && (self.api.is_empty() || self.api.contains(&api))
            && (self.family.is_empty() || self.family.contains(&family))
            && (self.billing.is_empty() || self.billing.contains(&billing))
    }

    /// Whether it makes calls of the kit.
    pub fn has_kit(&self) -> bool {
        let mut steps = self.steps.iter();
        steps.any(|step| matches!(step.verb, Verb::Kit(_)))
    }

    /// Whether it notifies the seller of orders.
    pub fn has_notices(&self) -> bool {
        let mut steps = self.steps.iter();
        steps.any(|step| {
            self.activity(step) == Some(Activity::OrderNotify) && !self.is_saved_case(step)
        })
    }

    /// What a scene is called here: by the version that the scenario is for, where it is for one.
    pub fn called(&self, activity: Activity) -> &'static str {
        called(&self.api, activity)
    }

    /// The scene that a step calls.
    pub fn activity(&self, step: &Step) -> Option<Activity> {
        self.call(step).map(|call| call.subject.activity)
    }

    /// Whether a step calls a saved case, which is called whatever the book says of its scene.
    pub fn is_saved_case(&self, step: &Step) -> bool {
        self.call(step).is_some_and(|call| call.exactly.is_some())
    }

    /// The call that a step makes, or makes again.
    fn call<'a>(&'a self, step: &'a Step) -> Option<&'a Call> {
        let repeated = match step.verb {
            Verb::Resend { step }
            | Verb::Replay { step }
            | Verb::Await { step }
            | Verb::BurstAgain { step, .. }
            | Verb::Twin { step, .. } => self.steps.get(step as usize - 1),
            _ => Some(step),
        };
        repeated?.verb.call()
    }

    /// Whether every call is one of the debug step, which does no business.
    pub fn is_safe(&self) -> bool {
        self.steps.iter().all(|step| match &step.verb {
            Verb::Send(call) => call.subject.test,
            Verb::Delay(_) | Verb::Advance(_) | Verb::Resend { .. } | Verb::Replay { .. } => true,
            Verb::Twin { how, .. } => how.twin == Twin::Lawful,
            Verb::LoseAnswer(_)
            | Verb::Outage(_)
            | Verb::Crash { .. }
            | Verb::Restart
            | Verb::Cut { .. }
            | Verb::Burst { .. }
            | Verb::BurstAgain { .. }
            | Verb::Orders { .. }
            | Verb::Await { .. }
            | Verb::Kit(_)
            | Verb::Tamper { .. } => false,
        })
    }
}
