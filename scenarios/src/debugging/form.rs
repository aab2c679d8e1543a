//! The form's made-up values.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::market::{Billing, Goods, Market, MarketError, Subject};
use galleria_marketplace::mint::Mint;
use galleria_protocol::Activity;

use crate::cases::{Case, unfit};
use crate::profile::Profile;

/// The parameter that differs in every call [v1 §5.1].
const BUSINESS_ID: &str = "businessId";

/// The case that the debug step's form holds before anybody changes it.
///
/// # Errors
/// Where the market cannot write such a call.
pub fn form(
    profile: &Profile,
    billing: Billing,
    activity: Activity,
    clock: &Clock,
) -> Result<Case, MarketError> {
    let mut market = Market::new(
        profile.api,
        billing,
        Goods::default(),
        Arc::new(profile.terms()),
        clock.clone(),
        Mint::new(0, 0, "form"),
    );
    let draft = market.draft(Subject {
        activity,
        purchase: String::new(),
        customer: String::new(),
        test: true,
        order_of: None,
    })?;
    let values = draft.params.iter();
    let parameters: BTreeMap<String, String> = values
        .filter(|(name, value)| *name != BUSINESS_ID && unfit(name, value).is_none())
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    Ok(Case {
        profile: profile.id.clone(),
        activity,
        billing,
        note: None,
        parameters,
        without: BTreeSet::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile;

    #[test]
    fn the_form_of_every_scene_has_what_its_table_demands() {
        let clock = Clock::system();
        for book in profile::all().filter(Profile::has_tests) {
            for activity in book.activities() {
                let billing = Billing::Period;
                let case = form(&book, billing, activity, &clock).unwrap();
                let content = case.content(&book);
                let scene = book.called(activity);
                assert_eq!(content.get("activity"), Some(scene), "{}", book.id);
                assert_eq!(content.get("testFlag"), Some("1"), "{} {scene}", book.id);
                let anew = ["authToken", "timeStamp", "signature", "timestamp", "nonce"];
                for row in book.request(scene).iter().filter(|row| row.is_mandatory()) {
                    let there = anew.contains(&row.name.as_str()) || content.contains(&row.name);
                    assert!(there, "{} {scene} lacks {}", book.id, row.name);
                }
            }
        }
    }
}
