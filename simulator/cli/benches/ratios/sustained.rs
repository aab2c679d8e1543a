//! What a judged and recorded exchange costs in a long run, in processor time of the client.

use std::fs::File;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Target, TlsSettings, network};
use galleria_protocol::Key;
use galleria_scenarios::Billing;
use galleria_scenarios::proof::whole_catalog;
use galleria_scenarios::record::{JsonLines, Recorder, Sink};
use galleria_scenarios::run::{Plan, Seat, Stop, run};
use galleria_scenarios::verdict::ExitCode;

use crate::bare::Calls;
use crate::{KEY, line, median};

/// How often the catalog is played in one measurement.
const ROUNDS: usize = 40;
/// Measurements of each side, one after the other in turn.
const SAMPLES: usize = 5;

pub(crate) fn exchange(url: &str) {
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..SAMPLES {
        let (calls, spent) = galleria(url);
        ours.push(spent / calls as f64);
        bare.push(bare_loop(url, calls) / calls as f64);
    }
    let goal = "20 us on the reference machine: 1.5 x (wire + checks alone)";
    line(
        "an exchange, judged and recorded (processor)",
        "us",
        median(ours),
        median(bare),
        goal,
    );
}

/// Plays the catalog over and over; the calls made and the microseconds of processor time spent.
fn galleria(url: &str) -> (usize, f64) {
    let plan = plan();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime starts").block_on(async {
        let seat = seat(url);
        let record: File = tempfile::tempfile().expect("a file can be made");
        let sinks: Vec<Box<dyn Sink>> = vec![Box::new(JsonLines::new("record", record))];
        let before = processor_time();
        let outcome = run(&plan, seat, Recorder::new(sinks), Stop::default()).await;
        let spent = processor_time() - before;
        assert_eq!(
            outcome.conclusion.exit,
            ExitCode::Held,
            "the reference seller passes"
        );
        (
            usize::try_from(outcome.calls).expect("calls can be counted"),
            spent,
        )
    })
}

fn plan() -> Plan {
    let mut plan = whole_catalog("cn-v1", Billing::Period);
    let once = std::mem::take(&mut plan.scenarios);
    for round in 0..ROUNDS {
        plan.scenarios
            .extend(once.iter().cloned().map(|mut scenario| {
                scenario.id = format!("{}-{round}", scenario.id);
                scenario
            }));
    }
    plan
}

pub(crate) fn seat(url: &str) -> Seat {
    let clock = Clock::system();
    let target = Target::parse(url).expect("the seller's address");
    let dial = network(&target, None, &TlsSettings::default(), &clock);
    Seat {
        kit: None,
        notices: None,
        probe: None,
        activator: None,
        desk: None,
        stage: None,
        dial: dial.expect("http needs no TLS"),
        target,
        called: url.to_owned(),
        key: Key::new(KEY),
        clock,
    }
}

fn bare_loop(url: &str, calls: usize) -> f64 {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime starts").block_on(async {
        let mut connection = Calls::connect(url).await;
        let before = processor_time();
        for _ in 0..calls {
            connection.call().await;
        }
        processor_time() - before
    })
}

/// Microseconds of processor time that this thread has spent.
pub(crate) fn processor_time() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds: f64 = text
        .split(' ')
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or(f64::NAN);
    nanoseconds / 1000.0
}
