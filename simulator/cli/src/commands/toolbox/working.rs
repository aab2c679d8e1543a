//! What a tool worked out, step by step.

use galleria_protocol::mistake::{Cause, Diagnosis, Tried};
use galleria_reports::lang::say;

/// One computation: its steps, and what came of it.
pub(super) struct Working {
    /// What was looked at, such as `request`.
    pub(super) subject: String,
    pub(super) steps: Vec<Step>,
    /// What is worth knowing though it changes nothing.
    pub(super) notes: Vec<String>,
    /// Whether what was looked at fits; absent where nothing was looked at but something made.
    pub(super) verdict: Option<Verdict>,
    /// What was made: the result alone.
    made: String,
}

/// A step of a computation.
pub(super) struct Step {
    /// Its name for programs.
    pub(super) name: &'static str,
    /// Its heading for people.
    pub(super) heading: String,
    pub(super) value: Value,
}

/// What a step came to.
pub(super) enum Value {
    Text(String),
    /// Names and values.
    Pairs(Vec<(String, String)>),
    /// A number, and what is said of it.
    Count(usize, String),
    /// There is none.
    Nothing,
}

impl Working {
    /// Nothing worked out yet.
    pub(super) fn new(subject: impl Into<String>) -> Self {
        Self {
            subject: subject.into(),
            steps: Vec::new(),
            notes: Vec::new(),
            verdict: None,
            made: String::new(),
        }
    }

    /// Adds a step that came to a text.
    pub(super) fn text(&mut self, name: &'static str, heading: &str, text: impl Into<String>) {
        self.step(name, heading, Value::Text(text.into()));
    }

    /// Adds a step that came to a text, or to none.
    pub(super) fn maybe(&mut self, name: &'static str, heading: &str, text: Option<&str>) {
        let value = text.map_or(Value::Nothing, |text| Value::Text(text.to_owned()));
        self.step(name, heading, value);
    }

    /// Adds a step that came to names and values.
    pub(super) fn pairs(
        &mut self,
        name: &'static str,
        heading: &str,
        pairs: Vec<(String, String)>,
    ) {
        self.step(name, heading, Value::Pairs(pairs));
    }

    /// Adds a step that came to a number; `shown` says what it means.
    pub(super) fn count(
        &mut self,
        name: &'static str,
        heading: &str,
        count: usize,
        shown: impl Into<String>,
    ) {
        self.step(name, heading, Value::Count(count, shown.into()));
    }

    fn step(&mut self, name: &'static str, heading: &str, value: Value) {
        self.steps.push(Step {
            name,
            heading: heading.to_owned(),
            value,
        });
    }

    /// Adds a note.
    pub(super) fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }

    /// Says what was made.
    pub(super) fn made(&mut self, made: impl Into<String>) {
        self.made = made.into();
    }

    /// Whether nothing is wrong.
    pub(super) fn fits(&self) -> bool {
        self.verdict.as_ref().is_none_or(|verdict| verdict.fits)
    }

    /// The result alone: what was made, or else the verdict in one word.
    pub(super) fn result(&self) -> String {
        match &self.verdict {
            Some(verdict) if self.made.is_empty() || !verdict.fits => verdict.word(),
            _ => self.made.clone(),
        }
    }
}

/// Whether something fits, and if not, why.
pub(super) struct Verdict {
    pub(super) fits: bool,
    /// What is to be said, as a sentence.
    pub(super) says: String,
    /// The mistake that explains it.
    pub(super) cause: Option<Cause>,
    /// What to do, where no mistake is named that says so.
    pub(super) fix: Option<String>,
    /// What was tried, where nothing explains it.
    pub(super) tried: Option<String>,
}

impl Verdict {
    /// It fits.
    pub(super) fn right(says: impl Into<String>) -> Self {
        Self {
            fits: true,
            says: says.into(),
            cause: None,
            fix: None,
            tried: None,
        }
    }

    /// It does not fit.
    pub(super) fn wrong(says: impl Into<String>) -> Self {
        Self {
            fits: false,
            ..Self::right(says)
        }
    }

    /// Adds what to do.
    pub(super) fn fix(mut self, fix: impl Into<String>) -> Self {
        self.fix = Some(fix.into());
        self
    }

    /// Adds what came of looking into it.
    pub(super) fn because(mut self, diagnosis: &Diagnosis) -> Self {
        self.cause = diagnosis.cause().copied();
        self.tried = diagnosis.tried().map(in_words);
        self
    }

    /// What to do: what the mistake says, or else what the tool does.
    pub(super) fn advice(&self) -> Option<String> {
        let named = self.cause.as_ref().map(Cause::fix);
        named.or_else(|| self.fix.clone())
    }

    /// In one word: `right`, the slug of the mistake, or `wrong`.
    fn word(&self) -> String {
        match &self.cause {
            _ if self.fits => "right".to_owned(),
            Some(cause) => cause.slug(),
            None => "wrong".to_owned(),
        }
    }
}

/// What was tried, what was varied in the language that is spoken.
fn in_words(tried: &Tried) -> String {
    let told = tried.to_string();
    let told = tried
        .varied()
        .fold(told, |told, what| told.replace(what, &say(what)));
    say(&told).into_owned()
}
