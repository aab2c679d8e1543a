//! How a rule looks. Only a look makes a verdict: what was not looked at cannot pass.

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::code;

use super::finding::{Fault, Finding};
use super::play::refused;

/// What one rule saw of one play.
#[derive(Debug, Default)]
pub struct Look {
    looked_at: u64,
    findings: Vec<Finding>,
    doubts: Vec<String>,
}

impl Look {
    /// Looks at one fact of an exchange: it holds, or `fault` tells what is wrong.
    pub fn expect(&mut self, exchange: &Exchange, holds: bool, fault: impl FnOnce() -> Fault) {
        self.looked_at += 1;
        if !holds {
            self.findings.push(fault().found_in(exchange));
        }
    }

    /// Looks at one fact and finds it wanting.
    pub fn found(&mut self, exchange: &Exchange, fault: Fault) {
        self.expect(exchange, false, || fault);
    }

    /// Looks at one fact and finds it right.
    pub fn held(&mut self) {
        self.looked_at += 1;
    }

    /// Looks at a call that must succeed; `tell` finishes the fault of one that was refused. An answer
    /// that does not say, and a token that was called wrong, are the business of other rules.
    pub fn must_succeed(&mut self, exchange: &Exchange, tell: impl FnOnce(Fault) -> Fault) {
        if exchange.is_taken() {
            self.held();
        } else if let Some(code) = refused(exchange) {
            let fault = Fault::at("body /resultCode").expected(code::SUCCESS);
            self.found(exchange, tell(fault.actual(code)));
        }
    }

    /// Says why something that was played proves nothing either way.
    pub fn inconclusive(&mut self, reason: impl Into<String>) {
        self.doubts.push(reason.into());
    }

    /// How many facts were looked at, and what was found.
    pub(crate) fn seen(self) -> (u64, Vec<Finding>) {
        (self.looked_at, self.findings)
    }

    pub(super) fn into_parts(self) -> (u64, Vec<Finding>, Vec<String>) {
        (self.looked_at, self.findings, self.doubts)
    }
}
