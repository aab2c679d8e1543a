//! Answers kit calls without `resultMsg`.
//!
//! The member is optional.

use galleria_protocol::v1::answer::Answer;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::kit::Object;

/// Leaves it out.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn document(&self, _: &Arrived, answer: &Answer) -> Object {
        let mut document = answer.to_json();
        document.remove("resultMsg");
        document
    }
}
