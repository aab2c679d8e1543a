//! Every decision a seller has to make, one method each.
//!
//! The default methods are the right seller; [`Reference`] overrides none of them. A fault or a
//! variation overrides one, so that its file is all there is to know about it.

use std::any::Any;
use std::fmt;
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use galleria_protocol::cipher::{self, EncryptType};
use galleria_protocol::params::{Params, Reading};
use galleria_protocol::sdk_hmac::{self, Authorization, SdkError};
use galleria_protocol::token::{self, TokenError};
use galleria_protocol::v1::answer::{Answer, AppInfo, UsageInfo};
use galleria_protocol::v1::request::{NewInstance, Request};
use galleria_protocol::v2::order::OrderQuery;
use galleria_protocol::v2::request::OrderNotify;
use galleria_protocol::v2::usage::UsageRecord;
use galleria_protocol::{Activity, Api, Key, body_sign, query_signature, usage_signature};
use http::StatusCode;
use serde_json::{Map, Value};

use crate::agents::{AgentBehaviour, AgentReference};
use crate::call::Call;
use crate::credentials::{Cipher, Login};
use crate::door::Door;
use crate::handling::{app, test_call, usage};
use crate::kit::{KitBehaviour, KitReference};
use crate::licence::{LicenceBehaviour, LicenceReference};
use crate::login::{LoginBehaviour, LoginReference};
use crate::open_api::{self, OpenApi, Route, Unreachable, UsageForm, UsageHeaders};
use crate::outcome::{Handled, Outcome, Refusal};
use crate::reading::{self, Claim, Received, Unauthentic, WINDOW};
use crate::reply::{self, Reply};
use crate::seller::Seller;
use crate::store::{Durability, Instance, OrderKey};
use crate::wire::Wire;

/// A call's turn, for which it waits.
pub type Turn<'a> = BoxFuture<'a, Box<dyn Any + Send>>;

/// How a seller decides.
///
/// The methods about repeats (but of a purchase), about released instances and about objections
/// to calls for an instance run while the store is locked: they must not call it.
pub trait Behaviour: fmt::Debug + Send + Sync {
    // ---- How is it reached?

    /// The address that the marketplace is told, and the TLS in front of it. Plain HTTP where the
    /// seller listens: how engineers run one at their desk.
    fn door(&self) -> Door {
        Door::default()
    }

