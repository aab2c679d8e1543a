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
        match value.quotes {
            Quotes::Double => {}
            Quotes::Escaped => self.flaw(Flaw::QuoteEscaped),
            Quotes::Other => self.flaw(unquoted),
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

/// What a member's value stands between.
#[derive(Clone, Copy)]
enum Quotes {
    Double,
    /// Double quotes, each behind a backslash.
    Escaped,
    /// Other quotes, or none.
    Other,
}

/// A member's value and what it stood between.
struct Quoted<'a> {
    text: &'a str,
    quotes: Quotes,
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
    for (quote, quotes) in [
        ("\"", Quotes::Double),
        ("\\\"", Quotes::Escaped),
        ("'", Quotes::Other),
    ] {
        if let Some(inner) = text.strip_prefix(quote)
            && let Some((text, behind)) = inner.split_once(quote)
        {
            return (Quoted { text, quotes }, behind);
        }
    }
    let is_end = |letter: char| matches!(letter, ',' | ';') || letter.is_whitespace();
    let (text, behind) = text.split_at(text.find(is_end).unwrap_or(text.len()));
    let text = text.trim_matches('"');
    (
        Quoted {
            text,
            quotes: Quotes::Other,
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

#[cfg(test)]
mod tests {
    use super::*;

    const SIGNATURE: &str = "YB9MRaDz8ENM8JzoKzW8YT4yUrcMdby3kM31MTz8tO4=";

    fn flaws(value: &str) -> Vec<Flaw> {
        parse(&value.replace('$', SIGNATURE)).flaws
    }

    /// The flaws of a value whose signature must be read all the same.
    fn readable(value: &str) -> Vec<Flaw> {
        let read = parse(&value.replace('$', SIGNATURE));
        assert_eq!(read.signature.as_deref(), Some(SIGNATURE), "{value}");
        read.flaws
    }

    #[test]
    fn blanks_order_and_further_members_are_free() {
        for value in [
            r#"sign_type="HMAC-SHA256", signature= "$""#,
            r#"sign_type="HMAC-SHA256",signature="$""#,
            r#"  sign_type = "HMAC-SHA256" ,  signature = "$"  "#,
            r#"signature="$", sign_type="HMAC-SHA256""#,
            r#"sign_type="HMAC-SHA256", signature="$", version="1""#,
        ] {
            assert_eq!(readable(value), [], "{value}");
        }
    }

    #[test]
    fn missing_quotes_are_flaws_of_their_member() {
        use Flaw::{SignTypeUnquoted, SignatureUnquoted};
        let both = [SignTypeUnquoted, SignatureUnquoted];
        assert_eq!(readable("sign_type=HMAC-SHA256, signature=$"), both);
        assert_eq!(readable("sign_type='HMAC-SHA256', signature='$'"), both);
        assert_eq!(
            readable(r#"sign_type="HMAC-SHA256", signature=$"#),
            [SignatureUnquoted]
        );
        assert_eq!(
            readable(r#"sign_type=HMAC-SHA256, signature="$""#),
            [SignTypeUnquoted]
        );
        assert_eq!(
            readable(r#"sign_type="HMAC-SHA256", signature="$"#),
            [SignatureUnquoted]
        );
    }

    #[test]
    fn escaped_quotes_are_a_flaw_of_their_own() {
        let value = r#"sign_type=\"HMAC-SHA256\", signature=\"$\""#;
        assert_eq!(readable(value), [Flaw::QuoteEscaped]);
    }

    #[test]
    fn sign_type_must_be_there_and_right() {
        use Flaw::{SignTypeMissing, SignTypeOther};
        assert_eq!(readable(r#"signature="$""#), [SignTypeMissing]);
        for other in ["HmacSHA256", "hmac-sha256", "HMAC-SHA1", ""] {
            let value = format!("sign_type=\"{other}\", signature=\"$\"");
            assert_eq!(readable(&value), [SignTypeOther], "{other}");
        }
    }

    #[test]
    fn bare_base64_is_read_as_signature() {
        for value in ["$", "\"$\"", " $ "] {
            assert_eq!(readable(value), [Flaw::SignTypeMissing], "{value}");
        }
    }

    #[test]
    fn signature_must_be_there_and_have_content() {
        use Flaw::{SignTypeMissing, SignatureEmpty, SignatureMissing, SignatureUnquoted};
        assert_eq!(flaws(r#"sign_type="HMAC-SHA256""#), [SignatureMissing]);
        assert_eq!(
            flaws(r#"sign_type="HMAC-SHA256", signature="""#),
            [SignatureEmpty]
        );
        let unquoted = [SignatureUnquoted, SignatureEmpty];
        assert_eq!(flaws(r#"sign_type="HMAC-SHA256", signature="#), unquoted);
        assert_eq!(flaws(""), [SignTypeMissing, SignatureMissing]);
    }

    #[test]
    fn names_in_another_case_are_read_but_are_a_flaw() {
        assert_eq!(
            readable(r#"Sign_Type="HMAC-SHA256", Signature="$""#),
            [Flaw::NameCase]
        );
    }

    #[test]
    fn members_need_a_comma_between_them() {
        for divider in [" ", "; ", ";", ""] {
            let value = format!("sign_type=\"HMAC-SHA256\"{divider}signature=\"$\"");
            assert_eq!(readable(&value), [Flaw::CommaMissing], "{divider:?}");
        }
        let unquoted = readable("sign_type=HMAC-SHA256; signature=$");
        assert!(unquoted.contains(&Flaw::CommaMissing));
    }

    #[test]
    fn repeated_members_are_a_flaw_and_the_first_counts() {
        let value = r#"sign_type="HMAC-SHA256", signature="$", signature="other""#;
        assert_eq!(readable(value), [Flaw::Repeated]);
    }

    #[test]
    fn text_that_is_no_pair_is_a_flaw() {
        let value = r#"HMAC, sign_type="HMAC-SHA256", signature="$""#;
        assert_eq!(readable(value), [Flaw::NotAPair]);
        assert!(flaws("Bearer token").contains(&Flaw::NotAPair));
        assert!(flaws("=x").contains(&Flaw::NotAPair));
    }

    #[test]
    fn signature_must_fit_to_the_letter() {
        let key = Key::new("xxxxxxx");
        let body = br#"{"resultCode":"000000","resultMsg":"success."}"#;
        let fits = |value: &str| parse(&value.replace('$', SIGNATURE)).fits(&key, body);
        assert!(fits(r#"sign_type="HMAC-SHA256", signature="$""#));
        assert!(fits("$"));
        assert!(!fits(r#"sign_type="HMAC-SHA256", signature=" $""#));
        assert!(!fits(r#"sign_type="HMAC-SHA256""#));
        assert!(!parse(SIGNATURE).fits(&key, b"{}"));
    }
}
