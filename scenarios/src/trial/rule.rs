//! What a rule of a trial is, and its form among all others.

use super::look::Look;
use crate::rule::{Address, Force, Rule};

/// What was tried, and what of it some rules look for.
pub trait Tried: 'static {
    /// What not every trial has.
    type Part: Copy + PartialEq + std::fmt::Debug + 'static;

    /// Why there is nothing of that part; `None` where there is something.
    fn lacks(&self, part: Self::Part) -> Option<&'static str>;
}

/// A rule of a trial.
#[derive(Debug)]
pub struct TrialRule<T: Tried> {
    /// Its id.
    pub id: &'static str,
    /// Its name: the fault, in kebab-case.
    pub name: &'static str,
    /// How much it counts.
    pub force: Force,
    /// Where the pages say it.
    pub source: &'static str,
    /// What it checks.
    pub about: &'static str,
    /// What must have been tried for it to be judged; anything where nothing is told.
    pub only: Option<T::Part>,
    /// What a lawful seller may do all the same.
    pub freedom: &'static str,
    /// The faults that break it.
    pub faults: &'static [&'static str],
    pub(crate) check: fn(&T, &mut Look),
}

/// The rule in the form of all others, for what lists rules and draws reports; `needs` is what it has to see, and
/// `judged` tells who judges it.
pub fn listed<T: Tried>(rule: &TrialRule<T>, needs: &'static str, judged: &str) -> Rule {
    // Made once for the whole process, as the texts of all other rules are.
    let docs = format!(
        "# What it checks\n{}\n\n# What a lawful seller may do\n{}\n\n# How it is judged\n{judged}\n",
        rule.about, rule.freedom
    );
    Rule {
        id: rule.id,
        name: rule.name,
        force: rule.force,
        source: rule.source,
        needs,
        lawful: &["reference"],
        unseen: None,
        api: &[],
        family: &[],
        scenes: &[],
        billing: &[],
        address: Address::Any,
        probed: false,
        open_api: false,
        faults: rule.faults,
        docs: Box::leak(docs.into_boxed_str()),
        check: |_, _| {},
    }
}
