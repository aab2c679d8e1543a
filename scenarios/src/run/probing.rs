//! Counting what calls have done at the seller, before it is cleaned up.

use std::collections::BTreeMap;

use galleria_marketplace::transcript::{Exchange, Role};
use galleria_protocol::v1::Activity;

use super::player::Player;
use crate::effect::{EffectProbe, PROBE_LIMIT, ProbeError, Probed, Question};
use crate::event::Event;
use crate::rule::is_tampered;

impl Player<'_> {
    /// Has the effects of the scenario counted, in a step behind `step`; tells the last step.
    pub(super) async fn probe(&mut self, step: u32) -> u32 {
        let Some(probe) = self.course.probe.clone() else {
            return step;
        };
        let questions = self.questions();
        if questions.is_empty() || self.is_over() {
            return step;
        }
        let step = step + 1;
        self.begin_step(
            step,
            "probe",
            None,
            "count the instances that the orders made",
        );
        for (exchange, question) in questions {
            match self.ask(&*probe, &question).await {
                Ok(count) => self.note_probed(
                    step,
                    Probed {
                        exchange,
                        question,
                        count,
                    },
                ),
                Err(error) => {
                    let reason = self.course.capture.scrub(error.to_string());
                    self.leave_out(step, reason.clone());
                    self.play.unprobed = Some(reason);
                    break;
                }
            }
        }
        step
    }

    async fn ask(&self, probe: &dyn EffectProbe, question: &Question) -> Result<u64, ProbeError> {
        let asked = self
            .course
            .clock
            .within(PROBE_LIMIT, probe.count(question))
            .await;
        asked.unwrap_or(Err(ProbeError::TooSlow))
    }

    fn note_probed(&mut self, step: u32, probed: Probed) {
        self.course.record(&Event::Probed {
            scenario: self.scenario.id.clone(),
            step,
            probed: probed.clone(),
        });
        self.play.probed.push(probed);
    }

    /// The orders to ask about, each with its last call: those that were delivered more than once
    /// or got lost on the way, and those of test calls, which are to make nothing.
    fn questions(&self) -> Vec<(galleria_marketplace::transcript::ExchangeId, Question)> {
        let mut orders: BTreeMap<&str, Vec<&Exchange>> = BTreeMap::new();
        let purchase = self.play.profile.called(Activity::NewInstance);
        let bought = self
            .play
            .exchanges
            .iter()
            .filter(|exchange| exchange.intent.activity == purchase && !is_tampered(exchange));
        for exchange in bought {
            if let Some(order) = exchange.intent.order_id.as_deref() {
                orders.entry(order).or_default().push(exchange);
            }
        }
        let asked = orders
            .into_values()
            .filter(|calls| calls.iter().any(|call| is_asked_about(call)));
        let question = |calls: Vec<&Exchange>| {
            let told = calls
                .iter()
                .rev()
                .find(|call| call.answered_instance().is_some());
            let last = calls.last()?;
            Some((last.id, Question::about(told.unwrap_or(last))?))
        };
        asked.filter_map(question).collect()
    }
}

fn is_asked_about(call: &Exchange) -> bool {
    let again = !matches!(call.intent.role, Role::Call | Role::Control);
    again || call.intent.test
}
