//! One delivery of a scenario: dated, signed, made, entered in the books.

use chrono::TimeDelta;
use galleria_marketplace::delivery::Ended;
use galleria_marketplace::market::{Dating, Draft, Sealed};
use galleria_marketplace::tamper::{Change, Tampering, Twin};
use galleria_marketplace::transcript::{Exchange, ExchangeId, Intent, Outcome, Place, Role};
use galleria_protocol::family::{INSTANCE_ID, LICENSE};
use galleria_protocol::{Activity, Api};

use super::course::{Fate, Sending};
use super::player::Player;
use crate::rule::is_tampered;

/// A delivery that may be made again.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    pub(super) draft: Draft,
    pub(super) exchange: ExchangeId,
    pub(super) attempt: u32,
    /// The date that it was signed under.
    pub(super) dating: Dating,
    /// Whether a repeat says anything: the first delivery was accepted, or its answer was lost.
    pub(super) repeatable: bool,
    /// Whether a twin says anything: the first delivery was accepted.
    pub(super) accepted: bool,
}

/// Whether a signature has no character that sellers lose.
pub(super) fn is_plain(signature: &str) -> bool {
    !signature.contains(['+', '/'])
}

/// What is special about one delivery.
pub(super) struct Manner {
    pub(super) role: Role,
    pub(super) attempt: u32,
    pub(super) tampering: Option<&'static Tampering>,
    /// The date of the call, where it is not made now.
    pub(super) dating: Option<Dating>,
    /// Another signature than the call's own.
    pub(super) signature: Option<String>,
    pub(super) fate: Fate,
}

impl Manner {
    pub(super) fn of(role: Role) -> Self {
        Self {
            role,
            attempt: 1,
            tampering: None,
            dating: None,
            signature: None,
            fate: Fate::Answered,
        }
    }

    /// An ordinary call that something becomes of on its way.
    pub(super) fn fated(fate: Fate) -> Self {
        Self {
            fate,
            ..Self::of(Role::Call)
        }
    }
}

