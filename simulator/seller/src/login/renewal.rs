//! What becomes of a session whose access token holds no longer [kit §2.3].

use super::desk::{self, Arrival};
use super::outward;
use super::sessions::{Session, Tokens, Visitor};
use crate::seller::Seller;

/// The session of a browser, renewed where it needs to be; `None` where it is not logged in (any more).
pub(super) async fn current(seller: &Seller, arrival: &Arrival) -> Option<Session> {
    let behaviour = seller.behaviour().sign_on();
    let id = arrival.session.as_ref()?;
    let session = desk::found(seller, arrival)?;
    if !behaviour.is_open(&session, seller.now()) {
        seller.logins().end(id);
        return None;
    }
    if !behaviour.is_stale(&session, seller.now()) {
        return Some(session);
    }
    let Some(visitor) = renewed(seller, &session).await else {
        seller.logins().end(id);
        return None;
    };
    let session = Session { visitor, ..session };
    seller.logins().open(id.clone(), session.clone());
    Some(session)
}

/// Who it is by what the identity centre says now.
async fn renewed(seller: &Seller, session: &Session) -> Option<Visitor> {
    let behaviour = seller.behaviour().sign_on();
    let client = seller.logins().client()?;
    let bindings = behaviour.bindings(seller, &session.tenant);
    let mut bindings = bindings.into_iter();
    let binding = bindings.find(|binding| binding.domain == session.domain)?;
    let held = &session.visitor.tokens;
    if behaviour.tries_old_token()
        && let Some(visitor) = desk::named(seller, client, &binding, held.clone()).await
    {
        return Some(visitor);
    }
    let Some(asked) = behaviour.refresh_request(seller, &binding, held) else {
        let visitor = session.visitor.clone();
        return behaviour.outlives_token().then_some(visitor);
    };
    let told = outward::make(client, asked).await?;
    let new = behaviour.kept(held, Tokens::of(&told, seller.now())?);
    desk::named(seller, client, &binding, new).await
}
