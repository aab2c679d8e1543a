//! Backends of agents proved by the gateway test: in this process under virtual time, where a minute costs nothing,
//! and over sockets.

use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Delivery, Dial, Limits, Target, TlsSettings, network};
use galleria_marketplace::mint::Mint;
use galleria_protocol::Key;
use galleria_protocol::gateway::LONGEST_WAIT_MS;
use galleria_protocol::gateway::usage::Metered;
use galleria_seller::agents::{AgentConfig, faults, path_of};
use galleria_seller::{Behaviour, Seller, SellerConfig, Server};
use tokio::runtime::{Builder, Runtime};

use super::arm::{KEY, start, way_to};
use super::case::Shown;
use super::peer::PeerKind;
use crate::gateway::{Auth, GATEWAY_RULES, GatewaySettings, gateway_test};
use crate::trial::TrialReport;
use crate::verdict::Verdict;

/// What of a backend is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GatewayMode {
    /// By what is billed.
    pub metered: Metered,
    /// Whether a stream is asked for.
    pub stream: bool,
    /// Whether the gateway shows constant headers in place of a token.
    pub own: bool,
}

/// Every way to call the reference backend.
pub fn gateway_modes() -> Vec<GatewayMode> {
    let all = Metered::ALL.into_iter().flat_map(|metered| {
        [false, true].map(|own| GatewayMode {
            metered,
            stream: false,
            own,
        })
    });
    let streams = [Metered::Tokens, Metered::Nothing].map(|metered| GatewayMode {
        metered,
        stream: true,
        own: false,
    });
    all.chain(streams).collect()
}

/// How a fault or variation of that name is called.
pub fn mode_of(name: &str) -> GatewayMode {
    let kinds = [
        ("agent-image", Metered::Images),
        ("agent-transcription", Metered::Transcription),
    ];
    let of = kinds.iter().find(|(start, _)| name.starts_with(start));
    GatewayMode {
        metered: of.map_or(Metered::Tokens, |(_, metered)| *metered),
        stream: name.starts_with("agent-stream"),
        own: name.starts_with("agent-own"),
    }
}

/// The test of a backend in this process. Must be called inside a runtime whose time is paused.
pub async fn gateway_in_memory(
    behaviour: Arc<dyn Behaviour>,
    mode: GatewayMode,
) -> io::Result<TrialReport> {
    let clock = Clock::starting_at(start());
    let target = Target::parse("http://embedded.localhost").map_err(io::Error::other)?;
    let dial = way_to(&seller(behaviour, &clock), &target, &clock);
    report(dial, &target, &clock, mode).await
}

/// The same over sockets.
pub async fn gateway_over_sockets(
    behaviour: Arc<dyn Behaviour>,
    mode: GatewayMode,
) -> io::Result<TrialReport> {
    let clock = Clock::system();
    let server = Server::bind("127.0.0.1:0", seller(behaviour, &clock)).await?;
    let target = Target::parse(&format!("http://{}", server.local_addr()?));
    let target = target.map_err(io::Error::other)?;
    let task = tokio::spawn(server.run_until(std::future::pending::<()>()));
    let dial = network(&target, None, &TlsSettings::default(), &clock).map_err(io::Error::other)?;
    let report = report(dial, &target, &clock, mode).await;
    task.abort();
    report
}

/// What comes of the test of every fault of agents, in their order.
pub fn gateway_of_faults() -> io::Result<Vec<TrialReport>> {
    let runtime = paused()?;
    let all = faults::all().iter();
    all.map(|fault| runtime.block_on(gateway_in_memory((fault.make)(), mode_of(fault.name))))
        .collect()
}

/// A runtime whose time passes only where everything waits.
fn paused() -> io::Result<Runtime> {
    Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
}

fn seller(behaviour: Arc<dyn Behaviour>, clock: &Clock) -> Seller {
    let told = clock.clone();
    Seller::new(SellerConfig {
        behaviour,
        now: Arc::new(move || told.now()),
        ..SellerConfig::new(Key::new(KEY))
    })
}

async fn report(
    dial: Arc<dyn Dial>,
    target: &Target,
    clock: &Clock,
    mode: GatewayMode,
) -> io::Result<TrialReport> {
    let limits = Limits {
        answer: std::time::Duration::from_millis(LONGEST_WAIT_MS),
        ..Limits::default()
    };
    let shared = AgentConfig::default();
    let body = serde_json::json!({ "messages": [], "stream": mode.stream });
    let path = path_of(mode.metered, mode.own);
    let settings = GatewaySettings {
        backend: Delivery::new(dial, target.authority(), clock.clone(), limits),
        address: format!("{}{path}", target.address()),
        target: path,
        post: true,
        body: body.to_string().into_bytes(),
        auth: if mode.own {
            Auth::Own(vec![(shared.own_header, shared.own_value)])
        } else {
            Auth::Token {
                access: shared.access,
                secret: shared.secret,
                header: "Authorization",
                form: None,
            }
        },
        metered: mode.metered,
        stream: mode.stream,
        customers: 2,
        clock: clock.clone(),
        mint: Mint::new(1, 2, "gateway"),
    };
    gateway_test(settings).await.map_err(io::Error::other)
}

/// What came of one backend: the reference holds every rule that applies, called in every way; a variation breaks
/// none; a fault breaks those that name it.
pub(super) fn shown(
    kind: PeerKind,
    name: &str,
    make: &dyn Fn() -> Arc<dyn Behaviour>,
) -> io::Result<Shown> {
    let runtime = paused()?;
    let played = match kind {
        PeerKind::Reference => gateway_modes(),
        _ => vec![mode_of(name)],
    };
    let (mut failed, mut unseen) = (BTreeSet::new(), BTreeSet::new());
    for mode in played {
        let report = runtime.block_on(gateway_in_memory(make(), mode))?;
        let of = |verdict| report.with(verdict).into_iter().map(str::to_owned);
        failed.extend(of(Verdict::Fail));
        unseen.extend(of(Verdict::Unobserved));
    }
    let unseen = (!unseen.is_empty()).then(|| format!("{unseen:?} see nothing"));
    let of = (kind, name);
    Ok(Shown::of_trial(of, GATEWAY_RULES, failed, unseen))
}
