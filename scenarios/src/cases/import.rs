//! A case out of a call that was pasted.

use galleria_marketplace::market::Billing;
use galleria_protocol::Params;

use super::case::{ACTIVITY, Case, TEST_FLAG};
use super::file::activity;
use super::parameters::{is_made_anew, unfit};
use crate::profile::Profile;

const BUSINESS_ID: &str = "businessId";
const CHARGING_MODE: &str = "chargingMode";

/// A case, and what was done to the call that it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The case.
    pub case: Case,
    /// What was changed on the way.
    pub notes: Vec<String>,
}

/// Makes a case of the content of a call: its parameters, or the members of its body. `billing` is
/// taken where the call does not tell the mode.
///
/// # Errors
/// Where the call names no activity of the rule book, or has a value that no file may hold.
pub fn import(profile: &Profile, billing: Billing, call: &Params) -> Result<Imported, String> {
    let scene = call
        .get(ACTIVITY)
        .ok_or("the call has no `activity`: it is none of the marketplace's")?;
    let scene = activity(profile, scene)?;
    let mut notes = Vec::new();
    let mut case = Case {
        profile: profile.id.clone(),
        activity: scene,
        billing: told(call).unwrap_or(billing),
        note: None,
        parameters: std::collections::BTreeMap::new(),
        without: std::collections::BTreeSet::new(),
    };
    for (name, value) in call.iter() {
        match name {
            // The case has its activity already, and another businessId goes out with every call.
            ACTIVITY | BUSINESS_ID => {}
            TEST_FLAG if value == profile.test_flag.debug => {}
            TEST_FLAG => notes.push(format!("testFlag was `{value}`; a case is called with 1")),
            name if is_made_anew(profile.api, name) => {}
            name => {
                if let Some(told) = unfit(name, value) {
                    return Err(told.to_string());
                }
                case.parameters.insert(name.to_owned(), value.to_owned());
            }
        }
    }
    if !call.contains(TEST_FLAG) {
        notes.push(
            "the call had no testFlag, as that of a buyer; a case is called with 1".to_owned(),
        );
    }
    Ok(Imported { case, notes })
}

/// The billing mode that a call tells.
fn told(call: &Params) -> Option<Billing> {
    let mode = call.get(CHARGING_MODE)?;
    Billing::ALL
        .into_iter()
        .find(|known| known.charging_mode() == mode)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile;

    fn call(pairs: &[(&str, &str)]) -> Params {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        pairs.iter().map(own).collect()
    }

    #[test]
    fn what_is_made_anew_is_left_behind() {
        let call = call(&[
            ("activity", "newInstance"),
            ("businessId", "b"),
            ("chargingMode", "3"),
            ("orderId", "CS1"),
            ("testFlag", "1"),
            ("timeStamp", "20200727073711903"),
            ("authToken", "a-token"),
        ]);
        let book = profile::find("cn-v1").unwrap();
        let imported = import(&book, Billing::Period, &call).unwrap();
        let names: Vec<&str> = imported
            .case
            .parameters
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(names, ["chargingMode", "orderId"]);
        assert_eq!(imported.case.billing, Billing::OneTime);
        assert!(imported.notes.is_empty(), "{:?}", imported.notes);
    }

    #[test]
    fn a_real_call_becomes_a_test_and_that_is_told() {
        let book = profile::find("cn-v2").unwrap();
        let real = call(&[
            ("activity", "releaseInstance"),
            ("instanceId", "i"),
            ("testFlag", "0"),
        ]);
        let imported = import(&book, Billing::Period, &real).unwrap();
        assert!(
            imported.notes[0].contains("testFlag"),
            "{:?}",
            imported.notes
        );
        assert_eq!(imported.case.content(&book).get("testFlag"), Some("1"));
    }

    #[test]
    fn what_is_no_call_is_refused() {
        let book = profile::find("cn-v1").unwrap();
        assert!(import(&book, Billing::Period, &Params::new()).is_err());
        let strange = call(&[("activity", "relaseInstance")]);
        let told = import(&book, Billing::Period, &strange).unwrap_err();
        assert!(told.contains("did you mean `releaseInstance`"), "{told}");
        let clear = call(&[("activity", "newInstance"), ("email", "a@b.example")]);
        let told = import(&book, Billing::Period, &clear).unwrap_err();
        assert!(!told.contains("a@b.example"), "{told}");
    }
}
