//! Which cases a product lacks before it is published: publishing checks that the cases of all its
//! scenes are saved [v1 §7, v2 §6.1].

use std::path::Path;

use galleria_marketplace::market::Billing;
use galleria_protocol::Activity;

use super::case::Case;
use super::store::Saved;
use crate::profile::{Need, Profile};

/// One case that a billing mode needs or may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed {
    /// The billing mode.
    pub billing: Billing,
    /// The scene, as the rule book calls it.
    pub scene: &'static str,
    /// Whether publication demands it.
    pub required: bool,
    /// The saved cases that are it, by name.
    pub saved: Vec<String>,
}

impl Needed {
    /// Whether publication would fail for it.
    pub fn is_missing(&self) -> bool {
        self.required && self.saved.is_empty()
    }
}

/// What products of these billing modes need by that rule book, and which of `saved` it is. A
/// purchase is debugged once for each mode; the other scenes' cases serve all modes [v1 §7].
pub fn readiness(profile: &Profile, modes: &[Billing], saved: &[Saved]) -> Vec<Needed> {
    let mut table = Vec::new();
    for &billing in modes {
        let activities = profile
            .activities()
            .filter(|activity| activity.played_in(profile.api) == *activity);
        for activity in activities {
            let need = profile.need(billing, activity);
            if need == Need::Never {
                continue;
            }
            let fits = |saved: &&Saved| {
                let case = &saved.case;
                let mode = activity != Activity::NewInstance || case.billing == billing;
                is_by(case, profile) && case.activity == activity && mode
            };
            table.push(Needed {
                billing,
                scene: profile.called(activity),
                required: need == Need::Required,
                saved: saved
                    .iter()
                    .filter(fits)
                    .map(|saved| saved.name.clone())
                    .collect(),
            });
        }
    }
    table
}

/// Whether a case was made by that rule book, which may be named by its path.
fn is_by(case: &Case, profile: &Profile) -> bool {
    let named = Path::new(&case.profile).file_stem();
    case.profile == profile.id || named.is_some_and(|stem| stem == profile.id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::read;
    use crate::profile;

    fn saved(name: &str, activity: &str, billing: &str) -> Saved {
        let text =
            format!("profile = \"cn-v1\"\nactivity = \"{activity}\"\nbilling = \"{billing}\"\n");
        Saved {
            name: name.to_owned(),
            case: read(name, &text).unwrap(),
        }
    }

    #[test]
    fn a_purchase_counts_for_its_mode_and_a_release_for_all() {
        let book = profile::find("cn-v1").unwrap();
        let cases = [
            saved("buy", "newInstance", "period"),
            saved("end", "releaseInstance", "period"),
        ];
        let missing = |billing| -> Vec<&str> {
            let table = readiness(&book, &[billing], &cases);
            table
                .iter()
                .filter(|row| row.is_missing())
                .map(|row| row.scene)
                .collect()
        };
        assert_eq!(
            missing(Billing::Period),
            ["refreshInstance", "expireInstance"]
        );
        assert_eq!(missing(Billing::OneTime), ["newInstance"]);
    }

    #[test]
    fn a_case_of_another_book_does_not_count() {
        let book = profile::find("intl-v1").unwrap();
        let table = readiness(
            &book,
            &[Billing::OneTime],
            &[saved("buy", "newInstance", "one-time")],
        );
        assert!(table.iter().any(Needed::is_missing));
    }

    #[test]
    fn every_book_needs_something_in_every_mode_that_it_sells() {
        for book in profile::all() {
            // What the marketplace makes itself needs nothing of its seller.
            if book.family.is_made_by_the_marketplace() {
                continue;
            }
            for billing in book.billing.keys() {
                let table = readiness(&book, &[*billing], &[]);
                assert!(
                    table.iter().any(Needed::is_missing),
                    "{} {billing}",
                    book.id
                );
            }
        }
    }
}
