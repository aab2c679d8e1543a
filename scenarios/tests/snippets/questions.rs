//! What the snippets are asked, and the known answers of the protocol's vectors.

use std::fmt::Write as _;

use serde_json::Value;

const VECTORS: &str = include_str!("../../../simulator/protocol/vectors/v1.json");
const SECOND: &str = include_str!("../../../simulator/protocol/vectors/v2.json");

/// An operation, what it is given, and what must come out.
#[derive(Debug)]
pub(crate) struct Question {
    operation: &'static str,
    given: Vec<String>,
    pub(crate) expected: Expected,
}

/// What must come out.
#[derive(Debug)]
pub(crate) enum Expected {
    /// This text.
    Exactly(String),
    /// Sixteen letters or digits.
    Vector,
}

impl Expected {
    pub(crate) fn fits(&self, answer: &str) -> bool {
        match self {
            Self::Exactly(text) => text == answer,
            Self::Vector => {
                answer.len() == 16 && answer.bytes().all(|byte| byte.is_ascii_alphanumeric())
            }
        }
    }
}

impl Question {
    fn new(operation: &'static str, given: &[&str], expected: impl Into<String>) -> Self {
        Self {
            operation,
            given: given.iter().map(|text| (*text).to_owned()).collect(),
            expected: Expected::Exactly(expected.into()),
        }
    }

    /// A line for a driver: the operation and its arguments in hexadecimal digits.
    pub(crate) fn line(&self) -> String {
        let mut line = self.operation.to_owned();
        for text in &self.given {
            let _ = write!(line, "\t{}", hex(text));
        }
        line
    }
}

/// All of them.
pub(crate) fn all() -> Vec<Question> {
    let vectors: Value = serde_json::from_str(VECTORS).expect("the vectors are JSON");
    let mut all = Vec::new();
    each(&vectors["authToken"], |vector| all.extend(tokens(vector)));
    each(&vectors["body_sign"], |vector| all.push(signature(vector)));
    each(&vectors["kdf_sha1prng"], |vector| all.extend(keys(vector)));
    each(&vectors["aes_cbc_pkcs5_wire"], |vector| {
        all.extend(ciphertexts(vector));
    });
    let second: Value = serde_json::from_str(SECOND).expect("the vectors are JSON");
    each(&second["computed_base"], |vector| {
        all.extend(signatures(vector));
    });
    all.extend(without_vectors());
    all
}

fn each(vectors: &Value, mut take: impl FnMut(&Value)) {
    let vectors = vectors.as_array().expect("a list of vectors");
    assert!(!vectors.is_empty());
    for vector in vectors {
        take(vector);
    }
}

fn text<'a>(vector: &'a Value, name: &str) -> &'a str {
    vector[name]
        .as_str()
        .unwrap_or_else(|| panic!("{name} in {vector}"))
}

/// The right token is accepted, also behind an unescaped plus sign; another is not.
fn tokens(vector: &Value) -> Vec<Question> {
    let (key, token) = (text(vector, "key"), text(vector, "authToken"));
    // One vector has none: it tells what a wrong verifier gets.
    let Some(pairs) = vector["decoded_params"].as_array() else {
        return Vec::new();
    };
    let mut query: Vec<String> = pairs
        .iter()
        .map(|pair| format!("{}={}", encoded(&pair[0]), encoded(&pair[1])))
        .collect();
    query.reverse();
    let with = |token: &str| format!("{}&authToken={token}", query.join("&"));
    let escaped = encoded(&Value::from(token));
    let verify = |query: &str, holds: &str| Question::new("verify", &[key, query], holds);
    vec![
        verify(&with(&escaped), "true"),
        verify(&with(token), "true"),
        verify(&with(&escaped.to_lowercase()), "false"),
        verify(&with(""), "false"),
        verify(&query.join("&"), "false"),
        verify(&format!("{}&added=1", with(&escaped)), "false"),
    ]
}

/// The right signature of a V2 call is accepted in either case and within its minute; with another
/// nonce, body or date it is not.
fn signatures(vector: &Value) -> Vec<Question> {
    let (key, body) = (text(vector, "accessKey"), text(vector, "body"));
    let (time, nonce) = (text(vector, "timestamp"), text(vector, "nonce"));
    let signature = text(vector, "signatureLower");
    let sent: i64 = time.parse().expect("milliseconds");
    let query = |signature: &str, nonce: &str| {
        format!("signature={signature}&timestamp={time}&nonce={nonce}")
    };
    let ask = |query: &str, body: &str, age: i64, holds: &str| {
        let now = (sent + age).to_string();
        Question::new("signed", &[key, query, body, &now], holds)
    };
    let right = query(signature, nonce);
    vec![
        ask(&right, body, 0, "true"),
        ask(
            &query(&signature.to_uppercase(), nonce),
            body,
            60_000,
            "true",
        ),
        ask(
            &query(&signature.to_lowercase(), nonce),
            body,
            -60_000,
            "true",
        ),
        ask(&right, body, 60_001, "false"),
        ask(&right, body, -60_001, "false"),
        ask(&right, &format!("{body} "), 0, "false"),
        ask(&query(signature, "another"), body, 0, "false"),
        ask(&query("", nonce), body, 0, "false"),
        ask(
            &format!("signature={signature}&nonce={nonce}"),
            body,
            0,
            "false",
        ),
        ask(
            &format!("signature={signature}&timestamp={time}"),
            body,
            0,
            "false",
        ),
    ]
}

fn signature(vector: &Value) -> Question {
    let header = text(vector, "header_faq_form");
    Question::new("sign", &[text(vector, "key"), text(vector, "body")], header)
}

fn keys(vector: &Value) -> [Question; 2] {
    [("128", "aes128_key"), ("256", "aes256_key")].map(|(bits, name)| {
        Question::new("derive", &[text(vector, "key"), bits], text(vector, name))
    })
}

fn ciphertexts(vector: &Value) -> [Question; 2] {
    let bits = vector["bits"].to_string();
    let [key, iv, plain, wire] = ["key", "iv", "plaintext", "wire"].map(|name| text(vector, name));
    [
        Question::new("encrypt", &[key, &bits, iv, plain], wire),
        Question::new("decrypt", &[key, &bits, wire], hex(plain)),
    ]
}

/// What no vector is about.
fn without_vectors() -> Vec<Question> {
    let mut all = vec![
        Question::new("answer", &["obviously-fake-key"], "true"),
        Question::new("header", &[], "Body-Sign"),
        Question::new("test", &[], "false"),
        Question::new("test", &["testFlag=1"], "true"),
        Question::new("test", &["testFlag=0"], "false"),
        Question::new("test", &["testFlag="], "false"),
        Question::new("purchase", &["order-1", "business-1"], "business-1"),
        Question::new("purchase", &["order-1", "business-2"], "business-1"),
        Question::new("purchase", &["order-2", "business-3"], "business-3"),
    ];
    all.push(Question {
        operation: "iv",
        given: Vec::new(),
        expected: Expected::Vector,
    });
    all
}

/// As forms encode it.
fn encoded(text: &Value) -> String {
    let mut out = String::new();
    for byte in text.as_str().expect("a text").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'*' | b'_' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

fn hex(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
