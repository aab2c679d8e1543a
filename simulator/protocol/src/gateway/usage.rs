//! The members of an answer that a call is billed by [kit §5.2].

use serde_json::Value;

/// By what a product is billed, as far as the answer tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metered {
    /// By tokens: all of them, or those that went in and those that came out.
    Tokens,
    /// By pictures.
    Images,
    /// By the length of videos.
    Video,
    /// By the length of what was transcribed.
    Transcription,
    /// By nothing that the answer tells: by calls, or by the request.
    Nothing,
}

/// The three members of `usage` that tokens are told by, of which the third is the sum.
pub const TOKENS: [&str; 3] = [
    "/usage/prompt_tokens",
    "/usage/completion_tokens",
    "/usage/total_tokens",
];

/// The two members of `usage` that tokens are told by where either kind has a price of its own.
pub const IN_AND_OUT: [&str; 2] = ["/usage/input_tokens", "/usage/output_tokens"];

impl Metered {
    /// All of them.
    pub const ALL: [Metered; 5] = [
        Metered::Tokens,
        Metered::Images,
        Metered::Video,
        Metered::Transcription,
        Metered::Nothing,
    ];

    /// Its name in commands.
    pub fn name(self) -> &'static str {
        match self {
            Metered::Tokens => "tokens",
            Metered::Images => "images",
            Metered::Video => "video",
            Metered::Transcription => "transcription",
            Metered::Nothing => "none",
        }
    }

    /// The one of that name.
    pub fn from_name(name: &str) -> Option<Metered> {
        Metered::ALL.into_iter().find(|one| one.name() == name)
    }

    /// The object at the top of an answer that holds what is billed; `None` where nothing is read.
    pub fn object(self) -> Option<&'static str> {
        match self {
            Metered::Tokens | Metered::Images | Metered::Video => Some("usage"),
            Metered::Transcription => Some("transcripts"),
            Metered::Nothing => None,
        }
    }

    /// Where the figures stand, as JSON pointers. Tokens may be told in either way.
    pub fn figures(self, answer: &Value) -> &'static [&'static str] {
        let has = |pointer: &&str| answer.pointer(pointer).is_some();
        match self {
            Metered::Tokens if !TOKENS.iter().any(has) && IN_AND_OUT.iter().any(has) => &IN_AND_OUT,
            Metered::Tokens => &TOKENS,
            Metered::Images => &["/usage/image_count"],
            Metered::Video => &["/usage/video_duration"],
            Metered::Transcription => &["/transcripts/content_duration_in_milliseconds"],
            Metered::Nothing => &[],
        }
    }

    /// Whether a figure may have decimals: the length of a video may.
    pub fn has_decimals(self) -> bool {
        self == Metered::Video
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn tokens_are_looked_for_where_they_are_told() {
        let of = |answer: Value| Metered::Tokens.figures(&answer);
        assert_eq!(of(json!({ "usage": { "prompt_tokens": 1 } })), TOKENS);
        assert_eq!(of(json!({ "usage": { "input_tokens": 1 } })), IN_AND_OUT);
        assert_eq!(of(json!({})), TOKENS);
    }

    #[test]
    fn every_way_of_billing_has_a_name() {
        for one in Metered::ALL {
            assert_eq!(Metered::from_name(one.name()), Some(one));
        }
        assert_eq!(Metered::from_name("calls"), None);
    }
}
