//! What a run sets out to do, made once from the user's settings.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use galleria_marketplace::delivery::Target;
use galleria_marketplace::market::{Billing, Contact, Goods};
use galleria_protocol::cipher::EncryptType;
use galleria_protocol::{Activity, Family};

use crate::event::{KnownFailure, PlannedRule, Shard};
use crate::life_cycle::{Edge, Scene, Way};
use crate::profile::{Need, Profile};
use crate::rule::{Force, Rule};
use crate::scenario::Scenario;

/// The plan of one run.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The rule book.
    pub profile: Arc<Profile>,
    /// The billing mode of what is sold.
    pub billing: Billing,
    /// What is sold, where the seller knows only products of its own.
    pub goods: Goods,
    /// The encryption of the buyer's contacts that was chosen when the product was released; `None`
    /// where it is not known, so that a seller may read either.
    pub contacts: Option<EncryptType>,
    /// The contacts by which the seller chose that accounts are told apart: every purchase carries them.
    pub accounts_by: Vec<Contact>,
    /// What is done about scenes that a seller need not have.
    pub optional: OptionalScenes,
    /// The scenarios, in order.
    pub scenarios: Vec<Scenario>,
    /// The rules, in order.
    pub rules: Vec<&'static Rule>,
    /// Decides what is played.
    pub seed: u64,
    /// The weakest force whose failure fails the run.
    pub fail_on: Force,
    /// The failures that are known and excused.
    pub known_failures: Vec<KnownFailure>,
    /// How many scenarios are played side by side; adapted to the seller where absent.
    pub jobs: Option<usize>,
    /// The longest that a call may take.
    pub answer_limit: Duration,
    /// How long a seller may take to make an instance behind its answer (V2).
    pub ready_within: Duration,
    /// The longest that the run may take.
    pub max_time: MaxTime,
    /// Whether what was bought is kept rather than released.
    pub keep: bool,
    /// The run stops when so many rules have failed.
    pub max_failures: Option<usize>,
    /// Whether scenarios were left out by a selection.
    pub part: bool,
    /// The least share of the life cycle's edges that is to be played, in percent.
    pub min_coverage: Option<u8>,
    /// Which share of the scenarios this is, where they were split up.
    pub shard: Option<Shard>,
    /// Whether outages and retries are rehearsed.
    pub rehearsal: bool,
    /// Where the user has published the book; it ends with a slash.
    pub book_url: Option<String>,
}

/// How long a seller may take to make an instance behind its answer, where nothing else is said:
/// the pages give no limit [v2 §10].
pub const READY_WITHIN: Duration = Duration::from_mins(2);

/// How long a run may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MaxTime {
    /// As the user said.
    Given(Duration),
    /// Ten minutes, and less than two where the seller is slow.
    Default,
}

impl MaxTime {
    /// The bound for a seller that is not slow.
    pub fn limit(self) -> Duration {
        match self {
            Self::Given(limit) => limit,
            Self::Default => Duration::from_mins(10),
        }
    }

    /// The bound for a slow seller: under two minutes with the call that is then under way and the
    /// release behind it, each of which may take as long as the slowest answer so far.
    pub(super) fn patience(self, slowest: Duration) -> Duration {
        match self {
            Self::Given(limit) => limit,
            Self::Default => Duration::from_secs(118).saturating_sub(2 * slowest),
        }
    }
}

/// What is done about scenes that a seller need not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionalScenes {
    /// They are tried, and a seller that refuses them is not blamed.
    Tried,
    /// These must be there; the others are not called.
    Declared(BTreeSet<Activity>),
}

/// What a run can look at beside a seller's answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is there or not")]
pub struct Equipment {
    /// The effects of calls can be counted.
    pub probe: bool,
    /// The seller can call the open APIs.
    pub open_api: bool,
    /// The seller is called over the kit.
    pub kit: bool,
    /// The seller is notified of orders.
    pub notices: bool,
}

impl Equipment {
    /// What a rule would need and there is not.
    fn lacks(self, rule: &Rule) -> Option<String> {
        let why = if rule.probed && !self.probe {
            "it counts instances, and no --effect-probe was given"
        } else if (rule.open_api || rule.area() == "OPN") && !self.open_api {
            "it is about calls of the open APIs, and no --open-api was given"
        } else if rule.is_of_kit() && !self.kit {
            "it is about calls of the kit, and --with kit was not given"
        } else if rule.is_of_notices() && !self.notices {
            "it is about notices of orders, and --with order-notify was not given"
        } else {
            return None;
        };
        Some(why.to_owned())
    }
}

