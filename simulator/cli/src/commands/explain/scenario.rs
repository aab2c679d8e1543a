//! A scenario, step by step.

use std::fmt::Write as _;

use galleria_reports::step_in_words;
use galleria_scenarios::scenario::Catalog;

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
        let _ = writeln!(text, "  {number}. {}", step_in_words(scenario, step));
    }
    Some(text)
}
