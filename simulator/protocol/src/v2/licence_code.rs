//! The activation and the query of licence codes, which the software calls [licence §3.2].

use serde::{Deserialize, Serialize};

use super::open_api::{LICENCE_SUCCESS, OpenApiCode};

/// The path of the activation.
pub const ACTIVATE: &str = "/api/mkp-openapi-public/global/v1/license/activate";
/// The path of the activation of several codes.
pub const ACTIVATE_BATCH: &str = "/api/mkp-openapi-public/global/v2/license/activate";
/// The path of the query, once called heartbeat.
pub const HEARTBEAT: &str = "/api/mkp-openapi-public/global/v1/license/heartbeat";
/// The path of the query of several codes.
pub const HEARTBEAT_BATCH: &str = "/api/mkp-openapi-public/global/v2/license/heartbeat";

/// The longest licence code.
pub const LONGEST: usize = 64;

/// How a code stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum CodeStatus {
    /// It can be used.
    Alive,
    /// Its time is over.
    Expired,
    /// It is gone.
    Released,
}

/// What an activation answers of a code, as JSON in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeInfo {
    /// How it stands.
    pub status: CodeStatus,
    /// An estimate of its end.
    pub expire_time: String,
    /// The product.
    pub product_id: String,
    /// The order.
    pub order_id: String,
    /// How many were bought.
    pub amount: u32,
}

/// What either call answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeAnswer {
    /// The code of the open API.
    pub error_code: String,
    /// Its text.
    pub error_msg: String,
    /// What is told of the licence code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<serde_json::Value>,
}

impl CodeAnswer {
    /// An answer of that code.
    pub fn of(code: &OpenApiCode, data: Option<serde_json::Value>) -> CodeAnswer {
        CodeAnswer {
            error_code: code.code.to_owned(),
            error_msg: code.when.to_owned(),
            data,
        }
    }

    /// Whether it worked.
    pub fn is_success(&self) -> bool {
        self.error_code == LICENCE_SUCCESS.code
    }
}