impl Player<'_> {
    /// Makes a delivery, enters it in the books and notes it for later steps.
    pub(super) async fn deliver(&mut self, step: u32, draft: Draft, manner: Manner) {
        let (attempt, tampering) = (manner.attempt, manner.tampering);
        let sending = self.sending(step, &draft, manner);
        let dating = sending.dating.clone();
        let exchange = self.course.call(sending).await;
        self.settle(&draft, &exchange, tampering);
        let event = self.owed_licence(&draft, &exchange);
        let sent = Sent {
            draft,
            exchange: exchange.id,
            attempt,
            dating,
            repeatable: exchange.is_taken() || is_unknown(&exchange),
            accepted: exchange.is_taken(),
        };
        self.sent.push(Some(sent));
        self.play.exchanges.push(exchange);
        self.note_call_backs();
        if let Some(event) = event {
            self.until_uploaded(&event).await;
        }
    }

    /// A date under which the call's own token has neither `+` nor `/`. Sellers that decode a token once
    /// too often, or write Base64 in another alphabet, would refuse most calls whatever else is in them.
    pub(super) fn plain_date(&mut self, draft: &Draft) -> Dating {
        self.date_of(draft, is_plain)
    }

    /// A date, of now or shortly before, under which the call's signature is such a one.
    pub(super) fn date_of(&mut self, draft: &Draft, is_such: fn(&str) -> bool) -> Dating {
        let mut dating = self.market.date();
        while !is_such(self.sealed(draft, &dating).signature()) {
            dating.time -= TimeDelta::milliseconds(1);
        }
        dating
    }

    /// The call of a draft, signed under that date.
    pub(super) fn sealed(&self, draft: &Draft, dating: &Dating) -> Sealed {
        let key = self.course.key_of(draft.subject.activity);
        Sealed::new(self.market.api(), key, &draft.params, dating)
    }

    /// Puts the contacts into a purchase by which the seller chose that accounts are told apart. V2 tells
    /// them in the order, and not in the call.
    pub(super) fn tell_contacts(&mut self, draft: &mut Draft) {
        if self.market.api() == Api::V1 {
            let bits = self.course.plan.contacts.unwrap_or_default();
            for contact in &self.course.plan.accounts_by {
                contact.add(
                    &mut draft.params,
                    self.market.mint(),
                    &self.course.key,
                    bits,
                );
            }
        }
    }

    /// The call of a draft, dated and signed.
    pub(super) fn sending(&mut self, step: u32, draft: &Draft, manner: Manner) -> Sending {
        let change = manner.tampering.map(|how| how.change);
        let mut dating = manner.dating.unwrap_or_else(|| self.market.date());
        if let Some(Change::Dated(distance)) = change {
            dating.time += distance;
        }
        self.market.file(draft);
        let activity = draft.subject.activity;
        let key = self.course.key_of(activity);
        let intent = self.intent(draft, manner.role);
        let mut sealed = match change {
            Some(Change::Written(write)) => Sealed::written(key, write(&draft.params), &dating),
            _ => Sealed::new(self.market.api(), key, &draft.params, &dating),
        };
        if let Some(Change::AfterSigning(change)) = change {
            change(&mut sealed, key);
        }
        if let Some(signature) = manner.signature {
            sealed.sign_as(&signature);
        }
        let place = Place {
            scenario: self.scenario.id.clone(),
            step,
            attempt: manner.attempt,
        };
        Sending {
            place,
            intent,
            outgoing: sealed.into_outgoing(self.course.path_of(activity)),
            dating,
            fate: manner.fate,
            class: self.course.class_of(activity),
        }
    }

    /// Enters in the books what came of a call.
    pub(super) fn settle(
        &mut self,
        draft: &Draft,
        exchange: &Exchange,
        tampering: Option<&Tampering>,
    ) {
        if may_do_business(draft, tampering) {
            self.enter(draft, exchange);
        }
    }

    /// Enters what the seller accepted in the books. An answer that only lacks a readable result
    /// code but carries an instance id is taken for an acceptance, so that one mistake of the
    /// seller does not hide all the others.
    fn enter(&mut self, draft: &Draft, exchange: &Exchange) {
        let meant_instance = exchange.meant_instance();
        let instance = meant_instance.as_deref();
        if exchange.is_pending() {
            self.market.enter_pending(draft, instance);
        }
        for made in exchange
            .listed_instances()
            .filter(|_| exchange.is_accepted())
        {
            self.market.enter_made(made);
        }
        let meant = matches!(exchange.outcome(), Outcome::Unreadable { .. }) && instance.is_some();
        if exchange.is_accepted() || meant {
            self.market.enter(draft, instance);
            let bought = draft.subject.activity == Activity::NewInstance && !draft.subject.test;
            self.course.state().delivered |= bought;
        } else if let (Ended::Lost, Some(instance)) = (exchange.ended, instance) {
            self.market.came_to_light(draft, instance);
        }
    }

    /// Whether a seller may refuse a call's scene. The debug step's renewal with another product goes
    /// with the check that allows it [v2 §4.7].
    fn is_optional(&self, draft: &Draft) -> bool {
        let subject = &draft.subject;
        let changes = subject.test && draft.params.get("scene") == Some("RENEWAL_CHANGE");
        // Who took a call about a licence code has its scene, and who freezes a purchase lifts the freeze.
        let made_here = self.play.profile.family.is_made_by_the_marketplace();
        let has = |activity: Activity| {
            let mut before = self.play.exchanges.iter();
            before.any(|before| {
                let froze = activity == Activity::InstanceStatus
                    && before.intent.purchase.as_ref() == Some(&subject.purchase)
                    && !is_tampered(before);
                before.intent.is(activity) && before.is_accepted() && (made_here || froze)
            })
        };
        let tried = |activity| self.course.plan.calls(activity) == Some(true) && !has(activity);
        tried(subject.activity) || (changes && tried(Activity::ChangeInstanceCheck))
    }

    fn intent(&self, draft: &Draft, role: Role) -> Intent {
        let (subject, params) = (&draft.subject, &draft.params);
        let text = |name: &str| params.get(name).map(ToOwned::to_owned);
        Intent {
            activity: text("activity").unwrap_or_default(),
            role,
            purchase: (!subject.test).then(|| subject.purchase.clone()),
            customer: (!subject.test).then(|| subject.customer.clone()),
            order_id: text("orderId"),
            product_id: text("productId"),
            instance_id: text(INSTANCE_ID).or_else(|| text(LICENSE)),
            test: subject.test || params.get("testFlag") == Some("1"),
            optional: self.is_optional(draft) || self.market.is_strange_code(&subject.purchase),
            state: draft.state,
        }
    }
}

/// Whether an accepted call is to be entered in the books: a forgery repeats what is in them, and
/// of calls that make no sense only a purchase leaves something that has to be released.
fn may_do_business(draft: &Draft, tampering: Option<&Tampering>) -> bool {
    match tampering.map(|tampering| tampering.twin) {
        None | Some(Twin::Lawful) => true,
        Some(Twin::Senseless) => draft.subject.activity == Activity::NewInstance,
        Some(Twin::Forged | Twin::Explaining) => false,
    }
}

/// Whether nobody at the marketplace knows what came of a call.
fn is_unknown(exchange: &Exchange) -> bool {
    matches!(exchange.ended, Ended::Lost | Ended::Cut)
}
