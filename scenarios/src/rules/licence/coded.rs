//! What the software calls about licence codes.

use galleria_marketplace::open_api::{CallBack, Flaw, Wish};
use galleria_marketplace::transcript::Exchange;

use crate::rule::{Fault, Look, Play};
use crate::rules::open_api::seen::{is_authentic, place};

/// The activations and queries of licence codes whose signature holds. They come because a buyer enters a
/// code: whatever was called before, a forged call too, has nothing to do with them.
pub(super) fn code_calls(play: &Play) -> impl Iterator<Item = (&Exchange, &CallBack)> {
    let about = [
        Wish::CodeActivation,
        Wish::CodeQuery,
        Wish::CodeBatch,
        Wish::CodeBatchQuery,
    ];
    let came = play.call_backs.iter();
    came.filter_map(|came| Some((play.exchange(came.exchange)?, &came.call_back)))
        .filter(move |(_, came)| about.contains(&came.wish) && is_authentic(came))
}

/// Holds each call against one kind of flaw, told by `flaw` with what is there.
pub(super) fn check_codes<'a>(
    look: &mut Look,
    calls: impl Iterator<Item = (&'a Exchange, &'a CallBack)>,
    part: &str,
    [expected, because, fix]: [&str; 3],
    flaw: impl Fn(&Flaw) -> Option<String>,
) {
    for (exchange, came) in calls {
        let found = came.flaws.iter().find_map(&flaw);
        look.expect(exchange, found.is_none(), || {
            Fault::at(place(came, part))
                .expected(expected)
                .actual(found.clone().unwrap_or_default())
                .because(because)
                .fix(fix)
        });
    }
}
