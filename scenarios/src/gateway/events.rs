//! What a test of a backend came to as the events of a run, from which every report is drawn.

use std::time::Duration;

use super::settings::GatewaySettings;
use crate::event::{Event, RunStarted};
use crate::rule::Force;
use crate::trial::{self, Bill, TrialReport};

/// What a rule of the gateway has to see.
pub(super) const NEEDS: &str = "call of the gateway that shows it";

/// The one scenario of a test of a backend.
const BILL: Bill = Bill {
    scenario: "gateway",
    title: "The gateway of agents",
    about: "Calls a backend of agents as the marketplace's gateway does, and as somebody else would.",
    needs: NEEDS,
};

/// What the test sets out to do; `seed` and `salt` make its id.
pub fn begun(settings: &GatewaySettings, salted: (u64, u64), fail_on: Force) -> RunStarted {
    let target = settings.address.clone();
    trial::begun(&BILL, salted, settings.clock.started(), target, fail_on)
}

/// The events of a test that took so long.
pub fn events(begun: RunStarted, report: &TrialReport, took: Duration) -> Vec<Event> {
    trial::events(&BILL, begun, report, took)
}
