//! The rehearsals of outages.

use std::time::Duration;

use galleria_marketplace::delivery::Outage;
use galleria_marketplace::market::Subject;
use galleria_protocol::{Activity, Api};

use super::schedule::{Schedule, clock_face};
use crate::profile::{Profile, in_words};
use crate::scenario::{Call, OutageStep, Scenario, Step, Trouble, Verb};

/// What is to be rehearsed.
#[derive(Clone, Debug)]
pub struct Script {
    /// The scene whose call meets the outage.
    pub activity: Activity,
    /// How long the outage lasts; by default one that is over in time, and one that is not.
    pub lasts: Option<Duration>,
    /// What keeps calls from succeeding; by default every outage that needs nothing but the seller.
    pub troubles: Vec<Trouble>,
    /// Stands before how long the book has calls made again.
    pub window: Option<Duration>,
    /// Stands before the interval in which the book has calls made again.
    pub every: Option<Duration>,
}

impl Default for Script {
    fn default() -> Self {
        Self {
            activity: Activity::NewInstance,
            lasts: None,
            troubles: Vec::new(),
            window: None,
            every: None,
        }
    }
}

/// So long before the last call the outage is over that ends just in time, and so long behind it the
/// one that does not.
const IN_TIME: Duration = Duration::from_mins(10);
const TOO_LATE: Duration = Duration::from_mins(1);

impl Script {
    /// The schedule by which calls are made again.
    pub fn schedule(&self, profile: &Profile) -> Schedule {
        Schedule::of(profile, self.activity, self.window, self.every)
    }

    /// The outages, each with how long it lasts.
    fn outages(&self, schedule: &Schedule) -> Vec<(Trouble, Duration)> {
        let mut troubles = self.troubles.clone();
        if troubles.is_empty() {
            troubles.extend(Outage::ALL.map(Trouble::Made));
        }
        if let Some(lasts) = self.lasts {
            return troubles.into_iter().map(|one| (one, lasts)).collect();
        }
        let last = schedule.longest_outage();
        // An outage of nothing is none: a short window is filled to its last call.
        let in_time = Some(last.saturating_sub(IN_TIME)).filter(|time| !time.is_zero());
        let in_time = in_time.unwrap_or(last);
        let mut outages: Vec<_> = troubles.iter().map(|one| (*one, in_time)).collect();
        outages.extend(troubles.first().map(|one| (*one, last + TOO_LATE)));
        outages
    }
}

/// The scenarios that rehearse a script.
pub fn outages(profile: &Profile, script: &Script) -> Vec<Scenario> {
    let schedule = script.schedule(profile);
    let outages = script.outages(&schedule).into_iter();
    let scenario = |(trouble, lasts)| scenario(profile, script, &schedule, trouble, lasts);
    outages.map(scenario).collect()
}

fn scenario(
    profile: &Profile,
    script: &Script,
    schedule: &Schedule,
    trouble: Trouble,
    lasts: Duration,
) -> Scenario {
    let away = matches!(trouble, Trouble::Away { .. });
    let rescued = away || schedule.rescue(lasts).is_some();
    let mut steps = Vec::new();
    if !away {
        steps.extend(ordinary(1));
    }
    let met = u32::try_from(steps.len()).unwrap_or(0) + 1 + u32::from(is_later(script));
    if is_later(script) {
        steps.push(send(
            Activity::NewInstance,
            "first",
            "the order that it is about",
        ));
    }
    steps.push(Step {
        verb: Verb::Outage(OutageStep {
            call: call(script.activity, "first"),
            trouble,
            lasts,
            window: script.window,
            every: script.every,
        }),
        note: note(profile, script, trouble, lasts),
    });
    if rescued {
        steps.push(Step {
            verb: Verb::Resend { step: met },
            note: "once more: the buyer opens the details of what was bought".to_owned(),
        });
        if profile.api == Api::V2 && !is_later(script) {
            let asked = "the page asks for the login";
            steps.push(send(Activity::QueryInstance, "first", asked));
        }
    }
    if away {
        steps.extend(ordinary(u32::try_from(steps.len()).unwrap_or(0) + 1));
    }
    Scenario {
        id: id(trouble, lasts),
        title: title(trouble, lasts),
        about: format!(
            "The call is made again every {} for {}, and then: {}. Source: {}.",
            in_words(schedule.every),
            in_words(schedule.window),
            schedule.then,
            schedule.source
        ),
        place: None,
        api: Vec::new(),
        billing: Vec::new(),
        family: Vec::new(),
        steps,
    }
}

