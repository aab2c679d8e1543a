//! Every decision about licences that are opened online, one method each.

use std::fmt;
use std::time::Duration;

use galleria_protocol::code;
use galleria_protocol::sdk_hmac;
use galleria_protocol::time;
use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v2::licence_code;
use galleria_protocol::v2::request::GetLicenseAsync;
use serde_json::{Value, json};

use super::form::Form;
use super::text;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};
use crate::seller::Seller;
use crate::store::Instance;

/// The moments of activations are in UTC.
const UTC: chrono::FixedOffset = chrono::FixedOffset::east_opt(0).expect("UTC is a zone");

/// A call of the open APIs about a licence code: its path and its body.
pub type CodeCall = (&'static str, Value);

/// When a licence is uploaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// So long behind the answer.
    Behind(Duration),
    /// Before the answer.
    Before,
    /// Never.
    Never,
}

/// How a seller decides about licences that are opened online. The default methods are the right ones.
pub trait LicenceBehaviour: fmt::Debug + Send + Sync {
    /// A reason to refuse an application for an instance that is there: there is none.
    fn objection(
        &self,
        _call: &Call,
        _application: &GetLicenseAsync,
        _instance: &Instance,
    ) -> Option<Refusal> {
        None
    }

    /// What answers an application that is taken: 000004, for the licence comes behind the answer
    /// [licence §2.6].
    fn taken(&self, _call: &Call) -> Handled {
        Ok(Answer::refusal(
            code::PROCESSING,
            "the licence is being made",
        ))
    }

    /// The licence: the same for the same event and device, for ever [licence §2.6].
    fn text(&self, call: &Call, application: &GetLicenseAsync) -> String {
        text::text(call, application)
    }

    /// When it is uploaded: as soon as the call is answered.
    fn timing(&self) -> Timing {
        Timing::Behind(Duration::ZERO)
    }

    /// The event that an upload is for: that of the application.
    fn event(&self, application: &GetLicenseAsync) -> String {
        application.event_id.clone()
    }

    /// The upload of a licence: as text [licence §2.7].
    fn form(&self, licence: &str) -> Form {
        Form::characters(licence)
    }

    /// What the software calls when a buyer enters a licence code, in that order: one activation, and
    /// a query of how it stands, as on the first use of every day [licence §3.2].
    fn code_calls(&self, seller: &Seller, code: &str) -> Vec<CodeCall> {
        let from = self.effect_time(seller);
        let activation = json!({ "license": code, "real_effect_time": from });
        vec![
            (licence_code::ACTIVATE, activation),
            (licence_code::HEARTBEAT, json!({ "license": code })),
        ]
    }

    /// From when on a code is to hold: from now on.
    fn effect_time(&self, seller: &Seller) -> String {
        time::expire_time(seller.now(), UTC)
    }

    /// The type of such calls.
    fn code_type(&self) -> &'static str {
        "application/json"
    }

    /// Whether it takes a code that the marketplace did not activate: no.
    fn takes_refused_code(&self) -> bool {
        false
    }

    /// The last look at a call of the open APIs about licences that is signed already.
    fn finish(&self, upload: sdk_hmac::Call) -> sdk_hmac::Call {
        upload
    }
}

/// The seller that does everything as the pages ask.
#[derive(Clone, Copy, Debug, Default)]
pub struct LicenceReference;

impl LicenceBehaviour for LicenceReference {}
