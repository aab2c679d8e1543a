//! The rules of the login in the form of all others, for what lists rules and draws reports.

use std::sync::LazyLock;

use super::events::NEEDS;
use super::rules::LOGIN_RULES;
use crate::rule::Rule;
use crate::trial::listed;

static ALL: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let rules = LOGIN_RULES.iter();
    rules.map(|rule| listed(rule, NEEDS, JUDGED)).collect()
});

/// Every rule of the login. None of them looks at a play: `login_test` judges them.
pub fn listed_rules() -> &'static [Rule] {
    &ALL
}

/// The rule of the login with that id.
pub fn find_listed(id: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.id.eq_ignore_ascii_case(id))
}

/// Who judges it.
const JUDGED: &str = "`galleria login-test` judges it, and no other command: it comes to the registered login address \
                      as a browser does.";
