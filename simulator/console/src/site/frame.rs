//! The frame around each page.

use galleria_reports::lang::Lang;

use super::reader::Reader;

/// The frame as its reader sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame(pub(crate) Reader);

/// The ways from every page: where to, and what is there.
const WAYS: [(&str, &str); 8] = [
    ("/", "Start"),
    ("/addresses", "Addresses"),
    ("/cases", "Cases"),
    ("/checks", "Checks"),
    ("/campaigns", "Fuzz"),
    ("/deliveries", "Failed deliveries"),
    ("/rules", "Rules"),
    ("/explain", "Explain"),
];

impl Frame {
    /// The tag of the page's language.
    pub(crate) fn tag(self) -> &'static str {
        self.0.lang.tag()
    }

    /// Whether there is a session to end.
    pub(crate) fn can_leave(self) -> bool {
        self.0.has_session
    }

    pub(crate) fn ways() -> &'static [(&'static str, &'static str)] {
        &WAYS
    }

    /// The other languages: each by its name in its own words.
    pub(crate) fn other_languages(
        self,
    ) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
        let all = Lang::ALL
            .into_iter()
            .filter(move |lang| *lang != self.0.lang);
        all.map(|lang| (lang.name(), lang.tag(), in_its_words(lang)))
    }
}

fn in_its_words(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::Zh => "简体中文",
    }
}
