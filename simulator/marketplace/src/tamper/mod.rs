//! What can be done to a call: forgeries that a seller must refuse, calls that make no sense, and
//! lawful changes that it must not stumble over.
//!
//! Each tampering changes one thing, so that what the seller does about it has one reason. A
//! tampered call always goes out beside its control, the same call unchanged. One family a file.

use galleria_protocol::{Key, Params};

use crate::mint::Mint;

/// One way to tamper.
#[derive(Debug)]
pub struct Tampering {
    /// Its name in scenarios and records.
    pub name: &'static str,
    /// What it does, for people.
    pub about: &'static str,
    /// What it makes of the call.
    pub twin: Twin,
    /// What it leaves untouched and what it changes.
    pub change: Change,
}

/// What a tampered call is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twin {
    /// An ordinary call with an order of its own: all that is owed to ordinary calls is owed to it.
    Lawful,
    /// A call that the marketplace did not sign so: to be refused as such. It keeps the control's
    /// date and order, as if the control had been caught on its way.
    Forged,
    /// A rightly signed call that makes no sense, to be refused for that.
    Senseless,
}

/// When and what a tampering changes.
#[derive(Clone, Copy, Debug)]
pub enum Change {
    /// The call's content, before it is signed: the seller gets a rightly signed call. The key is
    /// there for values that are encrypted.
    BeforeSigning(fn(&mut Params, &mut Mint, &Key)),
    /// What was signed: the seller gets a call whose signature is not right.
    AfterSigning(fn(&mut Params, &Key)),
}

impl Tampering {
    /// The tampering of that name.
    pub fn find(name: &str) -> Option<&'static Self> {
        ALL.iter().copied().find(|tampering| tampering.name == name)
    }

    /// The parameters that it changes, found by trying it on a call that carries all of them.
    pub fn parameters(&self) -> Vec<String> {
        parameters::changed_by(self.change)
    }

    /// Whether it makes the call a forgery, which ought to be refused as such.
    pub fn forges(&self) -> bool {
        self.twin == Twin::Forged
    }
}

mod parameters;

/// Declares the modules and the table of tamperings in one line each.
macro_rules! tamperings {
    ($($module:ident { $($tampering:ident),+ $(,)? })+) => {
        $(mod $module;)+
        /// Every tampering.
        pub const ALL: &[&Tampering] = &[$($(&$module::$tampering),+),+];
    };
}

tamperings! {
    added_parameter { ADDED_PARAMETER, UNKNOWN_PARAMETER }
    cancelled_renewal { EARLIER_END, NEGATIVE_AMOUNT }
    changed_parameter { CHANGED_PARAMETER }
    empty_value { EMPTY_PRODUCT, EMPTY_TEST_FLAG }
    encrypted_contact { PHONE_IN_AES256, PHONE_IN_AES128 }
    forged_token { FORGED_TOKEN }
    left_out { WITHOUT_CUSTOMER_NAME, WITHOUT_ORDER_AMOUNT, WITHOUT_PRODUCT, WITHOUT_SUB_USER, WITHOUT_TEST_FLAG }
    loose_token { TOKEN_PREFIX, TOKEN_LETTER_CASE, TOKEN_IN_BLANKS }
    missing_parameter { MISSING_INSTANCE, MISSING_ORDER }
    missing_token { MISSING_TOKEN }
    name_text { CHINESE_NAME, EMOJI_NAME, ENCODED_NAME, LONG_NAME, MARKUP_NAME }
    other_value { AMOUNT_WITH_DECIMALS, HUNDRED_INSTANCES, LINEAR_ATTRIBUTES, LONG_EXTENSION, LONG_ORDER_ID, MONTHLY_PERIOD, TEST_FLAG_ZERO, TRIAL_CONVERSION }
    unknown_activity { UNKNOWN_ACTIVITY }
    unknown_instance { UNKNOWN_INSTANCE }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tampering_is_found_by_its_name() {
        for tampering in ALL {
            let same = ALL
                .iter()
                .filter(|other| other.name == tampering.name)
                .count();
            assert_eq!(same, 1, "{}", tampering.name);
            assert!(Tampering::find(tampering.name).is_some());
        }
    }

    #[test]
    fn only_forgeries_change_what_was_signed() {
        for tampering in ALL {
            let afterwards = matches!(tampering.change, Change::AfterSigning(_));
            assert_eq!(afterwards, tampering.forges(), "{}", tampering.name);
        }
    }

    #[test]
    fn every_forgery_leaves_a_call_that_does_not_verify() {
        let key = Key::new("obviously-fake-key");
        for tampering in ALL {
            let Change::AfterSigning(change) = tampering.change else {
                continue;
            };
            let mut params = Params::new();
            params.push("activity", "newInstance");
            params.push("customerId", "68cbc86abc2018ab880d92f36422fa0e");
            params.push("timeStamp", "20260101000000000");
            let token = galleria_protocol::token::sign(&key, &params);
            params.push(galleria_protocol::token::PARAMETER, token);
            change(&mut params, &key);
            let verified = galleria_protocol::token::verify(&key, &params.to_query());
            assert!(verified.is_err(), "{}", tampering.name);
        }
    }
}
