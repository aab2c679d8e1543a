//! From what came to findings.

mod admission;
mod billing;
mod serving;

pub(super) use admission::{
    expired_token_served, forged_credential_served, future_token_served, key_not_looked_up,
    malformed_token_crashes, other_algorithm_served, stranger_served, unknown_key_served,
    unsigned_token_served,
};
pub(super) use billing::{
    total_tokens_wrong, usage_before_the_end, usage_incomplete, usage_not_a_number,
    usage_not_at_top, usage_of_zero,
};
pub(super) use serving::{
    answer_cut_short, answer_too_late, chinese_name_refused, customer_refused,
    lively_token_refused, other_customer_told, right_call_refused, stream_type_unusual,
    unknown_member_refused,
};

use galleria_protocol::gateway::usage::Metered;

use super::rules::GATEWAY_RULES;
use super::settings::Part;
use super::walk::Called;
use crate::trial::{self, Look, Told, TrialReport, TrialStep, Tried};

/// Why nothing is judged of calls that are made behind the first.
const NO_CONTROL: &str = "the right call was not served, so that nothing can be told of others";

impl Tried for Called {
    type Part = Part;

    fn lacks(&self, part: Part) -> Option<&'static str> {
        let billed = self.metered != Metered::Nothing;
        let (is_there, reason) = match part {
            Part::Token => (
                self.by_token,
                "the gateway shows constant headers, and no token (--header-env)",
            ),
            Part::Billed => (billed, "nothing in the answer is billed (--billing none)"),
            Part::Tokens => (
                self.metered == Metered::Tokens,
                "no tokens of a model are billed (--billing)",
            ),
            Part::Stream => (self.stream, "no stream was asked for (--stream)"),
            Part::BilledStream => (
                self.stream && billed,
                "no stream was asked for that is billed (--stream, --billing)",
            ),
        };
        (!is_there).then_some(reason)
    }
}

/// Judges by every rule.
pub fn judge(called: &Called) -> TrialReport {
    let steps = called.calls.iter().map(|call| TrialStep {
        verb: "call",
        note: call.case.about(),
    });
    trial::judge(GATEWAY_RULES, called, steps.collect())
}
