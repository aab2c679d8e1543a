//! What the debug step checks, in its order.

use galleria_protocol::Api;
use serde::Serialize;

use crate::profile::Profile;

/// One check. A later one is not made where an earlier one stops [v1 §7].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The address is reached and answers.
    Reached,
    /// The whole answer comes in time.
    InTime,
    /// Its status is 200.
    Status,
    /// Its content type is JSON.
    ContentType,
    /// It has a Body-Sign of the right form (V1).
    BodySign,
    /// The Body-Sign fits the body (V1).
    Signature,
    /// The body is a JSON object with `resultCode` and `resultMsg`.
    Parsed,
    /// `resultCode` is 000000.
    ResultCode,
    /// The members that the scene must answer are there.
    Members,
    /// No member is too long.
    Lengths,
}

impl Stage {
    /// Every check, in order.
    pub const ALL: [Self; 10] = [
        Self::Reached,
        Self::InTime,
        Self::Status,
        Self::ContentType,
        Self::BodySign,
        Self::Signature,
        Self::Parsed,
        Self::ResultCode,
        Self::Members,
        Self::Lengths,
    ];

    /// What it checks, in a few words.
    pub fn about(self) -> &'static str {
        match self {
            Self::Reached => "the address is reached",
            Self::InTime => "the answer comes in time",
            Self::Status => "the status is 200",
            Self::ContentType => "the content type is JSON",
            Self::BodySign => "Body-Sign is there, in its form",
            Self::Signature => "Body-Sign fits the body",
            Self::Parsed => "the body is JSON with resultCode and resultMsg",
            Self::ResultCode => "resultCode is 000000",
            Self::Members => "the members are there",
            Self::Lengths => "no member is too long",
        }
    }

    /// The message of the platform that says that it failed.
    pub fn message(self) -> &'static str {
        match self {
            Self::Reached => "address-unreachable",
            Self::InTime => "call-timed-out",
            Self::Status => "status-not-200",
            Self::ContentType => "content-type-wrong",
            Self::BodySign => "body-sign-missing",
            Self::Signature => "body-sign-differs",
            Self::Parsed => "body-not-parsed",
            Self::ResultCode => "result-code-wrong",
            Self::Members => "member-missing",
            Self::Lengths => "member-too-long",
        }
    }

    /// Whether a rule book's debug step makes it.
    pub fn is_made_by(self, profile: &Profile) -> bool {
        let of_signatures = matches!(self, Self::BodySign | Self::Signature);
        !of_signatures || (profile.api == Api::V1 && profile.answers.signed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform_message;

    #[test]
    fn every_check_has_its_message() {
        for stage in Stage::ALL {
            assert!(
                platform_message::find(stage.message()).is_some(),
                "{stage:?}"
            );
        }
    }
}
