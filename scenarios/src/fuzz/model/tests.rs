use std::sync::Arc;

use super::super::generate::Generator;
use super::*;
use crate::Billing;
use crate::proof::whole_catalog;

fn terms(profile: &str, billing: Billing) -> Arc<Terms> {
    Arc::new(Terms::of(&whole_catalog(profile, billing)))
}

#[test]
fn every_generated_history_is_lawful_and_of_every_length() {
    for (profile, billing) in [
        ("cn-v1", Billing::Period),
        ("cn-v2", Billing::OnDemand),
        ("licence-code", Billing::Period),
    ] {
        let terms = terms(profile, billing);
        let mut generator = Generator::new(Arc::clone(&terms), 3, &[]);
        let mut longest = 0;
        for _ in 0..500 {
            let verbs = generator.next_history();
            let kept = lawful(&terms, &verbs, |_| true);
            assert_eq!(kept.len(), verbs.len(), "{verbs:?}");
            longest = longest.max(verbs.len());
        }
        assert!(longest > 12, "{longest}");
    }
}

#[test]
fn campaigns_come_to_every_edge() {
    for (profile, billing) in [
        ("cn-v1", Billing::Period),
        ("cn-v1", Billing::OnDemand),
        ("cn-v2", Billing::Period),
        ("licence-old", Billing::Period),
        ("licence-online", Billing::Period),
        ("licence-code", Billing::Period),
    ] {
        let plan = whole_catalog(profile, billing);
        let terms = Arc::new(Terms::of(&plan));
        let mut generator = Generator::new(Arc::clone(&terms), 3, &[]);
        let mut played = BTreeSet::new();
        for _ in 0..1000 {
            let mut model = Model::new(&terms);
            for verb in generator.next_history() {
                model.take(&verb);
            }
            played.extend(model.edges().iter().copied());
        }
        let all = plan.edges();
        let never: Vec<_> = all.iter().filter(|edge| !played.contains(edge)).collect();
        assert!(never.is_empty(), "{profile} {billing}: {never:?}");
        assert!(played.iter().all(|edge| all.contains(edge)));
    }
}

#[test]
fn what_is_left_refers_to_what_is_left() {
    let terms = terms("cn-v1", Billing::Period);
    let mut generator = Generator::new(Arc::clone(&terms), 4, &[]);
    for _ in 0..200 {
        let verbs = generator.next_history();
        for out in 0..verbs.len() {
            let left = lawful(&terms, &verbs, |at| at != out);
            let again = lawful(&terms, &left, |_| true);
            assert_eq!(format!("{again:?}"), format!("{left:?}"));
            assert!(left.len() < verbs.len());
        }
    }
}

#[test]
fn the_same_seed_makes_the_same_histories() {
    let terms = terms("cn-v2", Billing::Period);
    let drawn = |seed| {
        let mut generator = Generator::new(Arc::clone(&terms), seed, &[]);
        let histories: Vec<_> = (0..20).map(|_| generator.next_history()).collect();
        format!("{histories:?}")
    };
    assert_eq!(drawn(9), drawn(9));
    assert_ne!(drawn(9), drawn(10));
}
