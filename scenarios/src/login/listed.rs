//! The rules of the login in the form of all others, for what lists rules and draws reports.

use std::sync::LazyLock;

use super::rules::{LOGIN_RULES, LoginRule};
use crate::rule::{Address, Rule};

static ALL: LazyLock<Vec<Rule>> = LazyLock::new(|| LOGIN_RULES.iter().map(listed).collect());

/// Every rule of the login. None of them looks at a play: `login_test` judges them.
pub fn listed_rules() -> &'static [Rule] {
    &ALL
}

/// The rule of the login with that id.
pub fn find_listed(id: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.id.eq_ignore_ascii_case(id))
}

fn listed(rule: &LoginRule) -> Rule {
    // Made once for the whole process, as the texts of all other rules are.
    let docs = format!(
        "# What it checks\n{}\n\n# What a lawful seller may do\n{}\n\n# How it is judged\n{JUDGED}\n",
        rule.about, rule.freedom
    );
    Rule {
        id: rule.id,
        name: rule.name,
        force: rule.force,
        source: rule.source,
        needs: "login that shows it",
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

/// Who judges it.
const JUDGED: &str = "`galleria login-test` judges it, and no other command: it comes to the registered login address \
                      as a browser does.";
