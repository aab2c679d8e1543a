//! What is said of a stumble: where it is, what the seller does, and what to do about it.

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::code;
use galleria_protocol::mistake::Cause;

use super::Isolation;
use crate::rule::finding::Fault;

impl Isolation {
    /// Adds what was found out to the fault of the refused call.
    pub fn tell(&self, exchange: &Exchange, fault: Fault) -> Fault {
        let call = noun(&exchange.intent.activity);
        match self {
            Self::Stumbles { over, .. } => Fault {
                place: place(over),
                explanation: format!("{} {}", fault.explanation, self.sentence(call)),
                fix: remedy(over),
                ..fault
            },
            Self::LostPlus { again } => Fault {
                place: "parameter authToken".to_owned(),
                explanation: format!(
                    "{} The same {call} is accepted once its token has no + (call {again}): the seller \
                     reads the token's + as a blank.",
                    fault.explanation
                ),
                fix: "Decode the address once: + is a blank, %2B is a plus sign. Where the framework \
                      has decoded it, do not decode it again."
                    .to_owned(),
                ..fault.cause(Some("blank-for-plus"))
            },
            Self::OtherAlphabet { plain, slashed } => other_alphabet(
                fault,
                &format!(
                    "The same {call} is accepted with a token that has neither + nor / (call {plain}), and refused with one that has a / (call {slashed})."
                ),
            ),
            Self::Whole { smallest, code } => Fault {
                explanation: format!(
                    "{} A {call} with nothing optional is refused as well (call {smallest}): {}",
                    fault.explanation,
                    whole(code.as_deref())
                ),
                ..fault
            },
            Self::Unclear => Fault {
                explanation: format!(
                    "{} No parameter could be found that is the reason: parts of the {call} are \
                     accepted, and no one or two parameters make the seller refuse.",
                    fault.explanation
                ),
                ..fault
            },
        }
    }

    /// What the seller does, in a sentence; empty where it stumbles over nothing by name.
    pub fn sentence(&self, call: &str) -> String {
        let Self::Stumbles {
            over,
            with,
            without,
            is_same,
        } = self
        else {
            return String::new();
        };
        let (names, them) = (named(over), if over.len() == 1 { "it" } else { "them" });
        let what = if over.len() == 1 {
            "that parameter"
        } else {
            "these parameters together"
        };
        if *is_same {
            return format!(
                "The seller accepts the same {call} without {names} (call {without}); it stumbles over {what}."
            );
        }
        format!(
            "The seller accepts a small {call} without {names} (call {without}) and refuses it with {them} (call {with}); it stumbles over {what}."
        )
    }
}

/// The fault of a call whose token the seller computes in another alphabet.
fn other_alphabet(fault: Fault, seen: &str) -> Fault {
    let fault = Fault {
        place: "parameter authToken".to_owned(),
        ..fault.adding(seen)
    };
    match Cause::find("url-safe-base64") {
        Some(cause) => fault
            .cause(Some(cause.slug()))
            .adding(&cause.explanation())
            .fix(cause.fix()),
        None => fault,
    }
}

/// Where the fault lies, for parameters of these names.
pub fn place<S: AsRef<str>>(names: &[S]) -> String {
    let kind = if names.len() == 1 {
        "parameter"
    } else {
        "parameters"
    };
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    format!("{kind} {}", names.join(" and "))
}

/// What a call of that scene is, in the words of sellers.
pub fn noun(activity: &str) -> &'static str {
    match activity {
        "newInstance" => "purchase",
        "refreshInstance" => "renewal",
        _ => "call",
    }
}

fn named(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(" and ")
}

/// What the refusal of the smallest call says of the reason.
fn whole(refused: Option<&str>) -> &'static str {
    match refused {
        Some(code::AUTHENTICATION_FAILED) => {
            "the reason is none of its optional parameters but the key, the token or a mandatory one."
        }
        _ => {
            "the reason is none of its optional parameters but a mandatory one, or something that the \
             seller misses, such as a product that it knows."
        }
    }
}

/// What to do about a stumble.
fn remedy(over: &[String]) -> String {
    let names = named(over);
    let [name] = over else {
        return format!(
            "Take {names} together as they come, and sign over them like over all others."
        );
    };
    match name.as_str() {
        "productId" | "skuCode" => format!(
            "A seller that knows products of its own only is told one of them with --product-id and --sku-code; the ids are made up otherwise. Else take {names} as it comes."
        ),
        "chargingMode" | "expireTime" | "periodType" | "periodNumber" => format!(
            "Tell with --billing how the product is billed, if it is not as these calls say. Else take {names} as it comes."
        ),
        _ => format!(
            "Take {names} where it comes, ignore it where there is no use for it, and sign over it like over all others."
        ),
    }
}
