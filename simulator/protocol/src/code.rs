//! Result codes of the seller's answers, the same in V1 and V2 [v1 §6, v2 §5]. Which of them a site has, and for which scenes, is its profile's business.

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

/// Whether a text has the form of a code: six digits.
pub fn is_well_formed(code: &str) -> bool {
    code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_digits_are_a_code() {
        for text in [SUCCESS, MAIL_DOMAIN_TAKEN, "000900"] {
            assert!(is_well_formed(text), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_codes() {
        for text in ["", "00000", "0000000", "00000a", "０00000", "success"] {
            assert!(!is_well_formed(text), "{text}");
        }
    }
}
