//! What a test of a login needs, checked before anything is called.

use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Delivery, Limits, Target, TlsSettings, network};
use galleria_marketplace::mint::Mint;
use galleria_scenarios::event::RunStarted;
use galleria_scenarios::login::{self, Browser, LoginSettings, Pass};
use galleria_scenarios::profile;
use url::Url;

use super::key::key_of_site;
use super::seat::{refuse_strange_host, trusting};
use super::{kit, random, trial};
use crate::args::LoginTestArgs;
use crate::error::CliError;

/// The settings of a login test. Must be called inside the runtime.
pub(crate) fn login_test(args: &LoginTestArgs) -> Result<(LoginSettings, RunStarted), CliError> {
    let profile = Arc::new(profile::open(&args.profile)?);
    let production = Target::parse(&args.url)?;
    let login = address(&args.login_url)?;
    let host = Target::parse(&login.origin().ascii_serialization())?;
    for target in [&production, &host] {
        refuse_strange_host(&args.allow.allow_target, target, |host| {
            format!(
                "a login test tells the seller of two made-up tenants and tries wrong codes; {host} is not \
                 this machine. If it is yours and for tests, add --allow-target {host}"
            )
        })?;
    }
    let paths = [&args.page_path, &args.logout_path, &args.admin_path];
    if let Some(path) = paths
        .into_iter()
        .flatten()
        .find(|path| !path.starts_with('/'))
    {
        return Err(CliError::usage(format!(
            "`{path}` is no path at the host of the login: it must begin with a slash"
        )));
    }
    let key = key_of_site(&args.caller.key, &profile)?;
    let kit = kit::needed(&args.kit, &profile, &key, "a login test")?;
    let clock = Clock::system();
    let tls = trusting(&args.caller.way.cacert, args.caller.way.insecure);
    let limits = Limits {
        answer: args.caller.timeout.unwrap_or(profile.limits.answer),
        ..Limits::default()
    };
    let delivery = |target: &Target| delivery(args, target, &tls, (&clock, limits));
    let salt = clock.started().timestamp_micros().unsigned_abs();
    let seed = random::seed()?;
    let settings = LoginSettings {
        kit: Arc::new(kit),
        production_path: production.path().to_owned(),
        browser: Browser::new(login.clone(), delivery(&host)?),
        production: delivery(&production)?,
        login,
        pass: if args.cas { Pass::Ticket } else { Pass::Code },
        page: args.page_path.clone(),
        logout: args.logout_path.clone(),
        admin: args.admin_path.clone(),
        mint: Mint::new(seed, salt, "login"),
        profile,
        clock,
        shares_clock: false,
    };
    let begun = login::begun(&settings, (seed, salt), trial::fail_on(&args.outcome));
    Ok((settings, begun))
}

fn delivery(
    args: &LoginTestArgs,
    target: &Target,
    tls: &TlsSettings,
    (clock, limits): (&Clock, Limits),
) -> Result<Delivery, CliError> {
    let dial = network(target, args.caller.way.resolve, tls, clock)?;
    Ok(Delivery::new(
        dial,
        target.authority(),
        clock.clone(),
        limits,
    ))
}

/// The login's address, which may have parameters of its own.
fn address(text: &str) -> Result<Url, CliError> {
    let url = Url::parse(text).ok().filter(|url| {
        matches!(url.scheme(), "http" | "https") && url.has_host() && url.fragment().is_none()
    });
    url.ok_or_else(|| {
        CliError::usage(format!(
            "--login-url `{text}` is no address of a login: write it as http://host:port/path"
        ))
    })
}
