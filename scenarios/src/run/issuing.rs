//! Licence codes, which the marketplace makes and the seller's software activates [licence §3].

use galleria_protocol::Activity;

use super::player::Player;
use super::skip::Skip;
use crate::scenario::Step;

/// Why no purchase is called.
const MADE_HERE: &str = "the marketplace makes the licence code itself: no purchase is called";

impl Player<'_> {
    /// Makes the licence code that a step buys, and has it activated where there is a way to; hands out
    /// why the step calls nobody. `None` where it buys no code.
    pub(super) async fn issue(&mut self, number: u32, step: &Step) -> Option<Skip> {
        let family = self.play.profile.family;
        let call = step.verb.call()?;
        let buys = call.subject.activity == Activity::NewInstance && !call.subject.test;
        if !family.is_made_by_the_marketplace() || !buys || self.scenario.is_saved_case(step) {
            return None;
        }
        let code = self.market.issue_code(&call.subject);
        if let Some(activator) = self.course.activator.clone()
            && self.market.is_strange_code(&call.subject.purchase)
        {
            match activator.activate(&code).await {
                Ok(()) => self.market.activated(&call.subject.purchase),
                Err(error) => self.leave_out(number, error.to_string()),
            }
            self.note_call_backs();
        }
        Some(Skip::Book(MADE_HERE.to_owned()))
    }
}
