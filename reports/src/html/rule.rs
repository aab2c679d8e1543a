//! A rule as the page shows it.

use crate::prose::{Block, Span, blocks, spans};
use crate::report::{RuleReport, Standing};
use crate::words::visible;

/// A rule with its verdict and its documentation.
pub(super) struct RuleView<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) force: &'static str,
    pub(super) standing: &'static str,
    /// The class of the page's style that goes with the standing.
    pub(super) class: &'static str,
    pub(super) summary: Vec<Span>,
    pub(super) source: Option<&'static str>,
    pub(super) looked_at: u64,
    pub(super) reason: Option<String>,
    /// The documentation behind the summary.
    pub(super) docs: Vec<Block>,
    /// How many findings there are.
    pub(super) found: usize,
}

impl<'a> RuleView<'a> {
    pub(super) fn of(rule: &'a RuleReport) -> Self {
        Self {
            id: rule.id(),
            name: rule.name(),
            force: rule.force().name(),
            standing: rule.standing.word(),
            class: class(rule.standing),
            summary: rule
                .summary()
                .map(|summary| spans(&summary))
                .unwrap_or_default(),
            source: rule.source(),
            looked_at: rule.judged.looked_at,
            reason: rule.judged.reason.as_deref().map(shown),
            docs: rule
                .about
                .map(|about| behind_summary(about.docs))
                .unwrap_or_default(),
            found: rule.findings().len(),
        }
    }
}

/// The documentation without its first section where that is the summary and no more.
fn behind_summary(docs: &str) -> Vec<Block> {
    let mut blocks = blocks(docs);
    if let [
        Block::Heading(_),
        Block::Paragraph(_),
        Block::Heading(_),
        ..,
    ] = blocks.as_slice()
    {
        blocks.drain(..2);
    }
    blocks
}

/// The class of the page's style for a standing.
pub(super) fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Held => "good",
        Standing::Failed | Standing::Stale => "bad",
        Standing::Noted | Standing::Known => "doubtful",
        Standing::Unobserved => "open",
        Standing::NotApplicable => "faint",
    }
}

/// Foreign text without anything that is hidden or steers.
pub(super) fn shown(text: &str) -> String {
    visible(text).into_owned()
}
