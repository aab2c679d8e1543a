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

/// It worked, says a call about a licence code.
pub const LICENCE_SUCCESS: OpenApiCode = code("92020000", 200, "", "the call worked", false);
/// The marketplace failed in a call about a licence code.
pub const LICENCE_INTERNAL: OpenApiCode =
    code("92020001", 200, "", "the marketplace failed", false);
/// A parameter of a call about a licence code is refused.
pub const LICENCE_INVALID: OpenApiCode = code(
    "92020002",
    200,
    "",
    "a parameter is missing or wrong",
    false,
);
/// The licence code is not in the state for it.
pub const LICENCE_STATE: OpenApiCode = code(
    "92020003",
    200,
    "",
    "the licence code is not in the state for it: nothing is activated twice",
    false,
);
/// The buyer did not take the licence code yet.
pub const LICENCE_NOT_COLLECTED: OpenApiCode = code(
    "92020004",
    200,
    "",
    "the buyer has not collected the licence code",
    false,
);
/// There is no such licence code.
pub const LICENCE_UNKNOWN: OpenApiCode =
    code("92020005", 200, "", "there is no such licence code", false);
/// The licence code was not activated.
pub const LICENCE_NOT_ACTIVATED: OpenApiCode = code(
    "92020011",
    200,
    "",
    "the licence code is not activated",
    false,
);
/// A batch has licence codes that are illegal.
pub const LICENCE_BATCH: OpenApiCode = code(
    "92020020",
    200,
    "",
    "a batch contains illegal licence codes",
    false,
);
/// A call about a licence code is no request that can be answered.
pub const LICENCE_REQUEST: OpenApiCode = code("95000001", 400, "", "the request is wrong", false);
/// A call about a licence code by another method than POST.
pub const LICENCE_METHOD: OpenApiCode =
    code("95000002", 405, "", "the HTTP method is not allowed", false);
/// A call about a licence code in another form than JSON.
pub const LICENCE_MEDIA_TYPE: OpenApiCode = code(
    "95000003",
    415,
    "",
    "the media type of the body is not supported",
    false,
);
/// The body of a call about a licence code cannot be read.
pub const LICENCE_BODY: OpenApiCode = code("95000004", 400, "", "the body cannot be read", false);

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

/// The codes of the activation and the query of licence codes; their texts were not seen
/// [licence §3.2].
pub const LICENCE_CODE: &[OpenApiCode] = &[
    LICENCE_SUCCESS,
    LICENCE_INTERNAL,
    LICENCE_INVALID,
    LICENCE_STATE,
    LICENCE_NOT_COLLECTED,
    LICENCE_UNKNOWN,
    LICENCE_NOT_ACTIVATED,
    LICENCE_BATCH,
    LICENCE_REQUEST,
    LICENCE_METHOD,
    LICENCE_MEDIA_TYPE,
    LICENCE_BODY,
];

/// The entry of a code. Blanks within it do not count.
pub fn find(code: &str) -> Option<&'static OpenApiCode> {
    let code: String = code.split_whitespace().collect();
    [OLD_USAGE_PUSH, ORDER_QUERY, NEW_USAGE_PUSH, LICENCE_CODE]
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
        assert_eq!(find("92020003").map(|code| code.status), Some(200));
        assert_eq!(find("95000003").map(|code| code.status), Some(415));
        assert_eq!(find("MKT.0001"), None);
    }

    #[test]
    fn each_code_stands_once_in_its_table() {
        for table in [ORDER_QUERY, OLD_USAGE_PUSH, NEW_USAGE_PUSH, LICENCE_CODE] {
            let mut codes: Vec<_> = table.iter().map(|code| code.code).collect();
            codes.sort_unstable();
            assert!(codes.is_sorted_by(|one, next| one < next), "{codes:?}");
        }
    }
}
