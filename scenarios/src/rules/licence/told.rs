//! The licences that answers tell.

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::Activity;
use serde_json::{Map, Value};

use crate::rule::Play;

/// The member that holds a licence.
pub(super) const LICENSE: &str = "license";

/// The accepted calls for a licence, with their answers.
pub(super) fn calls(play: &Play) -> impl Iterator<Item = (&Exchange, &Map<String, Value>)> {
    let accepted = play.accepted();
    accepted.filter(|(exchange, _)| exchange.intent.is(Activity::NewInstance))
}

/// The licence that an accepted call was answered, where it is a text that is not empty.
pub(super) fn licence(exchange: &Exchange) -> Option<&str> {
    let object = exchange.response.as_ref()?.object()?;
    let text = object.get(LICENSE)?.as_str()?;
    Some(text).filter(|text| !text.is_empty() && exchange.is_accepted())
}
