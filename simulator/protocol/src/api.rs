//! The versions of the production interface.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A version of the production interface: how calls are written, signed and answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Api {
    /// SaaS access guide V1.0: GET with `authToken`, answers with `Body-Sign`.
    V1,
    /// SaaS access guide V2.0: POST of JSON with `signature`, `timestamp` and `nonce`.
    V2,
}

impl Api {
    /// Every version.
    pub const ALL: [Api; 2] = [Api::V1, Api::V2];

    /// Its name in files and flags.
    pub fn name(self) -> &'static str {
        match self {
            Api::V1 => "v1",
            Api::V2 => "v2",
        }
    }

    /// The version of that name.
    pub fn from_name(name: &str) -> Option<Api> {
        Api::ALL.into_iter().find(|api| api.name() == name)
    }
}

impl fmt::Display for Api {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.name())
    }
}
