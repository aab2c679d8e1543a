//! What is done to a kit call: other lawful forms of it, and forgeries.
//!
//! As with [`tamper`](crate::tamper), each changes one thing, and the changed call goes out beside its
//! accepted control.

mod forged;
mod lawful;

use chrono::TimeDelta;
use galleria_protocol::Api;
use galleria_protocol::kit::Call;

use super::bureau::{Bureau, Members};
use super::sealed::KitSealed;
use super::settings::KitSettings;
use crate::tamper::Twin;

/// One thing that is done to a call.
#[derive(Debug)]
pub struct KitChange {
    /// Its name in scenarios and records.
    pub name: &'static str,
    /// What it does, for people.
    pub about: &'static str,
    /// What it makes of the call.
    pub twin: Twin,
    /// The calls that it can be done to; empty for all.
    pub calls: &'static [Call],
    /// The version that alone has what it changes, if not both have it.
    pub api: Option<Api>,
    /// What is changed, and when.
    pub change: Change,
}

/// When and what is changed.
#[derive(Clone, Copy, Debug)]
pub enum Change {
    /// The members, before the call is signed.
    Members(fn(&mut Members, &mut Bureau)),
    /// The signed call.
    Signed(fn(&mut KitSealed, &KitSettings)),
    /// When the call was made: it is rightly signed, with a date of that distance to now.
    Dated(TimeDelta),
    /// Nothing: the very call again.
    Nothing,
}

impl KitChange {
    /// Every change.
    pub fn all() -> impl Iterator<Item = &'static KitChange> {
        lawful::ALL.iter().chain(forged::ALL)
    }

    /// The change of that name.
    pub fn find(name: &str) -> Option<&'static KitChange> {
        KitChange::all().find(|change| change.name == name)
    }

    /// Why it cannot be done to a call, if it cannot.
    pub fn excludes(&self, api: Api, call: Call, settings: &KitSettings) -> Option<String> {
        let name = self.name;
        if self.api.is_some_and(|only| only != api) {
            return Some(format!(
                "kit calls of {api} have nothing that {name} changes"
            ));
        }
        if !self.calls.is_empty() && !self.calls.contains(&call) {
            return Some(format!("{call} has nothing that {name} changes"));
        }
        let one_key = settings.key(api).expose() == settings.base_key.expose();
        (name == forged::BASE_KEY && one_key)
            .then(|| "the kit has the key of the base interfaces".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_given_once_and_are_no_names_of_the_base_interfaces() {
        let names: BTreeSet<_> = KitChange::all().map(|change| change.name).collect();
        assert_eq!(names.len(), KitChange::all().count());
        assert!(
            names
                .iter()
                .all(|name| crate::tamper::Tampering::find(name).is_none())
        );
    }
}
