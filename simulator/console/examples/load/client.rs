//! The load and what came of it.
#![expect(
    clippy::disallowed_methods,
    reason = "it measures how long real requests take"
)]

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};
use tokio::sync::{Mutex, Semaphore};
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval};

/// How many requests may be open at once; more wait, as behind a browser or a proxy.
const OPEN: usize = 32;

/// What is done to a console.
#[derive(Clone, Debug)]
pub(crate) struct Load {
    pub(crate) console: String,
    /// The seller that is checked meanwhile.
    pub(crate) seller: String,
    pub(crate) key: String,
    pub(crate) requests: u32,
    /// How long after one request the next one is made.
    pub(crate) apart: Duration,
}

/// What came of it.
#[derive(Debug, Default)]
pub(crate) struct Told {
    pub(crate) requests: usize,
    /// How many of each kind were refused or unanswered.
    pub(crate) errors: BTreeMap<String, usize>,
    pub(crate) added: usize,
    pub(crate) removed: usize,
    pub(crate) checks: usize,
    /// What was confirmed and is not there, or the other way round.
    pub(crate) lost: Vec<String>,
    took: Duration,
    /// How long each request took, the shortest first.
    times: Vec<Duration>,
}

impl Told {
    pub(crate) fn is_good(&self) -> bool {
        self.errors.is_empty() && self.lost.is_empty() && self.checks > 0
    }

    fn within(&self, percent: usize) -> u128 {
        let last = self.times.len().saturating_sub(1);
        self.times
            .get(last * percent / 100)
            .map_or(0, Duration::as_millis)
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rate = self.requests as u128 * 1000 / self.took.as_millis().max(1);
        let failed: usize = self.errors.values().sum();
        writeln!(
            f,
            "{} requests in {} s, {rate} a second; {failed} errors",
            self.requests,
            self.took.as_secs()
        )?;
        writeln!(
            f,
            "answered within {} ms (half), {} ms (99 of 100), {} ms (all)",
            self.within(50),
            self.within(99),
            self.within(100)
        )?;
        write!(
            f,
            "{} addresses added, {} of them removed, {} checks; {} lost",
            self.added,
            self.removed,
            self.checks,
            self.lost.len()
        )?;
        for (error, count) in &self.errors {
            write!(f, "\n{count} x {error}")?;
        }
        for lost in self.lost.iter().take(10) {
            write!(f, "\n{lost}")?;
        }
        Ok(())
    }
}

/// Whoever makes the requests, and what the console has confirmed.
struct Desk {
    client: Client,
    load: Load,
    /// The names that were confirmed, by number.
    kept: Mutex<BTreeMap<i64, String>>,
    told: Mutex<Told>,
}

/// Puts a console under load, and compares what it confirmed with what it then has.
pub(crate) async fn put(load: &Load) -> Told {
    let client = Client::builder()
        .no_proxy()
        .timeout(Duration::from_secs(30))
        .build();
    let desk = Arc::new(Desk {
        client: client.unwrap_or_default(),
        load: load.clone(),
        kept: Mutex::default(),
        told: Mutex::default(),
    });
    let Some(seller) = desk.add("under-check", &load.seller).await else {
        return desk.end(Instant::now(), &[]).await;
    };
    let started = Instant::now();
    let checking = tokio::spawn({
        let desk = Arc::clone(&desk);
        async move { desk.check_on_and_on(seller, load_ends(&desk.load)).await }
    });
    let mut open = JoinSet::new();
    let room = Arc::new(Semaphore::new(OPEN));
    let mut ticks = interval(load.apart.max(Duration::from_micros(1)));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Burst);
    for number in 0..load.requests {
        ticks.tick().await;
        let place = Arc::clone(&room).acquire_owned().await;
        let desk = Arc::clone(&desk);
        open.spawn(async move {
            desk.ask_something(number, seller).await;
            drop(place);
        });
    }
    open.join_all().await;
    let took = started;
    let checks = checking.await.unwrap_or_default();
    desk.end(took, &checks).await
}

fn load_ends(load: &Load) -> Instant {
    Instant::now() + load.apart * load.requests
}

impl Desk {
    /// One request in turn: of ten, three write.
    async fn ask_something(&self, number: u32, seller: i64) {
        match number % 10 {
            0 | 5 => {
                self.add(&format!("load-{number}"), "http://127.0.0.1:9/produceAPI")
                    .await;
            }
            8 => self.remove_one(seller).await,
            1 => self.page("/").await,
            2 => self.page("/checks").await,
            3 => self.page(&format!("/addresses/{seller}")).await,
            4 => self.page("/rules/SIG004").await,
            6 => self.page("/api/checks").await,
            7 => self.page(&format!("/api/addresses/{seller}")).await,
            _ => self.page("/explain?text=SIG004").await,
        }
    }

