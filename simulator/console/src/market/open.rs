//! Opening a market, on a thread of its own: a slow seller keeps no page waiting.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use galleria_marketplace::identity::Centre;
use galleria_marketplace::mint::Mint;
use galleria_marketplace::open_api::Desk;
use galleria_protocol::Api;
use galleria_scenarios::messages::{MessageFolder, MessageSink};
use galleria_scenarios::profile::Profile;
use galleria_scenarios::record::Recorder;
use galleria_scenarios::run::{IdentitySettings, MaxTime, Plan, Seat, Sight, Stop, run_by_hand};
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot, watch};

use super::shops::Shop;
use crate::app::App;
use crate::checks::judging;
use crate::play::{Callee, apart};
use crate::random;
use crate::settings::Settings;
use crate::site::Failure;
use crate::store::Address;

/// So many deeds may wait for the one that is being done.
const WAITING: usize = 8;
/// So long the market waits for an instance that is made behind the answer; a person can ask again.
const READY_WITHIN: Duration = Duration::from_secs(20);

/// The market at an address, opened where it is not.
pub(super) async fn opened(app: &App, address: &Address, book: Profile) -> Result<Shop, Failure> {
    if let Some(shop) = app.shops.find(address.id) {
        return Ok(shop);
    }
    let book = Arc::new(book);
    let seed = random::seed().map_err(Failure::wrong)?;
    let plan = plan(&book, address, seed);
    let callee = callee(app, address, &book).map_err(Failure::wrong)?;
    let centre = Centre::new(
        app.settings.clock.clone(),
        Mint::new(seed, address.id.unsigned_abs(), "identity"),
    );
    let identity = IdentitySettings {
        centre: centre.clone(),
        at: app.settings.identity,
        login: address.further.login.clone(),
    };
    let (asked, deeds) = mpsc::channel(WAITING);
    let (told, sight) = watch::channel(Sight::default());
    let ends = Stop::default();
    let shop = Shop {
        stop: ends.clone(),
        asked,
        sight,
        centre,
    };
    if let Some(other) = app.shops.add(address.id, &shop) {
        return Ok(other);
    }
    let (settings, closing, id) = (app.settings.clone(), app.clone(), address.id);
    let (ready, is_ready) = oneshot::channel();
    let open = apart(move || async move {
        match sit(callee, &settings, &book).await {
            Err(why) => {
                let _ = ready.send(Err(why));
            }
            Ok(seat) => {
                let _ = ready.send(Ok(()));
                let messages = MessageSink::new(MessageFolder::new(settings.messages));
                let recorder = Recorder::new(vec![Box::new(messages)]);
                run_by_hand(&plan, (seat, Some(identity)), recorder, ends, deeds, &told).await;
            }
        }
    });
    tokio::spawn(async move {
        // Where it ended early, there is nothing to be closed.
        let _ = open.await;
        closing.shops.remove(id);
    });
    match is_ready.await {
        Ok(Ok(())) => Ok(shop),
        Ok(Err(why)) => Err(Failure::wrong(why)),
        Err(_) => Err(Failure::wrong("the system gives no thread for the call")),
    }
}

/// The seller, called over the kit too where the address has its keys.
fn callee(app: &App, address: &Address, book: &Profile) -> Result<Callee, String> {
    let callee = Callee::of(app, address, book)?;
    if address.further.kit.is_some() {
        callee.with_kit(app, address, book)
    } else {
        Ok(callee)
    }
}

/// Takes the seat, and serves the open APIs where the seller is one that asks there.
async fn sit(callee: Callee, settings: &Settings, book: &Profile) -> Result<Seat, String> {
    let key = callee.key.clone();
    let mut seat = callee.sit().map_err(|error| error.to_string())?;
    let asks = settings.open_api.clone().filter(|_| book.api == Api::V2);
    if let Some((at, credentials)) = asks {
        let listener = TcpListener::bind(at).await;
        let listener = listener.map_err(|error| unable(at, &error))?;
        let desk = Desk::new(credentials, &key, seat.clock.clone());
        tokio::spawn(desk.clone().serve(listener));
        seat.desk = Some(desk);
    }
    Ok(seat)
}

fn unable(at: SocketAddr, error: &std::io::Error) -> String {
    format!(
        "The open APIs cannot be served at {at}: {error}. One market at a time serves them; close the other."
    )
}

fn plan(book: &Arc<Profile>, address: &Address, seed: u64) -> Plan {
    let rules = judging(address.further.kit.is_some()).collect();
    Plan {
        max_time: MaxTime::Given(Duration::MAX),
        ready_within: READY_WITHIN,
        ..Plan::new(Arc::clone(book), address.billing, Vec::new(), rules, seed)
    }
}
