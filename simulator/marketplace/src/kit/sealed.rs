//! A kit call that is dated and signed [kit §1.2, §1.3].

use bytes::Bytes;
use chrono::{DateTime, Utc};
use galleria_protocol::kit::Call;
use galleria_protocol::kit::token::{self, Appended};
use galleria_protocol::{Api, Key, kit_signature, signed_call, time};
use serde_json::Value;

use super::bureau::Members;
use crate::delivery::Outgoing;
use crate::market::Dating;

/// A signed kit call that is about to go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KitSealed {
    /// The version of the interface.
    pub api: Api,
    /// The call.
    pub call: Call,
    /// The headers that carry the signature.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
    nonce: String,
    time: DateTime<Utc>,
}

impl KitSealed {
    /// Dates and signs a call with these members.
    pub fn new(api: Api, call: Call, key: &Key, members: &Members, dating: &Dating) -> KitSealed {
        let mut members = members.clone();
        let name = match call {
            Call::Auth => "currentSyncTime",
            _ => "timeStamp",
        };
        members.insert(name.to_owned(), Value::from(time::kit_time(dating.time)));
        let mut sealed = KitSealed {
            api,
            call,
            headers: Vec::new(),
            body: written(api, &members),
            nonce: dating.nonce.clone(),
            time: dating.time,
        };
        sealed.sign_again(key);
        sealed
    }

    /// Signs the body as it is now, under that key and the call's date.
    pub fn sign_again(&mut self, key: &Key) {
        self.headers = match self.api {
            Api::V1 => {
                // The table of authSync has no timeStamp: its time stands in currentSyncTime.
                let appended = match self.call {
                    Call::Auth => Appended::CurrentSyncTime,
                    _ => Appended::TimeStamp,
                };
                vec![(token::HEADER, token::sign(key, &self.members(), appended))]
            }
            Api::V2 => kit_signature::headers(key, &self.nonce, self.time, &self.body).to_vec(),
        };
    }

    /// Changes what the call says, and leaves its signature as it is.
    pub fn change_members(&mut self, change: impl FnOnce(&mut Members)) {
        let mut members = self.members();
        change(&mut members);
        self.body = written(self.api, &members);
    }

    /// Leaves a header out.
    pub fn remove_header(&mut self, name: &str) {
        self.headers.retain(|(known, _)| *known != name);
    }

    /// The name of the header that holds the signature.
    pub fn signature_name(&self) -> &'static str {
        match self.api {
            Api::V1 => token::HEADER,
            Api::V2 => kit_signature::SIGNATURE,
        }
    }

    /// The request to the kit's address below `path`.
    pub fn into_outgoing(self, path: &str) -> Outgoing {
        let path = path.trim_end_matches('/');
        let target = format!("{path}{}", self.call.path(self.api));
        Outgoing::post_json(target, Bytes::from(self.body)).with_headers(self.headers)
    }

    fn members(&self) -> Members {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

/// The body as the marketplace writes it: V2 sorts the members at the top [kit §1.2].
fn written(api: Api, members: &Members) -> Vec<u8> {
    let body = Value::from(members.clone()).to_string().into_bytes();
    match api {
        Api::V1 => body,
        Api::V2 => signed_call::sorted(&body).map_or(body, String::into_bytes),
    }
}
