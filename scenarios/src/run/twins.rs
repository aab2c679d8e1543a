//! Tampered twins: a call beside one that was accepted, from which it differs in one thing.

use galleria_marketplace::tamper::{Change, Tampering, Twin};
use galleria_marketplace::transcript::Role;
use galleria_protocol::Api;

use super::player::{Player, Skipped};
use super::sending::{Manner, Sent};
use super::skip::Skip;
use crate::scenario::Call;

/// The changes that are about a parameter which no book knows.
const UNKNOWN: [&str; 2] = ["unknown-parameter", "chinese-member"];
/// Why a twin is not sent.
pub(super) const NO_CONTROL: &str = "the control was not accepted, so its twin proves nothing";

impl Player<'_> {
    pub(super) async fn tamper(
        &mut self,
        number: u32,
        call: &Call,
        how: &'static Tampering,
    ) -> Skipped {
        let draft = self.draft(call)?;
        self.deliver(number, draft, Manner::of(Role::Control)).await;
        self.isolate(number).await;
        match self.sent.last().cloned().flatten() {
            Some(control) if control.accepted != (how.twin == Twin::Explaining) => {
                match self.twin(number, &control, how, None).await {
                    Ok(()) => drop(self.sent.pop()),
                    Err(reason) => self.leave_out(number, reason),
                }
            }
            Some(_) if how.twin == Twin::Explaining => {}
            _ => self.leave_out(number, NO_CONTROL),
        }
        Ok(())
    }

    /// Makes the twin of an accepted call, unless it is to be lawful and the book forbids it. Only a
    /// forgery keeps the control's date and order.
    pub(super) async fn twin(
        &mut self,
        number: u32,
        control: &Sent,
        how: &'static Tampering,
        purchase: Option<&str>,
    ) -> Skipped {
        let api = self.market.api();
        if !how.is_for(api) {
            return Err(Skip::Book(format!(
                "calls of {api} have nothing that {} changes",
                how.name
            )));
        }
        if let (Some(used), Some(chosen)) = (how.encryption(), self.course.plan.contacts)
            && used != chosen
        {
            let bits = chosen.bits();
            let reason =
                format!("contacts of this product are encrypted with {bits} bits (--bits)");
            return Err(Skip::Book(reason));
        }
        let forged = how.twin == Twin::Forged;
        let mut draft = if forged {
            control.draft.clone()
        } else {
            self.market.twin(&control.draft, purchase)
        };
        if let Change::BeforeSigning(change) = how.change {
            let unchanged = draft.params.clone();
            change(&mut draft.params, self.market.mint(), &self.course.key);
            if how.twin == Twin::Lawful {
                let scene = unchanged.get("activity").unwrap_or_default();
                let forbidden = self.play.profile.forbids(scene, &unchanged, &draft.params);
                forbidden.map(Skip::Book).map_or(Ok(()), Err)?;
                let added = draft.params.iter().map(|(name, _)| name);
                let mut added = added.filter(|name| !unchanged.contains(name));
                if !UNKNOWN.contains(&how.name) && !added.all(|name| self.has(scene, name)) {
                    let id = &self.play.profile.id;
                    return Err(Skip::Book(format!(
                        "{scene} has no such parameter in profile {id}"
                    )));
                }
            }
        }
        let role = Role::Tampered {
            how: how.name.to_owned(),
            control: control.exchange,
        };
        // V2's nonces are used once: a forgery with a used one would be refused for that.
        let caught = forged && (api == Api::V1 || matches!(how.change, Change::Nothing));
        let dating = if caught {
            control.dating.clone()
        } else {
            self.plain_date(&draft)
        };
        let manner = Manner {
            tampering: Some(how),
            dating: Some(dating),
            ..Manner::of(role)
        };
        self.deliver(number, draft, manner).await;
        Ok(())
    }

    /// Whether a scene has that parameter. Scenarios are written for SaaS products, whose parameters the
    /// other families have in part.
    pub(super) fn has(&self, scene: &str, name: &str) -> bool {
        let profile = &self.play.profile;
        let mut rows = profile.request(scene).iter();
        profile.family.is_saas() || rows.any(|row| row.name == name)
    }
}
