//! What can be done to a call: forgeries that a seller must refuse, calls that make no sense, and
//! lawful changes that it must not stumble over.
//!
//! Each tampering changes one thing, so that what the seller does about it has one reason. A
//! tampered call always goes out beside its control, the same call unchanged. One family a file.

use chrono::TimeDelta;
use galleria_protocol::cipher::EncryptType;
use galleria_protocol::{Api, Key, Params};

use crate::market::Sealed;
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
    /// A call that the marketplace does not make, sent only beside a control that was refused: where
    /// it is accepted, it tells why.
    Explaining,
}

/// When and what a tampering changes.
#[derive(Clone, Copy, Debug)]
pub enum Change {
    /// The call's content, before it is signed: the seller gets a rightly signed call. The key is
    /// there for values that are encrypted.
    BeforeSigning(fn(&mut Params, &mut Mint, &Key)),
    /// The signed call: where that is what was signed, its signature is not right any more.
    AfterSigning(fn(&mut Sealed, &Key)),
    /// Nothing: the seller gets the very call again, byte for byte.
    Nothing,
    /// When the call was made: it is rightly signed, with a date of that distance to now.
    Dated(TimeDelta),
    /// How V2's body is written: the seller gets a rightly signed call in other bytes.
    Written(fn(&Params) -> Vec<u8>),
}

impl Tampering {
    /// The tampering of that name.
    pub fn find(name: &str) -> Option<&'static Self> {
        ALL.iter().copied().find(|tampering| tampering.name == name)
    }

    /// Whether calls of that version of the interface have what it changes.
    pub fn is_for(&self, api: Api) -> bool {
        api == Api::V2 || !V2.iter().any(|only| only.name == self.name)
    }

    /// The encryption of the buyer's contact in it, where it sends one.
    pub fn encryption(&self) -> Option<EncryptType> {
        encrypted_contact::encryption(self.name)
    }

    /// The parameters that it changes, found by trying it on a call that carries all of them.
    pub fn parameters(&self) -> Vec<String> {
        parameters::changed_by(self)
    }

    /// Whether it makes the call a forgery, which ought to be refused as such.
    pub fn forges(&self) -> bool {
        self.twin == Twin::Forged
    }
}

mod parameters;

/// Declares the modules and the table of tamperings in one line each.
macro_rules! tamperings {
    (
        v2 { $($further:ident { $($only:ident),+ $(,)? })+ }
        $($module:ident { $($tampering:ident),+ $(,)? })+
    ) => {
        $(mod $module;)+
        mod v2;
        /// Every tampering.
        pub const ALL: &[&Tampering] = &[
            $($(&$module::$tampering),+),+,
            $($(&v2::$further::$only),+),+
        ];
        /// Those that V2 alone has.
        const V2: &[&Tampering] = &[$($(&v2::$further::$only),+),+];
    };
}

tamperings! {
    v2 {
        dating { STALE, AHEAD, HALF_A_MINUTE_OLD, SECONDS_AHEAD, EIGHT_HOURS_AHEAD, REPLAYED, CHANGED_NONCE, CHANGED_TIMESTAMP, MISSING_NONCE, MISSING_TIMESTAMP }
        signature { SIGNATURE_IN_CAPITALS, SHORT_NONCE, LONG_NONCE, OTHER_BODY, SECONDS }
        writing { MEMBERS_IN_REVERSE, BODY_IN_LINES, BODY_IN_ESCAPES, CHINESE_MEMBER }
    }
    added_parameter { ADDED_PARAMETER, UNKNOWN_PARAMETER }
    cancelled_renewal { EARLIER_END, NEGATIVE_AMOUNT }
    changed_parameter { CHANGED_PARAMETER }
    empty_value { EMPTY_PRODUCT, EMPTY_TEST_FLAG, NULL_TEST_FLAG }
    encrypted_contact { PHONE_IN_AES256, PHONE_IN_AES128 }
    forged_token { FORGED_TOKEN }
    left_out { WITHOUT_CUSTOMER_NAME, WITHOUT_ORDER_AMOUNT, WITHOUT_PRODUCT, WITHOUT_SUB_USER, WITHOUT_TEST_FLAG }
    loose_token { TOKEN_PREFIX, TOKEN_LETTER_CASE, TOKEN_IN_BLANKS }
    made_a_release { MADE_A_RELEASE }
    missing_parameter { MISSING_INSTANCE, MISSING_ORDER }
    missing_token { MISSING_TOKEN }
    name_text { CHINESE_NAME, EMOJI_NAME, ENCODED_NAME, LONG_CHINESE_NAME, LONG_NAME, MARKUP_NAME }
    other_value { AMOUNT_WITH_DECIMALS, END_IN_MILLISECONDS, HUNDRED_INSTANCES, LINEAR_ATTRIBUTES, LONG_EXTENSION, LONG_ORDER_ID, MONTHLY_PERIOD, TEST_FLAG_ZERO, TRIAL_CONVERSION }
    unknown_activity { UNKNOWN_ACTIVITY }
    unknown_instance { UNKNOWN_AMONG_OTHERS, UNKNOWN_INSTANCE }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::{Dating, TimeUnit};

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
    fn over_v1_only_forgeries_change_what_was_signed() {
        for tampering in ALL.iter().filter(|tampering| tampering.is_for(Api::V1)) {
            let afterwards = matches!(tampering.change, Change::AfterSigning(_));
            assert_eq!(afterwards, tampering.forges(), "{}", tampering.name);
        }
    }

    #[test]
    fn every_forgery_leaves_a_call_that_does_not_verify() {
        let key = Key::new("obviously-fake-key");
        for tampering in ALL.iter().filter(|tampering| tampering.is_for(Api::V1)) {
            let Change::AfterSigning(change) = tampering.change else {
                continue;
            };
            let mut params = Params::new();
            params.push("activity", "newInstance");
            params.push("customerId", "68cbc86abc2018ab880d92f36422fa0e");
            let dating = Dating {
                time: chrono::DateTime::UNIX_EPOCH,
                nonce: String::new(),
                unit: TimeUnit::default(),
            };
            let mut sealed = Sealed::new(Api::V1, &key, &params, &dating);
            change(&mut sealed, &key);
            let verified = galleria_protocol::token::verify(&key, &sealed.query.to_query());
            assert!(verified.is_err(), "{}", tampering.name);
        }
    }
}
