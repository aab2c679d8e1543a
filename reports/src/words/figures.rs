//! Numbers as people read them.

use std::time::Duration;

use crate::lang::say;

/// A number with its noun, such as `1 call` or `3 calls`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    let counted = format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    say(&counted).into_owned()
}

/// A duration to three digits at most, such as `0.4 ms`, `120 ms`, `1.24 s` or `2 min 3 s`.
pub(crate) fn duration(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1000.0;
    if ms < 9.95 {
        format!("{ms:.1} ms")
    } else if ms < 999.5 {
        format!("{ms:.0} ms")
    } else if time.as_secs() < 60 {
        format!("{:.2} s", ms / 1000.0)
    } else {
        format!("{} min {} s", time.as_secs() / 60, time.as_secs() % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_keep_three_digits() {
        let shown = |us| duration(Duration::from_micros(us));
        assert_eq!(shown(0), "0.0 ms");
        assert_eq!(shown(412), "0.4 ms");
        assert_eq!(shown(9_960), "10 ms");
        assert_eq!(shown(999_600), "1.00 s");
        assert_eq!(shown(1_240_000), "1.24 s");
        assert_eq!(shown(123_000_000), "2 min 3 s");
    }
}
