//! What a proof plays: everything that a rule book has for a billing mode.

use std::sync::{Arc, LazyLock};

use galleria_marketplace::market::Billing;
use galleria_protocol::Api;

use crate::profile::{self, Profile};
use crate::rules;
use crate::run::Plan;
use crate::scenario::Catalog;

/// The version of the interface of each rule book, found out once.
static VERSIONS: LazyLock<Vec<(String, Api)>> = LazyLock::new(|| {
    let names = profile::names().into_iter();
    let saas = names.map(book).filter(|book| book.family.is_saas());
    saas.map(|book| (book.id, book.api)).collect()
});

/// The rule books of SaaS products of a version of the interface, the mainland's first: by that sellers
/// are proved first.
pub fn books(api: Api) -> Vec<&'static str> {
    let known = VERSIONS.iter().filter(|(_, version)| *version == api);
    let mut names: Vec<&str> = known.map(|(name, _)| name.as_str()).collect();
    names.sort_by_key(|name| !name.starts_with("cn-"));
    names
}

/// The billing modes that a rule book knows, the default one first.
pub(super) fn modes(profile: &str) -> Vec<Billing> {
    let profile = book(profile);
    Billing::ALL
        .into_iter()
        .filter(|mode| profile.billing.contains_key(mode))
        .collect()
}

pub(super) fn book(name: &str) -> Profile {
    profile::find(name).expect("the name of an embedded profile")
}

/// The plan of a proof, with the default settings.
///
/// # Panics
/// Where no rule book of that name comes with galleria.
pub fn whole_catalog(profile: &str, billing: Billing) -> Plan {
    let profile = book(profile);
    let catalog = Catalog::embedded();
    let all = catalog.scenarios().iter();
    let lawful = all.filter(|scenario| scenario.is_for(profile.family, profile.api, billing));
    let scenarios = lawful.cloned().collect();
    Plan::new(
        Arc::new(profile),
        billing,
        scenarios,
        rules::all().collect(),
        1,
    )
}
