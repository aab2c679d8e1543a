//! IDM008: an answer is lost, and the retry gets another instance or none.

use galleria_marketplace::delivery::Ended;
use galleria_marketplace::transcript::{Exchange, Role};

use super::order::{awaited, one_instance, plainly_wrong, purchases};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// Where the connection of a `newInstance` ended before the marketplace had the answer, its
    /// retry over another connection succeeds, and every delivery that tells an instance tells
    /// the same one.
    ///
    /// # Why it matters
    /// Networks lose answers. The seller has created the instance and the platform does not know:
    /// the retry must find it, or the buyer gets another one, or none and his money back.
    ///
    /// # A seller that breaks it
    /// Keeps orders with the connection or the session, takes a lock that only the end of the call
    /// gives back, rolls half of its
    /// work back when the client goes away, or forgets its orders when its process is killed and started
    /// again (`galleria rehearse --crash` does that).
    ///
    /// # How to fix
    /// Write order and instance down in one transaction before the answer goes out, and give locks
    /// back however a call ends.
    ///
    /// # What a lawful seller may do
    /// Finish the work or undo all of it when the client goes away: the retry gets the one
    /// instance that there is. Put the retry off (000004, 000005) while the first call is still under
    /// way: the order is asked for until it is answered, for as long as the platform waits with its
    /// next retry.
    IDM008 = {
        name: "lost-answer-retry-diverges",
        force: Must,
        source: "v1 §5.1, §6",
        needs: "order whose answer was lost or whose connection was cut, and that came again, beside one that was repeated plainly",
        lawful: ["second-call-put-off", "work-dropped-with-the-client"],
        scenes: [NewInstance],
        faults: [
            "orders-kept-by-connection",
            "lock-kept-for-lost-clients",
            "forgets-when-restarted",
            "writes-down-behind-the-answer",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let lost: Vec<&Exchange> = purchases(play).filter(|call| is_lost(call)).collect();
    if lost.is_empty() {
        return;
    }
    if let Some(doubt) = plainly_wrong(play) {
        look.inconclusive(doubt);
        return;
    }
    for call in lost {
        let again = purchases(play).filter(|other| {
            let (Role::Repeat { of } | Role::Awaited { of }) = &other.intent.role else {
                return false;
            };
            *of == call.id
        });
        let all: Vec<&Exchange> = std::iter::once(call).chain(again).collect();
        let id = call.id;
        let diverged = |_| {
            format!("The answer to call {id} was lost, and its order then got different instances.")
        };
        let put_off =
            format!("Call {id} lost its connection, and since then its order is refused.");
        one_instance(look, &all, awaited(play, &[id]), diverged, &put_off);
    }
}

fn is_lost(call: &Exchange) -> bool {
    matches!(call.ended, Ended::Lost | Ended::Cut)
}
