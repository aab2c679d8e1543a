//! The run that makes calls of the debug step, for one case or for many.

use std::sync::Arc;
use std::time::Duration;

use galleria_marketplace::market::Billing;
use galleria_protocol::Activity;

use crate::profile::Profile;
use crate::rule::Rule;
use crate::run::{MaxTime, OptionalScenes, Plan};
use crate::scenario::Scenario;

/// The plan of a run that plays one scenario of saved cases, one call after the other. Whoever saves
/// a case of a scene has the scene, so that every one must succeed.
pub fn plan(
    profile: Arc<Profile>,
    billing: Billing,
    scenario: Scenario,
    rules: Vec<&'static Rule>,
    seed: u64,
    answer_limit: Option<Duration>,
    max_time: MaxTime,
) -> Plan {
    Plan {
        optional: OptionalScenes::Declared(Activity::ALL.into_iter().collect()),
        jobs: Some(1),
        answer_limit: answer_limit.unwrap_or(profile.limits.answer),
        max_time,
        keep: true,
        ..Plan::new(profile, billing, vec![scenario], rules, seed)
    }
}
