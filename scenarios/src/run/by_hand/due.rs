//! Deliveries that are to be made again, as the platform does.

use std::time::Duration;

use super::deed::Deed;
use crate::life_cycle::Way;
use crate::profile::Profile;
use crate::rehearsal::Schedule;

/// The deliveries that failed, each with the moments at which it is made again.
#[derive(Debug, Default)]
pub(super) struct Due(Vec<Retry>);

#[derive(Debug)]
struct Retry {
    deed: Deed,
    /// On the clock of the run, the next one last.
    moments: Vec<Duration>,
}

impl Due {
    /// Plans the retries of a delivery that failed now.
    pub(super) fn plan(&mut self, deed: &Deed, profile: &Profile, now: Duration) {
        let Some(factor) = deed.retries.factor() else {
            return;
        };
        if self.is_planned(deed) {
            return;
        }
        let schedule = Schedule::of(profile, deed.scene.activity(), None, None);
        let mut moments: Vec<_> = schedule
            .moments()
            .skip(1)
            .map(|at| now + at / factor)
            .collect();
        moments.reverse();
        let deed = Deed {
            way: Way::Again,
            ..deed.clone()
        };
        self.0.push(Retry { deed, moments });
    }

    /// Forgets the retries of what was delivered.
    pub(super) fn forget(&mut self, deed: &Deed) {
        self.0.retain(|retry| !is_about(retry, deed));
    }

    /// When the next one is due.
    pub(super) fn next(&self) -> Option<Duration> {
        let moments = self.0.iter().filter_map(|retry| retry.moments.last());
        moments.min().copied()
    }

    /// Takes out the delivery that is due first.
    pub(super) fn take(&mut self) -> Option<Deed> {
        let next = self.next()?;
        let mut due = self.0.iter_mut();
        let retry = due.find(|retry| retry.moments.last() == Some(&next))?;
        retry.moments.pop();
        let deed = retry.deed.clone();
        self.0.retain(|retry| !retry.moments.is_empty());
        Some(deed)
    }

    /// What is still to be made again, each with how often and when next.
    pub(super) fn left(&self) -> impl Iterator<Item = (&Deed, usize, Duration)> {
        let planned = self.0.iter();
        planned.filter_map(|retry| {
            let next = retry.moments.last()?;
            Some((&retry.deed, retry.moments.len(), *next))
        })
    }

    fn is_planned(&self, deed: &Deed) -> bool {
        self.0.iter().any(|retry| is_about(retry, deed))
    }
}

fn is_about(retry: &Retry, deed: &Deed) -> bool {
    retry.deed.purchase == deed.purchase && retry.deed.scene == deed.scene
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::life_cycle::Scene;
    use crate::profile;
    use crate::run::by_hand::Retries;

    fn deed(retries: Retries) -> Deed {
        Deed {
            purchase: "order 1".to_owned(),
            customer: "customer".to_owned(),
            scene: Scene::Buy,
            way: Way::Once,
            trial: false,
            retries,
        }
    }

    #[test]
    fn an_order_is_made_again_for_as_long_as_the_book_says_compressed() {
        let book = profile::open("cn-v1").unwrap();
        let (mut due, now) = (Due::default(), Duration::from_secs(7));
        due.plan(&deed(Retries::Compressed), &book, now);
        due.plan(&deed(Retries::Compressed), &book, now);
        let mut seen = Vec::new();
        while let Some(at) = due.next() {
            seen.push(at.as_secs());
            assert_eq!(due.take().unwrap().way, Way::Again);
        }
        assert_eq!(seen, [12, 17, 22]);
    }

    #[test]
    fn what_was_delivered_is_not_made_again() {
        let book = profile::open("cn-v1").unwrap();
        let mut due = Due::default();
        due.plan(&deed(Retries::RealTime), &book, Duration::ZERO);
        assert_eq!(due.left().count(), 1);
        due.forget(&deed(Retries::RealTime));
        assert_eq!((due.next(), due.left().count()), (None, 0));
        due.plan(&deed(Retries::Never), &book, Duration::ZERO);
        assert!(due.take().is_none());
    }
}
