//! Reading the steps of the kit.

use std::ops::Range;

use galleria_marketplace::kit::KitChange;
use galleria_protocol::kit::{Call, Flag};
use toml::Spanned;

use super::Reader;
use crate::scenario::error::ScenarioError;
use crate::scenario::file::StepFile;
use crate::scenario::kit::{FLAGS, KitCall, KitStep};
use crate::scenario::step::{Step, Verb};

impl Reader<'_> {
    pub(super) fn kit(
        &self,
        span: &Range<usize>,
        step: &StepFile,
        before: &[Step],
        names: &[Option<String>],
    ) -> Result<KitStep, ScenarioError> {
        let Some(earlier) = &step.step else {
            return Ok(KitStep::Call(self.kit_call(span, step)?));
        };
        let known: Vec<&str> = names.iter().flatten().map(String::as_str).collect();
        let find = |name: &str| names.iter().position(|n| n.as_deref() == Some(name));
        let at = self.choice("earlier step", earlier, &known, find)?;
        let number = u32::try_from(at + 1).ok();
        let number = number.filter(|_| matches!(before[at].verb, Verb::Kit(_)));
        let number = number.ok_or_else(|| {
            self.error(
                &earlier.span(),
                "the verb `kit` repeats a step of the same verb",
            )
        })?;
        let changes: Vec<&str> = KitChange::all().map(|change| change.name).collect();
        let how = step.how.as_ref();
        let how =
            how.map(|how| self.choice("change of a kit call", how, &changes, KitChange::find));
        Ok(KitStep::Again {
            step: number,
            how: how.transpose()?,
        })
    }

    fn kit_call(&self, span: &Range<usize>, step: &StepFile) -> Result<KitCall, ScenarioError> {
        let Some(activity) = &step.activity else {
            let message = "the verb `kit` needs an `activity`, or the `step` that it repeats";
            return Err(self.error(span, message));
        };
        let known = Call::ALL.map(Call::name);
        let named = |name: &str| Call::ALL.into_iter().find(|call| call.name() == name);
        let call = self.choice("kit call", activity, &known, named)?;
        let flags = FLAGS.map(|(name, _)| name);
        let flag = |name: &str| {
            FLAGS
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, flag)| *flag)
        };
        let flag = step
            .flag
            .as_ref()
            .map(|given| self.choice("flag", given, &flags, flag));
        let text =
            |given: &Option<Spanned<String>>| given.as_ref().map(|text| text.get_ref().clone());
        Ok(KitCall {
            call,
            flag: flag.transpose()?.unwrap_or(Flag::Add),
            tenant: text(&step.tenant).unwrap_or_else(|| "first".to_owned()),
            purchase: text(&step.purchase),
            test: step.test.as_ref().is_some_and(|test| *test.get_ref()),
        })
    }
}
