//! The bytes of the body: other texts of the same JSON, each rightly signed.

use galleria_protocol::Params;
use serde_json::Value;

use crate::market::v2;
use crate::tamper::{Change, Tampering, Twin};

pub(in crate::tamper) const MEMBERS_IN_REVERSE: Tampering = Tampering {
    name: "members-in-reverse",
    about: "the members of the body stand in reverse order",
    twin: Twin::Lawful,
    change: Change::Written(|content| {
        let reversed = members(content).into_iter().rev();
        object(reversed.map(|(name, value)| format!("{name}:{value}")), ",")
    }),
};

pub(in crate::tamper) const BODY_IN_LINES: Tampering = Tampering {
    name: "body-in-lines",
    about: "the members of the body stand on a line each, with blanks",
    twin: Twin::Lawful,
    change: Change::Written(|content| {
        let lines = members(content).into_iter();
        object(
            lines.map(|(name, value)| format!("\n  {name} : {value}")),
            ",",
        )
    }),
};

pub(in crate::tamper) const BODY_IN_ESCAPES: Tampering = Tampering {
    name: "body-in-escapes",
    about: "a member's text is written with escapes",
    twin: Twin::Lawful,
    change: Change::Written(|content| {
        let escaped = members(content).into_iter().map(|(name, value)| {
            let inner = value.strip_prefix('"').and_then(|text| text.chars().next());
            match inner.filter(char::is_ascii_alphanumeric) {
                Some(first) => format!("{name}:\"\\u{:04x}{}", u32::from(first), &value[2..]),
                None => format!("{name}:{value}"),
            }
        });
        object(escaped, ",")
    }),
};

pub(in crate::tamper) const CHINESE_MEMBER: Tampering = Tampering {
    name: "chinese-member",
    about: "a further member holds Chinese",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| params.push("galleriaFurther", "客户")),
};

/// Names and values as JSON texts, sorted by name.
fn members(content: &Params) -> Vec<(String, String)> {
    let body: Value = serde_json::from_slice(&v2::body(content)).unwrap_or_default();
    let members = body.as_object().into_iter().flatten();
    members
        .map(|(name, value)| (Value::from(name.as_str()).to_string(), value.to_string()))
        .collect()
}

fn object(members: impl Iterator<Item = String>, between: &str) -> Vec<u8> {
    let members: Vec<String> = members.collect();
    format!("{{{}}}", members.join(between)).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_writing_is_the_same_json_in_another_text() {
        let mut content = Params::new();
        content.push("activity", "newInstance");
        content.push("orderId", "CS1");
        let plain = v2::body(&content);
        let value: Value = serde_json::from_slice(&plain).unwrap();
        for tampering in [MEMBERS_IN_REVERSE, BODY_IN_LINES, BODY_IN_ESCAPES] {
            let Change::Written(write) = tampering.change else {
                panic!("{}", tampering.name);
            };
            let written = write(&content);
            assert_ne!(written, plain, "{}", tampering.name);
            let read: Value = serde_json::from_slice(&written).unwrap();
            assert_eq!(read, value, "{}", tampering.name);
        }
    }
}
