//! A scenario, step by step.

use std::fmt::Write as _;

use galleria_reports::lang::say;
use galleria_scenarios::scenario::{Catalog, Scenario, Step};

use crate::commands::listing::played;

/// The scenario of that id.
pub(super) fn named(id: &str) -> Option<String> {
    let catalog = Catalog::embedded();
    let scenario = catalog
        .scenarios()
        .iter()
        .find(|scenario| scenario.id == id)?;
    let mut text = format!(
        "{}\n{}\nplayed over {}\n\n{}\n\n",
        scenario.id,
        scenario.title,
        played(scenario),
        scenario.about
    );
    for (number, step) in (1..).zip(&scenario.steps) {
        let _ = writeln!(text, "  {number}. {}", in_words(scenario, step));
    }
    Some(text)
}

/// A step as a line: what is done, with which activity, and what it means.
pub(in crate::commands) fn in_words(scenario: &Scenario, step: &Step) -> String {
    let activity = step.verb.call().map(|call| call.subject.activity);
    let activity = activity.map(|activity| scenario.called(activity));
    let done = [Some(step.verb.name()), activity]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>();
    format!("{}: {}", done.join(" "), say(&step.note))
}
