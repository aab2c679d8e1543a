//! From a call to its scene.
//!
//! The order is: is it the marketplace, can it be read, is it a test, do it. Whatever comes out,
//! a refusal as well as an answer, takes the same way out and is signed.

use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v1::request::{Request, RequestError};
use galleria_protocol::{Api, code};

use super::{change, expiry, purchase, query, release, renewal, status, upgrade};
use crate::call::Call;
use crate::licence;
use crate::notices;
use crate::outcome::{Handled, Outcome, Refusal};
use crate::reading::{Asked, asked};

/// Answers `call`, whatever it is.
pub(crate) fn answer(call: &Call) -> Outcome {
    let handled = handle(call);
    // What was not written down must not be promised: it would be forgotten.
    let handled = if call.seller.store().has_failed() {
        Err(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "the seller cannot write its state",
        })
    } else {
        handled
    };
    match handled {
        Ok(answer) => Outcome {
            answer,
            refusal: None,
        },
        Err(refusal) => Outcome {
            answer: call.behaviour().refusal(call, &refusal),
            refusal: Some(refusal),
        },
    }
}

fn handle(call: &Call) -> Handled {
    let behaviour = call.behaviour();
    if let Err(why) = call.authentic {
        return Err(Refusal::Unauthenticated(why));
    }
    if call.api == Api::V1 && call.params.get("timeStamp").is_none_or(str::is_empty) {
        return behaviour.missing_parameter(call, "timeStamp");
    }
    behaviour.legible(call)?;
    if call
        .activity
        .is_some_and(|activity| !behaviour.has(activity))
    {
        return behaviour.unknown_activity(call);
    }
    match asked(call) {
        Ok(Asked::Common(request)) if call.test => behaviour.test_call(call, &request),
        Ok(Asked::Common(request)) => do_business(call, &request),
        Ok(Asked::Notice(notice)) => notices::take(call, &notice),
        Ok(Asked::Change(_) | Asked::Licence(_)) if call.test => Ok(Answer::success()),
        Ok(Asked::Change(instance)) => change::check(call, &instance),
        Ok(Asked::Licence(application)) => licence::apply(call, &application),
        Err(RequestError::UnknownActivity(_)) => behaviour.unknown_activity(call),
        Err(RequestError::Missing(name)) => behaviour.missing_parameter(call, name),
        Err(RequestError::Malformed { parameter, .. }) => {
            Err(Refusal::MalformedParameter(parameter))
        }
    }
}

/// Does what a real call asks for.
fn do_business(call: &Call, request: &Request) -> Handled {
    match request {
        Request::NewInstance(purchase) => purchase::purchase(call, request, purchase),
        Request::RefreshInstance(renewal) => renewal::renew(call, request, renewal),
        Request::ExpireInstance(expiry) => expiry::expire(call, request, expiry),
        Request::ReleaseInstance(release) => release::release(call, request, release),
        Request::Upgrade(upgrade) => upgrade::upgrade(call, request, upgrade),
        Request::InstanceStatus(status) => status::set(call, request, status),
        Request::QueryInstance(query) => query::query(call, query),
    }
}
