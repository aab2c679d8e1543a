//! Declares its JSON as text/html.
//!
//! A servlet or a PHP script that never sets the content type: the container's default goes out.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Sends right bodies under the wrong type.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn content_type(&self, _call: &Call, outcome: &Outcome) -> String {
        let json = outcome.is_unauthenticated();
        if json {
            "application/json"
        } else {
            "text/html;charset=UTF-8"
        }
        .to_owned()
    }
}
