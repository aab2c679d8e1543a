//! Whether the gateway calls, or somebody else.

use galleria_protocol::gateway::token::Unverified;

use super::desk::Arrival;
use crate::seller::Seller;

/// Why a call is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It shows nothing.
    Missing,
    /// What it shows cannot be read.
    Malformed,
    /// What it shows is wrong, or over.
    Wrong,
}

/// Looks at what a call shows.
pub(super) fn admit(seller: &Seller, arrival: &Arrival) -> Result<(), Refused> {
    let behaviour = seller.behaviour().agents();
    let Some(given) = &arrival.credential else {
        return behaviour.without_credential(arrival.own);
    };
    if arrival.own {
        let is_right = behaviour.is_own(seller.agents(), given);
        return if is_right {
            Ok(())
        } else {
            Err(Refused::Wrong)
        };
    }
    let text = behaviour.token(given).ok_or(Refused::Malformed)?;
    let token = Unverified::read(text).ok_or(Refused::Malformed)?;
    let api_key = token.api_key().ok_or(Refused::Malformed)?;
    let secret = behaviour.secret_of(seller.agents(), api_key);
    let secret = secret.ok_or(Refused::Wrong)?;
    let is_right = behaviour.is_signed(&token, &secret)
        && behaviour.is_fresh(&token, seller.now())
        && behaviour.knows_members(&token)
        && behaviour.is_first_use(text);
    if is_right {
        Ok(())
    } else {
        Err(Refused::Wrong)
    }
}
