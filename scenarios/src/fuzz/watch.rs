//! Who follows a campaign.

use super::campaign::Status;
use super::found::Found;

/// Is told how far a campaign is, and of each failure as soon as it is made small.
pub trait Watch {
    /// How far it is.
    fn status(&mut self, status: &Status);

    /// A distinct failure, the first time that it is seen.
    fn found(&mut self, _found: &Found) {}
}

/// Who wants to know how far it is alone.
impl<F: FnMut(&Status)> Watch for F {
    fn status(&mut self, status: &Status) {
        self(status);
    }
}