/// An order that meets nothing, and comes again: what is held against the one that does; the
/// first step has that number.
pub(super) fn ordinary(number: u32) -> Vec<Step> {
    let first = send(Activity::NewInstance, "ordinary", "an order on its own");
    let again = Step {
        verb: Verb::Resend { step: number },
        note: "the same order again, on its own".to_owned(),
    };
    vec![first, again]
}

fn is_later(script: &Script) -> bool {
    script.activity != Activity::NewInstance
}

fn note(profile: &Profile, script: &Script, trouble: Trouble, lasts: Duration) -> String {
    let scene = profile.called(script.activity);
    let about = trouble.about();
    match trouble {
        Trouble::Away { .. } => format!("{scene}: {about}"),
        _ => format!("{scene}, while for {} {about}", in_words(lasts)),
    }
}

fn id(trouble: Trouble, lasts: Duration) -> String {
    match trouble {
        Trouble::Made(kind) => format!("outage-{}-{}", kind.name(), in_words(lasts)),
        Trouble::Commands => format!("outage-{}", in_words(lasts)),
        Trouble::Away { .. } => "outage-real".to_owned(),
    }
}

fn title(trouble: Trouble, lasts: Duration) -> String {
    match trouble {
        Trouble::Away { .. } => "A seller that is away".to_owned(),
        _ => format!("An outage of {} h: {}", clock_face(lasts), trouble.about()),
    }
}

fn send(activity: Activity, purchase: &str, note: &str) -> Step {
    Step {
        verb: Verb::Send(call(activity, purchase)),
        note: note.to_owned(),
    }
}

/// A call about a purchase of a customer of its own.
pub(super) fn call(activity: Activity, purchase: &str) -> Call {
    Call {
        subject: Subject {
            activity,
            purchase: purchase.to_owned(),
            customer: purchase.to_owned(),
            test: false,
            order_of: None,
        },
        set: Vec::new(),
        without: Vec::new(),
        exactly: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile;

    fn ids(script: &Script) -> Vec<String> {
        let book = profile::open("cn-v1").unwrap();
        let scenarios = outages(&book, script);
        scenarios.into_iter().map(|scenario| scenario.id).collect()
    }

    #[test]
    fn by_default_every_kind_ends_in_time_and_one_outage_does_not() {
        let wanted = [
            "outage-refused-170m",
            "outage-timeout-170m",
            "outage-500-170m",
            "outage-answer-lost-170m",
            "outage-cut-170m",
            "outage-refused-181m",
        ];
        assert_eq!(ids(&Script::default()), wanted);
    }

    #[test]
    fn one_outage_is_played_where_one_is_asked_for() {
        let script = Script {
            lasts: Some(Duration::from_mins(30)),
            troubles: vec![Trouble::Made(Outage::Cut)],
            ..Script::default()
        };
        assert_eq!(ids(&script), ["outage-cut-30m"]);
    }

    #[test]
    fn an_order_that_is_refunded_is_not_looked_at_again() {
        let book = profile::open("cn-v1").unwrap();
        let steps = |minutes| {
            let script = Script {
                lasts: Some(Duration::from_mins(minutes)),
                troubles: vec![Trouble::Made(Outage::Refused)],
                ..Script::default()
            };
            outages(&book, &script)[0].steps.len()
        };
        assert_eq!((steps(170), steps(181)), (4, 3));
    }
}
