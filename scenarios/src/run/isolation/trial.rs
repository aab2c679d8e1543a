//! Tries the mistakes that are made in signatures, where the seller calls every signature wrong.
//!
//! The calls are those of the debug step, so that a seller that takes one has sold nothing.

use chrono::TimeDelta;
use galleria_marketplace::market::{Dating, Draft};
use galleria_marketplace::transcript::{Exchange, Role};
use galleria_protocol::mistake::{Cause, Mistaken};

use super::puzzle::is_unauthenticated;
use crate::rule::{SIGNED_AS, SIGNED_RIGHTLY};
use crate::run::player::Player;
use crate::run::sending::{Manner, Sent, is_plain};

/// The most mistakes that are tried.
const MOST: usize = 128;

/// A mistake, and which of the signatures that it leads to.
type Kind = (Cause, usize);

impl Player<'_> {
    /// Signs a refused call as sellers sign it that make one mistake each, until one is accepted. Nothing
    /// is tried where the seller says itself what it computed, or takes the debug call as it ought to.
    pub(super) async fn try_signatures(&mut self, step: u32, refused: &Sent) {
        if !self.is_worth_a_trial(refused) || !self.course.state().isolations.begin_trial() {
            return;
        }
        let mut call = refused.draft.clone();
        call.params.set("testFlag", "1");
        call.subject.test = true;
        if !self.is_refused_rightly_signed(step, &call, refused).await {
            return;
        }
        for kind in self.kinds(&call) {
            if self.course.stopped().is_some() {
                return;
            }
            let draft = self.market.twin(&call, None);
            let Some((dating, signature)) = self.signed_as(&draft, kind) else {
                continue;
            };
            let manner = Manner {
                dating: Some(dating),
                signature: Some(signature),
                ..Manner::of(twin_of(refused, format!("{SIGNED_AS}{}", kind.0)))
            };
            if self.show(step, &draft, manner).await.is_taken() {
                // To be sure that it takes this and no right one, not that it takes any by now.
                self.is_refused_rightly_signed(step, &call, refused).await;
                return;
            }
        }
    }

    fn is_worth_a_trial(&self, refused: &Sent) -> bool {
        self.play
            .exchange(refused.exchange)
            .is_some_and(|exchange| {
                is_unauthenticated(exchange)
                    && exchange.reading.token_echo.is_none()
                    && self.has(&exchange.intent.activity, "testFlag")
            })
    }

    async fn is_refused_rightly_signed(&mut self, step: u32, call: &Draft, refused: &Sent) -> bool {
        let draft = self.market.twin(call, None);
        let manner = Manner {
            dating: Some(self.plain_date(&draft)),
            ..Manner::of(twin_of(refused, SIGNED_RIGHTLY.to_owned()))
        };
        is_unauthenticated(self.show(step, &draft, manner).await)
    }

    /// Makes a call that enters no books.
    async fn show(&mut self, step: u32, draft: &Draft, manner: Manner) -> &Exchange {
        let sending = self.sending(step, draft, manner);
        let exchange = self.course.call(sending).await;
        self.play.exchanges.push(exchange);
        &self.play.exchanges[self.play.exchanges.len() - 1]
    }

    /// The mistakes to be tried.
    fn kinds(&mut self, call: &Draft) -> Vec<Kind> {
        let dating = self.market.date();
        let made = numbered(self.mistaken(call, &dating));
        made.map(|(kind, _)| kind).take(MOST).collect()
    }

    /// A date, and the signature that the mistake leads to under it.
    fn signed_as(&mut self, draft: &Draft, kind: Kind) -> Option<(Dating, String)> {
        let mut dating = self.market.date();
        loop {
            let mut made = numbered(self.mistaken(draft, &dating));
            let (_, signature) = made.find(|(made, _)| *made == kind)?;
            // As for a right token: what a seller loses of one is not to be the reason.
            if is_plain(&signature) {
                return Some((dating, signature));
            }
            dating.time -= TimeDelta::milliseconds(1);
        }
    }

    fn mistaken(&self, draft: &Draft, dating: &Dating) -> Vec<Mistaken> {
        let key = self.course.key_of(draft.subject.activity);
        self.sealed(draft, dating).mistaken(key)
    }
}

/// The signatures with their kinds: a mistake may lead to several.
fn numbered(made: Vec<Mistaken>) -> impl Iterator<Item = (Kind, String)> {
    let mut before: Option<Cause> = None;
    let mut number = 0;
    made.into_iter().map(move |one| {
        number = if before == Some(one.cause) {
            number + 1
        } else {
            0
        };
        before = Some(one.cause);
        ((one.cause, number), one.signature)
    })
}

fn twin_of(refused: &Sent, how: String) -> Role {
    Role::Tampered {
        how,
        control: refused.exchange,
    }
}
