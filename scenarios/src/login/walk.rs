//! The ways in, right and wrong ones.

mod renewal;

use galleria_marketplace::identity::{Asked, Person, Wish};
use url::Url;

use super::browser::{Jar, Seen, Visit, asked, named};
use super::stage::{Enterprise, LoginSettings, LoginTrouble, Pass, Stage};
use super::telling::Telling;
pub(super) use renewal::{Renewal, Round};

/// Parameters by which applications let themselves be told where to go behind a login.
const ONWARD: [&str; 12] = [
    "redirect",
    "redirect_url",
    "redirectUrl",
    "redirect_uri",
    "redirectUri",
    "next",
    "url",
    "returnUrl",
    "return_to",
    "target",
    "callback",
    "service",
];

/// A way in that ought to be open.
#[derive(Clone, Debug)]
pub struct Login {
    /// Whose it is, in words.
    pub who: &'static str,
    /// What was seen.
    pub visit: Visit,
    /// The page behind the login, asked for with what the login left.
    pub page: Seen,
    /// What the seller asked the centre meanwhile.
    pub asked: Vec<Asked>,
    /// Whether it led inside; `None` where that cannot be told.
    pub inside: Option<bool>,
}

/// A way in that ought to be closed.
#[derive(Clone, Debug)]
pub struct Intrusion {
    /// Which.
    pub way: Way,
    /// What was seen.
    pub visit: Visit,
    /// Whether it led inside; `None` where that cannot be told.
    pub inside: Option<bool>,
    /// How often an address was called that nobody named but the browser.
    pub trapped: usize,
}

/// The wrong ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// With a code that was used.
    UsedCode,
    /// With a code that nobody issued.
    MadeUpCode,
    /// With a good code from a tenant that nobody told of.
    UnknownTenant,
    /// With a tenant that is an address.
    TenantAddress,
    /// With the code of another tenant.
    OtherTenant,
    /// With the session id that was there before somebody logged in.
    EarlierSession,
}

/// Everything that was walked.
#[derive(Clone, Debug)]
pub struct Walked {
    /// What the browser came with.
    pub pass: Pass,
    /// The ways in that ought to be open.
    pub logins: Vec<Login>,
    /// A login whose token expires.
    pub renewal: Option<Renewal>,
    /// Those that ought to be closed.
    pub intrusions: Vec<Intrusion>,
    /// A login that was told to go elsewhere.
    pub sent_on: Visit,
    /// The host that it was told.
    pub elsewhere: String,
    /// The page for administrators, as a user, an administrator and a stranger see it.
    pub admin: Option<(Seen, Seen, Seen)>,
    /// A logout, where its address is known.
    pub logout: Option<Logout>,
    /// Tokens and secrets, none of which belongs into an address.
    pub(super) hidden: Vec<String>,
}

impl Walked {
    /// Whether any login asked the centre: where none did, that nothing bad happened says nothing.
    pub(super) fn has_login(&self) -> bool {
        self.logins.iter().any(|login| !login.asked.is_empty())
    }
}

/// A logout.
#[derive(Clone, Debug)]
pub struct Logout {
    /// What was seen.
    pub visit: Visit,
    /// Whether the session was good afterwards; `None` where that cannot be told.
    pub inside: Option<bool>,
    /// Whether there was a login before it, granted by the centre.
    pub entered: bool,
    /// Whether the centre was told, or the browser sent there.
    pub centre: bool,
}

struct Walk<'a> {
    settings: &'a LoginSettings,
    stage: &'a Stage,
    names: Vec<String>,
    page: String,
    telling: Option<Telling>,
}

