//! Purchases that were answered with 000004, and the questions behind them.

use galleria_marketplace::transcript::{Exchange, Role};

use crate::rule::Play;

/// The first deliveries of real purchases that the seller is making.
pub(super) fn pending(play: &Play) -> impl Iterator<Item = &Exchange> {
    purchases(play).filter(|exchange| exchange.is_pending())
}

/// The first deliveries of real purchases.
fn purchases(play: &Play) -> impl Iterator<Item = &Exchange> {
    let bought = play.exchanges.iter();
    bought.filter(|exchange| {
        let first = matches!(
            exchange.intent.role,
            Role::Call | Role::Control | Role::Tampered { .. }
        );
        let purchase = exchange.intent.activity == "newInstance" && !exchange.intent.test;
        first && purchase
    })
}

/// The first deliveries of real purchases whose instances were waited for: those that were answered with
/// 000004, and those whose instance was said to be in the making when it was asked for.
pub(super) fn awaited(play: &Play) -> impl Iterator<Item = &Exchange> {
    purchases(play).filter(|exchange| {
        let asked = || questions(play, exchange).next().is_some();
        exchange.is_pending() || exchange.is_accepted() && asked()
    })
}

/// The questions for the instance of a purchase, in their order.
pub(super) fn questions<'a>(
    play: &'a Play,
    purchase: &'a Exchange,
) -> impl Iterator<Item = &'a Exchange> {
    let asked = play.exchanges.iter();
    asked.filter(|exchange| {
        exchange.intent.role == Role::Poll && exchange.intent.purchase == purchase.intent.purchase
    })
}

/// Whether a question was answered with the instance.
pub(super) fn is_ready(question: &Exchange) -> bool {
    let asked = question.intent.instance_id.as_deref();
    question.is_accepted() && question.listed_instances().any(|id| Some(id) == asked)
}
