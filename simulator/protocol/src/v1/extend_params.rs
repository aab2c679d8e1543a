//! `saasExtendParams`: the buyer's answers to the questions that a seller defined [v1 §5.9].
//!
//! On the wire it is the Base64 of a JSON array of `{"name":..,"value":..}`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

/// One extension parameter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtendParam {
    /// The name that the seller gave it.
    pub name: String,
    /// What the buyer entered.
    pub value: String,
}

/// Why a value of `saasExtendParams` cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ExtendParamsError {
    /// It is not Base64.
    #[error("saasExtendParams is not Base64; decode the URL-encoding first")]
    NotBase64,
    /// What it decodes to is no JSON array of names and values.
    #[error("saasExtendParams holds no JSON array of name and value: {0}")]
    NotPairs(#[from] serde_json::Error),
}

/// The value of `saasExtendParams`, not yet URL-encoded.
pub fn encode(params: &[ExtendParam]) -> String {
    STANDARD.encode(serde_json::json!(params).to_string())
}

/// Reads a URL-decoded value of `saasExtendParams`.
pub fn decode(value: &str) -> Result<Vec<ExtendParam>, ExtendParamsError> {
    let json = STANDARD
        .decode(value)
        .map_err(|_| ExtendParamsError::NotBase64)?;
    Ok(serde_json::from_slice(&json)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_is_read_back() {
        let params = [
            ExtendParam {
                name: "emailDomainName".to_owned(),
                value: "test.xxxx.com".to_owned(),
            },
            ExtendParam {
                name: "note".to_owned(),
                value: "扩展 \"quoted\"".to_owned(),
            },
        ];
        assert_eq!(decode(&encode(&params)).unwrap(), params);
        assert_eq!(decode(&encode(&[])).unwrap(), []);
    }

    #[test]
    fn other_values_are_refused() {
        assert!(matches!(
            decode("not base64"),
            Err(ExtendParamsError::NotBase64)
        ));
        for json in ["", "{}", "[1]", r#"[{"name":"a"}]"#] {
            let value = STANDARD.encode(json);
            assert!(
                matches!(decode(&value), Err(ExtendParamsError::NotPairs(_))),
                "{json}"
            );
        }
    }
}
