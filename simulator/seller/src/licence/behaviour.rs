//! Every decision about licences that are opened online, one method each.

use std::fmt;
use std::time::Duration;

use galleria_protocol::code;
use galleria_protocol::sdk_hmac;
use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v2::request::GetLicenseAsync;

use super::form::Form;
use super::text;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};
use crate::store::Instance;

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

    /// The last look at an upload that is signed already.
    fn finish(&self, upload: sdk_hmac::Call) -> sdk_hmac::Call {
        upload
    }
}

/// The seller that does everything as the pages ask.
#[derive(Clone, Copy, Debug, Default)]
pub struct LicenceReference;

impl LicenceBehaviour for LicenceReference {}
