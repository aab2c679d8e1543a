//! What a browser does: cookies, redirects within one host, pages.

use std::collections::BTreeMap;

use galleria_marketplace::delivery::{Delivered, Delivery, Outgoing};
use url::Url;

/// More redirects than this are no way to a page.
const MOST_HOPS: usize = 10;

/// Cookies by name.
pub type Jar = BTreeMap<String, String>;

/// One answer.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// The path and query that were asked for.
    pub target: String,
    /// The status; 0 where no answer came.
    pub status: u16,
    /// Where it sends a browser, as a whole address.
    pub location: Option<Url>,
    /// What it sets, as sent.
    pub cookies: Vec<String>,
    /// The body.
    pub body: String,
}

/// The answers of one way, in order.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    /// The answers; never empty.
    pub hops: Vec<Seen>,
    /// Where the way leaves the host.
    pub left: Option<Url>,
}

impl Visit {
    /// The last answer.
    pub fn last(&self) -> &Seen {
        const NOTHING: &Seen = &Seen {
            target: String::new(),
            status: 0,
            location: None,
            cookies: Vec::new(),
            body: String::new(),
        };
        self.hops.last().unwrap_or(NOTHING)
    }

    /// Whether it ended with a page, or at somebody else's host, and not with a refusal.
    pub fn is_answered(&self) -> bool {
        self.left.is_some() || (200..400).contains(&self.last().status)
    }

    /// Every address that a browser was sent to.
    pub fn locations(&self) -> impl Iterator<Item = &Url> {
        self.hops.iter().filter_map(|hop| hop.location.as_ref())
    }
}

/// A browser that visits one host.
#[derive(Debug)]
pub struct Browser {
    base: Url,
    delivery: Delivery,
}

impl Browser {
    /// Visits the host of `base`.
    pub fn new(base: Url, delivery: Delivery) -> Browser {
        Browser { base, delivery }
    }

    /// Goes to an address of the host, and on to where it is sent.
    pub async fn visit(&self, target: &str, jar: &mut Jar) -> Visit {
        let mut visit = Visit::default();
        let mut target = target.to_owned();
        while visit.hops.len() <= MOST_HOPS {
            let seen = self.ask(&target, jar).await;
            let next = seen.location.clone();
            visit.hops.push(seen);
            match next {
                None => break,
                Some(next) if next.origin() == self.base.origin() => target = asked(&next),
                Some(next) => {
                    visit.left = Some(next);
                    break;
                }
            }
        }
        visit
    }

    /// Asks for one page, and follows nothing.
    pub async fn ask(&self, target: &str, jar: &mut Jar) -> Seen {
        let mut headers = vec![("Accept", "text/html,application/xhtml+xml,*/*".to_owned())];
        if !jar.is_empty() {
            let pairs: Vec<String> = jar
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            headers.push(("Cookie", pairs.join("; ")));
        }
        let outgoing = Outgoing::get(target.to_owned()).with_headers(headers);
        let delivered = self.delivery.deliver(&outgoing, false).await;
        let seen = self.seen(target, delivered);
        for cookie in &seen.cookies {
            keep(jar, cookie);
        }
        seen
    }

    fn seen(&self, target: &str, delivered: Delivered) -> Seen {
        let Some(answer) = delivered.answer else {
            return Seen {
                target: target.to_owned(),
                ..Seen::default()
            };
        };
        let named = |wanted: &'static str| {
            let headers = answer.headers.iter();
            headers.filter(move |header| header.name.eq_ignore_ascii_case(wanted))
        };
        let here = self.base.join(target).unwrap_or_else(|_| self.base.clone());
        let to = named("location")
            .next()
            .filter(|_| (300..400).contains(&answer.status));
        Seen {
            target: target.to_owned(),
            status: answer.status,
            location: to.and_then(|to| here.join(&to.value).ok()),
            cookies: named("set-cookie")
                .map(|header| header.value.clone())
                .collect(),
            body: String::from_utf8_lossy(&answer.body).into_owned(),
        }
    }
}

/// Path and query of an address.
pub(super) fn asked(url: &Url) -> String {
    match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    }
}

/// Name and value of a cookie that is set.
pub(super) fn named(cookie: &str) -> Option<(&str, &str)> {
    let pair = cookie.split(';').next()?;
    let (name, value) = pair.split_once('=')?;
    Some((name.trim(), value.trim()))
}

fn keep(jar: &mut Jar, cookie: &str) {
    let Some((name, value)) = named(cookie) else {
        return;
    };
    let lower = cookie.to_ascii_lowercase();
    if value.is_empty() || lower.contains("max-age=0") || lower.contains("1970 ") {
        jar.remove(name);
    } else {
        jar.insert(name.to_owned(), value.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_kept_changed_and_thrown_away() {
        let mut jar = Jar::new();
        keep(&mut jar, "sid=1; Path=/; HttpOnly");
        keep(&mut jar, "other=x=y");
        keep(&mut jar, "sid=2");
        assert_eq!(jar["sid"], "2");
        assert_eq!(jar["other"], "x=y");
        keep(&mut jar, "sid=gone; Max-Age=0");
        keep(&mut jar, "other=; Path=/");
        assert!(jar.is_empty());
    }
}
