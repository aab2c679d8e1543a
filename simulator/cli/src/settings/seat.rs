//! Whom a check plays against.

use std::path::PathBuf;
use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Target, TlsSettings, network};
use galleria_marketplace::kit::KitSettings;
use galleria_protocol::Key;
use galleria_scenarios::profile::Profile;
use galleria_scenarios::proof::{Memory, embedded_target};
use galleria_scenarios::run::{Equipment, NoticeSettings, Seat};
use galleria_seller::Reference;

use super::activation::{ActivationSettings, activation};
use super::key::key_of_site;
use super::kit;
use super::notices;
use super::open_api::{DeskSettings, desk};
use super::probe::{ProbeSettings, probe};
use crate::args::CheckArgs;
use crate::error::CliError;

/// What was found out about the seller before the run.
#[derive(Debug)]
pub(crate) enum SeatSettings {
    /// The reference seller in this process.
    Embedded {
        /// Whether it is called over the kit.
        kit: bool,
        /// Whether it is notified of orders.
        notices: bool,
    },
    /// A seller at an address.
    At(Box<Remote>),
}

/// A seller at an address.
#[derive(Debug)]
pub(crate) struct Remote {
    target: Target,
    key: Key,
    /// Whom TLS trusts.
    tls: TlsSettings,
    /// What counts the effects of calls.
    probe: Option<ProbeSettings>,
    /// What enters licence codes into the software.
    activation: Option<ActivationSettings>,
    /// Where the open APIs are served.
    desk: Option<DeskSettings>,
    /// The keys of the kit, where it is wanted.
    kit: Option<Arc<KitSettings>>,
    /// Where it is notified of orders, where that is wanted.
    notices: Option<NoticeSettings>,
}

/// Checks what the user says of the seller, before anything is created or called.
pub(crate) fn seat(args: &CheckArgs, profile: &Profile) -> Result<SeatSettings, CliError> {
    let Some(url) = &args.url else {
        let given = &args.key;
        if given.key.is_some() || given.key_env.is_some() || given.key_file.is_some() {
            return Err(CliError::usage(
                "a key is given but no --url: the embedded seller has its own",
            ));
        }
        kit::refuse_keys(args)?;
        notices::refuse_own(args)?;
        return Ok(SeatSettings::Embedded {
            kit: kit::is_wanted(args),
            notices: notices::is_wanted(args),
        });
    };
    let target = Target::parse(url)?;
    refuse_strangers(args, &target)?;
    let key = key_of_site(&args.key, profile)?;
    Ok(SeatSettings::At(Box::new(Remote {
        notices: notices::notices(args, profile, &key, target.path())?,
        target,
        kit: kit::kit(args, profile, &key)?.map(Arc::new),
        key,
        tls: trusting(&args.network.cacert, args.network.insecure),
        probe: probe(args)?,
        activation: activation(args)?,
        desk: desk(&args.open_api, profile)?,
    })))
}

/// Whom TLS trusts: the public authorities, those of these files, or anybody.
pub(crate) fn trusting(ca_files: &[PathBuf], insecure: bool) -> TlsSettings {
    TlsSettings {
        ca_files: ca_files.to_vec(),
        insecure,
        authorities: Vec::new(),
    }
}

/// Calls that do business or forge go to this machine freely, elsewhere by name only.
fn refuse_strangers(args: &CheckArgs, target: &Target) -> Result<(), CliError> {
    if args.safe {
        return Ok(());
    }
    refuse_strange_host(&args.network.allow_target, target, |host| {
        format!(
            "a check buys, expires and deletes instances at the seller and forges calls; {host} is \
             not this machine. If it is yours and may take that, add --allow-target {host}; for a \
             seller in production add --safe, which makes test calls only"
        )
    })
}

/// Refuses a host that is neither this machine nor named, in the words of `refusal`.
pub(super) fn refuse_strange_host(
    allowed: &[String],
    target: &Target,
    refusal: impl FnOnce(&str) -> String,
) -> Result<(), CliError> {
    let host = target.host();
    let mut allowed = allowed.iter();
    if target.is_loopback() || allowed.any(|allowed| allowed.eq_ignore_ascii_case(host)) {
        return Ok(());
    }
    Err(CliError::usage(refusal(host)))
}

impl SeatSettings {
    /// The address that will be called.
    pub(crate) fn target(&self) -> Target {
        match self {
            Self::Embedded { .. } => embedded_target(&Reference),
            Self::At(remote) => remote.target.clone(),
        }
    }

    /// What else than the answers can be looked at.
    pub(crate) fn equipment(&self) -> Equipment {
        match self {
            Self::Embedded { kit, notices } => Equipment {
                kit: *kit,
                notices: *notices,
                probe: true,
                open_api: true,
            },
            Self::At(remote) => Equipment {
                probe: remote.probe.is_some(),
                open_api: remote.desk.is_some(),
                kit: remote.kit.is_some(),
                notices: remote.notices.is_some(),
            },
        }
    }

    /// Takes the seat. Must be called inside the runtime.
    pub(crate) fn sit(self, args: &CheckArgs) -> Result<Seat, CliError> {
        let clock = Clock::system();
        match self {
            Self::Embedded { kit, notices } => {
                let called = "the embedded reference seller";
                let seat = Memory::new(Arc::new(Reference), called, clock).seat;
                Ok(Seat {
                    kit: seat.kit.filter(|_| kit),
                    notices: seat.notices.filter(|_| notices),
                    ..seat
                })
            }
            Self::At(remote) => {
                let Remote {
                    target,
                    key,
                    tls,
                    probe,
                    activation,
                    desk,
                    kit,
                    notices,
                } = *remote;
                let called = target.address().to_owned();
                let probe = probe.map(|probe| probe.ready(&tls, &clock)).transpose()?;
                let activator = activation.map(|way| way.ready(&tls, &clock)).transpose()?;
                let desk = desk.map(|desk| desk.open(&key, &clock)).transpose()?;
                Ok(Seat {
                    desk,
                    kit,
                    notices,
                    dial: network(&target, args.network.resolve, &tls, &clock)?,
                    target,
                    called,
                    key,
                    clock,
                    probe,
                    activator,
                    stage: None,
                })
            }
        }
    }
}
