//! The rules of the gateway in the form of all others, for what lists rules and draws reports.

use std::sync::LazyLock;

use super::events::NEEDS;
use super::rules::GATEWAY_RULES;
use crate::rule::Rule;
use crate::trial::listed;

static ALL: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let rules = GATEWAY_RULES.iter();
    rules.map(|rule| listed(rule, NEEDS, JUDGED)).collect()
});

/// Every rule of the gateway. None of them looks at a play: `gateway_test` judges them.
pub fn listed_rules() -> &'static [Rule] {
    &ALL
}

/// The rule of the gateway with that id.
pub fn find_listed(id: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.id.eq_ignore_ascii_case(id))
}

/// Who judges it.
const JUDGED: &str = "`galleria gateway-test` judges it, and no other command: it calls the backend of an agent as the \
                      gateway does.";
