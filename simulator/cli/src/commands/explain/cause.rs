//! The mistakes that a finding can name as its cause.

use std::fmt::Write as _;

use galleria_protocol::mistake;
use galleria_protocol::mistake::{Cause, Family};

use super::snippet;

/// One cause, or two at once.
pub(super) fn named(slug: &str) -> Option<String> {
    let cause = Cause::find(slug)?;
    let (slug, explanation, fix) = (cause.slug(), cause.explanation(), cause.fix());
    let code = snippet::mention(&slug);
    Some(format!(
        "{slug}\n\n{explanation}\n\nHow to fix: {fix}\n{code}"
    ))
}

/// All of them.
pub(super) fn all() -> String {
    let mut text = "The mistakes that a finding can name as its cause, alone or two at once \
                    (`slug-one+slug-two`):\n"
        .to_owned();
    for family in Family::ALL {
        let _ = writeln!(text, "\n{}\n", family.heading());
        for mistake in mistake::by_family(family) {
            let _ = writeln!(text, "  {}\n    {}", mistake.slug, mistake.explanation);
        }
    }
    text
}
