//! The steps of a scenario with every call, for those who ask for it.

use galleria_scenarios::transcript::Exchange;

use super::screen::Screen;
use crate::report::StepReport;
use crate::words::{called_back, came_of, counted_for, duration, role};

/// A step and its calls.
pub(super) fn write(screen: &mut Screen, step: &StepReport) {
    screen.wrapped("        ", &format!("{}. {}", step.number, step.title()));
    for exchange in &step.exchanges {
        write_call(screen, exchange);
    }
    for probed in &step.probed {
        screen.wrapped("           ", &counted_for(probed));
    }
    for came in &step.call_backs {
        screen.wrapped("           ", &called_back(came));
    }
    for happened in &step.happened {
        screen.wrapped("           ", &happened.to_string());
    }
    if let Some(reason) = &step.left_out {
        screen.wrapped("           ", &format!("not played: {reason}"));
    }
}

fn write_call(screen: &mut Screen, exchange: &Exchange) {
    let role = role(exchange).map_or_else(String::new, |role| format!(" ({role})"));
    let detail = exchange
        .detail
        .as_ref()
        .map_or_else(String::new, |told| format!(": {told}"));
    let took = duration(exchange.timings.total());
    let line = format!(
        "call {}: {}{role} in {took}{detail}",
        exchange.id,
        came_of(exchange)
    );
    screen.wrapped("           ", &line);
    let request = format!("{} {}", exchange.request.method, exchange.request.url());
    let request = screen.safe(&request);
    screen.line(&format!("             {request}"));
}
