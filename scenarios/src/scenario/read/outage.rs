//! The verbs `outage` and `crash`.

use std::ops::Range;

use galleria_marketplace::delivery::{Death, Outage};

use super::Reader;
use crate::scenario::error::ScenarioError;
use crate::scenario::file::StepFile;
use crate::scenario::{OutageStep, Trouble};

impl Reader<'_> {
    pub(super) fn death(
        &self,
        span: &Range<usize>,
        step: &StepFile,
    ) -> Result<Death, ScenarioError> {
        let known = Death::ALL.map(Death::name);
        if let Some(at) = &step.at {
            return self.choice("point of death", at, &known, Death::from_name);
        }
        let list = known.join(", ");
        Err(self.error(
            span,
            format!("the verb `crash` needs `at` (one of: {list})"),
        ))
    }

    pub(super) fn outage(
        &self,
        span: &Range<usize>,
        step: &StepFile,
    ) -> Result<OutageStep, ScenarioError> {
        let mut known = Outage::ALL.map(Outage::name).to_vec();
        known.push(Trouble::COMMANDS);
        let Some(kind) = &step.kind else {
            let list = known.join(", ");
            return Err(self.error(
                span,
                format!("the verb `outage` needs a `kind` (one of: {list})"),
            ));
        };
        let every = step.every.as_ref();
        Ok(OutageStep {
            trouble: self.choice("kind of outage", kind, &known, Trouble::from_name)?,
            lasts: self.time(span, "outage", step)?,
            call: self.call(span, "outage", step)?,
            window: None,
            every: every.map(|every| self.duration(every)).transpose()?,
        })
    }
}
