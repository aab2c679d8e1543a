//! Findings that tell the same: one mistake of the seller, seen in several calls.

use galleria_scenarios::rule::Finding;

/// One mistake, and where it was seen.
#[derive(Clone, Debug)]
pub struct Kind<'a> {
    /// The first finding that tells it.
    pub first: &'a Finding,
    /// The findings that tell the same of other calls.
    pub others: Vec<&'a Finding>,
}

/// The findings by what they tell: mistakes whose cause is known in front of the others, and else in
/// the order of their first findings.
pub(super) fn kinds(findings: &[Finding]) -> Vec<Kind<'_>> {
    let mut kinds: Vec<Kind<'_>> = Vec::new();
    for finding in findings {
        match kinds.iter_mut().find(|kind| is_alike(kind.first, finding)) {
            Some(kind) => kind.others.push(finding),
            None => kinds.push(Kind {
                first: finding,
                others: Vec::new(),
            }),
        }
    }
    kinds.sort_by_key(|kind| kind.first.cause.is_none());
    kinds
}

/// Whether two findings differ in nothing but the call and the values seen there.
fn is_alike(one: &Finding, other: &Finding) -> bool {
    one.place == other.place
        && one.cause == other.cause
        && one.explanation == other.explanation
        && one.fix == other.fix
}
