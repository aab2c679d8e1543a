//! A book as a list of facts, so that two books can be laid side by side.

use super::book::Profile;
use super::code::Code;
use super::contradiction::Contradiction;
use super::duration::in_words;
use super::scene::{Scene, Scenes};
use super::table::Row;

/// One fact of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    /// The part of the book, such as `newInstance request`.
    pub(super) group: String,
    /// What it is about, such as a parameter.
    pub(super) subject: String,
    /// What of it, such as its length.
    pub(super) aspect: &'static str,
    /// What the book says.
    pub(super) value: String,
    /// Where that comes from.
    pub(super) source: String,
    /// Whether it is of a row that every scene has, told once for all of them.
    pub(super) common: bool,
}

/// Every fact of a book, in its order.
pub(super) fn facts(book: &Profile) -> Vec<Fact> {
    let mut list = List(Vec::new());
    list.whole(book);
    for (mode, scenes) in &book.billing {
        list.billing(mode.name(), scenes);
    }
    list.rows("every request", &book.common_request, &[]);
    list.rows("every answer", &book.common_answer, &[]);
    for (name, scene) in &book.scenes {
        list.scene(name, scene);
        list.rows(
            &format!("{name} request"),
            &scene.request,
            &book.common_request,
        );
        list.rows(
            &format!("{name} answer"),
            &scene.answer,
            &book.common_answer,
        );
    }
    for (name, object) in &book.objects {
        list.rows(&format!("object {name}"), &object.members, &[]);
    }
    for code in &book.codes {
        list.code(code);
    }
    for entry in &book.contradictions {
        list.contradiction(entry);
    }
    list.0
}

struct List(Vec<Fact>);

impl List {
    /// Adds the aspects that say something.
    fn add(
        &mut self,
        group: &str,
        subject: &str,
        source: &str,
        aspects: impl IntoIterator<Item = (&'static str, String)>,
    ) {
        let said = aspects.into_iter().filter(|(_, value)| !value.is_empty());
        self.0.extend(said.map(|(aspect, value)| Fact {
            group: group.to_owned(),
            subject: subject.to_owned(),
            aspect,
            value,
            source: source.to_owned(),
            common: false,
        }));
    }

    fn whole(&mut self, book: &Profile) {
        let aspects = [
            ("title", book.title.clone()),
            ("site", book.site.clone()),
            ("newest page", book.pages.clone()),
            ("about", book.about.clone()),
        ];
        self.add("book", "book", "", aspects);
        for (rule, here) in &book.forces {
            let aspects = [("force", here.force.to_string()), ("why", here.why.clone())];
            self.add("forces", rule, &here.source.to_string(), aspects);
        }
        let limits = &book.limits;
        let time = |time| [("time", in_words(time))];
        let source = limits.answer_source.to_string();
        self.add("limits", "answer", &source, time(limits.answer));
        let source = limits.slow_source.to_string();
        self.add("limits", "slow", &source, time(limits.slow));
        let flag = &book.test_flag;
        let aspects = [
            ("debug step", flag.debug.clone()),
            ("real call", flag.real.join(" or ")),
            ("played with 0 in", flag.zero_in.join(", ")),
            ("note", flag.note.clone().unwrap_or_default()),
        ];
        self.add("test flag", "testFlag", &flag.source.to_string(), aspects);
        self.signing(book);
        if let Some(amounts) = &book.amounts {
            let aspects = [
                ("currency", amounts.currency.clone()),
                ("decimals", amounts.decimals.to_string()),
                ("negative in", amounts.negative.join(", ")),
            ];
            let source = amounts.source.to_string();
            self.add("amounts", "orderAmount", &source, aspects);
        }
    }

    fn signing(&mut self, book: &Profile) {
        let text = |note: &Option<String>| note.clone().unwrap_or_default();
        let (key, time, answers) = (&book.key, &book.timestamp, &book.answers);
        let aspects = [("shown", key.shown.to_string()), ("note", text(&key.note))];
        self.add("signing", "key", &key.source.to_string(), aspects);
        let aspects = [
            ("form", time.form.to_string()),
            ("fresh within", time.fresh.map(in_words).unwrap_or_default()),
            ("note", text(&time.note)),
        ];
        self.add("signing", "timestamp", &time.source.to_string(), aspects);
        let signed = if answers.signed {
            "signed"
        } else {
            "not signed"
        };
        let aspects = [("are", signed.to_owned()), ("note", text(&answers.note))];
        self.add("signing", "answers", &answers.source.to_string(), aspects);
    }

    fn billing(&mut self, mode: &str, scenes: &Scenes) {
        let aspects = [
            ("required", scenes.required.join(", ")),
            ("optional", scenes.optional.join(", ")),
        ];
        self.add("billing", mode, &scenes.source.to_string(), aspects);
    }

    fn scene(&mut self, name: &str, scene: &Scene) {
        let aspects = [
            ("about", scene.about.clone()),
            ("note", scene.note.clone().unwrap_or_default()),
        ];
        self.add(name, "scene", &scene.source.to_string(), aspects);
        if let Some(retry) = &scene.retry {
            let aspects = [
                ("for", in_words(retry.window)),
                ("every", retry.every.map(in_words).unwrap_or_default()),
                ("then", retry.then.clone()),
            ];
            self.add(name, "retry", &retry.source.to_string(), aspects);
        }
    }

    /// The rows of a table; the `common` ones among them are facts on their own as well.
    fn rows(&mut self, group: &str, rows: &[Row], common: &[Row]) {
        for row in rows {
            let known = self.0.len();
            self.add(group, &row.name, &row.source.to_string(), aspects(row));
            for fact in &mut self.0[known..] {
                fact.common = common.contains(row);
            }
        }
    }

    fn code(&mut self, code: &Code) {
        let aspects = [
            ("meaning", code.meaning.clone()),
            ("scenes", code.scenes.join(", ")),
            ("by analogy", code.by_analogy.join(", ")),
        ];
        self.add("codes", &code.code, &code.source.to_string(), aspects);
    }

    fn contradiction(&mut self, entry: &Contradiction) {
        let aspects = [
            ("point", entry.point.clone()),
            ("versions", entry.versions.join("; ")),
            ("taken", entry.taken.clone()),
            ("why", entry.why.clone()),
        ];
        self.add("contradictions", &entry.id, &entry.source, aspects);
    }
}

fn aspects(row: &Row) -> [(&'static str, String); 9] {
    let yes = |flag: bool, word: &str| if flag { word.to_owned() } else { String::new() };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let need = if row.is_mandatory() { "M" } else { "O" };
    [
        ("need", need.to_owned()),
        (
            "type",
            row.kind
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
        ),
        (
            "max",
            row.max.map(|max| max.to_string()).unwrap_or_default(),
        ),
        ("debug step", yes(row.debug, "demanded")),
        ("list", yes(row.list, "divided by commas")),
        ("values", row.values.join(" or ")),
        ("encrypted", yes(row.encrypted, "encrypted")),
        ("sent when", text(&row.when)),
        ("note", text(&row.note)),
    ]
}
