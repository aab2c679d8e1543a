//! A scenario as the page shows it: a timeline of steps and calls.

use super::call::{Beside, CallView, Mark};
use super::call_back::CallBackView;
use super::evidence::anchor;
use super::life::{LifeView, lives};
use super::rule::{class, shown};
use super::timeline::Span;
use crate::report::{Concluded, Progress, RunReport, ScenarioReport, Standing, StepReport};
use crate::words::{counted, counted_for, duration};

/// A scenario.
pub(super) struct ScenarioView<'a> {
    pub(super) id: String,
    pub(super) anchor: String,
    pub(super) title: String,
    pub(super) about: String,
    pub(super) calls: String,
    pub(super) took: String,
    /// How it went, in a word, and the class of the page's style that goes with it.
    pub(super) word: &'static str,
    pub(super) class: &'static str,
    /// Why it was not played or not judged, where it was not.
    pub(super) reason: Option<String>,
    pub(super) marks: Vec<Mark<'a>>,
    /// The lives of its purchases.
    pub(super) lives: Vec<LifeView>,
    /// The marks on the axis of its time, where it has calls.
    pub(super) axis: Option<[String; 3]>,
    pub(super) steps: Vec<StepView<'a>>,
}

/// A step.
pub(super) struct StepView<'a> {
    pub(super) number: u32,
    pub(super) verb: String,
    pub(super) note: String,
    pub(super) left_out: Option<String>,
    pub(super) calls: Vec<CallView<'a>>,
    /// What the effect probe counted.
    pub(super) probed: Vec<String>,
    /// What the seller called of the open APIs.
    pub(super) call_backs: Vec<CallBackView>,
}

impl<'a> ScenarioView<'a> {
    pub(super) fn of(
        scenario: &'a ScenarioReport,
        report: &RunReport,
        concluded: &'a Concluded,
        beside: &Beside<'a>,
    ) -> Self {
        let span = Span::of(scenario);
        let marks: Vec<_> = concluded
            .found_in_scenario(&scenario.id)
            .map(Mark::of)
            .collect();
        let (word, class) = how_it_went(scenario, &marks);
        Self {
            id: shown(&scenario.id),
            anchor: anchor(&scenario.id),
            title: shown(&scenario.title),
            about: shown(&scenario.about),
            calls: counted(scenario.exchanges().count(), "call"),
            took: duration(scenario.elapsed()),
            word,
            class,
            reason: reason(scenario, report),
            marks,
            lives: lives(scenario),
            axis: scenario.exchanges().next().map(|_| span.marks()),
            steps: scenario
                .steps
                .iter()
                .map(|step| StepView::of(step, span, beside))
                .collect(),
        }
    }

    /// The rules that found something in it, with blanks between.
    pub(super) fn rules(&self) -> String {
        let ids = self.marks.iter().map(|mark| mark.id);
        ids.collect::<Vec<_>>().join(" ")
    }

    /// Whether it is laid open when the page is: there is something to see.
    pub(super) fn is_open(&self) -> bool {
        !self.marks.is_empty() || self.word == "unfinished"
    }
}

impl<'a> StepView<'a> {
    fn of(step: &StepReport, span: Span, beside: &Beside<'a>) -> Self {
        let activity = step.activity.as_deref().unwrap_or_default();
        let calls = step.exchanges.iter();
        Self {
            number: step.number,
            verb: shown(step.verb.as_deref().unwrap_or("not begun")),
            note: shown(if step.note.is_empty() {
                activity
            } else {
                &step.note
            }),
            left_out: step.left_out.as_deref().map(shown),
            calls: calls.map(|call| CallView::of(call, span, beside)).collect(),
            probed: step
                .probed
                .iter()
                .map(|probed| shown(&counted_for(probed)))
                .collect(),
            call_backs: step.call_backs.iter().map(CallBackView::of).collect(),
        }
    }
}

fn how_it_went(scenario: &ScenarioReport, marks: &[Mark<'_>]) -> (&'static str, &'static str) {
    let failed = marks
        .iter()
        .any(|mark| mark.class == class(Standing::Failed));
    match scenario.progress {
        Progress::UnderWay => ("unfinished", "doubtful"),
        Progress::Waiting => ("not begun", "faint"),
        Progress::LeftOut { .. } => ("not played", "faint"),
        Progress::Finished if failed => ("failed", "bad"),
        Progress::Finished if !marks.is_empty() => ("noted", "doubtful"),
        Progress::Finished if scenario.left_out().next().is_some() => ("in part", "open"),
        Progress::Finished => ("ok", "good"),
    }
}

fn reason(scenario: &ScenarioReport, report: &RunReport) -> Option<String> {
    match &scenario.progress {
        Progress::Finished => None,
        Progress::LeftOut { reason } => Some(shown(reason)),
        Progress::Waiting => report.stopped(),
        Progress::UnderWay => Some(
            "The record ends here: these calls were made, but no rule has looked at them.".into(),
        ),
    }
}
