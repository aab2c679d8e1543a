//! The token of a call: a JSON web token (RFC 7519) under HMAC-SHA256 [kit §5.2].
//!
//! Its header names `HS256` and has `sign_type` `SIGN`; its payload tells the AK as `api_key` and the time in
//! milliseconds as `timestamp`, and it holds for five minutes. The pages make it by a library that writes the end of
//! its life as `exp`, in seconds as the standard has it, and `typ` into the header.
//!
//! A backend reads the AK out of a token that it does not trust yet, looks up the SK, and checks the token with that:
//! by the algorithm that it expects, and by none that the token names.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Map, Value, json};
use sha2::Sha512;

use crate::hmac_sha256;
use crate::sdk_hmac::{AccessKey, SecretKey};

/// How long a token holds.
pub const LIFE: TimeDelta = TimeDelta::minutes(5);

/// How a token is signed, or claims to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// HMAC-SHA256, the one that the pages name.
    Hs256,
    /// HMAC-SHA512, which they do not.
    Hs512,
    /// No signature at all.
    None,
}

impl Algorithm {
    /// Its name in a token's header.
    pub fn name(self) -> &'static str {
        match self {
            Algorithm::Hs256 => "HS256",
            Algorithm::Hs512 => "HS512",
            Algorithm::None => "none",
        }
    }

    /// The signature of `text`, encoded; empty where there is none.
    fn signature(self, secret: &SecretKey, text: &str) -> String {
        let (secret, text) = (secret.expose().as_bytes(), text.as_bytes());
        match self {
            Algorithm::Hs256 => URL_SAFE_NO_PAD.encode(hmac_sha256::digest(secret, text)),
            Algorithm::Hs512 => {
                let mut mac =
                    Hmac::<Sha512>::new_from_slice(secret).expect("HMAC takes keys of any length");
                mac.update(text);
                URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
            }
            Algorithm::None => String::new(),
        }
    }
}

/// What a token is made of.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// How it is signed; its header says so.
    pub algorithm: Algorithm,
    /// Whether the header has `typ` too.
    pub typed: bool,
    /// The AK.
    pub access: AccessKey,
    /// The time of the call.
    pub at: DateTime<Utc>,
    /// Members of the payload beside those that the pages tell of.
    pub further: Map<String, Value>,
}

impl Recipe {
    /// The token that the gateway makes at that time.
    pub fn new(access: AccessKey, at: DateTime<Utc>) -> Recipe {
        Recipe {
            algorithm: Algorithm::Hs256,
            typed: true,
            access,
            at,
            further: Map::new(),
        }
    }

    /// Makes it.
    pub fn sign(&self, secret: &SecretKey) -> String {
        let mut header = json!({ "alg": self.algorithm.name(), "sign_type": "SIGN" });
        if self.typed {
            header["typ"] = json!("JWT");
        }
        let mut payload = json!({
            "api_key": self.access.expose(),
            "exp": (self.at + LIFE).timestamp(),
            "timestamp": self.at.timestamp_millis(),
        });
        for (name, value) in &self.further {
            payload[name] = value.clone();
        }
        let [header, payload] =
            [header, payload].map(|part| URL_SAFE_NO_PAD.encode(part.to_string()));
        let text = format!("{header}.{payload}");
        let signature = self.algorithm.signature(secret, &text);
        format!("{text}.{signature}")
    }
}

/// The token of a call that the gateway makes at that time.
pub fn sign(access: &AccessKey, secret: &SecretKey, at: DateTime<Utc>) -> String {
    Recipe::new(access.clone(), at).sign(secret)
}

/// A token that was read, and is not trusted yet.
#[derive(Clone, Debug)]
pub struct Unverified<'a> {
    text: &'a str,
    signature: &'a str,
    /// The members of its header.
    pub header: Map<String, Value>,
    /// The members of its payload.
    pub payload: Map<String, Value>,
}

impl<'a> Unverified<'a> {
    /// Reads a token; `None` where it is none.
    pub fn read(token: &'a str) -> Option<Unverified<'a>> {
        let (text, signature) = token.rsplit_once('.')?;
        let (header, payload) = text.split_once('.')?;
        Some(Unverified {
            text,
            signature,
            header: object(header)?,
            payload: object(payload)?,
        })
    }

    /// The AK that it tells.
    pub fn api_key(&self) -> Option<&str> {
        self.payload.get("api_key")?.as_str()
    }

    /// The time that it tells, in milliseconds.
    pub fn timestamp(&self) -> Option<i64> {
        self.payload.get("timestamp")?.as_i64()
    }

    /// The end of its life where it tells one, in seconds.
    pub fn expires(&self) -> Option<i64> {
        self.payload.get("exp")?.as_i64()
    }

    /// The algorithm that it names, which nobody has to believe.
    pub fn names(&self, algorithm: Algorithm) -> bool {
        self.header.get("alg").and_then(Value::as_str) == Some(algorithm.name())
    }

    /// Whether it is signed with that SK by that algorithm, whatever it names.
    pub fn is_signed(&self, secret: &SecretKey, algorithm: Algorithm) -> bool {
        hmac_sha256::same(self.signature, &algorithm.signature(secret, self.text))
    }

    /// Whether it holds at that time: neither over nor older than its life, nor made further ahead than that.
    pub fn is_fresh(&self, now: DateTime<Utc>) -> bool {
        let life = LIFE.num_milliseconds();
        let within = |made: i64| (now.timestamp_millis() - made).abs() <= life;
        let over = |end: i64| end < now.timestamp();
        self.timestamp().is_some_and(within) && !self.expires().is_some_and(over)
    }
}

fn object(part: &str) -> Option<Map<String, Value>> {
    let bytes = URL_SAFE_NO_PAD.decode(part).ok()?;
    serde_json::from_slice(&bytes).ok()
}
