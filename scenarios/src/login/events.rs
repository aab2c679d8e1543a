//! What a login test came to as the events of a run, from which every report is drawn.

use std::time::Duration;

use super::stage::LoginSettings;
use crate::event::{Event, RunStarted};
use crate::rule::Force;
use crate::trial::{self, Bill, TrialReport};

/// What a rule of the login has to see.
pub(super) const NEEDS: &str = "login that shows it";

/// The one scenario of a login test.
const BILL: Bill = Bill {
    scenario: "login",
    title: "The login of kit accounts",
    about: "Comes to the registered login address as a browser does, by right ways and by wrong ones.",
    needs: NEEDS,
};

/// What a login test sets out to do; `seed` and `salt` make its id.
pub fn begun(settings: &LoginSettings, salted: (u64, u64), fail_on: Force) -> RunStarted {
    let profile = &settings.profile;
    let target = settings.login.to_string();
    let bare = trial::begun(&BILL, salted, settings.clock.started(), target, fail_on);
    RunStarted {
        profile: profile.id.clone(),
        own_profile: profile.own.clone(),
        billing: profile
            .billing
            .keys()
            .next()
            .copied()
            .unwrap_or(bare.billing),
        ..bare
    }
}

/// The events of a login test that took so long.
pub fn events(begun: RunStarted, report: &TrialReport, took: Duration) -> Vec<Event> {
    trial::events(&BILL, begun, report, took)
}
