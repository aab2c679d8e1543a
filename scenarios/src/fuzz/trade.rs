//! Histories that are shorter because the answer that is lost is another call's.

use crate::scenario::Verb;

/// The nth history in which the call whose answer is lost is one that another step makes anyway: that
/// step is left out. `None` where there are no more.
pub(super) fn traded(verbs: &[Verb], nth: usize) -> Option<Vec<Verb>> {
    let places = || verbs.iter().enumerate();
    let lost = places().filter(|(_, verb)| matches!(verb, Verb::LoseAnswer(_)));
    let mut pairs = lost.flat_map(|(lost, _)| {
        places().filter_map(move |(at, verb)| match verb {
            Verb::Send(call) => Some((lost, at, call)),
            _ => None,
        })
    });
    let (lost, at, call) = pairs.nth(nth)?;
    let mut shorter = verbs.to_vec();
    shorter[lost] = Verb::LoseAnswer(call.clone());
    shorter.remove(at);
    Some(shorter)
}

#[cfg(test)]
mod tests {
    use galleria_protocol::Activity;

    use super::*;
    use crate::fuzz::generate::call;
    use crate::scenario::Call;

    fn order(purchase: &str) -> Call {
        call(Activity::NewInstance, purchase, "buyer", false)
    }

    #[test]
    fn each_call_is_tried_at_the_place_of_the_lost_answer() {
        let verbs = [
            Verb::Send(order("one")),
            Verb::LoseAnswer(order("two")),
            Verb::Send(order("three")),
        ];
        let same = |verbs: Option<Vec<Verb>>, expected: [Verb; 2]| {
            assert_eq!(format!("{verbs:?}"), format!("{:?}", Some(&expected)));
        };
        same(
            traded(&verbs, 0),
            [Verb::LoseAnswer(order("one")), Verb::Send(order("three"))],
        );
        same(
            traded(&verbs, 1),
            [Verb::Send(order("one")), Verb::LoseAnswer(order("three"))],
        );
        assert!(traded(&verbs, 2).is_none());
    }
}
