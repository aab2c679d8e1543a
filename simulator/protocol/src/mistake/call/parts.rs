//! The text that was signed has other parts than key, nonce, timestamp and body, or in another order.

use super::recipe::{Part, Recipe};
use crate::mistake::catalog::Mistake;
use crate::mistake::recipe::Deviation;

pub(super) const FIX: &str = "Sign access key, nonce, timestamp and body in that order, one directly \
                              behind the other.";

pub(super) static TABLE: &[Deviation<Recipe>] = &[
    Deviation {
        mistake: Mistake {
            slug: "key-not-in-text",
            explanation: "The access key is the HMAC's key, but does not stand in the text as well.",
            fix: FIX,
        },
        vary: |right| vec![without(right, Part::Key)],
    },
    Deviation {
        mistake: Mistake {
            slug: "nonce-and-timestamp-swapped",
            explanation: "The timestamp stands before the nonce, as it does in the query.",
            fix: FIX,
        },
        vary: |right| {
            let swap = |part: &Part| match part {
                Part::Nonce => Part::Timestamp,
                Part::Timestamp => Part::Nonce,
                other => *other,
            };
            let order = right.order.iter().map(swap).collect();
            vec![right.with(|recipe| recipe.order = order)]
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "nonce-left-out",
            explanation: "The nonce does not stand in the text.",
            fix: FIX,
        },
        vary: |right| vec![without(right, Part::Nonce)],
    },
    Deviation {
        mistake: Mistake {
            slug: "timestamp-left-out",
            explanation: "The timestamp does not stand in the text.",
            fix: FIX,
        },
        vary: |right| vec![without(right, Part::Timestamp)],
    },
    Deviation {
        mistake: Mistake {
            slug: "parts-in-another-order",
            explanation: "The parts of the text stand in another order.",
            fix: FIX,
        },
        vary: |right| other_orders(right),
    },
];

/// Every other order of the parts.
pub(super) fn other_orders(right: &Recipe) -> Vec<Recipe> {
    let mut orders: Vec<Vec<Part>> = vec![Vec::new()];
    for part in &right.order {
        orders = orders
            .iter()
            .flat_map(|order| {
                (0..=order.len()).map(|at| {
                    let mut longer = order.clone();
                    longer.insert(at, *part);
                    longer
                })
            })
            .collect();
    }
    orders
        .into_iter()
        .filter(|order| *order != right.order)
        .map(|order| right.with(|recipe| recipe.order = order))
        .collect()
}

fn without(right: &Recipe, part: Part) -> Recipe {
    right.with(|recipe| recipe.order.retain(|known| *known != part))
}
