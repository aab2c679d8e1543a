//! A member that is missing under its name, and stands there under another or elsewhere.

use serde_json::{Map, Value};

use crate::rule::Fault;

/// How deep in a body a member is looked for.
const DEPTH: usize = 3;

/// The fault of an answer that lacks `name` in `within`, with what seems to be meant by it: the member
/// in another spelling or under a usual other name, or the member elsewhere in the body.
pub(super) fn near(
    fault: Fault,
    body: &Map<String, Value>,
    within: &Map<String, Value>,
    name: &str,
) -> Fault {
    let spelt = |other: &&String| *other != name && plain(other) == plain(name);
    if let Some(other) = within.keys().find(spelt) {
        return misnamed(fault, other, name);
    }
    if let Some(place) = elsewhere(body, name, "", DEPTH) {
        return fault.adding(&format!(
            "It stands at {place}, where the platform does not look."
        ));
    }
    match within
        .keys()
        .find(|other| usual(name).contains(&plain(other).as_str()))
    {
        Some(other) => misnamed(fault, other, name),
        None => fault,
    }
}

fn misnamed(fault: Fault, other: &str, name: &str) -> Fault {
    fault.adding(&format!(
        "It has `{other}`, which the platform does not know: the name is `{name}`, letter for letter."
    ))
}

/// Other names that engineers give a member, without what spellings differ in.
fn usual(name: &str) -> &'static [&'static str] {
    match name {
        "resultCode" => &["code", "retcode", "errorcode", "errcode", "rescode"],
        "resultMsg" => &[
            "msg",
            "message",
            "resultmessage",
            "retmsg",
            "errormsg",
            "errmsg",
            "resmsg",
        ],
        "instanceId" => &["instance", "instanceno", "instancecode"],
        "frontEndUrl" => &["url", "fronturl", "loginurl", "weburl", "frontendaddress"],
        "appInfo" => &["app", "application", "applicationinfo"],
        _ => &[],
    }
}

/// A name without what spellings differ in.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Where else an object has the member, as a JSON pointer.
fn elsewhere(object: &Map<String, Value>, name: &str, at: &str, depth: usize) -> Option<String> {
    let deeper = depth.checked_sub(1)?;
    object.iter().find_map(|(key, value)| {
        let (inner, at) = (value.as_object()?, format!("{at}/{key}"));
        if inner.contains_key(name) {
            return Some(format!("{at}/{name}"));
        }
        elsewhere(inner, name, &at, deeper)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn told(body: &Value, name: &str) -> String {
        let body = body.as_object().unwrap();
        near(Fault::at("body").because("Missing."), body, body, name).explanation
    }

    #[test]
    fn other_spellings_and_usual_names_are_told() {
        for (body, name, other) in [
            (json!({"resultcode": "000000"}), "resultCode", "resultcode"),
            (
                json!({"result_code": "000000"}),
                "resultCode",
                "result_code",
            ),
            (json!({"code": 0}), "resultCode", "code"),
            (json!({"message": "ok"}), "resultMsg", "message"),
            (json!({"instance_id": "1"}), "instanceId", "instance_id"),
        ] {
            assert!(told(&body, name).contains(&format!("`{other}`")), "{body}");
        }
    }

    #[test]
    fn a_member_elsewhere_is_told_by_its_place() {
        let wrapped = json!({"code": 200, "data": {"resultCode": "000000", "appInfo": {"frontEndUrl": "https://a.example"}}});
        assert!(told(&wrapped, "resultCode").contains("/data/resultCode"));
        assert!(told(&wrapped, "frontEndUrl").contains("/data/appInfo/frontEndUrl"));
    }

    #[test]
    fn nothing_is_made_up() {
        let plain = json!({"status": "ok", "data": []});
        assert_eq!(told(&plain, "resultCode"), "Missing.");
    }
}
