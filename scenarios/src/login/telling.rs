//! How a page for somebody who is logged in is told from that for anybody.

use super::browser::Seen;

/// What tells the two apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Telling {
    /// Status and redirect: this is how somebody who is logged in is answered.
    Answer(u16, Option<String>),
    /// The name of an account stands in the page.
    Names,
}

/// Status and redirect of an answer.
fn outline(seen: &Seen) -> (u16, Option<String>) {
    let to = seen.location.as_ref();
    (seen.status, to.map(|to| to.path().to_owned()))
}

impl Telling {
    /// What tells the answer to somebody who is logged in from those to strangers, where anything does.
    pub(super) fn between(inside: &Seen, strangers: &[Seen], names: &[String]) -> Option<Telling> {
        if inside.status == 0 || strangers.iter().any(|seen| seen.status == 0) {
            return None;
        }
        let (status, to) = outline(inside);
        let is_fine = status < 400;
        if is_fine
            && strangers
                .iter()
                .all(|seen| outline(seen) != (status, to.clone()))
        {
            return Some(Telling::Answer(status, to));
        }
        let shown = |seen: &Seen| names.iter().any(|name| seen.body.contains(name));
        (shown(inside) && !strangers.iter().any(shown)).then_some(Telling::Names)
    }

    /// Whether that is how somebody is answered who is logged in; `None` where no answer came.
    pub(super) fn is_inside(&self, seen: &Seen, names: &[String]) -> Option<bool> {
        (seen.status != 0).then(|| match self {
            Telling::Answer(status, to) => outline(seen) == (*status, to.clone()),
            Telling::Names => names.iter().any(|name| seen.body.contains(name)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(status: u16, body: &str) -> Seen {
        Seen {
            status,
            body: body.to_owned(),
            ..Seen::default()
        }
    }

    #[test]
    fn a_status_or_a_name_tells_and_else_nothing_does() {
        let names = ["user-1".to_owned()];
        let by_status = Telling::between(&seen(200, ""), &[seen(401, "")], &names);
        assert_eq!(by_status, Some(Telling::Answer(200, None)));
        let inside = seen(200, "hello user-1");
        let by_name = Telling::between(&inside, &[seen(200, "log in")], &names);
        assert_eq!(by_name, Some(Telling::Names));
        assert_eq!(
            Telling::between(&seen(200, "a"), &[seen(200, "b")], &names),
            None
        );
        assert_eq!(
            Telling::between(&seen(403, "a"), &[seen(401, "b")], &names),
            None
        );
        assert_eq!(Telling::Names.is_inside(&seen(0, ""), &names), None);
    }
}