/// Tells the seller of two enterprises, and walks every way.
pub async fn walk(mut settings: LoginSettings) -> Result<Walked, LoginTrouble> {
    let stage = Stage::open(&mut settings).await?;
    let pass = settings.pass;
    let made_up = (
        match pass {
            Pass::Code => settings.mint.nonce(),
            Pass::Ticket => format!("ST-{}", settings.mint.nonce()),
        },
        settings.mint.hex(32),
        settings.mint.hex(32),
    );
    let mut walk = Walk {
        page: asked(&settings.login),
        settings: &settings,
        stage: &stage,
        names: stage.names(),
        telling: None,
    };
    let [a, b] = &stage.enterprises;
    let used = walk.issue(a, &a.user);
    let (first, jar) = walk.first(a, &used).await;
    if first.asked.is_empty() && first.visit.last().status == 0 {
        return Err(LoginTrouble::NoLogin(walk.settings.login.to_string()));
    }
    let set = first.visit.hops.iter().flat_map(|hop| &hop.cookies);
    let cookies: Vec<String> = set
        .filter_map(|set| Some(named(set)?.0.to_owned()))
        .collect();
    let (second, _) = walk.login(b, &b.user, "a user of another tenant").await;
    let (third, admin_jar) = walk.login(a, &a.admin, "an administrator").await;
    let admin = walk.admin(&jar, &admin_jar).await;
    let logout = walk.logout(a).await;
    let mut logins = vec![first, second, third];
    let mut renewal = None;
    if pass == Pass::Code {
        logins.push(walk.login_for_once(a, &a.user).await);
        renewal = Some(walk.renewal(b, &b.user).await);
    }
    let mut intrusions = walk.earlier_sessions(a, &cookies, &made_up.2).await;
    let code = || walk.issue(a, &a.user);
    let trap = &stage.trap;
    for (way, code, tenant) in [
        (Way::UsedCode, used, a.tenant_id.clone()),
        (Way::MadeUpCode, made_up.0, a.tenant_id.clone()),
        (Way::UnknownTenant, code(), made_up.1),
        (Way::TenantAddress, code(), format!("http://{trap}")),
        (Way::TenantAddress, code(), trap.clone()),
        (Way::OtherTenant, code(), b.tenant_id.clone()),
    ] {
        intrusions.push(walk.intrude(way, &code, &tenant).await);
    }
    let sent_on = walk.sent_on(a).await;
    let hidden = stage.centre.hidden();
    Ok(Walked {
        pass,
        logins,
        renewal,
        intrusions,
        sent_on,
        elsewhere: stage.trap.clone(),
        admin,
        logout,
        hidden,
    })
}

