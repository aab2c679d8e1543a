//! The codes of the open APIs with the HTTP status that each comes with [v2 §7].

/// A code of an open API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenApiCode {
    /// The code.
    pub code: &'static str,
    /// The HTTP status of its answer.
    pub status: u16,
    /// Its text, as the page prints it; empty where it was not seen.
    pub message: &'static str,
    /// When it is answered.
    pub when: &'static str,
    /// Whether the answer to the query of an order then has `extra_info`.
    pub has_extra_info: bool,
}

/// Makes the constants of the table and tells for which ones there is `extra_info`.
const fn code(
    code: &'static str,
    status: u16,
    message: &'static str,
    when: &'static str,
    has_extra_info: bool,
) -> OpenApiCode {
    OpenApiCode {
        code,
        status,
        message,
        when,
        has_extra_info,
    }
}

/// It worked.
pub const SUCCESS: OpenApiCode = code("MKT.0000", 200, "Success.", "the call worked", false);
/// The marketplace failed.
pub const INTERNAL: OpenApiCode = code(
    "MKT.0999",
    500,
    "System internal error.",
    "the marketplace failed",
    false,
);
/// A parameter's value is refused.
pub const OUT_OF_RANGE: OpenApiCode = code(
    "MKT.0100",
    500,
    "Failure of input parameter",
    "a parameter is out of range, illegal or has a bad format",
    true,
);
/// A parameter is unknown, extra or missing.
pub const INVALID: OpenApiCode = code(
    "MKT.0101",
    400,
    "Invalid parameter",
    "a parameter is unknown, extra or missing",
    false,
);
/// The body's signature does not fit.
pub const INVALID_BODY_SIGN: OpenApiCode = code(
    "MKT.0102",
    400,
    "Invalid body sign",
    "the signature of the body does not fit",
    false,
);
/// Something else is wrong with the parameters.
pub const REQUEST: OpenApiCode = code(
    "MKT.0199",
    400,
    "Request parameter error",
    "something else is wrong with the request",
    false,
);
/// The caller may not see this.
pub const ILLEGAL: OpenApiCode = code(
    "MKT.0150",
    401,
    "Illegal operation",
    "the product is not of the seller whose AK and SK signed the call",
    true,
);
/// The caller is no seller.
pub const NO_AUTHORITY: OpenApiCode = code(
    "MKT.0151",
    401,
    "No authority",
    "the token is not a seller's",
    false,
);
/// The token is refused.
pub const ILLEGAL_TOKEN: OpenApiCode = code(
    "MKT.0154",
    401,
    "Illegal token",
    "the token is not valid",
    false,
);
/// Called too often. The page prints a blank within the code.
pub const TOO_OFTEN: OpenApiCode = code(
    "MKT.0250",
    406,
    "Access frequency overlimit",
    "the caller calls too often",
    true,
);
/// There is no such instance.
pub const UNKNOWN_INSTANCE: OpenApiCode = code(
    "MKT.9001",
    500,
    "Instance ID not found.",
    "there is no instance of that id",
    true,
);
/// A usage record is refused. The page prints the misspelt text.
pub const INVALID_USAGE: OpenApiCode = code(
    "MKT.9002",
    500,
    "Invalid usage enties.",
    "a usage record is malformed",
    true,
);
/// More records than a call may have.
pub const TOO_MANY_RECORDS: OpenApiCode = code(
    "MKT.9003",
    500,
    "Usage records extends size limit.",
    "there are more usage records than a call may have",
    false,
);
/// A record begins too long ago.
pub const TOO_OLD_RECORD: OpenApiCode = code(
    "MKT.9004",
    500,
    "Record beginTime extends Limit.",
    "a usage record begins more than 21 days ago",
    true,
);
/// The new usage push failed within the marketplace.
pub const USAGE_INTERNAL: OpenApiCode = code(
    "94060001",
    500,
    "System error!",
    "the marketplace failed",
    false,
);
/// The new usage push is not let in; its text was not seen.
pub const USAGE_UNAUTHORIZED: OpenApiCode = code(
    "94060002",
    401,
    "",
    "the signature or its caller is refused",
    false,
);

/// The codes of the query of an order.
pub const ORDER_QUERY: &[OpenApiCode] = &[
    SUCCESS,
    INTERNAL,
    OUT_OF_RANGE,
    INVALID,
    REQUEST,
    ILLEGAL,
    NO_AUTHORITY,
    ILLEGAL_TOKEN,
    TOO_OFTEN,
    UNKNOWN_INSTANCE,
    INVALID_USAGE,
    TOO_MANY_RECORDS,
    TOO_OLD_RECORD,
];

/// The codes of the old usage push.
pub const OLD_USAGE_PUSH: &[OpenApiCode] = &[
    SUCCESS,
    INTERNAL,
    OUT_OF_RANGE,
    INVALID,
    INVALID_BODY_SIGN,
    REQUEST,
    ILLEGAL,
    NO_AUTHORITY,
    ILLEGAL_TOKEN,
    UNKNOWN_INSTANCE,
    INVALID_USAGE,
    TOO_MANY_RECORDS,
    TOO_OLD_RECORD,
];

/// The codes of the new usage push, as far as they were seen.
pub const NEW_USAGE_PUSH: &[OpenApiCode] = &[SUCCESS, USAGE_INTERNAL, USAGE_UNAUTHORIZED];

/// The entry of a code. Blanks within it do not count.
pub fn find(code: &str) -> Option<&'static OpenApiCode> {
    let code: String = code.split_whitespace().collect();
    [OLD_USAGE_PUSH, ORDER_QUERY, NEW_USAGE_PUSH]
        .into_iter()
        .flatten()
        .find(|known| known.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_however_they_are_printed() {
        assert_eq!(find("MKT. 0250"), Some(&TOO_OFTEN));
        assert_eq!(find("MKT.0102").map(|code| code.status), Some(400));
        assert_eq!(find("94060002").map(|code| code.status), Some(401));
        assert_eq!(find("MKT.0001"), None);
    }

    #[test]
    fn each_code_stands_once_in_its_table() {
        for table in [ORDER_QUERY, OLD_USAGE_PUSH, NEW_USAGE_PUSH] {
            let mut codes: Vec<_> = table.iter().map(|code| code.code).collect();
            codes.sort_unstable();
            assert!(codes.is_sorted_by(|one, next| one < next), "{codes:?}");
        }
    }
}
