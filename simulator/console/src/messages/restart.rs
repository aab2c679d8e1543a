//! Delivering again by hand: the seller centre's 重新启动.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use galleria_marketplace::delivery::{Limits, Target};
use galleria_scenarios::caller::Caller;
use galleria_scenarios::messages::Message;
use galleria_scenarios::profile::{self, Profile};

use super::list::{folder, read};
use crate::app::App;
use crate::play::{Callee, apart};
use crate::random;
use crate::site::{Failure, Reader, Said as _};
use crate::store::Address;

pub(super) async fn take(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    restart(&app, &id).await.said(reader)?;
    Ok(Redirect::to(&format!("/deliveries/{id}")).into_response())
}

/// Makes the delivery of a message again, with the key of the production address that it was made to.
pub(crate) async fn restart(app: &App, id: &str) -> Result<Message, Failure> {
    let mut message = read(app, id)?;
    let address = addressed(app, &message).await?;
    let book = profile::find(&message.profile);
    let book = book.map_err(|error| Failure::absent(error.to_string()))?;
    let callee = Callee::of(app, &address, &book).map_err(Failure::wrong)?;
    let seed = random::seed().map_err(Failure::wrong)?;
    let message = apart(move || async move {
        let mut phone = caller(callee, &book, seed)?;
        message.deliver_again(&mut phone).await;
        Ok::<_, String>(message)
    });
    let unable = "the system gives no thread for the call".to_owned();
    let message = message.await.unwrap_or(Err(unable));
    let message = message.map_err(Failure::wrong)?;
    let written = folder(app).write(id, &message);
    written.map_err(|error| Failure::wrong(error.to_string()))?;
    Ok(message)
}

fn caller(callee: Callee, book: &Profile, seed: u64) -> Result<Caller, String> {
    let seat = callee.sit().map_err(|error| error.to_string())?;
    let limits = Limits {
        answer: book.limits.answer,
        ..Limits::default()
    };
    Ok(Caller::new(
        book,
        &seat.target,
        seat.dial,
        seat.key,
        seat.clock,
        limits,
        seed,
    ))
}

/// The production address of a message: the one of the console that leads to the same place.
async fn addressed(app: &App, message: &Message) -> Result<Address, Failure> {
    let wanted = Target::parse(&message.address);
    let wanted = wanted.map_err(|error| Failure::wrong(error.to_string()))?;
    let known = app.store.addresses().await?;
    let is_same = |address: &Address| {
        Target::parse(&address.url).is_ok_and(|target| target.address() == wanted.address())
    };
    known.into_iter().find(is_same).ok_or_else(|| {
        let at = wanted.address();
        Failure::wrong(format!(
            "The console knows no production address {at}, so that it has no key for the call: add it first."
        ))
    })
}
