//! The steps of the kit: calls about enterprises, applications, accounts and departments.

use std::collections::BTreeMap;
use std::sync::Arc;

use galleria_marketplace::kit::{Ask, Bureau, Change, KitChange, KitSealed, KitSettings, Members};
use galleria_marketplace::market::Dating;
use galleria_marketplace::mint::Mint;
use galleria_marketplace::tamper::Twin;
use galleria_marketplace::transcript::{Capture, ExchangeId, Intent, Place, Role};
use galleria_protocol::Api;
use galleria_protocol::kit::Call;
use serde_json::Value;

use super::course::{Class, Course, Fate, Sending};
use super::player::{Player, Skipped};
use super::skip::Skip;
use super::twins::NO_CONTROL;
use crate::scenario::{KitCall, KitStep};

/// What a course has for the kit.
#[derive(Debug)]
pub(super) struct KitCourse {
    pub(super) settings: Arc<KitSettings>,
    /// Reads answers with the kit's key.
    pub(super) capture: Capture,
}

/// A kit call that was made.
#[derive(Clone, Debug)]
pub(super) struct KitSent {
    call: Call,
    members: Members,
    purchase: Option<String>,
    dating: Dating,
    exchange: ExchangeId,
    accepted: bool,
    attempt: u32,
}

/// What the kit has for a scenario.
#[derive(Debug)]
pub(super) struct KitDesk {
    bureau: Bureau,
    /// What each step sent.
    sent: BTreeMap<u32, KitSent>,
}

impl KitDesk {
    /// Who writes the calls.
    pub(super) fn bureau(&mut self) -> &mut Bureau {
        &mut self.bureau
    }

    /// The desk of a scenario, where the course has the kit.
    pub(super) fn new(course: &Course<'_>, mint: &Mint) -> Option<KitDesk> {
        let settings = course.kit.as_ref()?.settings.clone();
        // Ids of its own: the market draws from the same mint.
        let mint = Mint::new(0, 0, &mint.clone().hex(32));
        Some(KitDesk {
            bureau: Bureau::new(course.plan.profile.api, settings, mint),
            sent: BTreeMap::new(),
        })
    }
}

/// Why a repeat is not made.
const NOT_ACCEPTED: &str = "the call that it repeats was not accepted";
/// Why no kit call is made.
const NO_KIT: &str = "the kit was not declared with --with";

