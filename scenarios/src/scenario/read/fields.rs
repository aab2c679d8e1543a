//! The fields that each verb uses.

use std::ops::Range;

use toml::Spanned;

use super::Reader;
use crate::scenario::error::ScenarioError;
use crate::scenario::file::StepFile;

/// A field's name, where it was given, and whether the verb uses it.
type Field = (&'static str, Option<Range<usize>>, bool);

impl Reader<'_> {
    /// A field that the verb does not use is a mistake, not a comment.
    pub(super) fn refuse_strangers(
        &self,
        verb: &str,
        step: &StepFile,
    ) -> Result<(), ScenarioError> {
        let again = matches!(verb, "tamper" | "burst" | "kit") && step.step.is_some();
        let stranger = fields(verb, step, again)
            .into_iter()
            .find_map(|(name, span, used)| span.filter(|_| !used).map(|span| (name, span)));
        let Some((name, span)) = stranger else {
            return Ok(());
        };
        Err(self.error(
            &span,
            match verb {
                "tamper" if again => {
                    format!("a twin of an earlier `step` has no use for `{name}`")
                }
                "kit" if again => {
                    format!("a repeat of an earlier `step` has no use for `{name}`")
                }
                "burst" if again => {
                    format!("a burst of an earlier `step` has no use for `{name}`")
                }
                _ => format!("the verb `{verb}` has no use for `{name}`"),
            },
        ))
    }
}

fn fields(verb: &str, step: &StepFile, again: bool) -> Vec<Field> {
    let call = matches!(
        verb,
        "send" | "lose-answer" | "cut" | "tamper" | "burst" | "orders" | "outage" | "crash"
    ) && !again;
    let kit = verb == "kit" && !again;
    let twin = verb == "tamper" && again;
    let repeat = matches!(verb, "resend" | "replay" | "await") || again;
    let timed = matches!(verb, "delay" | "advance" | "outage");
    vec![
        ("activity", at(step.activity.as_ref()), call || kit),
        ("purchase", at(step.purchase.as_ref()), call || twin || kit),
        ("customer", at(step.customer.as_ref()), call),
        ("test", at(step.test.as_ref()), call || kit),
        ("order-of", at(step.order_of.as_ref()), call),
        ("set", at(step.set.as_ref()), call),
        ("without", at(step.without.as_ref()), call),
        ("step", at(step.step.as_ref()), repeat),
        (
            "times",
            at(step.times.as_ref()),
            matches!(verb, "burst" | "orders"),
        ),
        ("at", at(step.at.as_ref()), matches!(verb, "cut" | "crash")),
        ("kind", at(step.kind.as_ref()), verb == "outage"),
        ("every", at(step.every.as_ref()), verb == "outage"),
        (
            "how",
            at(step.how.as_ref()),
            verb == "tamper" || verb == "kit" && again,
        ),
        ("flag", at(step.flag.as_ref()), kit),
        ("tenant", at(step.tenant.as_ref()), kit),
        ("time", at(step.time.as_ref()), timed),
    ]
}

fn at<T>(field: Option<&Spanned<T>>) -> Option<Range<usize>> {
    field.map(Spanned::span)
}
