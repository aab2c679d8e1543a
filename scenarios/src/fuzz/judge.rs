//! The verdict on one play: the rules, and the model behind them.

use galleria_marketplace::delivery::Target;
use galleria_marketplace::transcript::Exchange;

use super::expect::expectations;
use crate::rule::{Finding, Force, Judged, Play, Rule, judge};
use crate::run::{Equipment, Plan};

/// Who judges the plays of a campaign.
#[derive(Clone, Debug)]
pub struct Bench {
    rules: Vec<&'static Rule>,
    /// The rules whose failure counts.
    binding: Vec<&'static str>,
}

/// What was seen of one play.
#[derive(Clone, Debug, Default)]
pub struct Verdicts {
    /// What each rule saw.
    pub judged: Vec<Judged>,
    /// The breaches that count, in the order of the calls.
    pub failures: Vec<Failure>,
}

/// One breach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The rule's id.
    pub rule: String,
    /// The evidence.
    pub finding: Finding,
    /// Where in an answer it shows, whichever member of a list it is.
    kind_of_place: String,
}

impl Failure {
    fn new(rule: &str, finding: &Finding) -> Self {
        Self {
            rule: rule.to_owned(),
            finding: finding.clone(),
            kind_of_place: kind_of_place(&finding.place),
        }
    }

    /// What tells it from others: the rule, and where in the answer it shows. What is wrong with each
    /// of a hundred listed instances is one failure.
    pub fn key(&self) -> (&str, &str) {
        (&self.rule, &self.kind_of_place)
    }
}

/// A place without the numbers of the members of lists: `/info/3/appInfo` as `/info/*/appInfo`.
pub(super) fn kind_of_place(place: &str) -> String {
    let is_number =
        |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = place
        .split('/')
        .map(|part| Some(part).filter(|part| !is_number(part)).unwrap_or("*"))
        .collect();
    parts.join("/")
}

impl Verdicts {
    /// The breach of that rule at that place.
    pub fn failure(&self, key: (&str, &str)) -> Option<&Failure> {
        self.failures.iter().find(|failure| failure.key() == key)
    }
}

impl Bench {
    /// The rules of a plan that apply to a seller at `target`, of whom that much can be seen.
    pub fn new(plan: &Plan, target: &Target, equipment: Equipment) -> Self {
        let rules = plan.applicable_rules(target, equipment);
        let counts = |rule: &&&'static Rule| {
            let force = plan.profile.force_of(rule);
            force >= plan.fail_on.max(Force::Should)
                && !plan
                    .known_failures
                    .iter()
                    .any(|known| known.rule == rule.id)
        };
        Self {
            binding: rules.iter().filter(counts).map(|rule| rule.id).collect(),
            rules,
        }
    }

    /// Judges a play.
    pub fn judge(&self, play: &Play) -> Verdicts {
        let mut judged = judge(play, &self.rules);
        excuse(play, &mut judged);
        for (rule, look) in expectations(play) {
            if self.rules.iter().any(|known| known.id == rule) {
                let (looked_at, findings) = look.seen();
                merge(&mut judged, rule, looked_at, findings);
            }
        }
        let binding = judged
            .iter()
            .filter(|judged| self.binding.contains(&judged.rule.as_str()));
        let mut failures: Vec<Failure> = binding
            .flat_map(|judged| {
                let findings = judged.findings.iter();
                findings.map(|finding| Failure::new(&judged.rule, finding))
            })
            .collect();
        failures.sort_by_key(|failure| failure.finding.exchange);
        Verdicts { judged, failures }
    }
}

/// Nobody at the marketplace can tell when an instance that is made behind its answer is ready: what a
/// seller lists of such instances is its own choice for as long as the history lasts.
fn excuse(play: &Play, judged: &mut [Judged]) {
    if play.exchanges.iter().any(Exchange::is_pending) {
        for left_out in judged.iter_mut().filter(|one| one.rule == LEFT_OUT) {
            left_out.findings.clear();
        }
    }
}

/// The rule about queries that are not answered for all instances.
const LEFT_OUT: &str = "FLD013";

/// Adds what the model saw to what the rule did; what both saw counts once.
fn merge(judged: &mut Vec<Judged>, rule: &str, looked_at: u64, findings: Vec<Finding>) {
    let at = judged.iter().position(|known| known.rule == rule);
    let at = at.unwrap_or_else(|| {
        judged.push(Judged {
            rule: rule.to_owned(),
            looked_at: 0,
            findings: Vec::new(),
            doubts: Vec::new(),
        });
        judged.len() - 1
    });
    let known = &mut judged[at];
    known.looked_at += looked_at;
    for finding in findings {
        let same =
            |other: &Finding| other.exchange == finding.exchange && other.place == finding.place;
        if !known.findings.iter().any(same) {
            known.findings.push(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_of_lists_are_places_of_one_kind() {
        let kinds = ["body /info/3/appInfo", "body /info/41/appInfo"].map(kind_of_place);
        assert_eq!(kinds, ["body /info/*/appInfo", "body /info/*/appInfo"]);
        assert_eq!(kind_of_place("header Body-Sign"), "header Body-Sign");
        assert_eq!(kind_of_place("body /resultCode"), "body /resultCode");
    }
}
