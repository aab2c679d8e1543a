//! The headers stand otherwise in the canonical request.

use super::recipe::Recipe;
use crate::mistake::catalog::Mistake;
use crate::mistake::recipe::Deviation;
use crate::sdk_hmac::canonical_headers;

const FIX: &str = "Write each signed header as `name:value` and a line end, the names in lower case \
                   and sorted, then an empty line, then the names joined by `;`.";

pub(super) static TABLE: &[Deviation<Recipe>] = &[
    Deviation {
        mistake: Mistake {
            slug: "headers-without-empty-line",
            explanation: "There is no empty line between the headers and the list of their names.",
            fix: FIX,
        },
        vary: |right| {
            let headers = right.headers.trim_end_matches('\n').to_owned();
            vec![right.with(|recipe| recipe.headers = headers)]
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "headers-unsorted",
            explanation: "The headers or their names are not sorted in the canonical request.",
            fix: FIX,
        },
        vary: |right| {
            let sent = right.call.headers.iter();
            let sent = sent.map(|(name, _)| name.to_ascii_lowercase());
            let sent: Vec<_> = sent.filter(|name| right.names.contains(name)).collect();
            let reversed: Vec<_> = right.names.iter().rev().cloned().collect();
            let orders = [sent, reversed];
            orders
                .iter()
                .flat_map(|order| ordered(right, order))
                .collect()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "header-names-not-lowercased",
            explanation: "The names of the headers stand in the canonical request as they were sent, \
                          not in lower case.",
            fix: FIX,
        },
        vary: |right| {
            let mut sent: Vec<_> = right.call.headers.clone();
            sent.retain(|(name, _)| right.names.contains(&name.to_ascii_lowercase()));
            let in_order = sent.clone();
            sent.sort_by_key(|(name, _)| name.to_ascii_lowercase());
            [in_order, sent]
                .iter()
                .flat_map(|sent| as_sent(right, sent))
                .collect()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "header-left-out",
            explanation: "A header that is listed as signed, such as x-sdk-date, does not stand in \
                          the canonical request.",
            fix: FIX,
        },
        vary: |right| {
            let without = |left_out: &String| {
                let mut names = right.names.clone();
                names.retain(|name| name != left_out);
                ordered(right, &names)
            };
            right.names.iter().flat_map(without).collect()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "header-not-listed",
            explanation: "A header stands in the canonical request that is not listed as signed.",
            fix: "List in SignedHeaders exactly the headers that are signed.",
        },
        vary: |right| {
            let sent = right.call.headers.iter();
            let sent = sent.map(|(name, _)| name.to_ascii_lowercase());
            let with = |name: String| {
                let mut names = right.names.clone();
                names.push(name);
                names.sort();
                ordered(right, &names)
            };
            sent.filter(|name| !right.names.contains(name))
                .flat_map(with)
                .collect()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "header-names-left-out",
            explanation: "The list of the headers' names does not stand in the canonical request, or \
                          is joined by another mark.",
            fix: FIX,
        },
        vary: |right| {
            let lists = [
                None,
                Some(right.names.join(",")),
                Some(right.names.join(" ")),
            ];
            lists
                .map(|list| right.with(|recipe| recipe.names_line = list))
                .to_vec()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "header-colon-with-blank",
            explanation: "A blank stands behind the colon of the headers in the canonical request.",
            fix: FIX,
        },
        vary: |right| {
            let lines = right.headers.lines();
            let lines = lines.map(|line| line.replacen(':', ": ", 1) + "\n");
            let headers = lines.collect();
            vec![right.with(|recipe| recipe.headers = headers)]
        },
    },
];

/// The headers in that order alone, and with the list of their names in the same order.
fn ordered(right: &Recipe, names: &[String]) -> [Recipe; 2] {
    let headers = canonical_headers(&right.call, names);
    let alone = right.with(|recipe| recipe.headers = headers);
    let both = alone.with(|recipe| recipe.names_line = Some(names.join(";")));
    [alone, both]
}

/// The headers as they were sent, and with the list of their names in that case too.
fn as_sent(right: &Recipe, sent: &[(String, String)]) -> [Recipe; 2] {
    let lines = sent
        .iter()
        .map(|(name, value)| format!("{name}:{}\n", value.trim()));
    let headers: String = lines.collect();
    let names: Vec<_> = sent.iter().map(|(name, _)| name.as_str()).collect();
    let list = names.join(";");
    let alone = right.with(|recipe| recipe.headers = headers);
    let both = alone.with(|recipe| recipe.names_line = Some(list));
    [alone, both]
}
