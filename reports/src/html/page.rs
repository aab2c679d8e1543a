//! The page as a whole.

use std::borrow::Cow;

use askama::Template;
use galleria_scenarios::event::RunStarted;
use galleria_scenarios::verdict::RunVerdict;

use super::STYLE;
use super::call::Beside;
use super::cycle::CycleView;
use super::evidence::Evidence;
use super::filters;
use super::life::NodeView;
use super::policy::policy;
use super::rule::{RuleView, class, shown};
use super::scenario::ScenarioView;
use crate::area;
use crate::lang::{Lang, say};
use crate::prose::{Block, Span};
use crate::report::{Concluded, RuleReport, RunReport, Standing};
use crate::words::duration;

const SCRIPT: &str = include_str!("../../templates/script.js");

/// What rules and scenarios are filtered by.
const VERDICTS: [(&str, &str); 5] = [
    ("bad", "failed"),
    ("doubtful", "noted"),
    ("good", "held"),
    ("open", "not observed"),
    ("faint", "not applicable"),
];

/// The page.
#[derive(Template)]
#[template(path = "report.html")]
pub(super) struct Page<'a> {
    policy: String,
    style: &'static str,
    script: &'static str,
    lang: &'static str,
    word: Cow<'static, str>,
    class: &'static str,
    headline: String,
    target: String,
    started: String,
    facts: Vec<(&'static str, String)>,
    figures: Vec<Figure>,
    notices: Vec<String>,
    chapters: Vec<Chapter<'a>>,
    areas: Vec<Area<'a>>,
    /// What can be filtered by: the classes of the page's style, and what they mean.
    verdicts: [(&'static str, &'static str); 5],
    scenarios: Vec<ScenarioView<'a>>,
    cycle: Option<CycleView>,
}

/// How many rules stand somewhere, as a figure and as a stretch of the bar above it.
struct Figure {
    count: usize,
    word: &'static str,
    class: &'static str,
    x: usize,
}

/// The rules with findings that mean the same for the run.
struct Chapter<'a> {
    id: &'static str,
    title: &'static str,
    about: &'static str,
    rules: Vec<Evidence<'a>>,
}

/// The rules of an area.
struct Area<'a> {
    letters: &'a str,
    title: &'a str,
    rules: Vec<RuleView<'a>>,
}

/// Of when the report is, in the words of the language that is spoken.
fn drawn_of(run: &RunStarted) -> String {
    let (written, told) = match Lang::spoken() {
        Lang::En => ("%-d %B %Y, %H:%M:%S UTC", "report of {}"),
        Lang::Zh => ("%Y-%m-%d %H:%M:%S UTC", "{} 的报告"),
    };
    told.replace("{}", &run.started.format(written).to_string())
}

impl<'a> Page<'a> {
    pub(super) fn of(report: &'a RunReport, run: &'a RunStarted, concluded: &'a Concluded) -> Self {
        let beside = Beside::of(report, concluded.found_in());
        let scenarios = report.scenarios.iter();
        Self {
            policy: policy(STYLE, SCRIPT),
            style: STYLE,
            script: SCRIPT,
            lang: Lang::spoken().tag(),
            word: concluded.word(),
            class: verdict_class(concluded.verdict),
            headline: concluded.headline(),
            target: shown(&run.target),
            started: drawn_of(run),
            facts: facts(report, run),
            figures: figures(concluded),
            notices: notices(concluded),
            chapters: chapters(concluded, report),
            areas: areas(concluded),
            verdicts: VERDICTS,
            scenarios: scenarios
                .map(|scenario| ScenarioView::of(scenario, report, concluded, &beside))
                .collect(),
            cycle: report.life_cycle.as_ref().map(CycleView::of),
        }
    }

    fn rules(&self) -> usize {
        self.figures.iter().map(|figure| figure.count).sum()
    }
}

fn verdict_class(verdict: RunVerdict) -> &'static str {
    match verdict {
        RunVerdict::Pass => "good",
        RunVerdict::Fail | RunVerdict::Unreachable => "bad",
        RunVerdict::NothingJudged | RunVerdict::Interrupted => "doubtful",
    }
}

fn facts(report: &RunReport, run: &RunStarted) -> Vec<(&'static str, String)> {
    vec![
        ("Profile", shown(&run.profile)),
        ("Billing", say(run.billing.name()).into_owned()),
        ("Seed", run.seed.to_string()),
        ("Fails on", say(run.fail_on.name()).into_owned()),
        ("Scenarios", report.scenarios.len().to_string()),
        ("Calls", report.exchanges().len().to_string()),
        ("Took", duration(report.elapsed())),
        ("Rule set", shown(&run.rule_set)),
        ("galleria", shown(&run.tool_version)),
        ("Run", shown(&run.id)),
    ]
}

fn figures(concluded: &Concluded) -> Vec<Figure> {
    let standings = [
        Standing::Failed,
        Standing::Stale,
        Standing::Noted,
        Standing::Known,
        Standing::Unobserved,
        Standing::NotApplicable,
        Standing::Held,
    ];
    let mut figures = Vec::new();
    let mut x = 0;
    for standing in standings {
        let count = concluded.standing(standing).count();
        if count > 0 {
            figures.push(Figure {
                count,
                word: standing.word(),
                class: class(standing),
                x,
            });
            x += count;
        }
    }
    figures
}

fn notices(concluded: &Concluded) -> Vec<String> {
    let stopped = concluded
        .stopped
        .iter()
        .map(|why| format!("Not everything was played: {why}."));
    let stale = concluded.stale.iter().map(|known| {
        let (rule, reason) = (&known.rule, &known.reason);
        format!(
            "{rule} is on the list of known failures ({reason}) but does not fail in this run. Take it off the list."
        )
    });
    stopped.chain(stale).map(|notice| shown(&notice)).collect()
}

fn chapters<'a>(concluded: &'a Concluded, report: &RunReport) -> Vec<Chapter<'a>> {
    let chapter = |id, title, about, standing| Chapter {
        id,
        title,
        about,
        rules: concluded
            .standing(standing)
            .map(|rule| Evidence::of(rule, report))
            .collect(),
    };
    let all = [
        chapter(
            "failures",
            "Failures",
            "These fail the run.",
            Standing::Failed,
        ),
        chapter(
            "noted",
            "Noted",
            "Worth knowing. Their force is too weak to fail the run.",
            Standing::Noted,
        ),
        chapter(
            "known",
            "Known failures",
            "Excused by the list of known failures.",
            Standing::Known,
        ),
    ];
    all.into_iter()
        .filter(|chapter| !chapter.rules.is_empty())
        .collect()
}

fn areas(concluded: &Concluded) -> Vec<Area<'_>> {
    let mut areas: Vec<Area<'_>> = Vec::new();
    for rule in &concluded.rules {
        let letters = RuleReport::area(rule);
        match areas.iter_mut().find(|area| area.letters == letters) {
            Some(area) => area.rules.push(RuleView::of(rule)),
            None => areas.push(Area {
                letters,
                title: area::title(letters),
                rules: vec![RuleView::of(rule)],
            }),
        }
    }
    areas
}
