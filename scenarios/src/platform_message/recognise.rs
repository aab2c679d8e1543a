//! Which message a pasted text is.

use super::folded::Folded;
use super::message::{Message, Wording, all, filled};
use super::pattern;

/// From which likeness on a message is offered. Measured: pasted pieces and slips of the known
/// wordings stay above it, texts about other things below.
const OFFERED: f64 = 0.5;

/// How many messages are offered at most.
const MOST: usize = 3;

/// A message that a text may be.
#[derive(Clone, Debug)]
pub struct Recognised {
    /// The message.
    pub message: &'static Message,
    /// The wording that it comes nearest to.
    pub wording: &'static Wording,
    /// How alike they are, from 0 to 1; 1 where the text holds the wording.
    pub likeness: f64,
    /// What the platform filled in, by the names of the places.
    pub values: Vec<(String, String)>,
}

impl Recognised {
    /// Whether the text holds the wording.
    pub fn is_certain(&self) -> bool {
        self.likeness >= 1.0
    }

    /// The message's title, filled in.
    pub fn title(&self) -> String {
        let values = self.values.iter();
        filled(
            &self.message.title,
            values.map(|(name, value)| (name.as_str(), value.as_str())),
        )
    }
}

/// The messages that a text may be, the likeliest first, each once: the one that it holds, or the
/// few that it comes nearest to.
pub fn recognise(text: &str) -> Vec<Recognised> {
    let held = all().iter().flat_map(|message| held(message, text));
    // The longer wording says more than one that happens to be a part of it.
    if let Some(certain) = held.max_by_key(|found| pattern::literal(&found.wording.text).len()) {
        return vec![certain];
    }
    let given = Folded::new(pattern::body(text)).text();
    let mut near: Vec<Recognised> = all()
        .iter()
        .filter_map(|message| nearest(message, &given))
        .filter(|found| found.likeness >= OFFERED)
        .collect();
    near.sort_by(|one, other| other.likeness.total_cmp(&one.likeness));
    near.truncate(MOST);
    near
}

fn held(message: &'static Message, text: &str) -> impl Iterator<Item = Recognised> {
    message.wordings.iter().filter_map(move |wording| {
        let values = pattern::find(&wording.text, text)?;
        Some(Recognised {
            message,
            wording,
            likeness: 1.0,
            values,
        })
    })
}

fn nearest(message: &'static Message, given: &str) -> Option<Recognised> {
    let wordings = message.wordings.iter();
    let measured =
        wordings.map(|wording| (likeness(given, &pattern::literal(&wording.text)), wording));
    let (likeness, wording) = measured.max_by(|(one, _), (other, _)| one.total_cmp(other))?;
    Some(Recognised {
        message,
        wording,
        likeness,
        values: Vec::new(),
    })
}

/// How alike two folded texts are, below 1: by pairs of letters, which forgives another order and
/// filled-in values, or by single letters, which forgives slips. A piece of the wording counts for
/// more the longer it is.
fn likeness(given: &str, known: &str) -> f64 {
    let alike = strsim::sorensen_dice(given, known)
        .max(strsim::normalized_damerau_levenshtein(given, known));
    let is_piece = given.chars().count() >= 4 && known.contains(given);
    let piece = if is_piece { OFFERED + alike / 2.0 } else { 0.0 };
    alike.max(piece).min(0.99)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(text: &str) -> Option<(String, bool)> {
        let found = recognise(text).into_iter().next()?;
        Some((found.message.id.clone(), found.is_certain()))
    }

    #[test]
    fn every_wording_leads_to_its_message() {
        for message in all() {
            for wording in &message.wordings {
                let text = wording.filled([
                    ("fileId", "frontEndUrl"),
                    ("httpCode", "502"),
                    ("contentType", "text/html"),
                    ("signature", "**********"),
                ]);
                assert_eq!(best(&text), Some((message.id.clone(), true)), "{text}");
            }
        }
    }

    #[test]
    fn values_are_told_in_the_title() {
        let found = recognise("调测失败,接口响应缺少frontEndUrl");
        assert_eq!(found[0].title(), "The answer lacks the member frontEndUrl");
        let found = recognise(
            "响应Http Body签名校验失败，预期的签名值：Gzbfjf9LHRBcI3bFVi++sLinCNOBF6qa7is1fvjEgYQ=",
        );
        assert_eq!(
            found[0].values[0].1,
            "Gzbfjf9LHRBcI3bFVi++sLinCNOBF6qa7is1fvjEgYQ="
        );
    }

    #[test]
    fn pieces_slips_and_other_limits_come_near() {
        for (text, id) in [
            ("bodySign is empty", "body-sign-missing"),
            ("signature is empty", "body-sign-missing"),
            ("调测失败,调用接口超时5s.", "call-timed-out"),
            ("调用接口超时", "call-timed-out"),
            ("生产地址无法到达", "address-unreachable"),
            ("production adress is unreachable", "address-unreachable"),
            ("响应头缺少BodySign或格式错误", "body-sign-missing"),
            ("parse response body failed", "body-not-parsed"),
            ("resultCode返回错误", "result-code-wrong"),
            ("Invalid content type format", "content-type-wrong"),
            ("Http Body签名校验失败", "body-sign-differs"),
            ("字段frontEndUrl的长度不合法", "member-too-long"),
        ] {
            let found = best(text);
            assert_eq!(
                found.as_ref().map(|(id, _)| id.as_str()),
                Some(id),
                "{text}"
            );
        }
    }

    #[test]
    fn texts_about_other_things_are_no_message() {
        for text in [
            "",
            " ",
            "x",
            "SIG04",
            "hello world",
            "how do I sign a body in python",
            "云商店是什么",
            "请提供与商品相符的操作手册",
            "Connection reset by peer",
            "signature-wrong",
            "the quick brown fox jumps over the lazy dog",
        ] {
            assert_eq!(best(text), None, "{text}");
        }
    }
}
