//! Holding one play against the rules.

use serde::{Deserialize, Serialize};

use super::Rule;
use super::finding::Finding;
use super::look::Look;
use super::play::Play;

/// What one rule saw of one play.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// The rule's id.
    pub rule: String,
    /// How many facts it looked at.
    pub looked_at: u64,
    /// What it found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
    /// Why something that was played proves nothing either way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<String>,
}

/// Lets every rule look at the play; rules that saw nothing are left out.
pub fn judge(play: &Play, rules: &[&'static Rule]) -> Vec<Judged> {
    let looks = rules.iter().map(|rule| {
        let mut look = Look::default();
        (rule.check)(play, &mut look);
        let (looked_at, findings, doubts) = look.into_parts();
        Judged {
            rule: rule.id.to_owned(),
            looked_at,
            findings,
            doubts,
        }
    });
    looks
        .filter(|judged| judged.looked_at > 0 || !judged.doubts.is_empty())
        .collect()
}
