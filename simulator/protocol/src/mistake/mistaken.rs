//! Signatures as somebody who makes a mistake computes them.

use super::Cause;
use super::catalog::Mistake;

/// A signature that is wrong in a known way. A seller that refuses the right one and accepts this one
/// makes the mistake itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistaken {
    /// The mistake.
    pub cause: Cause,
    /// What comes out, as it is sent.
    pub signature: String,
}

impl Mistaken {
    pub(super) fn new(mistake: &'static Mistake, signature: String) -> Mistaken {
        Mistaken {
            cause: Cause::one(mistake),
            signature,
        }
    }
}

/// Those that differ from the right signature and from one another, the first of each kept.
pub(super) fn distinct(right: &str, made: impl IntoIterator<Item = Mistaken>) -> Vec<Mistaken> {
    let mut kept: Vec<Mistaken> = Vec::new();
    for one in made {
        let known = |other: &Mistaken| other.signature == one.signature;
        if one.signature != right && !kept.iter().any(known) {
            kept.push(one);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use crate::mistake::{Context, Diagnosis, mistaken_signatures, mistaken_tokens};
    use crate::mistake::{of_computed_token, of_query_signature};
    use crate::signed_call::Claim;
    use crate::{Key, Params, token};

    const KEY: &str = "obviously-Fake-access-key";

    fn query() -> String {
        let mut params = Params::new();
        for (name, value) in [
            ("activity", "newInstance"),
            ("orderId", "CS1906666666ABCDE"),
            ("customerName", "a b+c"),
            ("productId", ""),
            ("timeStamp", "20200727073711903"),
        ] {
            params.push(name, value);
        }
        let token = token::sign(&Key::new(KEY), &params);
        params.push(token::PARAMETER, token);
        params.to_query()
    }

    #[test]
    fn a_mistaken_token_is_told_to_be_that_mistake() {
        let (key, query) = (Key::new(KEY), query());
        let made = mistaken_tokens(&key, &query);
        assert!(made.len() > 25, "{}", made.len());
        for one in made {
            let told = of_computed_token(&key, &query, &one.signature, &Context::default());
            assert_eq!(told, Diagnosis::Named(one.cause), "{}", one.cause);
        }
    }

    #[test]
    fn a_mistaken_signature_is_told_to_be_that_mistake_where_letters_case_matters_not() {
        let key = Key::new(KEY);
        let body = br#"{"activity":"newInstance","businessId":"b 1","orderId":"CS1"}"#;
        let mut claim = Claim {
            nonce: "0123456789abcdef".to_owned(),
            timestamp: "1730000000000".to_owned(),
            ..Claim::default()
        };
        let made = mistaken_signatures(&key, &claim, body);
        assert!(made.len() > 30, "{}", made.len());
        for one in made {
            let upper = one.cause.slug() == "hex-not-lowercase";
            claim.signature = one.signature;
            let told = of_query_signature(&key, &claim, body, &Context::default());
            let expected = if upper {
                Diagnosis::Right
            } else {
                Diagnosis::Named(one.cause)
            };
            assert_eq!(told, expected, "{}", one.cause);
        }
    }
}
