//! What a product is.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Number, Value};

use crate::request::{Field, RequestError};

/// What a product is: in an order line, and what an instance is to become [v2 §4.7, §7.1].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProductInfo {
    /// The specification.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku_code: Option<String>,
    /// The product; one for every period type of a specification.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_id: Option<String>,
    /// The quantity of a specification that has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub linear_value: Option<Number>,
    /// Members that no page that was read defines.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// An object, or a text that holds one: both are in use.
impl Field<Map<String, Value>> for ProductInfo {
    fn read(
        source: &Map<String, Value>,
        parameter: &'static str,
    ) -> Result<ProductInfo, RequestError> {
        let value = source.get(parameter).unwrap_or(&Value::Null);
        let read = match value {
            Value::Null => return Err(RequestError::Missing(parameter)),
            Value::String(text) if text.is_empty() => {
                return Err(RequestError::Missing(parameter));
            }
            Value::String(text) => serde_json::from_str(text),
            other => serde_json::from_value(other.clone()),
        };
        read.map_err(|_| RequestError::Malformed {
            parameter,
            value: value.to_string(),
        })
    }

    fn write(&self, source: &mut Map<String, Value>, name: &'static str) {
        let value = serde_json::to_value(self).expect("names and values can be written as JSON");
        source.insert(name.to_owned(), value);
    }
}
