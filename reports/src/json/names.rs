//! The closed sets of words in the report. They mirror the run's own types, so that a new one of
//! those does not compile until it has a name here.

use schemars::JsonSchema;
use serde::Serialize;

/// Declares an enum of the report beside the type that it mirrors, name for name.
macro_rules! mirror {
    (
        $(#[$about:meta])+
        $name:ident of $source:ty { $($(#[doc = $doc:literal])+ $variant:ident),+ $(,)? }
    ) => {
        $(#[$about])+
        #[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub(super) enum $name { $($(#[doc = $doc])+ $variant),+ }

        impl From<$source> for $name {
            fn from(source: $source) -> Self {
                match source { $(<$source>::$variant => Self::$variant),+ }
            }
        }
    };
}

mirror! {
    /// The verdict on a run.
    RunVerdict of galleria_scenarios::verdict::RunVerdict {
        /// Every judged rule held.
        Pass,
        /// A rule failed, or a known failure is stale.
        Fail,
        /// Nothing was judged.
        NothingJudged,
        /// The seller could not be reached at all.
        Unreachable,
        /// The run was cut off before it could judge everything, and nothing failed until then.
        Interrupted,
    }
}

mirror! {
    /// The verdict on a rule.
    Verdict of galleria_scenarios::verdict::Verdict {
        /// It looked, and found nothing.
        Pass,
        /// It found a breach.
        Fail,
        /// It had nothing to look at; never to be read as a pass.
        Unobserved,
        /// It has nothing to say of such a seller.
        NotApplicable,
        /// It found a breach that is known and excused.
        KnownFailure,
    }
}

mirror! {
    /// How much a rule's fault costs.
    Force of galleria_scenarios::rule::Force {
        /// Worth showing; never changes the exit code.
        Observed,
        /// The vendor's pages ask for it, or money and data are at risk on an ordinary fault.
        Should,
        /// An order, the debug step or the dial test fails, or a stranger gets in.
        Must,
    }
}

mirror! {
    /// How a product is charged.
    Billing of galleria_scenarios::Billing {
        /// Yearly or monthly.
        Period,
        /// One-time.
        OneTime,
        /// Pay-per-use.
        OnDemand,
        /// A package of pay-per-use.
        Package,
    }
}

mirror! {
    /// How a call ended.
    Ended of galleria_scenarios::Ended {
        /// A whole answer came.
        Answered,
        /// No whole answer came in time.
        TimedOut,
        /// The host's name has no address.
        Unresolved,
        /// No connection came about.
        Refused,
        /// The TLS handshake failed.
        TlsFailed,
        /// The connection was closed or reset without an answer.
        Dropped,
        /// The connection ended inside the answer's body.
        CutShort,
        /// Something came that is not HTTP.
        NotHttp,
        /// The answer was thrown away on purpose, as a network may do.
        Lost,
        /// The connection was cut on purpose before an answer was read, as a network may do.
        Cut,
        /// An outage that the run plays kept the call from the seller.
        Outage,
        /// The run was stopped while the call was under way.
        Interrupted,
    }
}

mirror! {
    /// Why an answer does not say whether the call was accepted.
    Unreadable of galleria_scenarios::transcript::Unreadable {
        /// The body is longer than what is read.
        TooLarge,
        /// The body is compressed though nobody asked for it.
        Compressed,
        /// The body is not one JSON object.
        NotJson,
        /// There is no `resultCode`.
        CodeMissing,
        /// `resultCode` is not a text of six digits.
        CodeMalformed,
    }
}
