//! Reading a `Body-Sign` value, however malformed.

use super::flaw::Flaw;
use super::signature::{SIGN_TYPE, signature};
use crate::Key;
use crate::hmac_sha256;

/// What a `Body-Sign` value says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BodySign {
    /// The value of `sign_type`, without its quotes.
    pub sign_type: Option<String>,
    /// The value of `signature`, without its quotes; it may be empty.
    pub signature: Option<String>,
    /// What is wrong with the form, each flaw once.
    pub flaws: Vec<Flaw>,
}

impl BodySign {
    /// Whether the marketplace accepts the form.
    pub fn is_well_formed(&self) -> bool {
        self.flaws.is_empty()
    }

    /// Whether the signature is that of `body`; the form is another matter.
    pub fn fits(&self, key: &Key, body: &[u8]) -> bool {
        self.signature
            .as_deref()
            .is_some_and(|text| hmac_sha256::same(text, &signature(key, body)))
    }

    fn flaw(&mut self, flaw: Flaw) {
        if !self.flaws.contains(&flaw) {
            self.flaws.push(flaw);
        }
    }

    /// Takes in one member. Members of other names are left aside: they do no harm.
    fn take(&mut self, name: &str, value: &Quoted<'_>) {
        let (slot, exact, unquoted) = if name.eq_ignore_ascii_case("sign_type") {
            (&mut self.sign_type, "sign_type", Flaw::SignTypeUnquoted)
        } else if name.eq_ignore_ascii_case("signature") {
            (&mut self.signature, "signature", Flaw::SignatureUnquoted)
        } else {
            return;
        };
        if slot.is_some() {
            return self.flaw(Flaw::Repeated);
        }
        *slot = Some(value.text.to_owned());
        if name != exact {
            self.flaw(Flaw::NameCase);
        }
        if !value.quoted {
            self.flaw(unquoted);
        }
    }

    /// Adds the flaws that show only when all members are known.
    fn finish(mut self) -> BodySign {
        match self.sign_type.as_deref() {
            None => self.flaw(Flaw::SignTypeMissing),
            Some(SIGN_TYPE) => {}
            Some(_) => self.flaw(Flaw::SignTypeOther),
        }
        match self.signature.as_deref() {
            None => self.flaw(Flaw::SignatureMissing),
            Some("") => self.flaw(Flaw::SignatureEmpty),
            Some(_) => {}
        }
        self
    }
}

/// Reads a header's value. It never fails: what is malformed becomes a flaw, and the members are
/// read all the same. A bare Base64 text is taken for the signature.
pub fn parse(value: &str) -> BodySign {
    let mut read = BodySign::default();
    let mut rest = value.trim();
    if let Some(signature) = bare_base64(rest) {
        read.signature = Some(signature.to_owned());
        return read.finish();
    }
    while !rest.is_empty() {
        rest = member(rest, &mut read).trim_start();
        if let Some(behind) = rest.strip_prefix(',') {
            rest = behind.trim_start();
        } else if !rest.is_empty() {
            read.flaw(Flaw::CommaMissing);
            rest = rest.trim_start_matches(|c: char| c == ';' || c.is_whitespace());
        }
    }
    read.finish()
}

/// A member's value and whether it stood between double quotes.
struct Quoted<'a> {
    text: &'a str,
    quoted: bool,
}

/// Reads one member from the start of `rest`, which is not empty, and gives back what follows it:
/// always less than `rest`, unless that starts with a comma.
fn member<'a>(rest: &'a str, read: &mut BodySign) -> &'a str {
    let end = rest.find(['=', ',']).unwrap_or(rest.len());
    let (name, behind) = rest.split_at(end);
    let Some(behind) = behind.strip_prefix('=') else {
        read.flaw(Flaw::NotAPair);
        return behind;
    };
    let (value, behind) = quoted(behind.trim_start());
    if name.trim().is_empty() {
        read.flaw(Flaw::NotAPair);
    }
    read.take(name.trim(), &value);
    behind
}

/// Reads a value up to its closing quote, or up to a comma, semicolon or blank where it has none.
fn quoted(text: &str) -> (Quoted<'_>, &str) {
    for (quote, quoted) in [('"', true), ('\'', false)] {
        if let Some(inner) = text.strip_prefix(quote)
            && let Some((text, behind)) = inner.split_once(quote)
        {
            return (Quoted { text, quoted }, behind);
        }
    }
    let (text, behind) = text.split_at(text.find(',').unwrap_or(text.len()));
    (
        Quoted {
            text: text.trim().trim_matches('"'),
            quoted: false,
        },
        behind,
    )
}

/// The text itself, without quotes, where it is nothing but Base64 of either alphabet.
fn bare_base64(text: &str) -> Option<&str> {
    let text = text.trim_matches('"');
    let digits = text.trim_end_matches('=');
    let is_digit = |b: u8| b.is_ascii_alphanumeric() || b"+/-_".contains(&b);
    let is_name = ["signature", "sign_type"]
        .iter()
        .any(|name| digits.eq_ignore_ascii_case(name));
    (!digits.is_empty() && !is_name && digits.bytes().all(is_digit)).then_some(text)
}
