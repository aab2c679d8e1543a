//! The open APIs: where `check` serves them, and how a seller of ours calls them.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::open_api::{Credentials, Desk};
use galleria_protocol::sdk_hmac::{AccessKey, SecretKey};
use galleria_protocol::{Api, Key};
use galleria_scenarios::profile::Profile;
use galleria_seller::open_api::{HttpRoute, OpenApi};

use super::key::{from_env, from_file, typed};
use crate::args::{AccessArgs, OpenApiArgs};
use crate::error::CliError;
use crate::output::note;

const VARIABLE: &str = "GALLERIA_SK";

/// What both sides know where nobody says otherwise: obviously none of a real seller.
const TEST_SECRET: &str = "galleria-test-sk";

/// The open APIs' place, bound before anything is called.
#[derive(Debug)]
pub(crate) struct DeskSettings {
    listener: TcpListener,
    address: SocketAddr,
    credentials: Credentials,
    access: String,
}

/// Reads `--open-api` and binds its address.
pub(super) fn desk(
    args: &OpenApiArgs,
    profile: &Profile,
) -> Result<Option<DeskSettings>, CliError> {
    let Some(asked) = args.open_api else {
        return Ok(None);
    };
    if profile.api != Api::V2 {
        return Err(CliError::usage(format!(
            "--open-api is for sellers of V2, and profile {} is of V1; choose one such as \
             --profile cn-v2",
            profile.id
        )));
    }
    let credentials = credentials(&args.access)?;
    let unbound = |error| {
        CliError::usage(format!(
            "the open APIs cannot listen on {asked}: {error}; choose another --open-api"
        ))
    };
    let listener = TcpListener::bind(asked).map_err(unbound)?;
    listener.set_nonblocking(true).map_err(unbound)?;
    Ok(Some(DeskSettings {
        address: listener.local_addr().map_err(unbound)?,
        listener,
        credentials,
        access: args.access.ak.clone(),
    }))
}

impl DeskSettings {
    /// Opens the desk. Must be called inside the runtime, which serves it for as long as it lasts.
    pub(super) fn open(self, key: &Key, clock: &Clock) -> Result<Desk, CliError> {
        let broken = |reason| CliError::System {
            what: "the open APIs' socket",
            reason,
        };
        let listener = tokio::net::TcpListener::from_std(self.listener).map_err(broken)?;
        let desk = Desk::new(self.credentials, key, clock.clone());
        note(&format!(
            "the open APIs listen on http://{} for AK {}",
            self.address, self.access
        ));
        tokio::spawn(desk.clone().serve(listener));
        Ok(desk)
    }
}

/// How a seller of ours calls the open APIs at that address.
pub(crate) fn open_api(base: &str, args: &AccessArgs) -> Result<OpenApi, CliError> {
    let credentials = credentials(args)?;
    let route =
        HttpRoute::new(base).map_err(|error| CliError::usage(format!("--open-api: {error}")))?;
    Ok(OpenApi {
        host: route.host(),
        route: Arc::new(route),
        access: credentials.access,
        secret: credentials.secret,
    })
}

pub(crate) fn credentials(args: &AccessArgs) -> Result<Credentials, CliError> {
    let (text, from) = if let Some(path) = &args.sk_file {
        (from_file(path)?, path.display().to_string())
    } else if let Some(name) = &args.sk_env {
        (from_env(name, "--sk-env")?, name.clone())
    } else {
        let text = std::env::var(VARIABLE).unwrap_or_else(|_| TEST_SECRET.to_owned());
        (text, VARIABLE.to_owned())
    };
    Ok(Credentials {
        access: AccessKey::new(args.ak.clone()),
        secret: SecretKey::new(typed(&text, "SK", &from)?),
    })
}
