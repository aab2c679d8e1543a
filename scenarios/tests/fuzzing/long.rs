//! What a long campaign keeps does not grow with it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use galleria_scenarios::Billing;
use galleria_scenarios::event::Event;
use galleria_scenarios::fuzz::campaign::{Outcome, Settings};
use galleria_scenarios::record::{Recorder, Sink, SinkError};
use galleria_seller::{Behaviour, Reference, faults};

use crate::campaigns::{plan, play_recorded, settings, told};

/// No history of these campaigns has more calls.
const LONGEST: usize = 500;

/// Counts the calls that are recorded.
#[derive(Clone, Debug, Default)]
struct Recorded(Arc<AtomicUsize>);

impl Sink for Recorded {
    fn take(&mut self, event: &Event) -> Result<(), SinkError> {
        if matches!(event, Event::Exchanged(_)) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
        Ok(())
    }
}

/// A campaign to its end, and how many calls its record has.
fn campaign(cases: u64, make: &dyn Fn() -> Arc<dyn Behaviour>) -> (Outcome, usize) {
    let settings = Settings {
        jobs: 4,
        continue_on_failure: true,
        ..settings(cases)
    };
    let counted = Recorded::default();
    let recorder = Recorder::new(vec![Box::new(counted.clone())]);
    let plan = plan("cn-v1", Billing::Period, 3);
    let outcome = play_recorded(&plan, &settings, make, recorder);
    let calls = counted.0.load(Ordering::Relaxed);
    (outcome, calls)
}

#[test]
fn the_record_of_a_long_campaign_is_that_of_a_short_one() {
    let reference = || -> Arc<dyn Behaviour> { Arc::new(Reference) };
    let (short, of_short) = campaign(40, &reference);
    let (long, of_long) = campaign(2000, &reference);
    for outcome in [&short, &long] {
        assert!(outcome.found.is_empty(), "{}", told(outcome));
        assert_eq!(outcome.stopped, None);
    }
    assert_eq!((short.status.cases, long.status.cases), (40, 2000));
    assert!(long.status.calls > 20 * short.status.calls);
    assert!(of_short > 0, "a history that held is recorded");
    assert_eq!(of_short, of_long);
}

#[test]
fn one_mistake_in_every_history_is_kept_once() {
    // Every listed instance lacks its address: many places of one kind in each of the histories.
    let fault = faults::find("front-end-url-left-out").expect("it is one of them");
    let (outcome, recorded) = campaign(200, &|| (fault.make)());
    assert_eq!(outcome.status.cases, 200);
    assert!((1..=2).contains(&outcome.found.len()), "{}", told(&outcome));
    assert!(outcome.found[0].seen > 100, "{}", told(&outcome));
    let of_failures: usize = outcome.found.iter().map(|f| f.play.exchanges.len()).sum();
    // At most one history that held, as an example, stands beside them.
    let longest = of_failures + LONGEST;
    assert!((of_failures..=longest).contains(&recorded), "{recorded}");
}
