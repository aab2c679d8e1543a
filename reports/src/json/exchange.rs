//! A call and what came of it.

use galleria_scenarios::transcript::{self, Outcome};
use schemars::JsonSchema;
use serde::Serialize;

use super::message::{Request, Response};
use super::names::{Ended, Unreadable};

/// A call and what came of it, with the secrets taken out.
#[derive(Serialize, JsonSchema)]
pub(super) struct Exchange {
    /// Its number, from 1, in the order in which the calls ended.
    id: u64,
    /// The scenario that it belongs to.
    scenario: String,
    /// The step within it, from 1.
    step: u32,
    /// Which delivery of the same order this is, from 1.
    attempt: u32,
    /// The activity as sent.
    activity: String,
    /// What this call is to the others.
    role: Role,
    /// Whether it was a call of the debug step (`testFlag=1`).
    test: bool,
    /// Whether the rules have looked at it.
    judged: bool,
    /// What was sent.
    request: Request,
    /// What was received; null where no answer came.
    response: Option<Response>,
    /// How it ended.
    ended: Ended,
    /// What the system said where it did not end well; else null.
    detail: Option<String>,
    /// What the answer says of the call.
    outcome: OutcomeOf,
    /// The moments.
    timings: Timings,
    /// What TLS agreed on; null over plain HTTP and where no connection came about.
    tls: Option<Tls>,
}

/// What a call is to the others.
#[derive(Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Role {
    /// An ordinary call.
    Call,
    /// The same order again, as the platform retries.
    Repeat {
        /// The call that it repeats.
        of: u64,
    },
    /// One of several deliveries of one order at the same moment.
    AtOnce {
        /// The call by which the order had been delivered before; null where it was new.
        of: Option<u64>,
    },
    /// The same order again, because nobody knows what came of it; made again while it was put off.
    Awaited {
        /// The call of which nobody knows what came.
        of: u64,
    },
    /// An ordinary call whose tampered twin follows.
    Control,
    /// The twin, which differs from the control in one thing.
    Tampered {
        /// The one thing, such as `forged-token`.
        how: String,
        /// The control.
        control: u64,
    },
    /// The platform asks whether an instance is made by now.
    Poll,
    /// A call with fewer parameters than one that was refused, to find out which of them the seller
    /// stumbles over.
    Isolated {
        /// The call that was refused.
        of: u64,
    },
    /// A release of what the run bought.
    CleanUp,
}

/// What an answer says of the call.
#[derive(Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum OutcomeOf {
    /// `resultCode` is 000000.
    Accepted,
    /// The instance is being made (V2, 000004).
    Pending,
    /// `resultCode` is another well-formed code.
    Refused {
        /// The code.
        code: String,
    },
    /// An answer came, but it does not say.
    Unreadable {
        /// What stands in the way.
        why: Unreadable,
    },
    /// No whole answer came, or it was thrown away on purpose.
    NoAnswer,
}

/// The moments of a call, in microseconds from its start; null where there was none.
#[derive(Serialize, JsonSchema)]
#[expect(
    clippy::struct_field_names,
    reason = "the unit belongs into the report's names"
)]
struct Timings {
    /// The start, in microseconds from the start of the run.
    started_us: u64,
    /// How long the connection took.
    connect_us: Option<u64>,
    /// How long the TLS handshake took.
    tls_us: Option<u64>,
    /// When the first byte of the answer came.
    first_byte_us: Option<u64>,
    /// When the call was over, however it ended.
    last_byte_us: u64,
}

/// What TLS agreed on.
#[derive(Serialize, JsonSchema)]
struct Tls {
    /// The protocol, such as `TLSv1_3`.
    version: String,
    /// The cipher suite by its IANA name.
    suite: String,
    /// What is wrong with the certificate, where --insecure let it pass; else null.
    certificate_flaw: Option<String>,
    /// What the server chose when it was offered HTTP/2 and HTTP/1.1 (`h2`, `http/1.1`, or empty): told
    /// once a run; else null.
    prefers: Option<String>,
}

impl Exchange {
    pub(super) fn number(&self) -> u64 {
        self.id
    }

    pub(super) fn of(exchange: &transcript::Exchange, judged: bool) -> Self {
        let timings = exchange.timings;
        Self {
            id: exchange.id.0,
            scenario: exchange.scenario.clone(),
            step: exchange.step,
            attempt: exchange.attempt,
            activity: exchange.intent.activity.clone(),
            role: (&exchange.intent.role).into(),
            test: exchange.intent.test,
            judged,
            request: (&exchange.request).into(),
            response: exchange.response.as_ref().map(Into::into),
            ended: exchange.ended.into(),
            detail: exchange.detail.clone(),
            outcome: exchange.outcome().into(),
            timings: Timings {
                started_us: timings.started_us,
                connect_us: timings.connect_us,
                tls_us: timings.tls_us,
                first_byte_us: timings.first_byte_us,
                last_byte_us: timings.last_byte_us,
            },
            tls: exchange.tls.as_ref().map(|tls| Tls {
                version: tls.version.clone(),
                suite: tls.suite.clone(),
                certificate_flaw: tls.certificate.as_ref().map(ToString::to_string),
                prefers: tls.prefers.clone(),
            }),
        }
    }
}

impl From<&transcript::Role> for Role {
    fn from(role: &transcript::Role) -> Self {
        match role {
            transcript::Role::Call => Self::Call,
            transcript::Role::Repeat { of } => Self::Repeat { of: of.0 },
            transcript::Role::AtOnce { of } => Self::AtOnce {
                of: of.map(|id| id.0),
            },
            transcript::Role::Awaited { of } => Self::Awaited { of: of.0 },
            transcript::Role::Control => Self::Control,
            transcript::Role::Tampered { how, control } => Self::Tampered {
                how: how.clone(),
                control: control.0,
            },
            transcript::Role::Poll => Self::Poll,
            transcript::Role::Isolated { of } => Self::Isolated { of: of.0 },
            transcript::Role::CleanUp => Self::CleanUp,
        }
    }
}

impl From<&Outcome> for OutcomeOf {
    fn from(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Accepted => Self::Accepted,
            Outcome::Pending => Self::Pending,
            Outcome::Refused { code } => Self::Refused { code: code.clone() },
            Outcome::Unreadable { why } => Self::Unreadable { why: (*why).into() },
            Outcome::NoAnswer => Self::NoAnswer,
        }
    }
}
