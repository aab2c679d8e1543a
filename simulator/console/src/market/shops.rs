//! The markets that are open.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use galleria_marketplace::identity::{Asked, Centre};
use galleria_scenarios::run::{self, Sight, Stop};
use tokio::sync::{Notify, mpsc, watch};

use crate::app::App;

/// So many calls to the identity centre are shown.
const SHOWN: usize = 30;

/// The open markets, by the number of their address.
#[derive(Debug, Default)]
pub(crate) struct Shops {
    open: Mutex<BTreeMap<i64, Shop>>,
    /// Told whenever one is closed.
    one_less: Notify,
}

/// An open market.
#[derive(Clone, Debug)]
pub(super) struct Shop {
    pub(super) stop: Stop,
    pub(super) asked: mpsc::Sender<run::Asked>,
    pub(super) sight: watch::Receiver<Sight>,
    /// Where accounts of those who buy log in.
    pub(super) centre: Centre,
}

/// What is to be seen of the market at an address; nothing was bought where none is open.
pub(crate) fn seen(app: &App, id: i64) -> Sight {
    let shop = app.shops.find(id);
    shop.map(|shop| shop.sight.borrow().clone())
        .unwrap_or_default()
}

/// The latest calls to the identity centre of the market at an address, the latest one first.
pub(crate) fn asked(app: &App, id: i64) -> Vec<Asked> {
    let shop = app.shops.find(id);
    let mut asked = shop.map(|shop| shop.centre.asked()).unwrap_or_default();
    asked.reverse();
    asked.truncate(SHOWN);
    asked
}

impl Shops {
    /// Notes an open market, unless there is one at that address already, which is handed out then.
    pub(super) fn add(&self, id: i64, shop: &Shop) -> Option<Shop> {
        let mut open = self.lock();
        if let Some(other) = open.get(&id) {
            return Some(other.clone());
        }
        open.insert(id, shop.clone());
        None
    }

    pub(super) fn remove(&self, id: i64) {
        self.lock().remove(&id);
        self.one_less.notify_waiters();
    }

    pub(super) fn find(&self, id: i64) -> Option<Shop> {
        self.lock().get(&id).cloned()
    }

    /// Asks the market at an address to close; nothing where none is open.
    pub(crate) fn stop(&self, id: i64) {
        if let Some(shop) = self.find(id) {
            shop.stop.request();
        }
    }

    /// Asks every market to close: the first time in good order, the second time at once.
    pub(crate) fn stop_all(&self) {
        for shop in self.lock().values() {
            shop.stop.request();
        }
    }

    /// Waits until none is open.
    pub(crate) async fn are_closed(&self) {
        self.until(BTreeMap::is_empty).await;
    }

    /// Waits until the one at an address is closed.
    pub(super) async fn is_closed(&self, id: i64) {
        self.until(|open| !open.contains_key(&id)).await;
    }

    async fn until(&self, holds: impl Fn(&BTreeMap<i64, Shop>) -> bool) {
        loop {
            let one_less = self.one_less.notified();
            if holds(&self.lock()) {
                return;
            }
            one_less.await;
        }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<i64, Shop>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