impl Walk<'_> {
    /// The login's address with a code and more.
    fn address(&self, pairs: &[(&str, &str)]) -> String {
        let mut url: Url = self.settings.login.clone();
        url.query_pairs_mut().extend_pairs(pairs);
        asked(&url)
    }

    /// The login's address with a code or a ticket of a tenant.
    fn address_of(&self, pass: &str, tenant: &str) -> String {
        match self.settings.pass {
            Pass::Code => self.address(&[("code", pass), ("tenant", tenant)]),
            // The tenant is a part of the registered service, behind which the ticket comes.
            Pass::Ticket => self.address(&[("tenant", tenant), ("ticket", pass)]),
        }
    }

    /// A code or a ticket with which that account comes.
    fn issue(&self, one: &Enterprise, person: &Person) -> String {
        match self.settings.pass {
            Pass::Code => self.stage.centre.issue(one.number, person),
            Pass::Ticket => self.stage.centre.issue_ticket(one.number, person),
        }
    }

    async fn visit(&self, target: &str, jar: &mut Jar) -> Visit {
        self.settings.browser.visit(target, jar).await
    }

    async fn page(&self, jar: &Jar) -> Seen {
        self.settings
            .browser
            .ask(&self.page, &mut jar.clone())
            .await
    }

    fn inside(&self, seen: &Seen) -> Option<bool> {
        self.telling.as_ref()?.is_inside(seen, &self.names)
    }

    /// The first login finds out how a page inside is told from that for strangers.
    async fn first(&mut self, enterprise: &Enterprise, code: &str) -> (Login, Jar) {
        let mut jar = Jar::new();
        let target = self.address_of(code, &enterprise.tenant_id);
        let visit = self.visit(&target, &mut jar).await;
        self.page = match &self.settings.page {
            Some(page) => page.clone(),
            None if visit.hops.len() > 1 => visit.last().target.clone(),
            None => asked(&self.settings.login),
        };
        let page = self.page(&jar).await;
        let cold = self.page(&Jar::new()).await;
        let mut stranger = Jar::new();
        self.visit(&asked(&self.settings.login), &mut stranger)
            .await;
        self.visit(&self.page, &mut stranger).await;
        let warm = self.page(&stranger).await;
        self.telling = Telling::between(&page, &[cold, warm], &self.names);
        let login = Login {
            who: "a user",
            inside: self.inside(&page),
            visit,
            page,
            asked: self.stage.centre.asked(),
        };
        (login, jar)
    }

    async fn login(&self, one: &Enterprise, person: &Person, who: &'static str) -> (Login, Jar) {
        let mut jar = Jar::new();
        let before = self.stage.centre.asked().len();
        let visit = self.enter(one, person, &mut jar).await;
        let page = self.page(&jar).await;
        let login = Login {
            who,
            visit,
            inside: self.inside(&page),
            page,
            asked: self.stage.centre.asked().split_off(before),
        };
        (login, jar)
    }

    async fn enter(&self, one: &Enterprise, person: &Person, jar: &mut Jar) -> Visit {
        let target = self.address_of(&self.issue(one, person), &one.tenant_id);
        self.visit(&target, jar).await
    }

    async fn intrude(&self, way: Way, code: &str, tenant: &str) -> Intrusion {
        let before = self.stage.trapped();
        let mut jar = Jar::new();
        let target = self.address_of(code, tenant);
        let visit = self.visit(&target, &mut jar).await;
        let page = self.page(&jar).await;
        Intrusion {
            way,
            visit,
            inside: self.inside(&page),
            trapped: self.stage.trapped() - before,
        }
    }

    /// Logs in with a session id that was there before, and looks whether whoever else knows it is inside.
    async fn earlier_sessions(
        &self,
        one: &Enterprise,
        set: &[String],
        made_up: &str,
    ) -> Vec<Intrusion> {
        let mut given = Jar::new();
        self.visit(&self.page, &mut given).await;
        let planted: Jar = set
            .iter()
            .map(|name| (name.clone(), made_up.to_owned()))
            .collect();
        let mut seen = Vec::new();
        for earlier in [given, planted] {
            if earlier.is_empty() {
                continue;
            }
            let visit = self.enter(one, &one.user, &mut earlier.clone()).await;
            let page = self.page(&earlier).await;
            seen.push(Intrusion {
                way: Way::EarlierSession,
                visit,
                inside: self.inside(&page),
                trapped: 0,
            });
        }
        seen
    }

    async fn admin(&self, user: &Jar, admin: &Jar) -> Option<(Seen, Seen, Seen)> {
        let page = self.settings.admin.as_ref()?;
        let as_user = self.settings.browser.ask(page, &mut user.clone()).await;
        let as_admin = self.settings.browser.ask(page, &mut admin.clone()).await;
        let as_stranger = self.settings.browser.ask(page, &mut Jar::new()).await;
        Some((as_user, as_admin, as_stranger))
    }

    async fn logout(&self, one: &Enterprise) -> Option<Logout> {
        let address = self.settings.logout.as_ref()?;
        let mut jar = Jar::new();
        let first = self.stage.centre.asked().len();
        let way = self.enter(one, &one.user, &mut jar).await;
        let before = self.page(&jar).await;
        let mut entering = self.stage.centre.asked().split_off(first);
        let naming = self.settings.pass.naming();
        entering.retain(|asked| asked.wish == naming && asked.is_granted());
        let told = self.stage.centre.asked().len();
        let visit = self.visit(address, &mut jar.clone()).await;
        let after = self.page(&jar).await;
        let was_inside = self.inside(&before) == Some(true);
        let told = self.stage.centre.asked().split_off(told);
        let sent = visit
            .locations()
            .any(|to| to.as_str().starts_with(&one.domain) && Wish::of(to.path()) == Wish::Logout);
        Some(Logout {
            centre: sent || told.iter().any(|asked| asked.wish == Wish::Logout),
            entered: !entering.is_empty() && self.inside(&before).unwrap_or(way.is_answered()),
            inside: self.inside(&after).filter(|_| was_inside),
            visit,
        })
    }

    async fn sent_on(&self, one: &Enterprise) -> Visit {
        let to = format!("http://{}/elsewhere", self.stage.trap);
        let onward = self.address(&ONWARD.map(|name| (name, to.as_str())));
        let pass = self.address_of(&self.issue(one, &one.user), &one.tenant_id);
        let (_, onward) = onward.split_once('?').unwrap_or_default();
        let target = format!("{pass}&{onward}");
        self.visit(&target, &mut Jar::new()).await
    }
}
