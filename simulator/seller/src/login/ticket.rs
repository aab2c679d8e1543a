//! The login of CAS: whose ticket it is [kit §2.6].

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use serde_json::Value;

use super::desk::{Arrival, LOGIN_PATH};
use super::outward;
use super::sessions::{Session, Visitor};
use crate::seller::Seller;

/// Whose ticket it is, as the centre's answer tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// The account.
    pub user_name: String,
    /// Its role, where it is told.
    pub role: String,
}

impl Holder {
    /// That of an answer in JSON; `None` where the ticket was refused, whatever the status.
    pub fn of_json(body: &str) -> Option<Holder> {
        let told: Value = serde_json::from_str(body).ok()?;
        let success = &told["serviceResponse"]["authenticationSuccess"];
        let role = success["attributes"]["role"].as_str();
        Some(Holder {
            user_name: success["user"].as_str()?.to_owned(),
            role: role.unwrap_or_default().to_owned(),
        })
    }

    /// That of an answer in XML; `None` where the ticket was refused, whatever the status.
    pub fn of_xml(body: &str) -> Option<Holder> {
        let mut reader = Reader::from_str(body);
        let mut path: Vec<String> = Vec::new();
        let mut holder = Holder::default();
        loop {
            let text = match reader.read_event().ok()? {
                Event::Start(start) => {
                    let name = start.local_name();
                    path.push(String::from_utf8_lossy(name.as_ref()).into_owned());
                    continue;
                }
                Event::End(_) => {
                    path.pop();
                    continue;
                }
                Event::Text(text) => text.decode().ok()?.into_owned(),
                Event::GeneralRef(reference) => match reference.resolve_char_ref().ok()? {
                    Some(letter) => letter.to_string(),
                    None => resolve_predefined_entity(&reference.decode().ok()?)?.to_owned(),
                },
                Event::Eof => break,
                _ => continue,
            };
            let names: Vec<&str> = path.iter().map(String::as_str).collect();
            match names.as_slice() {
                ["serviceResponse", "authenticationSuccess", "user"] => {
                    holder.user_name.push_str(&text);
                }
                [
                    "serviceResponse",
                    "authenticationSuccess",
                    "attributes",
                    "role",
                ] => {
                    holder.role.push_str(&text);
                }
                _ => {}
            }
        }
        (!holder.user_name.is_empty()).then_some(holder)
    }
}

/// Who comes with that ticket from that tenant.
pub(super) async fn session(
    seller: &Seller,
    arrival: &Arrival,
    ticket: &str,
    tenant: &str,
) -> Option<Session> {
    let behaviour = seller.behaviour().sign_on();
    let client = seller.logins().client()?;
    let service = format!("http://{}{LOGIN_PATH}", arrival.host);
    for binding in behaviour.bindings(seller, tenant) {
        let asked = behaviour.ticket_request(&binding, ticket, &service);
        let told = outward::text(client, asked).await;
        if let Some(holder) = told.and_then(|told| behaviour.holder(&told)) {
            return Some(Session {
                visitor: Visitor {
                    admin: behaviour.is_admin(&holder.role),
                    user_name: holder.user_name,
                    ..Visitor::default()
                },
                tenant: binding.tenant_id,
                domain: binding.domain,
            });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_is_read_with_entities_and_under_any_prefix() {
        let told = "<s:serviceResponse xmlns:s='http://www.yale.edu/tp/cas'><s:authenticationSuccess>\
                    <s:user>r&amp;d&#45;1</s:user><s:attributes><s:role>admin</s:role></s:attributes>\
                    </s:authenticationSuccess></s:serviceResponse>";
        let holder = Holder::of_xml(told).unwrap();
        assert_eq!((&*holder.user_name, &*holder.role), ("r&d-1", "admin"));
    }

    #[test]
    fn a_refusal_in_either_form_names_nobody() {
        let failure = "<cas:serviceResponse><cas:authenticationFailure code='INVALID_TICKET'>user\
                       </cas:authenticationFailure></cas:serviceResponse>";
        assert_eq!(Holder::of_xml(failure), None);
        assert_eq!(Holder::of_xml("<cas:serviceResponse>"), None);
        assert_eq!(Holder::of_xml("not & xml <"), None);
        let failure = r#"{"serviceResponse":{"authenticationFailure":{"code":"INVALID_TICKET"}}}"#;
        assert_eq!(Holder::of_json(failure), None);
        assert_eq!(Holder::of_json("<html>"), None);
    }
}
