//! What a campaign may play at all: the scenes of the rule book, and what may be tampered with.

use std::collections::{BTreeMap, BTreeSet};

use galleria_marketplace::market::Billing;
use galleria_marketplace::tamper::{Tampering, Twin};
use galleria_protocol::{Activity, Api, Family};

use crate::life_cycle::Scene;
use crate::run::Plan;
use crate::scenario::{Catalog, Scenario, Verb};

/// Tamperings that mean something in the scenario that is about them, and nothing elsewhere.
const OF_THEIR_SCENARIO: [&str; 10] = [
    "earlier-end",
    "negative-amount",
    "trial-conversion",
    "hundred-instances",
    "monthly-period",
    "half-a-minute-old",
    "seconds-ahead",
    "phone-in-aes128",
    "phone-in-aes256",
    "made-a-release",
];

/// The terms of a campaign.
#[derive(Clone, Debug)]
pub struct Terms {
    /// The version of the interface.
    pub api: Api,
    /// The billing mode of everything that is sold.
    pub billing: Billing,
    /// The longest name of a customer, in characters; 0 where calls carry none.
    pub name_length: usize,
    /// The longest extension parameters, in characters; 0 where calls carry none.
    pub extension_length: usize,
    scenes: BTreeSet<Activity>,
    tampers: BTreeMap<Activity, Vec<&'static Tampering>>,
    /// Whether the marketplace makes what is bought itself.
    made_here: bool,
}

impl Terms {
    /// The terms of a plan.
    pub fn of(plan: &Plan) -> Self {
        let (profile, billing) = (&plan.profile, plan.billing);
        let api = profile.api;
        let known = Scene::ALL.map(Scene::activity).into_iter();
        let scenes = known.filter(|activity| plan.lives_through(*activity));
        let longest = |name: &str| {
            let rows = profile.request(Activity::NewInstance.name()).iter();
            let row = rows.into_iter().find(|row| row.name == name);
            row.and_then(|row| row.max).unwrap_or_default()
        };
        Self {
            api,
            billing,
            name_length: longest("customerName"),
            extension_length: longest("saasExtendParams"),
            scenes: scenes.collect(),
            tampers: tampers(profile.family, api, billing),
            made_here: profile.family.is_made_by_the_marketplace(),
        }
    }

    /// Whether products have the scene.
    pub fn has(&self, activity: Activity) -> bool {
        self.scenes.contains(&activity)
    }

    /// Whether the seller is called with the scene: not with the making of what the marketplace makes itself.
    pub fn calls(&self, activity: Activity) -> bool {
        self.has(activity) && !(self.made_here && activity == Activity::NewInstance)
    }

    /// The scenes.
    pub fn scenes(&self) -> impl Iterator<Item = Activity> {
        self.scenes.iter().copied()
    }

    /// Whether an order may have several purchases: V2's lines, V1's metered items.
    pub fn has_lines(&self) -> bool {
        self.api == Api::V2 || self.billing == Billing::OnDemand
    }

    /// Whether calls of that scene are tampered with in that way.
    pub fn tampers(&self, activity: Activity, how: &Tampering) -> bool {
        let known = self.tamperings(activity).iter();
        known.into_iter().any(|known| known.name == how.name)
    }

    /// The ways in which calls of that scene are tampered with.
    pub fn tamperings(&self, activity: Activity) -> &[&'static Tampering] {
        self.tampers.get(&activity).map_or(&[], Vec::as_slice)
    }
}

/// What the catalog tampers with: the pairs that its rules were proved on.
fn tampers(
    family: Family,
    api: Api,
    billing: Billing,
) -> BTreeMap<Activity, Vec<&'static Tampering>> {
    let mut known: BTreeMap<Activity, Vec<&'static Tampering>> = BTreeMap::new();
    let catalog = Catalog::embedded();
    for scenario in catalog.scenarios() {
        if !scenario.is_for(family, api, billing) {
            continue;
        }
        for (activity, how) in scenario
            .steps
            .iter()
            .filter_map(|step| tampered(scenario, &step.verb))
        {
            let fits = how.is_for(api)
                && how.twin != Twin::Explaining
                && !OF_THEIR_SCENARIO.contains(&how.name);
            let of_it = known.entry(activity).or_default();
            if fits && !of_it.iter().any(|other| other.name == how.name) {
                of_it.push(how);
            }
        }
    }
    known
}

/// What a step tampers with, where that is a real call.
fn tampered(scenario: &Scenario, verb: &Verb) -> Option<(Activity, &'static Tampering)> {
    let (call, how) = match verb {
        Verb::Tamper { call, how } => (call, how),
        Verb::Twin { step, how, .. } => {
            let control = scenario.steps.get((*step as usize).checked_sub(1)?)?;
            (control.verb.call()?, how)
        }
        _ => return None,
    };
    (!call.subject.test).then_some((call.subject.activity, *how))
}
