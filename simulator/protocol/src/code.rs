//! Result codes [v1 §6].

/// The only code of success.
pub const SUCCESS: &str = "000000";
/// The token is missing or does not fit.
pub const AUTHENTICATION_FAILED: &str = "000001";
/// A parameter is missing or malformed, or the activity is unknown.
pub const INVALID_PARAMETER: &str = "000002";
/// There is no instance of that id.
pub const UNKNOWN_INSTANCE: &str = "000003";
/// The request is still being worked on.
pub const PROCESSING: &str = "000004";
/// Any other error.
pub const INTERNAL_ERROR: &str = "000005";
/// No resource is left to make an instance from.
pub const NO_RESOURCE: &str = "000100";
/// The mobile number is missing or taken.
pub const MOBILE_PHONE_UNUSABLE: &str = "000101";
/// The mail address is missing or taken.
pub const EMAIL_UNUSABLE: &str = "000102";
/// The product cannot be bought a second time.
pub const ALREADY_PURCHASED: &str = "000103";
/// The product itself failed.
pub const PRODUCT_ERROR: &str = "000104";
/// The account has the benefit already.
pub const BENEFIT_ALREADY_HELD: &str = "000105";
/// The product is sold out.
pub const SOLD_OUT: &str = "000106";
/// The mail domain is taken.
pub const MAIL_DOMAIN_TAKEN: &str = "000107";

/// A documented result code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResultCode {
    /// Six digits.
    pub code: &'static str,
    /// What it says.
    pub meaning: &'static str,
    /// Where it may be answered: activities, or `all`.
    pub scene: &'static str,
}

/// Every documented code, in ascending order. The codes from `000101` on are missing from the
/// international site's pages.
pub const ALL: &[ResultCode] = &[
    of_all(SUCCESS, "success"),
    of_all(
        AUTHENTICATION_FAILED,
        "authentication failed: authToken is missing or wrong",
    ),
    of_all(
        INVALID_PARAMETER,
        "a request parameter is invalid, or the activity is unknown",
    ),
    ResultCode {
        code: UNKNOWN_INSTANCE,
        meaning: "the instance id does not exist",
        scene: "refreshInstance, expireInstance, releaseInstance, upgrade, instanceStatus, \
                queryInstance",
    },
    of_all(PROCESSING, "the request is being processed"),
    of_all(INTERNAL_ERROR, "another internal error"),
    of_purchase(NO_RESOURCE, "no instance resource can be allocated"),
    of_purchase(
        MOBILE_PHONE_UNUSABLE,
        "the mobile number is missing or already exists",
    ),
    of_purchase(
        EMAIL_UNUSABLE,
        "the e-mail address is missing or already exists",
    ),
    of_purchase(
        ALREADY_PURCHASED,
        "the product was bought already and cannot be bought again",
    ),
    of_purchase(PRODUCT_ERROR, "an internal error of the product"),
    of_purchase(BENEFIT_ALREADY_HELD, "the account already has the benefit"),
    of_purchase(SOLD_OUT, "the product's resources are sold out"),
    of_purchase(MAIL_DOMAIN_TAKEN, "the mail domain already exists"),
];

/// The documented code of that text.
pub fn find(code: &str) -> Option<&'static ResultCode> {
    ALL.iter().find(|known| known.code == code)
}

/// Whether a text has the form of a code: six digits.
pub fn is_well_formed(code: &str) -> bool {
    code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit())
}

const fn of_all(code: &'static str, meaning: &'static str) -> ResultCode {
    ResultCode {
        code,
        meaning,
        scene: "all",
    }
}

const fn of_purchase(code: &'static str, meaning: &'static str) -> ResultCode {
    ResultCode {
        code,
        meaning,
        scene: "newInstance",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_found_and_well_formed_and_stands_in_order() {
        assert!(ALL.is_sorted_by(|one, next| one.code < next.code));
        for known in ALL {
            assert!(is_well_formed(known.code));
            assert_eq!(find(known.code), Some(known));
        }
    }

    #[test]
    fn other_texts_are_no_codes() {
        for text in ["", "00000", "0000000", "00000a", "０00000", "success"] {
            assert!(!is_well_formed(text), "{text}");
        }
        assert_eq!(find("000900"), None);
    }
}