    /// What a connection waits for before it is served, and holds until it ends: nothing.
    fn admission(&self) -> Option<Turn<'_>> {
        None
    }

    // ---- Who calls, and what for?

    /// Whether `query` comes from the marketplace, and how its values are to be read [v1 §2].
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        token::verify(key, query)
    }

    /// Whether a V2 request is the marketplace's: fresh, signed, and for the first time [v2 §2].
    fn authenticate_v2(&self, seller: &Seller, received: &Received) -> Result<(), Unauthentic> {
        reading::check(seller.behaviour(), seller, received)
    }

    /// Whether a V2 request of that age, in milliseconds, is taken; one that is ahead has a
    /// negative age. A minute to either side [v2 §2].
    fn is_fresh(&self, age: i64) -> bool {
        age.abs() <= WINDOW
    }

    /// Whether the signature of a V2 request fits, in hex of either case: the bytes of the body or
    /// their sorted, compact form [v2 §2].
    fn is_signed(&self, key: &Key, given: &Claim, body: &[u8]) -> bool {
        query_signature::fitting_form(key, given, body).is_some()
    }

    /// Whether that nonce of a signed V2 request is new, as far as the window goes back [v2 §2].
    fn is_first_use(&self, seller: &Seller, nonce: &str, at: DateTime<Utc>) -> bool {
        seller.nonces().is_first_use(nonce, at)
    }

    /// Whether a call that is the marketplace's can be read, test or not: every one can.
    fn legible(&self, _call: &Call) -> Result<(), Refusal> {
        Ok(())
    }

    /// Whether the debug step or the dial test calls: `testFlag=1`, nothing else [v1 §5].
    fn is_test(&self, params: &Params) -> bool {
        params.get("testFlag") == Some("1")
    }

    /// Whether the seller has this scene. Every seller has those of a purchase's life; upgrades,
    /// status and queries depend on what is sold [v1 §5].
    fn has(&self, _activity: Activity) -> bool {
        true
    }

    /// What a test call gets. It must succeed however often and in whatever order it comes, do no
    /// business, and name instances that do not exist [v1 §7].
    fn test_call(&self, call: &Call, request: &Request) -> Handled {
        test_call::answer(call, request)
    }

    /// What a call waits for before it is worked on, and holds until its answer is written: nothing.
    fn turn<'a>(&'a self, _call: &'a Call) -> Option<Turn<'a>> {
        None
    }

    /// How calls of the gateway of agents are decided.
    fn agents(&self) -> &dyn AgentBehaviour {
        &AgentReference
    }

    /// How logins of the kit's accounts are decided.
    fn sign_on(&self) -> &dyn LoginBehaviour {
        &LoginReference
    }

    /// How kit calls are decided.
    fn kit(&self) -> &dyn KitBehaviour {
        &KitReference
    }

    /// How licences that are opened online are decided.
    fn licences(&self) -> &dyn LicenceBehaviour {
        &LicenceReference
    }

    // ---- Notices of orders (V2)

    /// What answers a notice, of the debug step or of an order, `known` or not: success [kit §5].
    fn notice(&self, _call: &Call, _notice: &OrderNotify, _known: bool) -> Handled {
        Ok(Answer::success())
    }

    // ---- Asking for the order (V2)

    /// What the open APIs are asked for: the order of the call, and its line [v2 §7.1].
    fn order_query(&self, call: &Call) -> Option<OrderQuery> {
        let of = |name| call.params.get(name).filter(|id| !id.is_empty());
        Some(OrderQuery {
            order_id: of("orderId")?.to_owned(),
            order_line_id: of("orderLineId").map(ToOwned::to_owned),
        })
    }

    /// The time that such a query carries, in UTC: now [v2 §7.3].
    fn query_time(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        now
    }

    /// How such a query is signed: every header with AK and SK [v2 §7.3].
    fn sign_query(
        &self,
        open_api: &OpenApi,
        query: &sdk_hmac::Call,
    ) -> Result<Authorization, SdkError> {
        sdk_hmac::sign(&open_api.access, &open_api.secret, query)
    }

    // ---- Telling usage (V2)

    /// Whether what a new instance uses is pushed: where it is paid by use [v2 §7.2].
    fn is_usage_told(&self, call: &Call) -> bool {
        open_api::is_paid_by_use(call)
    }

    /// Whether a call reads its instance's meter: one for its usage, or before it is frozen or gone.
    fn is_meter_read(&self, call: &Call, instance: &Instance) -> bool {
        open_api::reads_meters(call, instance)
    }

    /// A usage record as it is pushed: as the meter showed it.
    fn usage_record(&self, _call: &Call, record: UsageRecord) -> UsageRecord {
        record
    }

    /// In which form usage is pushed: the new one [v2 §7.2].
    fn usage_form(&self) -> UsageForm {
        UsageForm::New
    }

    /// The headers that the new push is signed with [v2 §7.2].
    fn sign_usage(&self, call: &Call, nonce: &str, at: DateTime<Utc>, body: &[u8]) -> UsageHeaders {
        usage_signature::headers(call.seller.key(), nonce, at, body)
    }

    /// Sends a push: once.
    fn send_usage<'a>(
        &'a self,
        _call: &'a Call,
        route: &'a dyn Route,
        push: sdk_hmac::Call,
    ) -> BoxFuture<'a, Result<open_api::Answer, Unreachable>> {
        route.carry(push)
    }

    // ---- One order, one instance

    /// When an order is written to the state file, where the seller has one: before it is answered.
    fn durability(&self) -> Durability {
        Durability::BeforeTheAnswer
    }

    /// What counts as the same order: the order id, with the product id beside it where one order
    /// buys several metered items [v1 §5.1]; in V2 the order and its line [v2 §4.1].
    fn order_key(&self, call: &Call, purchase: &NewInstance) -> OrderKey {
        crate::handling::order_key(call, purchase)
    }

    /// How many queries come before an instance is ready: none; V2 allows for any number [v2 §4.1].
    fn queries_until_ready(&self, _call: &Call) -> u32 {
        0
    }

    /// What answers a purchase whose instance is not ready, repeats too: its id, with the code
    /// that says so [v2 §4.1].
    fn pending_purchase(&self, call: &Call, instance: &Instance) -> Handled {
        Ok(app::pending(call, instance))
    }

    /// What answers a query for instances that are not ready [v2 §4.2].
    fn pending_query(&self, _call: &Call) -> Handled {
        Err(Refusal::NotReady)
    }

    /// Whether an instance may be changed at its renewal [v2 §4.7]: yes.
    fn change_check(&self, _call: &Call, _instance: &Instance) -> Handled {
        Ok(Answer::success())
    }

    /// The id of the instance that an order makes: the business id of the order's first call,
    /// which the pages recommend [v1 §5.1].
    fn instance_id(&self, _call: &Call, purchase: &NewInstance) -> String {
        purchase.business_id.clone()
    }

    /// The administrator's login of a new instance.
    fn login(&self, call: &Call, _purchase: &NewInstance) -> Login {
        Login::draw(call.seller.random())
    }

    // ---- The same call again

    /// What answers a purchase whose order has its instance already: the same data [v1 §5.1].
    fn repeated_purchase(&self, call: &Call, instance: &Instance) -> Handled {
        Ok(app::purchased(call, instance))
    }

    /// What answers a renewal whose order has taken effect already: success [v1 §5.2].
    fn repeated_renewal(&self, _call: &Call, _instance: &Instance) -> Handled {
        Ok(Answer::success())
    }

    /// What answers the expiry of an expired instance: success [v1 §5.3].
    fn repeated_expiry(&self, _call: &Call, _instance: &Instance) -> Handled {
        Ok(Answer::success())
    }

    /// What answers the release of a released instance: success [v1 §5.4].
    fn repeated_release(&self, _call: &Call, _instance: &Instance) -> Handled {
        Ok(Answer::success())
    }

    /// What answers an upgrade whose order has taken effect already: success [v1 §5.5].
    fn repeated_upgrade(&self, _call: &Call, _instance: &Instance) -> Handled {
        Ok(Answer::success())
    }

    /// What answers a status that the instance has already: success [v1 §5.6].
    fn repeated_status(&self, _call: &Call, _instance: &Instance) -> Handled {
        Ok(Answer::success())
    }

    // ---- Calls that cannot be done

    /// What answers an instance id that was never given out.
    fn unknown_instance(&self, _call: &Call) -> Handled {
        Err(Refusal::UnknownInstance)
    }

    /// What answers a renewal, an upgrade or a status of a released instance: it is gone.
    fn released_instance(&self, _call: &Call) -> Handled {
        Err(Refusal::UnknownInstance)
    }

    /// What answers an `activity` that the protocol does not have.
    fn unknown_activity(&self, _call: &Call) -> Handled {
        Err(Refusal::UnknownActivity)
    }

    /// What answers a call without the mandatory parameter `name`.
    fn missing_parameter(&self, _call: &Call, name: &'static str) -> Handled {
        Err(Refusal::MissingParameter(name))
    }

    /// A further reason to refuse a real call that is otherwise in order; `instance` is the one
    /// it is about, `None` for a purchase. There is none: a renewal after expiry, a release
    /// before it and the next order of the same customer are all ordinary.
    fn objection(
        &self,
        _call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        None
    }

    /// What a refusal says: its own code and text, for every reason the ones of [v1 §6].
    fn refusal(&self, _call: &Call, refusal: &Refusal) -> Answer {
        Answer::refusal(refusal.code(), refusal.to_string())
    }

    // ---- What the customer gets

    /// How credentials are encrypted and what is told of it: AES-256, type "1" [v1 §4].
    fn cipher(&self) -> Cipher {
        Cipher::default()
    }

    /// One credential as it goes out, encrypted with the fresh vector `iv`.
    fn seal(&self, key: &Key, used: EncryptType, iv: &[u8; 16], plain: &str) -> String {
        cipher::encrypt(key, used, iv, plain)
    }

    /// Where the customer finds what was bought, and how to log in [v1 §5.1].
    fn app_info(&self, call: &Call, instance: &Instance) -> Option<AppInfo> {
        Some(app::app_info(call, instance))
    }

    /// The text of the licence that an order bought: the same for ever [licence §1.2].
    fn licence(&self, call: &Call, instance: &Instance) -> String {
        app::licence(call, instance)
    }

    /// What has been used: a figure for metered instances, nothing for others [v1 §5.7].
    fn usage(&self, call: &Call, instance: &Instance) -> Option<Vec<UsageInfo>> {
        instance.metered.then(|| usage::figures(call))
    }

    // ---- Saying it

    /// The members of the answer's JSON object.
    fn document(&self, _call: &Call, outcome: &Outcome) -> Map<String, Value> {
        outcome.answer.to_json()
    }

    /// The bytes of the answer's body.
    fn render(&self, _call: &Call, _outcome: &Outcome, document: &Map<String, Value>) -> Vec<u8> {
        reply::ascii_json(document)
    }

    /// The value of the header `Body-Sign` for these bytes, refusals included [v1 §3]. V2 has no
    /// such header any more [v2 §3].
    fn body_sign(&self, call: &Call, _outcome: &Outcome, body: &[u8]) -> Option<String> {
        let signed = call.api == Api::V1;
        signed.then(|| body_sign::header_value(call.seller.key(), body))
    }

    /// The HTTP status: 200, refusals included [v1 §1].
    fn status(&self, _call: &Call, _outcome: &Outcome) -> StatusCode {
        StatusCode::OK
    }

    /// The value of the header `Content-Type`.
    fn content_type(&self, _call: &Call, _outcome: &Outcome) -> String {
        "application/json;charset=UTF-8".to_owned()
    }

    /// The last look at the reply before it leaves: further headers, another framing.
    fn finish(&self, _call: &Call, _outcome: &Outcome, reply: Reply) -> Reply {
        reply
    }

    /// How long the answer takes: no longer than the work.
    fn delay(&self, _call: &Call) -> Duration {
        Duration::ZERO
    }

    /// What happens to the answer's bytes on their way.
    fn wire(&self, _call: &Call, _outcome: &Outcome) -> Wire {
        Wire::AsIs
    }
}

/// The seller that does everything as the pages ask.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reference;

impl Behaviour for Reference {}
