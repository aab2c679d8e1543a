//! Pushes usage in the old form, signed with AK and SK.
//!
//! The pages keep both [v2 §7.2].

use crate::Behaviour;
use crate::open_api::UsageForm;

/// Kept what it had.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage_form(&self) -> UsageForm {
        UsageForm::Old
    }
}
