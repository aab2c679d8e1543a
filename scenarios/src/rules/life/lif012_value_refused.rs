//! LIF012: a value that the pages allow is refused.

use galleria_marketplace::market::Billing;
use galleria_marketplace::tamper::Tampering;
use galleria_marketplace::transcript::Exchange;
use galleria_protocol::code;
use galleria_protocol::v1::Activity;

use crate::rule;
use crate::rule::{Fault, Look, Play, place};

rule! {
    /// # What it checks
    /// These are accepted like the same calls with everyday values: a purchase or a renewal by the
    /// month; a purchase with an order id or a customer's name of 64 characters or of 33 Chinese ones, with extension
    /// parameters of 2048, or with an amount that has decimals; a purchase or an upgrade with a
    /// quantity, a disk size and a bandwidth; a cancelled renewal with a negative amount; a V2 renewal
    /// whose end has milliseconds, 17 digits; a query for a hundred instances. A one-time purchase, which carries no end date, is not refused as invalid.
    ///
    /// # Why it matters
    /// The orders that carry such values fail, and the others do not.
    ///
    /// # A seller that breaks it
    /// Knows the values of its first orders only, has columns shorter than the tables allow, or signs
    /// extension parameters as the JSON in them.
    ///
    /// # How to fix
    /// Accept every value of the tables, and size columns by them.
    ///
    /// # What a lawful seller may do
    /// Refuse for a reason of business that the pages list (000100 to 000107). Answer 000003 to a query
    /// that names instances which it does not know.
    LIF012 = {
        name: "value-refused",
        force: Must,
        source: "v1 §5.1, §5.2, §5.5, §5.7, §5.9, v2 §4.3, §9",
        needs: "call with another lawful value beside an accepted one",
        lawful: ["stock-runs-out", "three-in-stock", "unknown-ids-refused"],
        faults: [
            "monthly-period-refused",
            "long-extension-refused",
            "signs-decoded-extension",
            "negative-amount-refused",
            "decimals-refused",
            "large-quantity-refused",
            "long-name-refused",
            "name-counted-in-bytes",
            "long-query-refused",
            "monthly-renewal-refused",
            "one-time-without-end-refused",
            "end-in-milliseconds-refused",
        ],
        check: check,
    }
}

const VALUES: [&str; 10] = [
    "monthly-period",
    "long-order-id",
    "long-extension",
    "negative-amount",
    "amount-with-decimals",
    "end-in-milliseconds",
    "hundred-instances",
    "linear-attributes",
    "long-name",
    "long-chinese-name",
];

fn check(play: &Play, look: &mut Look) {
    for how in VALUES {
        let about = Tampering::find(how).map_or(how, |tampering| tampering.about);
        for pair in play.tampered(how) {
            if how == "negative-amount" && !cancellation_accepted(play, pair.first) {
                look.inconclusive("the cancellation is refused with any amount");
                continue;
            }
            let id = pair.first.id;
            let because =
                format!("The call was accepted in exchange {id} and refused here, where {about}.");
            let names = match how {
                // The control of the cancellation shows that the earlier end is not the reason.
                "negative-amount" => vec!["orderAmount".to_owned()],
                _ => Tampering::find(how)
                    .map(Tampering::parameters)
                    .unwrap_or_default(),
            };
            judge(look, pair.second, place(&names), because);
        }
    }
    for exchange in endless_purchases(play) {
        judge(
            look,
            exchange,
            place(&["expireTime"]),
            "An ordinary one-time purchase, which carries no expireTime, was refused.".to_owned(),
        );
    }
}

fn judge(look: &mut Look, exchange: &Exchange, at: String, because: String) {
    let Some(refused) = exchange.refusal_code() else {
        if exchange.is_taken() {
            look.held();
        }
        return;
    };
    let tampering = exchange.intent.tampering();
    if refused == code::UNKNOWN_INSTANCE && tampering == Some("hundred-instances") {
        look.inconclusive("the seller refuses queries that name unknown instances");
        return;
    }
    // A seller that cannot sign Chinese fails on every such name, as AUT003 tells.
    if refused == code::AUTHENTICATION_FAILED && tampering == Some("long-chinese-name") {
        return;
    }
    if refused.starts_with("0001") {
        look.inconclusive(format!(
            "the seller refuses for a reason of business, {refused}"
        ));
        return;
    }
    look.found(
        exchange,
        Fault::at(at)
            .expected(code::SUCCESS)
            .actual(refused)
            .because(because)
            .fix(fix(refused)),
    );
}

fn fix(refused: &str) -> &'static str {
    if refused == code::AUTHENTICATION_FAILED {
        "Sign over the value as it came, decoded from the address once: neither decrypted nor decoded from Base64."
    } else {
        "Accept every value that the tables allow, and size columns by them."
    }
}

fn cancellation_accepted(play: &Play, control: &Exchange) -> bool {
    play.tampered("earlier-end")
        .any(|pair| pair.first.id == control.id && pair.second.is_taken())
}

/// Ordinary one-time purchases that were accepted, or refused as invalid.
fn endless_purchases(play: &Play) -> impl Iterator<Item = &Exchange> {
    let name = play.profile.called(Activity::NewInstance);
    play.ordinary().filter(move |exchange| {
        let judged = exchange.is_taken()
            || exchange
                .refusal_code()
                .is_some_and(|refused| refused == code::INVALID_PARAMETER);
        play.billing == Billing::OneTime
            && exchange.intent.activity == name
            && judged
            && exchange.intent.customer.as_deref() == Some("buyer")
    })
}
