//! What a rule found: where, what was expected, what was there, why, and how to mend it.

use galleria_marketplace::transcript::{Exchange, ExchangeId};
use serde::{Deserialize, Serialize};

/// One breach of a rule, with its evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The scenario.
    pub scenario: String,
    /// The step within it, from 1.
    pub step: u32,
    /// The exchange that shows it.
    pub exchange: ExchangeId,
    /// Where in the exchange, such as `header Body-Sign` or `body /appInfo/frontEndUrl`.
    #[serde(rename = "where")]
    pub place: String,
    /// What the platform wants there.
    pub expected: String,
    /// What was there.
    pub actual: String,
    /// The slug of the mistake that explains it, where one does.
    pub cause: Option<String>,
    /// What happened, in a sentence.
    pub explanation: String,
    /// What to change, in a sentence.
    pub fix: String,
    /// A command line that makes the call again.
    pub curl: String,
}

impl Finding {
    /// The exchange that shows it; `None` where what shows it is none of the record's, as what a browser did.
    pub fn call(&self) -> Option<ExchangeId> {
        Some(self.exchange).filter(|id| id.0 != 0)
    }
}

/// A finding before it is tied to its exchange.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub(crate) place: String,
    pub(crate) expected: String,
    pub(crate) actual: String,
    pub(crate) cause: Option<String>,
    pub(crate) explanation: String,
    pub(crate) fix: String,
}

impl Fault {
    /// A fault at a place in the answer, such as `header Body-Sign`.
    pub fn at(place: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            expected: String::new(),
            actual: String::new(),
            cause: None,
            explanation: String::new(),
            fix: String::new(),
        }
    }

    /// What the platform wants there.
    #[must_use]
    pub fn expected(mut self, text: impl Into<String>) -> Self {
        self.expected = text.into();
        self
    }

    /// What was there. Long text is cut.
    #[must_use]
    pub fn actual(mut self, text: impl Into<String>) -> Self {
        self.actual = excerpt(&text.into());
        self
    }

    /// The slug of the mistake behind it.
    #[must_use]
    pub fn cause(mut self, slug: Option<impl Into<String>>) -> Self {
        self.cause = slug.map(Into::into);
        self
    }

    /// What happened, in a sentence.
    #[must_use]
    pub fn because(mut self, sentence: impl Into<String>) -> Self {
        self.explanation = sentence.into();
        self
    }

    /// A further sentence behind what happened.
    #[must_use]
    pub fn adding(mut self, sentence: &str) -> Self {
        self.explanation.push(' ');
        self.explanation.push_str(sentence);
        self
    }

    /// What to change, in a sentence.
    #[must_use]
    pub fn fix(mut self, sentence: impl Into<String>) -> Self {
        self.fix = sentence.into();
        self
    }

    pub(crate) fn found_in(self, exchange: &Exchange) -> Finding {
        Finding {
            scenario: exchange.scenario.clone(),
            step: exchange.step,
            exchange: exchange.id,
            place: self.place,
            expected: self.expected,
            actual: self.actual,
            cause: self.cause,
            explanation: self.explanation,
            fix: self.fix,
            curl: exchange.request.curl(),
        }
    }
}

/// The characters of a seller's text that a finding quotes.
const QUOTED: usize = 200;

fn excerpt(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}… ({} characters)", &text[..end], text.chars().count()),
        None => text.to_owned(),
    }
}
