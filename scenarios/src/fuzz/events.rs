//! What a campaign records: its failures whole, and of all other histories what the rules saw.
//!
//! A campaign plays millions of calls. The record holds those of the failures and of the first
//! history, as an example, and so stays small however long the campaign is.

use std::collections::BTreeMap;

use super::judge::Verdicts;
use crate::event::{Circumstances, Event, ScenarioStarted, StepStarted};
use crate::record::Recorder;
use crate::rule::{Judged, Play};
use crate::scenario::Scenario;
use crate::verdict::Tally;

/// Hands events to the recorder, and keeps the verdict so far.
#[derive(Debug)]
pub struct Told {
    recorder: Recorder,
    tally: Tally,
}

impl Told {
    /// Tells that recorder.
    pub fn new(recorder: Recorder) -> Self {
        Self {
            recorder,
            tally: Tally::default(),
        }
    }

    /// Tells one event.
    pub fn tell(&mut self, event: &Event) {
        self.tally.take(event);
        self.recorder.record(event);
    }

    /// Tells a play as if it had been recorded when it was played.
    pub fn play(&mut self, scenario: &Scenario, play: &Play, judged: Vec<Judged>) {
        let id = scenario.id.clone();
        self.tell(&Event::ScenarioStarted(ScenarioStarted {
            scenario: id.clone(),
            title: scenario.title.clone(),
            about: scenario.about.clone(),
            steps: u32::try_from(scenario.steps.len()).unwrap_or(u32::MAX),
        }));
        let last = play.exchanges.iter().map(|exchange| exchange.step).max();
        let steps = u32::try_from(scenario.steps.len()).unwrap_or(u32::MAX);
        for number in 1..=steps.max(last.unwrap_or(0)) {
            self.step(scenario, play, number);
        }
        self.tell(&Event::ScenarioFinished {
            judged: judged
                .into_iter()
                .map(|judged| under(&id, judged))
                .collect(),
            scenario: id,
            circumstances: Circumstances::of(play),
        });
    }

    fn step(&mut self, scenario: &Scenario, play: &Play, number: u32) {
        let step = scenario.steps.get(number as usize - 1);
        let activity = step.and_then(|step| scenario.activity(step));
        let started = StepStarted {
            scenario: scenario.id.clone(),
            step: number,
            verb: step.map_or("clean-up", |step| step.verb.name()).to_owned(),
            activity: activity.map(|activity| play.profile.called(activity).to_owned()),
            note: step.map_or_else(|| "clean up".to_owned(), |step| step.note.clone()),
        };
        self.tell(&Event::StepStarted(started));
        for exchange in play.exchanges.iter().filter(|e| e.step == number) {
            let mut exchange = exchange.clone();
            exchange.scenario.clone_from(&scenario.id);
            self.tell(&Event::Exchanged(Box::new(exchange)));
        }
        for left_out in play.left_out.iter().filter(|left| left.step == number) {
            self.tell(&Event::StepLeftOut {
                scenario: scenario.id.clone(),
                left_out: left_out.clone(),
            });
        }
    }

    /// The verdict so far, and the sinks that failed.
    pub fn conclude(self) -> (crate::verdict::Conclusion, Vec<crate::record::SinkError>) {
        (self.tally.conclude(), self.recorder.into_failures())
    }
}

/// What a rule saw, told of the scenario of that id.
fn under(id: &str, mut judged: Judged) -> Judged {
    for finding in &mut judged.findings {
        id.clone_into(&mut finding.scenario);
    }
    judged
}

/// How many facts each rule looked at, without anything that grows with the campaign.
#[derive(Clone, Debug, Default)]
pub struct Seen(BTreeMap<String, u64>);

impl Seen {
    /// Takes in what was seen of one history.
    pub fn add(&mut self, verdicts: &Verdicts) {
        for judged in &verdicts.judged {
            if let Some(known) = self.0.get_mut(&judged.rule) {
                *known += judged.looked_at;
            } else if judged.looked_at > 0 {
                self.0.insert(judged.rule.clone(), judged.looked_at);
            }
        }
    }

    /// What the rules saw, without findings: those are told with the failures.
    pub fn judged(&self) -> Vec<Judged> {
        let seen = self.0.iter().map(|(rule, looked_at)| Judged {
            rule: rule.clone(),
            looked_at: *looked_at,
            findings: Vec::new(),
            doubts: Vec::new(),
        });
        seen.collect()
    }
}
