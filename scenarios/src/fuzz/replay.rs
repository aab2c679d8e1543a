//! A saved history once more, step for step.

use super::answers::{answers, differing};
use super::crash::Crash;
use super::judge::{Bench, Failure, kind_of_place};
use crate::rule::Play;
use crate::run::Stage;

/// How often a history is played whose failure came and went when it was found.
const TRIES_OF_FLAKY: u32 = 20;

/// What came of a history that failed once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing fails any more.
    Fixed,
    /// It fails as it did.
    Failed,
    /// Something else fails, or elsewhere.
    Changed,
}

impl Verdict {
    /// Its name, in capitals.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Fixed => "FIXED",
            Self::Failed => "FAILED",
            Self::Changed => "CHANGED",
        }
    }
}

/// A replay.
#[derive(Clone, Debug)]
pub struct Replayed {
    /// What came of it.
    pub verdict: Verdict,
    /// What fails now, the failure that it was saved for first.
    pub failures: Vec<Failure>,
    /// The first answer that differs from the saved ones: its step, what was, what is.
    pub differing: Option<(u32, String, String)>,
    /// How many plays failed, and of how many.
    pub failed: (u32, u32),
    /// The last play.
    pub play: Play,
}

/// Plays a saved history for new tenants: so many times where `times` says so, else once, and more
/// often where its failure came and went.
pub async fn replay(
    stage: &Stage<'_>,
    bench: &Bench,
    crash: &Crash,
    times: Option<u32>,
) -> Replayed {
    let flaky = crash.failed.0 < crash.failed.1;
    let most = times.unwrap_or(if flaky { TRIES_OF_FLAKY } else { 1 });
    let (mut failed, mut made) = (0, 0);
    let mut kept: Option<(Vec<Failure>, Play)> = None;
    let mut last = once(stage, bench, crash, made).await;
    loop {
        made += 1;
        if !last.0.is_empty() {
            failed += 1;
            kept.get_or_insert_with(|| last.clone());
        }
        let enough = times.is_none() && failed > 0;
        if made >= most || enough || stage.stopped().is_some() {
            break;
        }
        last = once(stage, bench, crash, made).await;
    }
    let (failures, play) = kept.unwrap_or(last);
    Replayed {
        verdict: verdict(crash, &failures),
        differing: differing(&crash.answers, &answers(&play)),
        failures,
        failed: (failed, made),
        play,
    }
}

async fn once(
    stage: &Stage<'_>,
    bench: &Bench,
    crash: &Crash,
    tenant: u32,
) -> (Vec<Failure>, Play) {
    let play = stage.play(&crash.scenario, u64::from(tenant)).await;
    let mut failures = bench.judge(&play).failures;
    failures.sort_by_key(|failure| !is_same(crash, failure));
    (failures, play)
}

fn is_same(crash: &Crash, failure: &Failure) -> bool {
    let place = kind_of_place(&crash.place);
    failure.key() == (&crash.rule, &place) && failure.finding.step == crash.step
}

fn verdict(crash: &Crash, failures: &[Failure]) -> Verdict {
    match failures.first() {
        None => Verdict::Fixed,
        Some(failure) if is_same(crash, failure) => Verdict::Failed,
        Some(_) => Verdict::Changed,
    }
}
