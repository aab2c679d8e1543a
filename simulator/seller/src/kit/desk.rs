//! From a kit call to what is written down.

use axum::response::{IntoResponse, Response};
use galleria_protocol::code;
use galleria_protocol::kit::request::RequestError;
use galleria_protocol::kit::{Flag, Request};
use galleria_protocol::v1::answer::Answer;
use http::StatusCode;

use super::arrived::Arrived;
use super::records::{Before, Record};
use super::reply;
use crate::outcome::Refusal;
use crate::seller::Seller;

/// Answers a kit call, whatever it is.
pub(crate) fn answer(seller: &Seller, arrived: &Arrived) -> Response {
    if !seller.behaviour().kit().is_served() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let answer = match handle(seller, arrived) {
        Ok(()) => Answer::success(),
        Err(refusal) => Answer::refusal(refusal.code(), refusal.to_string()),
    };
    reply::compose(seller, arrived, &answer).into_response()
}

/// The signature comes first: before it nothing is decrypted, looked up or stored.
fn handle(seller: &Seller, arrived: &Arrived) -> Result<(), Refusal> {
    let behaviour = seller.behaviour().kit();
    behaviour.glance(seller, arrived)?;
    let authentic = behaviour.authenticate(seller, arrived);
    authentic.map_err(Refusal::Unauthenticated)?;
    let body = arrived.object().ok_or(Refusal::Declined {
        code: code::INVALID_PARAMETER,
        message: "the body holds no JSON object",
    })?;
    let request = behaviour
        .read(arrived, &body)
        .map_err(|error| match error {
            RequestError::Missing(name) => Refusal::MissingParameter(name),
            RequestError::Malformed { parameter, .. } => Refusal::MalformedParameter(parameter),
            RequestError::UnknownActivity(_) => Refusal::UnknownActivity,
        })?;
    if let Some(objection) = behaviour.objection(seller, arrived, &request) {
        return Err(objection);
    }
    store(seller, &request)
}

/// Writes down what a call tells; one for debugging is read and forgotten.
fn store(seller: &Seller, request: &Request) -> Result<(), Refusal> {
    let behaviour = seller.behaviour().kit();
    let records = records(seller, request)?;
    if is_test(request) {
        return Ok(());
    }
    let goes = matches!(request.flag(), Some(Flag::Delete | Flag::Cancel));
    let before: Vec<Before> = request
        .record_keys()
        .into_iter()
        .zip(records)
        .map(|(key, record)| seller.records().put(key, (!goes).then_some(record)))
        .collect();
    let all = |wanted| !before.is_empty() && before.iter().all(|before| *before == wanted);
    match request.flag() {
        Some(Flag::Delete) if all(Before::Deleted) => behaviour.repeated_deletion(),
        Some(Flag::Delete) if all(Before::Never) => behaviour.unknown_deletion(),
        Some(Flag::Add) | None if all(Before::There) => behaviour.repeated_addition(),
        _ => Ok(()),
    }
}

/// The records of a call, in the order of its keys.
fn records(seller: &Seller, request: &Request) -> Result<Vec<Record>, Refusal> {
    Ok(match request {
        Request::Tenant(tenant) => vec![Record::Tenant(tenant.clone())],
        Request::Application(application) => {
            let secret = seller.behaviour().kit().secret(seller, application)?;
            vec![Record::Application(application.clone(), secret)]
        }
        Request::Auth(auth) => auth.users.iter().cloned().map(Record::Account).collect(),
        Request::SingleOrg(single) => vec![Record::Department(single.department.clone())],
        Request::AllOrg(all) => {
            let departments = all.departments.iter().cloned();
            departments.map(Record::Department).collect()
        }
    })
}

fn is_test(request: &Request) -> bool {
    match request {
        Request::Tenant(call) => call.test,
        Request::Application(call) => call.test,
        Request::Auth(call) => call.test,
        Request::SingleOrg(call) => call.test,
        Request::AllOrg(call) => call.test,
    }
}
