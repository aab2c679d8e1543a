//! The rules, one a file, in folders by area. A new rule is its file and a line in its folder's list.

mod asynchronous;
mod authentication;
mod credentials;
mod debugging;
mod fields;
mod kept;
mod kit;
mod licence;
mod life;
mod notices;
mod open_api;
mod repeats;
mod signature;
mod transport;

use crate::rule::Rule;

/// Declares the modules of an area and its list of rules, a line each.
macro_rules! area {
    ($($module:ident :: $id:ident),+ $(,)?) => {
        $(mod $module;)+

        /// The rules of this area.
        pub(super) const RULES: &[&$crate::rule::Rule] = &[$(&$module::$id),+];
    };
}
use area;

const AREAS: &[&[&Rule]] = &[
    transport::RULES,
    signature::RULES,
    authentication::RULES,
    fields::RULES,
    credentials::RULES,
    repeats::RULES,
    asynchronous::RULES,
    life::RULES,
    open_api::RULES,
    debugging::RULES,
    kit::RULES,
    notices::RULES,
    licence::RULES,
];

/// Every rule, in the order of the areas.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    AREAS.iter().flat_map(|area| area.iter().copied())
}

/// The rule of that id, in any case.
pub fn find(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id.eq_ignore_ascii_case(id))
}

#[cfg(test)]
mod tests;
