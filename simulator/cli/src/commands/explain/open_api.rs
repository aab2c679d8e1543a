//! A code that the marketplace's open APIs answer a seller's call with.

use std::fmt::Write as _;

use galleria_protocol::v2::open_api::{self, OpenApiCode};

/// The open APIs, each with its codes.
const APIS: [(&str, &[OpenApiCode]); 4] = [
    ("query of an order", open_api::ORDER_QUERY),
    ("usage push", open_api::NEW_USAGE_PUSH),
    ("usage push in the old form", open_api::OLD_USAGE_PUSH),
    (
        "activation or query of licence codes",
        open_api::LICENCE_CODE,
    ),
];

/// What a code of the open APIs says; `None` where none has it.
pub(super) fn named(code: &str) -> Option<String> {
    let known = open_api::find(code)?;
    let mut text = format!(
        "{}  {}\n\nWhich call of the seller it answers\n",
        known.code, known.when
    );
    for (api, codes) in APIS {
        if codes.iter().any(|of_it| of_it.code == known.code) {
            let _ = writeln!(text, "  {api}");
        }
    }
    let _ = writeln!(text, "\nIt comes with HTTP status {}.", known.status);
    if !known.message.is_empty() {
        let _ = writeln!(text, "Its text: {}", known.message);
    }
    Some(text)
}
