//! How long work stands: under way, over, or cut off.

/// How it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    UnderWay,
    /// The console ended meanwhile.
    CutOff,
    Over {
        word: String,
        headline: String,
    },
}

impl Standing {
    /// By what came of it, if anything did.
    pub(crate) fn of(came: Option<&(String, String)>, is_under_way: bool) -> Self {
        match came {
            Some((word, headline)) => Self::Over {
                word: word.clone(),
                headline: headline.clone(),
            },
            None if is_under_way => Self::UnderWay,
            None => Self::CutOff,
        }
    }

    pub(crate) fn word(&self) -> &str {
        match self {
            Self::UnderWay => "under way",
            Self::CutOff => "cut off",
            Self::Over { word, .. } => word,
        }
    }

    pub(crate) fn headline(&self) -> &str {
        match self {
            Self::UnderWay => "",
            Self::CutOff => "the console ended before it was over; what was recorded is there",
            Self::Over { headline, .. } => headline,
        }
    }

    /// The class of the style.
    pub(crate) fn class(&self) -> &'static str {
        match self {
            Self::UnderWay => "open",
            Self::Over { word, .. } if word == "pass" => "good",
            Self::Over { word, .. }
                if matches!(word.as_str(), "fail" | "unreachable" | "broken") =>
            {
                "bad"
            }
            Self::Over { .. } | Self::CutOff => "doubtful",
        }
    }
}
