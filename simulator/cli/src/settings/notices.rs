//! Where a seller is notified of orders, and under which key.

use galleria_protocol::{Api, Key};
use galleria_scenarios::profile::Profile;
use galleria_scenarios::run::NoticeSettings;
use galleria_seller::notices::NoticeConfig;

use super::key::{kept, typed};
use crate::args::{CheckArgs, GenericKeyArgs, NoticeSellerArgs};
use crate::error::CliError;

/// The name in `--with` that stands for notices of orders.
pub(crate) const ORDER_NOTIFY: &str = "order-notify";

const VARIABLE: &str = "GALLERIA_GENERIC_KEY";

/// What the key is called.
const KEY: &str = "key of generic interfaces";

/// Whether the user wants notices of orders played.
pub(crate) fn is_wanted(args: &CheckArgs) -> bool {
    args.with.iter().any(|name| name == ORDER_NOTIFY)
}

/// Refuses notices where the rule book is of another interface.
pub(super) fn refuse_unfit(args: &CheckArgs, profile: &Profile) -> Result<(), CliError> {
    let fits = profile.api == Api::V2 && profile.family.is_saas();
    if fits || !is_wanted(args) {
        return Ok(());
    }
    Err(CliError::usage(
        "--with order-notify needs a rule book of V2, as whose calls notices are signed: add --profile \
         cn-v2. Where nothing else of the seller is by that book, add --scenario 'order-notice*' as well",
    ))
}

/// Where a seller at an address is notified, where that is wanted; `path` is that of the address.
pub(super) fn notices(
    args: &CheckArgs,
    profile: &Profile,
    base_key: &Key,
    path: &str,
) -> Result<Option<NoticeSettings>, CliError> {
    if !is_wanted(args) {
        refuse(
            args,
            "something is said of notices of orders, but they are not checked: add --with order-notify",
        )?;
        return Ok(None);
    }
    let own = args.notices.order_notify_path.as_deref();
    let key = found(&args.notices.key, |shown| profile.key.shown.restore(shown))?;
    Ok(Some(NoticeSettings {
        path: slashed(own.unwrap_or(path))?,
        key: key.unwrap_or_else(|| base_key.clone()),
    }))
}

/// An embedded seller has an address and a key of its own.
pub(super) fn refuse_own(args: &CheckArgs) -> Result<(), CliError> {
    refuse(
        args,
        "something is said of notices of orders but no --url: the embedded seller has its own key and path",
    )
}

/// Refuses what is said of notices, in these words.
fn refuse(args: &CheckArgs, why: &str) -> Result<(), CliError> {
    let given = &args.notices;
    let key = given.key.generic_key_env.is_some() || given.key.generic_key_file.is_some();
    if key || given.order_notify_path.is_some() {
        return Err(CliError::usage(why));
    }
    Ok(())
}

/// Where the reference seller is notified.
pub(crate) fn notices_of_seller(
    args: &NoticeSellerArgs,
    key: &Key,
) -> Result<NoticeConfig, CliError> {
    let own = found(&args.key, |shown| Ok::<_, String>(Key::new(shown)))?;
    Ok(NoticeConfig {
        path: slashed(&args.order_notify_path)?,
        key: own.unwrap_or_else(|| key.clone()),
    })
}

fn slashed(path: &str) -> Result<String, CliError> {
    if path.starts_with('/') {
        return Ok(path.to_owned());
    }
    Err(CliError::usage(format!(
        "--order-notify-path `{path}` must begin with a slash"
    )))
}

/// The key, where one is given, out of the form in which the console shows it.
fn found<E: std::fmt::Display>(
    args: &GenericKeyArgs,
    restore: impl Fn(&str) -> Result<Key, E>,
) -> Result<Option<Key>, CliError> {
    let (file, named) = (
        args.generic_key_file.as_deref(),
        args.generic_key_env.as_deref(),
    );
    let Some((text, from)) = kept(file, named, "--generic-key-env", VARIABLE)? else {
        return Ok(None);
    };
    let shown = typed(&text, KEY, &from)?;
    restore(&shown).map(Some).map_err(|reason| {
        CliError::usage(format!("the {KEY} from {from} cannot be decoded: {reason}"))
    })
}
