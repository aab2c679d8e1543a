//! Checking the `Body-Sign` of an answer [v1 §3].

use galleria_marketplace::delivery::Header;
use galleria_marketplace::transcript::signature;
use galleria_protocol::body_sign::{self, BodySign};
use galleria_protocol::mistake::{self, Context};
use galleria_protocol::params::Reading;
use galleria_protocol::{Key, Params};

use super::request::TIME_STAMP;
use crate::commands::toolbox::protocol::api::KEY_RECIPE;
use crate::commands::toolbox::protocol::{Known, body};
use crate::commands::toolbox::working::{Verdict, Working};
use crate::pasted::Answer;

/// Checks the header's name, its form, and the signature over the body's bytes.
pub(super) fn verify(key: &Key, answer: &Answer, known: &Known<'_>) -> Working {
    let mut working = Working::new("answer");
    working.notes.clone_from(&answer.notes);
    if let Some(status) = &answer.status {
        working.text("status", "Status line", status);
    }
    let header = signature::find(&answer.headers);
    let line = header.map(|header| format!("{}: {}", header.name, header.value));
    working.maybe("header", "Header that was sent", line.as_deref());
    body::describe(&answer.body, &mut working);
    working.text(
        "hmac_key",
        "Key of HMAC-SHA256: the access key alone",
        KEY_RECIPE,
    );
    let right = body_sign::signature(key, &answer.body);
    working.text("signature", "Signature: Base64 of the HMAC", right);
    working.verdict = Some(match header {
        None => Verdict::wrong("there is no Body-Sign header")
            .fix("Sign every answer, refusals too; `galleria sign --body FILE` shows the header."),
        Some(header) => {
            let read = body_sign::parse(&header.value);
            working.maybe("sent", "Signature that was sent", read.signature.as_deref());
            judge(key, header, &read, answer, known, &mut working)
        }
    });
    working
}

fn judge(
    key: &Key,
    header: &Header,
    read: &BodySign,
    answer: &Answer,
    known: &Known<'_>,
    working: &mut Working,
) -> Verdict {
    let form = form(header, read, answer.names_lost);
    if answer.names_lost {
        working.note(
            "names of headers came in lower case, as HTTP/2 has them: `curl --http1.1 -i` shows \
             the case that the platform looks at",
        );
    }
    let sent = read.signature.as_deref().filter(|text| !text.is_empty());
    let Some(sent) = sent.filter(|_| !read.fits(key, &answer.body)) else {
        return if form.is_empty() {
            Verdict::right("the signature is that of these bytes under this key")
        } else {
            Verdict::wrong(form.join("; "))
                .fix("Write exactly: Body-Sign: sign_type=\"HMAC-SHA256\", signature=\"...\"")
        };
    };
    let query = known.request.map(|request| request.query.as_str());
    let params = query.map(|query| Params::parse(query, Reading::Form));
    let time_stamp = params.as_ref().and_then(|params| params.get(TIME_STAMP));
    let context = Context {
        time_stamp,
        query,
        other_keys: known.other_keys,
        previous_body: known.previous_body,
        ..Context::default()
    };
    let diagnosis = mistake::of_body_sign(key, sent, &answer.body, &context);
    if diagnosis.cause().is_none() && time_stamp.is_none() {
        working.note(
            "give the call as well, `galleria verify URL --message FILE`: whether the key was \
             followed by its timeStamp can be tried only then",
        );
    }
    let mut says = vec!["the signature is not that of these bytes under this key".to_owned()];
    says.extend(form);
    Verdict::wrong(says.join("; ")).because(&diagnosis)
}

/// What is wrong with the header beside its signature.
fn form(header: &Header, read: &BodySign, names_lost: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    let name = &header.name;
    let is_lower = names_lost && name.eq_ignore_ascii_case(body_sign::HEADER);
    if name != body_sign::HEADER && !is_lower {
        wrong.push(format!(
            "the header is named `{name}`, and the platform knows `{}` in this case alone",
            body_sign::HEADER
        ));
    }
    wrong.extend(read.flaws.iter().map(ToString::to_string));
    wrong
}
