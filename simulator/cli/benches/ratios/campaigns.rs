//! What a campaign of `galleria fuzz` costs: histories made, played and judged, beside the same number
//! of bare calls. A history counts as twelve calls, so that the two can be told in one unit.

use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use galleria_scenarios::Billing;
use galleria_scenarios::fuzz::campaign::{Settings, campaign};
use galleria_scenarios::fuzz::generate::Generator;
use galleria_scenarios::fuzz::terms::Terms;
use galleria_scenarios::proof::whole_catalog;
use galleria_scenarios::record::Recorder;
use galleria_scenarios::run::{Plan, Stop};

use crate::bare::Calls;
use crate::processes::peak;
use crate::sustained::{processor_time, seat};
use crate::{KEY, bare, galleria, line, median};

/// The calls that count as one history.
const CALLS: f64 = 12.0;
/// Histories of one measurement.
const CASES: u64 = 2000;
/// Measurements of each side, one after the other in turn.
const SAMPLES: usize = 5;

/// What one measurement spent.
struct Spent {
    calls: f64,
    seconds: f64,
    /// Of the client's processor, in microseconds.
    processor: f64,
}

/// Histories a second, and the client's processor time of a call, one after the other and eight at
/// a time.
pub(crate) fn rates(url: &str) {
    for (jobs, goal) in [(1, "500/s, 0.6x"), (8, "2000/s, 0.6x")] {
        let (mut ours, mut plain) = (Vec::new(), Vec::new());
        for sample in 0..SAMPLES {
            let spent = play(url, jobs, sample as u64);
            plain.push(bare_calls(url, jobs, spent.calls));
            ours.push(spent);
        }
        let rate = |spent: &Spent| spent.calls / CALLS / spent.seconds;
        let processor = |spent: &Spent| spent.processor / spent.calls;
        let middle = |all: &[Spent], of: fn(&Spent) -> f64| median(all.iter().map(of).collect());
        line(
            &format!("histories of {CALLS} calls, {jobs} at a time"),
            "/s",
            middle(&ours, rate),
            middle(&plain, rate),
            goal,
        );
        line(
            "  a call of them (processor of the client)",
            "us",
            middle(&ours, processor),
            middle(&plain, processor),
            "1.7x",
        );
    }
}

/// What it takes to make up a call of a history, beside signing and sending nothing.
pub(crate) fn generation(url: &str) {
    let plan = plan(7);
    let calls = play(url, 8, 7).calls;
    let mut generator = Generator::new(Arc::new(Terms::of(&plan)), plan.seed, &[]);
    let begun = Instant::now();
    for _ in 0..CASES {
        std::hint::black_box(generator.next_history());
    }
    let spent = begun.elapsed().as_secs_f64() * 1e6 / calls;
    println!(
        "{:<46} {spent:>7.1} us {:>29}",
        "a call of a history made up", "10 us"
    );
}

/// The most memory of ten times as long a campaign.
pub(crate) fn memory(url: &str) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let of = |cases: &str| {
        let mut fuzz = galleria();
        fuzz.args(["fuzz", "--url", url, "--key", KEY, "--jobs", "8"]);
        fuzz.args(["--seed", "7", "--cases", cases]);
        peak(fuzz.current_dir(folder.path()))
    };
    let (short, long) = (of("1000"), of("10000"));
    line(
        "memory, 10 000 histories beside 1 000 (peak)",
        "MB",
        long,
        short,
        "1 MB more",
    );
    let mut plain = bare("bare-suite");
    plain.env("GALLERIA_BENCH_URL", url);
    line(
        "  beside a bare suite",
        "MB",
        long,
        peak(&mut plain),
        "16 MB",
    );
}

fn plan(seed: u64) -> Plan {
    Plan {
        seed,
        ..whole_catalog("cn-v1", Billing::Period)
    }
}

fn play(url: &str, jobs: usize, seed: u64) -> Spent {
    let plan = plan(seed);
    let settings = Settings {
        cases: CASES,
        max_time: None,
        shrink_time: Duration::from_secs(30),
        jobs,
        rate: None,
        continue_on_failure: false,
        dictionary: Vec::new(),
    };
    measured(async {
        let mut seats = || seat(url);
        let (stop, mut watch) = (Stop::default(), |_: &_| {});
        let recorder = Recorder::default();
        let campaign = campaign(&plan, &settings, &mut seats, recorder, &stop, &mut watch);
        let outcome = Box::pin(campaign).await;
        assert!(outcome.found.is_empty(), "the reference seller passes");
        outcome.status.calls as f64
    })
}

fn bare_calls(url: &str, jobs: usize, calls: f64) -> Spent {
    let each = (calls / jobs as f64).ceil();
    measured(async {
        let lanes = (0..jobs).map(|_| tokio::spawn(bare_lane(url.to_owned(), each)));
        join_all(lanes).await;
        each * jobs as f64
    })
}

async fn bare_lane(url: String, calls: f64) {
    let mut connection = Calls::connect(&url).await;
    let mut made = 0.0;
    while made < calls {
        connection.call().await;
        made += 1.0;
    }
}

/// Runs it on one thread; it gives back the calls that it made.
fn measured(work: impl Future<Output = f64>) -> Spent {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime starts");
    let (begun, before) = (Instant::now(), processor_time());
    let calls = runtime.block_on(work);
    Spent {
        calls,
        seconds: begun.elapsed().as_secs_f64(),
        processor: processor_time() - before,
    }
}
