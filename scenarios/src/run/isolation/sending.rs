//! Sends the calls of a search, one behind the other.

use galleria_marketplace::market::{Dating, Draft};
use galleria_marketplace::transcript::Role;
use galleria_protocol::Params;

use super::puzzle::{is_accepted, is_puzzling, is_unauthenticated};
use super::search::Search;
use crate::rule::TELLS_GOODS;
use crate::run::player::Player;
use crate::run::sending::{Manner, Sent, is_plain};

impl Player<'_> {
    /// Searches for the reason where the call that was made last was refused without one. Where the
    /// same call is accepted without what was found, it stands in for the refused one, so that the
    /// steps that build on it are played.
    pub(in crate::run) async fn isolate(&mut self, step: u32) {
        if !self.course.isolates {
            return;
        }
        let Some(refused) = self.sent.last().cloned().flatten() else {
            return;
        };
        let Some(exchange) = self.play.exchange(refused.exchange) else {
            return;
        };
        if !is_puzzling(&self.play, &refused.draft, exchange) {
            return;
        }
        let optional = self.optional(&refused.draft);
        if !self.course.state().isolations.begin(&refused.draft) {
            return;
        }
        if self.is_taken_plainly(step, &refused).await {
            return;
        }
        let goods = optional
            .iter()
            .filter(|name| TELLS_GOODS.contains(&name.as_str()));
        let mut search = Search::new(optional.clone(), goods.cloned().collect());
        let mut any = false;
        while let Some(kept) = search.next() {
            if self.course.stopped().is_some() || !self.course.state().isolations.spend() {
                return;
            }
            let part = self.part(&refused.draft, &optional, &kept);
            let dating = self.plain_date(&part);
            let sent = self.send_part(step, part, dating, &refused, search.is_last());
            let Some(accepted) = sent.await else {
                return;
            };
            any |= accepted;
            search.note(accepted);
        }
        if !any {
            self.try_signatures(step, &refused).await;
        }
    }

    /// Whether the call is accepted as it is once its token has neither `+` nor `/`, so that nothing else
    /// in it is the reason. It is then made once more with a token that has a `/` alone, which shows
    /// whether that is lost too.
    async fn is_taken_plainly(&mut self, step: u32, refused: &Sent) -> bool {
        let exchange = self.play.exchange(refused.exchange);
        if !exchange.is_some_and(is_unauthenticated)
            || is_plain(self.sealed(&refused.draft, &refused.dating).signature())
            || !self.course.state().isolations.spend()
        {
            return false;
        }
        let again = self.market.twin(&refused.draft, None);
        let dating = self.plain_date(&again);
        if self.send_part(step, again, dating, refused, true).await != Some(true) {
            return false;
        }
        if self.course.state().isolations.spend() {
            let again = self.market.twin(&refused.draft, None);
            let dating = self.date_of(&again, |signature| {
                signature.contains('/') && !signature.contains('+')
            });
            self.send_part(step, again, dating, refused, false).await;
        }
        true
    }

    /// Sends a part of a refused call; whether it was accepted. One that is the refused call in all that
    /// matters stands in for it.
    async fn send_part(
        &mut self,
        step: u32,
        part: Draft,
        dating: Dating,
        refused: &Sent,
        stands_in: bool,
    ) -> Option<bool> {
        let manner = Manner {
            dating: Some(dating),
            ..Manner::of(Role::Isolated {
                of: refused.exchange,
            })
        };
        self.deliver(step, part, manner).await;
        let sent = self.sent.pop().flatten();
        let accepted = self.play.exchanges.last().and_then(is_accepted)?;
        if accepted && stands_in {
            self.sent.pop();
            self.sent.push(sent);
        }
        Some(accepted)
    }

    /// The parameters of a call that the book lets it go without.
    fn optional(&self, draft: &Draft) -> Vec<String> {
        let (scene, whole) = (
            self.play.profile.called(draft.subject.activity),
            &draft.params,
        );
        let is_free = |name: &str| {
            let flag = draft.subject.test && name == "testFlag";
            let less = without(whole, |other| other == name);
            !flag && self.play.profile.forbids(scene, whole, &less).is_none()
        };
        let names = whole.iter().map(|(name, _)| name);
        names
            .filter(|name| is_free(name))
            .map(ToOwned::to_owned)
            .collect()
    }

    /// The same call with an order of its own, and with no optional parameters but those kept.
    fn part(&mut self, whole: &Draft, optional: &[String], kept: &[String]) -> Draft {
        let mut part = self.market.twin(whole, None);
        let has = |names: &[String], name: &str| names.iter().any(|known| known == name);
        part.params = without(&part.params, |name| has(optional, name) && !has(kept, name));
        part
    }
}

fn without(params: &Params, is_out: impl Fn(&str) -> bool) -> Params {
    let kept = params.iter().filter(|(name, _)| !is_out(name));
    kept.map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}
