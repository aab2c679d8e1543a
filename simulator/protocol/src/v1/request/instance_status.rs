//! instanceStatus: an instance is frozen or unfrozen.

use super::error::RequestError;
use super::field::{Field, request};
use crate::Params;

request! {
    /// A freeze or its end, for pay-per-use products, packages, and customers who broke the rules
    /// [v1 §5.6].
    InstanceStatus {
        /// The instance.
        instance_id: String = "instanceId",
        /// What it is to become.
        instance_status: Status = "instanceStatus",
    }
}

/// What an instance is to become.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// `FREEZE`: nobody can use it.
    Freeze,
    /// `NORMAL`: it can be used again.
    #[default]
    Normal,
}

impl Status {
    /// The text on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Freeze => "FREEZE",
            Status::Normal => "NORMAL",
        }
    }
}

impl Field for Status {
    fn read(params: &Params, parameter: &'static str) -> Result<Status, RequestError> {
        let value = String::read(params, parameter)?;
        let known = [Status::Freeze, Status::Normal];
        let status = known.into_iter().find(|status| status.as_str() == value);
        status.ok_or(RequestError::Malformed { parameter, value })
    }

    fn write(&self, params: &mut Params, name: &'static str) {
        params.push(name, self.as_str());
    }
}