impl Player<'_> {
    /// Plays a step of the kit.
    pub(super) async fn kit(&mut self, number: u32, step: &KitStep) -> Skipped {
        if self.kit.is_none() {
            return Err(Skip::Book(NO_KIT.to_owned()));
        }
        match step {
            KitStep::Call(call) => self.kit_call(number, call).await?,
            KitStep::Again { step, how } => {
                let first = self.kit_before(*step)?;
                match how {
                    None => self.kit_repeat(number, *step, first).await?,
                    Some(how) => self.kit_twin(number, &first, how).await?,
                }
            }
        }
        self.sent.push(None);
        Ok(())
    }

    async fn kit_call(&mut self, number: u32, kit: &KitCall) -> Skipped {
        let api = self.market.api();
        let flags = kit.call.flags(api);
        if !flags.is_empty() && !flags.contains(&kit.flag) {
            let (call, flag) = (kit.call, kit.flag.number());
            return Err(Skip::Book(format!("{call} of {api} has no flag {flag}")));
        }
        let (mut instance_id, mut order_id) = (String::new(), String::new());
        if let Some(name) = &kit.purchase {
            let bought = self.market.purchase(name);
            let told =
                bought.and_then(|bought| Some((bought.instance_id.clone()?, &bought.order_id)));
            let (instance, order) = told.ok_or_else(|| {
                Skip::Trouble(format!(
                    "the seller has told no instance id for purchase `{name}`"
                ))
            })?;
            (instance_id, order_id) = (instance, order.clone());
        }
        let ask = Ask {
            call: kit.call,
            flag: kit.flag,
            tenant: kit.tenant.clone(),
            instance_id,
            order_id,
            test: kit.test,
        };
        let desk = self.kit.as_mut().ok_or(NO_KIT)?;
        let members = desk.bureau.members(&ask);
        let sent = self.kit_draft(kit.call, members, kit.purchase.clone());
        self.kit_deliver(number, sent, Role::Call, None).await;
        Ok(())
    }

    async fn kit_repeat(&mut self, number: u32, step: u32, first: KitSent) -> Skipped {
        if !first.accepted {
            return Err(NOT_ACCEPTED.into());
        }
        let role = Role::Repeat { of: first.exchange };
        let attempt = first.attempt + 1;
        let again = KitSent {
            attempt,
            ..self.kit_draft(first.call, first.members, first.purchase)
        };
        self.kit_deliver(number, again, role, None).await;
        let desk = self.kit.as_mut();
        if let Some(sent) = desk.and_then(|desk| desk.sent.get_mut(&step)) {
            sent.attempt = attempt;
        }
        Ok(())
    }

    /// Makes the twin of an accepted call. Only a forgery keeps the control's date: in V1 it stands under
    /// the token that was caught.
    async fn kit_twin(
        &mut self,
        number: u32,
        control: &KitSent,
        how: &'static KitChange,
    ) -> Skipped {
        let desk = self.kit.as_mut().ok_or(NO_KIT)?;
        let excluded = how.excludes(desk.bureau.api(), control.call, desk.bureau.settings());
        excluded.map(Skip::Book).map_or(Ok(()), Err)?;
        if !control.accepted {
            return Err(NO_CONTROL.into());
        }
        let mut members = control.members.clone();
        if let Change::Members(change) = how.change {
            change(&mut members, &mut desk.bureau);
        }
        let mut twin = self.kit_draft(control.call, members, control.purchase.clone());
        if let Change::Dated(distance) = how.change {
            twin.dating.time += distance;
        }
        // V2's nonces are used once: a forgery with a used one would be refused for that.
        let caught = how.twin == Twin::Forged
            && match how.change {
                Change::Nothing => true,
                Change::Signed(_) => self.market.api() == Api::V1,
                Change::Members(_) | Change::Dated(_) => false,
            };
        if caught {
            twin.dating = control.dating.clone();
        }
        let role = Role::Tampered {
            how: how.name.to_owned(),
            control: control.exchange,
        };
        self.kit_deliver(number, twin, role, Some(how)).await;
        Ok(())
    }

    fn kit_draft(&mut self, call: Call, members: Members, purchase: Option<String>) -> KitSent {
        KitSent {
            call,
            members,
            purchase,
            dating: self.market.date(),
            exchange: ExchangeId::default(),
            accepted: false,
            attempt: 1,
        }
    }

    async fn kit_deliver(
        &mut self,
        number: u32,
        mut sent: KitSent,
        role: Role,
        how: Option<&'static KitChange>,
    ) {
        let (course, api) = (self.course, self.market.api());
        let Some(kit) = &course.kit else { return };
        let settings = &kit.settings;
        let mut sealed = KitSealed::new(
            api,
            sent.call,
            settings.key(api),
            &sent.members,
            &sent.dating,
        );
        if let Some(Change::Signed(change)) = how.map(|how| how.change) {
            change(&mut sealed, settings);
        }
        let sending = Sending {
            place: Place {
                scenario: self.scenario.id.clone(),
                step: number,
                attempt: sent.attempt,
            },
            intent: intent(&sent, role),
            outgoing: sealed.into_outgoing(&course.path),
            dating: sent.dating.clone(),
            fate: Fate::Answered,
            class: Class::Kit,
        };
        let exchange = course.call(sending).await;
        sent.exchange = exchange.id;
        sent.accepted = exchange.is_accepted();
        let forged = how.is_some_and(|how| how.twin != Twin::Lawful);
        if let Some(desk) = self.kit.as_mut().filter(|_| !forged) {
            desk.sent.insert(number, sent);
        }
        self.play.kit.push(exchange);
    }

    /// What an earlier step sent.
    fn kit_before(&self, step: u32) -> Result<KitSent, Skip> {
        let desk = self.kit.as_ref().ok_or(NO_KIT)?;
        if let Some(sent) = desk.sent.get(&step) {
            return Ok(sent.clone());
        }
        let mut left_out = self.play.left_out.iter();
        let by_book = left_out.find(|left| left.step == step && left.by_book);
        Err(match by_book {
            Some(left) => Skip::Book(left.reason.clone()),
            None => Skip::Trouble(NO_CONTROL.to_owned()),
        })
    }
}

fn intent(sent: &KitSent, role: Role) -> Intent {
    let text = |name: &str| {
        let text = sent.members.get(name).and_then(Value::as_str);
        text.filter(|text| !text.is_empty()).map(ToOwned::to_owned)
    };
    Intent {
        activity: sent.call.name().to_owned(),
        role,
        purchase: sent.purchase.clone(),
        customer: None,
        order_id: text("orderId"),
        product_id: None,
        instance_id: text("instanceId"),
        test: sent.members.get("testFlag") == Some(&Value::from(1)),
        optional: false,
        state: None,
    }
}
