//! A session that outlives its access token [kit §2.3].

use std::time::Duration;

use galleria_marketplace::identity::{Asked, Holding, Person, Wish};

use super::super::browser::{Jar, Visit};
use super::super::stage::Enterprise;
use super::{Login, Walk};

/// How long an access token holds in this play; the least that can be told.
const SECONDS: i64 = 1;
/// How long is waited for its end: also a seller that counts whole seconds is past it.
const PAST: Duration = Duration::from_millis(1500);
/// A token that has just expired for everybody, whatever the seller rounds to.
const SKIPPED: Duration = Duration::from_secs(3);

/// A login whose token expires, more than once.
#[derive(Clone, Debug)]
pub struct Renewal {
    /// The login.
    pub login: Login,
    /// What came behind each end of a token.
    pub rounds: Vec<Round>,
}

/// A page of the session, once more behind the end of its access token.
#[derive(Clone, Debug)]
pub struct Round {
    /// What was seen.
    pub visit: Visit,
    /// What the seller asked the centre meanwhile.
    pub asked: Vec<Asked>,
    /// Whether the session was good; `None` where that cannot be told.
    pub inside: Option<bool>,
}

impl Walk<'_> {
    /// Logs in, and lets the token expire again and again.
    ///
    /// The answer to the first refresh has a new refresh token, that to the second has none: the pages show
    /// both. A seller that asks for nothing has a session of its own, and is let be.
    pub(super) async fn renewal(&self, one: &Enterprise, person: &Person) -> Renewal {
        let centre = &self.stage.centre;
        let held = |refreshes_anew| Holding {
            seconds: SECONDS,
            refreshes_anew,
            ..Holding::default()
        };
        centre.hold(held(true));
        centre.freeze();
        let (login, mut jar) = self.login(one, person, "a user whose token expires").await;
        let mut rounds = Vec::new();
        if is_complete(&login) {
            for refreshes_anew in [true, false, true] {
                centre.hold(held(refreshes_anew));
                let round = self.round(&mut jar).await;
                let is_over = round.asked.is_empty() || round.inside == Some(false);
                rounds.push(round);
                if is_over {
                    break;
                }
            }
        }
        centre.thaw();
        centre.hold(Holding::default());
        Renewal { login, rounds }
    }

    /// Waits for the end of every token that was given until now, and asks for the page.
    async fn round(&self, jar: &mut Jar) -> Round {
        let clock = &self.settings.clock;
        if self.settings.shares_clock {
            clock.skip(SKIPPED);
        } else {
            clock.sleep(PAST).await;
        }
        let centre = &self.stage.centre;
        centre.freeze();
        let before = centre.asked().len();
        let visit = self.visit(&self.page, jar).await;
        let page = self.page(jar).await;
        Round {
            inside: self.inside(&page),
            visit,
            asked: centre.asked().split_off(before),
        }
    }

    /// A login whose token comes without a refresh token, as in an example of the page.
    pub(super) async fn login_for_once(&self, one: &Enterprise, person: &Person) -> Login {
        let centre = &self.stage.centre;
        centre.hold(Holding {
            refreshable: false,
            ..Holding::default()
        });
        let who = "a user whose token cannot be renewed";
        let (login, _) = self.login(one, person, who).await;
        centre.hold(Holding::default());
        login
    }
}

/// Whether the centre gave what the login wanted, and nobody says that it led nowhere.
fn is_complete(login: &Login) -> bool {
    let mut granted = login.asked.iter().filter(|asked| asked.is_granted());
    granted.any(|asked| asked.wish == Wish::UserInfo) && login.inside != Some(false)
}
