//! When a failed call is made again.

use std::time::Duration;

use galleria_protocol::Activity;

use crate::profile::Profile;

/// The interval where no page tells one: the shortest that any page does [v1 §5.1, intl]. A seller has
/// to be ready for either, and more calls show more.
const EVERY: Duration = Duration::from_mins(3);
/// How long calls are made again where the site's pages do not say, as other sites do it: three hours
/// for what is paid for [v1 §5.1, §5.5, v2 §4.9], one for everything else [v1 §5.2-§5.4, v2 §4.9].
const PAID_FOR: Duration = Duration::from_hours(3);
const OTHERS: Duration = Duration::from_hours(1);
/// What happens behind the last call where no page says.
const REFUND: &str = "the order fails and is refunded";
const STOPS: &str = "the marketplace stops calling";

/// No schedule has more calls than this: an interval that is too short is lengthened.
const MOST_CALLS: u32 = 241;

/// When a failed call is made again, and what happens when none of the calls succeeds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// How long it is made again, from the first call.
    pub window: Duration,
    /// How long after one call the next is made.
    pub every: Duration,
    /// What happens behind the last call.
    pub then: String,
    /// Where that comes from, for people.
    pub source: String,
}

impl Schedule {
    /// The schedule of a scene by the rule book; `window` and `every` stand before what the book says.
    pub fn of(
        profile: &Profile,
        activity: Activity,
        window: Option<Duration>,
        every: Option<Duration>,
    ) -> Self {
        let scene = profile.scenes.get(profile.called(activity));
        let told = scene.and_then(|scene| scene.retry.as_ref());
        let paid = matches!(activity, Activity::NewInstance | Activity::Upgrade);
        let assumed = if paid { PAID_FOR } else { OTHERS };
        let window = window.or(told.map(|retry| retry.window)).unwrap_or(assumed);
        let every = every
            .or(told.and_then(|retry| retry.every))
            .unwrap_or(EVERY);
        let then = told.map_or(if paid { REFUND } else { STOPS }, |retry| &retry.then);
        Self {
            window,
            every: every
                .max(window / (MOST_CALLS - 1))
                .max(Duration::from_secs(1)),
            then: then.to_owned(),
            source: match told {
                Some(retry) => format!("{} ({})", profile.id, retry.source),
                None => format!("no page of {} tells it: as other sites do", profile.id),
            },
        }
    }

    /// The moments of the calls, counted from the first: it, and each that follows within the window.
    pub fn moments(&self) -> impl Iterator<Item = Duration> + use<> {
        let (window, every) = (self.window, self.every);
        (0..MOST_CALLS)
            .map(move |nth| every * nth)
            .take_while(move |at| *at <= window)
    }

    /// The call that finds the seller well again, where an outage begins with the first call and lasts
    /// `outage`; `None` where it lasts too long.
    pub fn rescue(&self, outage: Duration) -> Option<Duration> {
        self.moments().find(|at| *at >= outage)
    }

    /// The longest outage after which an order is still delivered: up to the last call.
    pub fn longest_outage(&self) -> Duration {
        self.moments().last().unwrap_or_default()
    }
}

/// A moment of a rehearsal as hours and minutes, with seconds where there are some: `2:50`.
pub fn clock_face(at: Duration) -> String {
    let seconds = at.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if seconds == 0 {
        format!("{hours}:{minutes:02}")
    } else {
        format!("{hours}:{minutes:02}:{seconds:02}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::profile;

    fn of(profile: &str, activity: Activity) -> Schedule {
        Schedule::of(&profile::open(profile).unwrap(), activity, None, None)
    }

    #[test]
    fn the_mainland_calls_every_hour_for_three() {
        let schedule = of("cn-v1", Activity::NewInstance);
        let moments: Vec<u64> = schedule.moments().map(|at| at.as_secs() / 60).collect();
        assert_eq!(moments, [0, 60, 120, 180]);
        assert_eq!(schedule.then, "the order fails and is refunded");
        assert!(schedule.source.contains("v1 §5.1"), "{}", schedule.source);
    }

    #[test]
    fn the_international_site_calls_sixty_times_every_three_minutes() {
        let schedule = of("intl-v1", Activity::NewInstance);
        assert_eq!(schedule.moments().count(), 61);
        assert_eq!(schedule.longest_outage(), Duration::from_hours(3));
    }

    #[test]
    fn a_site_whose_pages_are_silent_is_told_to_be_so() {
        let schedule = of("eu-v2", Activity::NewInstance);
        assert_eq!(schedule.window, Duration::from_hours(3));
        assert!(schedule.source.starts_with("no page of eu-v2"));
        let schedule = of("cn-v1", Activity::RefreshInstance);
        assert_eq!((schedule.window, schedule.every), (OTHERS, EVERY));
    }

    #[test]
    fn ten_minutes_before_the_end_are_in_time_and_a_minute_behind_it_is_too_late() {
        for profile in ["cn-v1", "intl-v1", "cn-v2", "intl-v2", "eu-v2"] {
            let schedule = of(profile, Activity::NewInstance);
            assert!(schedule.rescue(Duration::from_mins(170)).is_some());
            assert_eq!(schedule.rescue(Duration::from_mins(181)), None);
        }
    }

    #[test]
    fn moments_are_told_as_a_clock_shows_them() {
        assert_eq!(clock_face(Duration::from_mins(170)), "2:50");
        assert_eq!(clock_face(Duration::from_secs(61)), "0:01:01");
    }

    proptest! {
        #[test]
        fn a_rescue_is_the_first_call_behind_the_outage(
            window in 1_u64..20_000, every in 1_u64..20_000, outage in 0_u64..25_000,
        ) {
            let book = profile::open("cn-v1").unwrap();
            let seconds = Duration::from_secs;
            let schedule = Schedule::of(
                &book, Activity::NewInstance, Some(seconds(window)), Some(seconds(every)),
            );
            let moments: Vec<Duration> = schedule.moments().collect();
            prop_assert_eq!(moments[0], Duration::ZERO);
            prop_assert!(moments.len() <= MOST_CALLS as usize);
            prop_assert!(moments.iter().all(|at| *at <= schedule.window));
            prop_assert!(*moments.last().unwrap() + schedule.every > schedule.window);
            let outage = seconds(outage);
            match schedule.rescue(outage) {
                Some(at) => {
                    prop_assert!(at >= outage && outage <= schedule.longest_outage());
                    prop_assert!(moments.iter().filter(|other| **other < at).all(|m| *m < outage));
                }
                None => prop_assert!(outage > schedule.longest_outage()),
            }
        }
    }
}
