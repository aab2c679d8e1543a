//! A probe that is an address: a GET of it answers the number.

use futures_util::future::BoxFuture;
use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{
    Delivery, Ended, Outgoing, Target, TargetError, TlsError, TlsSettings,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::probe::{EffectProbe, PROBE_LIMIT, ProbeError, number};
use super::question::Question;
use crate::own::{delivery, split};
use crate::suggest;

/// The places that a template may have.
const PLACES: [&str; 3] = ["orderId", "productId", "instanceId"];

/// Why a template cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum AddressError {
    /// It is no address.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// It has a place that nothing is known for.
    #[error(
        "the effect probe's address has `{{{place}}}`{hint} (known: {{orderId}}, {{productId}}, {{instanceId}})"
    )]
    Place {
        /// The place.
        place: String,
        /// What was probably meant.
        hint: String,
    },
    /// It does not ask about an order.
    #[error(
        "the effect probe's address asks about no order: write {{orderId}} where it belongs, such as http://127.0.0.1:8080/count?orderId={{orderId}}"
    )]
    NoOrder,
    /// It has a fragment, which no server sees.
    #[error("the effect probe's address has a fragment (#), which no server sees")]
    Fragment,
}

/// An address with places for the ids, such as `http://127.0.0.1:8080/count?orderId={orderId}`.
#[derive(Debug)]
pub struct AddressTemplate {
    target: Target,
    /// Path and query with their places.
    path: String,
}

/// Asks an address.
#[derive(Debug)]
pub struct AddressProbe {
    template: AddressTemplate,
    delivery: Delivery,
}

impl AddressTemplate {
    /// Reads a template.
    pub fn parse(template: &str) -> Result<Self, AddressError> {
        if template.contains('#') {
            return Err(AddressError::Fragment);
        }
        refuse_unknown_places(template)?;
        if !template.contains("{orderId}") {
            return Err(AddressError::NoOrder);
        }
        let (origin, path) = split(template);
        Ok(Self {
            target: Target::parse(origin)?,
            path,
        })
    }

    /// Whom it asks.
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// The probe that asks there. Must be called inside a runtime.
    pub fn probe(self, tls: &TlsSettings, clock: &Clock) -> Result<AddressProbe, TlsError> {
        Ok(AddressProbe {
            delivery: delivery(&self.target, PROBE_LIMIT, tls, clock)?,
            template: self,
        })
    }

    /// Path and query for a question.
    fn filled(&self, question: &Question) -> String {
        let mut path = self.path.clone();
        for (place, value) in question.values() {
            let value = utf8_percent_encode(value, NON_ALPHANUMERIC).to_string();
            path = path.replace(&format!("{{{place}}}"), &value);
        }
        path
    }
}

impl AddressProbe {
    async fn ask(&self, question: &Question) -> Result<u64, ProbeError> {
        let outgoing = Outgoing::get(self.template.filled(question));
        let delivered = self.delivery.deliver(&outgoing, false).await;
        match delivered.answer {
            Some(answer) if delivered.ended == Ended::Answered && answer.status == 200 => {
                number(&answer.body)
            }
            Some(answer) if delivered.ended == Ended::Answered => {
                Err(ProbeError::Status(answer.status_line))
            }
            _ => Err(ProbeError::NoAnswer(delivered.detail.unwrap_or_default())),
        }
    }
}

impl EffectProbe for AddressProbe {
    fn count<'a>(&'a self, question: &'a Question) -> BoxFuture<'a, Result<u64, ProbeError>> {
        Box::pin(self.ask(question))
    }
}

fn refuse_unknown_places(template: &str) -> Result<(), AddressError> {
    let places = template.split('{').skip(1);
    let named = places.filter_map(|rest| rest.split_once('}').map(|(place, _)| place));
    match named.into_iter().find(|place| !PLACES.contains(place)) {
        Some(place) => Err(AddressError::Place {
            place: place.to_owned(),
            hint: suggest::hint(place, PLACES),
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(template: &str) -> String {
        AddressTemplate::parse(template).unwrap_err().to_string()
    }

    #[test]
    fn ids_are_escaped_where_they_are_put_in() {
        let template = "http://127.0.0.1:1/count?order={orderId}&product={productId}";
        let probe = AddressTemplate::parse(template).unwrap();
        let question = Question {
            order_id: "CS1&x=/".to_owned(),
            product_id: None,
            instance_id: None,
        };
        let path = "/count?order=CS1%26x%3D%2F&product=";
        assert_eq!(probe.filled(&question), path);
        assert!(probe.target().is_loopback());
    }

    #[test]
    fn a_place_may_be_in_the_path_too() {
        let probe = AddressTemplate::parse("http://localhost/orders/{orderId}/count").unwrap();
        assert_eq!(probe.path, "/orders/{orderId}/count");
    }

    #[test]
    fn a_template_that_cannot_be_used_is_told() {
        let unknown = told("http://127.0.0.1/count?o={orderID}");
        assert!(unknown.contains("`{orderID}`"), "{unknown}");
        assert!(unknown.contains("did you mean `orderId`?"), "{unknown}");
        assert!(told("http://127.0.0.1/count").contains("asks about no order"));
        assert!(told("http://127.0.0.1/#{orderId}").contains("a fragment"));
        assert!(told("ftp://127.0.0.1/{orderId}").contains("neither http:// nor https://"));
    }
}