    /// An answer with the status that it should have; what else comes is noted.
    async fn ask(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
        wanted: StatusCode,
    ) -> Option<String> {
        let mut request = self
            .client
            .request(method.clone(), format!("{}{path}", self.load.console));
        if let Some(body) = body {
            request = request.json(&body);
        }
        let started = Instant::now();
        let answer = match request.send().await {
            Ok(answer) => {
                let status = answer.status();
                answer.text().await.map(|text| (status, text))
            }
            Err(error) => Err(error),
        };
        let mut told = self.told.lock().await;
        told.requests += 1;
        told.times.push(started.elapsed());
        let wrong = match answer {
            Ok((status, text)) if status == wanted => return Some(text),
            Ok((status, _)) => status.to_string(),
            Err(error) => error.to_string(),
        };
        // Numbers differ: the kind of request is what is counted.
        let kind: String = path
            .chars()
            .filter(|letter| !letter.is_ascii_digit())
            .collect();
        *told
            .errors
            .entry(format!("{method} {kind}: {wrong}"))
            .or_default() += 1;
        None
    }

    async fn page(&self, path: &str) {
        self.ask(Method::GET, path, None, StatusCode::OK).await;
    }

    async fn add(&self, name: &str, url: &str) -> Option<i64> {
        let entered = json!({ "name": name, "url": url, "profile": "cn-v1", "billing": "period", "key": self.load.key });
        let answer = self
            .ask(
                Method::POST,
                "/api/addresses",
                Some(entered),
                StatusCode::CREATED,
            )
            .await?;
        let id = serde_json::from_str::<Value>(&answer).ok()?["id"].as_i64()?;
        self.kept.lock().await.insert(id, name.to_owned());
        self.told.lock().await.added += 1;
        Some(id)
    }

    /// Removes one that was confirmed.
    async fn remove_one(&self, seller: i64) {
        let chosen = {
            let mut kept = self.kept.lock().await;
            let id = kept.keys().copied().find(|id| *id != seller);
            id.and_then(|id| kept.remove_entry(&id))
        };
        let Some((id, name)) = chosen else {
            return self.page("/addresses").await;
        };
        let path = format!("/api/addresses/{id}");
        match self
            .ask(Method::DELETE, &path, None, StatusCode::NO_CONTENT)
            .await
        {
            Some(_) => self.told.lock().await.removed += 1,
            None => {
                self.kept.lock().await.insert(id, name);
            }
        }
    }

    /// Checks the seller again and again; the checks that were confirmed, by number.
    async fn check_on_and_on(&self, seller: i64, until: Instant) -> Vec<i64> {
        let mut begun = Vec::new();
        while begun.is_empty() || Instant::now() < until {
            let path = format!("/api/addresses/{seller}/checks");
            let answer = self
                .ask(Method::POST, &path, Some(json!({})), StatusCode::ACCEPTED)
                .await;
            let check = answer.and_then(|text| serde_json::from_str::<Value>(&text).ok());
            let Some(id) = check.and_then(|check| check["id"].as_i64()) else {
                break;
            };
            begun.push(id);
            // Its events end when it does.
            let live = format!("{}/checks/{id}/live", self.load.console);
            if let Ok(events) = self.client.get(live).send().await {
                let _ = events.text().await;
            }
        }
        begun
    }

    /// Compares what was confirmed with what is there.
    async fn end(&self, started: Instant, checks: &[i64]) -> Told {
        let took = started.elapsed();
        let addresses = self.found("/api/addresses").await;
        let kept = self.kept.lock().await.clone();
        let found: BTreeMap<i64, String> = addresses
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|one| Some((one["id"].as_i64()?, one["name"].as_str()?.to_owned())))
            .filter(|(_, name)| name.starts_with("load-") || name == "under-check")
            .collect();
        let mut lost: Vec<String> = kept
            .iter()
            .filter(|(id, name)| found.get(id) != Some(name))
            .map(|(id, name)| format!("address {id} ({name}) was confirmed and is not there"))
            .collect();
        let unasked = found.iter().filter(|(id, _)| !kept.contains_key(id));
        lost.extend(
            unasked
                .map(|(id, name)| format!("address {id} ({name}) is there and was not confirmed")),
        );
        for id in checks {
            let check = self.found(&format!("/api/checks/{id}")).await;
            if check["standing"] != "pass" {
                lost.push(format!("check {id} was begun and did not pass: {check}"));
            }
        }
        let mut told = std::mem::take(&mut *self.told.lock().await);
        told.times.sort_unstable();
        Told {
            took,
            checks: checks.len(),
            lost,
            ..told
        }
    }

    async fn found(&self, path: &str) -> Value {
        let answer = self.ask(Method::GET, path, None, StatusCode::OK).await;
        let told = answer.and_then(|text| serde_json::from_str(&text).ok());
        told.unwrap_or_default()
    }
}