impl Plan {
    /// A plan with the settings that a check has where nothing else is said.
    pub fn new(
        profile: Arc<Profile>,
        billing: Billing,
        scenarios: Vec<Scenario>,
        rules: Vec<&'static Rule>,
        seed: u64,
    ) -> Self {
        Self {
            billing,
            goods: Goods::default(),
            contacts: None,
            accounts_by: Vec::new(),
            optional: OptionalScenes::Tried,
            scenarios,
            rules,
            seed,
            fail_on: Force::Should,
            known_failures: Vec::new(),
            jobs: None,
            answer_limit: profile.limits.answer,
            ready_within: READY_WITHIN,
            max_time: MaxTime::Default,
            keep: false,
            max_failures: None,
            part: false,
            min_coverage: None,
            shard: None,
            rehearsal: false,
            book_url: None,
            profile,
        }
    }

    /// Whether a scene is called: `Some(true)` where a seller may refuse it.
    pub fn calls(&self, activity: Activity) -> Option<bool> {
        // Notices are of no book: the scenarios that have them are played where they are asked for.
        if activity == Activity::OrderNotify {
            return Some(false);
        }
        match (self.profile.need(self.billing, activity), &self.optional) {
            (Need::Required, _) => Some(false),
            (Need::Optional, OptionalScenes::Tried) => Some(true),
            (Need::Optional, OptionalScenes::Declared(scenes)) => {
                let played = activity.played_in(self.profile.api);
                scenes.contains(&played).then_some(false)
            }
            (Need::Never, _) => None,
        }
    }

    /// Whether the life of what is sold has a scene: the seller is called with it, or it is the making of
    /// what the marketplace makes itself.
    pub fn lives_through(&self, activity: Activity) -> bool {
        let made = activity == Activity::NewInstance && self.is_made_here();
        made || self.calls(activity).is_some()
    }

    /// The edges of the life cycle of what is sold. What the marketplace makes itself is made once, and no
    /// call tells of it.
    pub fn edges(&self) -> Vec<Edge> {
        let mut edges = Edge::all(|activity| self.lives_through(activity));
        if self.is_made_here() {
            edges.retain(|edge| edge.scene != Scene::Buy || edge.way == Way::Once);
        }
        edges
    }

    fn is_made_here(&self) -> bool {
        self.profile.family.is_made_by_the_marketplace()
    }

    /// The rules as the record tells them, for a seller at `target`.
    pub fn planned_rules(&self, target: &Target, equipment: Equipment) -> Vec<PlannedRule> {
        let plan = |rule: &&'static Rule| PlannedRule {
            id: rule.id.to_owned(),
            name: rule.name.to_owned(),
            force: self.profile.force_of(rule),
            needs: rule.needs.to_owned(),
            unseen: rule.unseen.map(ToOwned::to_owned),
            not_applicable: self.not_applicable(rule, target, equipment),
        };
        self.rules.iter().map(plan).collect()
    }

    /// The rules that apply to a seller at `target`, of whom that much can be seen.
    pub fn applicable_rules(&self, target: &Target, equipment: Equipment) -> Vec<&'static Rule> {
        let applies = |rule: &&&Rule| self.not_applicable(rule, target, equipment).is_none();
        self.rules.iter().filter(applies).copied().collect()
    }

    fn not_applicable(&self, rule: &Rule, target: &Target, equipment: Equipment) -> Option<String> {
        self.not_sold(rule)
            .or_else(|| rule.address.excludes(target))
            .or_else(|| equipment.lacks(rule))
    }

    /// Why a rule has nothing to say by the rule book, or of what is sold.
    fn not_sold(&self, rule: &Rule) -> Option<String> {
        if !rule.is_for(self.profile.api) {
            let versions: Vec<&str> = rule.api.iter().map(|api| api.name()).collect();
            return Some(format!("it is about {} alone", versions.join(" and ")));
        }
        if !rule.family.is_empty() && !rule.family.contains(&self.profile.family) {
            let why = match rule.family {
                [Family::OldLicence] => "it is about licences of the older guide alone",
                [Family::LicenceCode] => "it is about licence codes alone",
                [Family::OnlineLicence] => "it is about licences that are opened online alone",
                _ => "it is about what licences do not have",
            };
            return Some(why.to_owned());
        }
        if !rule.billing.is_empty() && !rule.billing.contains(&self.billing) {
            let modes: Vec<&str> = rule.billing.iter().map(|mode| mode.name()).collect();
            return Some(format!(
                "it is about products billed {}",
                modes.join(" or ")
            ));
        }
        let missing = rule
            .scenes
            .iter()
            .find(|scene| self.calls(**scene).is_none())?;
        let (billing, scene) = (self.billing, self.profile.called(*missing));
        Some(match self.profile.need(billing, *missing) {
            Need::Never => format!("products billed {billing} are never called with {scene}"),
            _ => format!("{scene} was not declared with --with"),
        })
    }
}
