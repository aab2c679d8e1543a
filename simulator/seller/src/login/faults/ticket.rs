//! Sellers that take a ticket of CAS wrongly.

use crate::login::binding::Binding;
use crate::login::outward::Outward;
use crate::login::sessions::{Session, Visitor};
use crate::login::table::sellers;
use crate::login::{Holder, LoginReference};

sellers! {
    "login-ticket-trusted", "Takes any ticket for a login, and asks nobody.", Trusts {
        fn known_code(&self, ticket: &str) -> Option<Session> {
            let user_name = format!("holder of {}", ticket.len());
            let visitor = Visitor { user_name, ..Visitor::default() };
            let domain = "https://unknown.example".to_owned();
            Some(Session { visitor, domain, ..Session::default() })
        }
    }
    "login-ticket-refusal-ignored", "Takes an answer with status 200 for a login, also one with authenticationFailure.", Ignores {
        fn holder(&self, body: &str) -> Option<Holder> {
            let unknown = Holder { user_name: "unknown".to_owned(), ..Holder::default() };
            Some(Holder::of_json(body).unwrap_or(unknown))
        }
    }
    "login-ticket-for-other-service", "Asks whose ticket it is for another address than the registered one.", OtherService {
        fn ticket_request(&self, binding: &Binding, ticket: &str, service: &str) -> Outward {
            let other = format!("{service}/callback");
            Outward::about_ticket(binding, &[("service", &other), ("ticket", ticket)])
        }
    }
    "login-ticket-without-service", "Asks whose ticket it is without naming a service.", NoService {
        fn ticket_request(&self, binding: &Binding, ticket: &str, _: &str) -> Outward {
            Outward::about_ticket(binding, &[("ticket", ticket)])
        }
    }
    "login-ticket-by-post", "Asks whose ticket it is with POST.", ByPost {
        fn ticket_request(&self, binding: &Binding, ticket: &str, service: &str) -> Outward {
            let call = LoginReference.ticket_request(binding, ticket, service);
            Outward { method: "POST", ..call }
        }
    }
    "login-ticket-at-other-path", "Asks whose ticket it is at /cas/serviceValidate.", OtherPath {
        fn ticket_request(&self, binding: &Binding, ticket: &str, service: &str) -> Outward {
            let mut call = LoginReference.ticket_request(binding, ticket, service);
            call.url = call.url.replace("/api/v1/cas/p3/", "/cas/");
            call
        }
    }
    "login-ticket-xml-misread", "Asks for XML, and reads the answer as JSON.", Misreads {
        fn ticket_request(&self, binding: &Binding, ticket: &str, service: &str) -> Outward {
            Outward::about_ticket(binding, &[("service", service), ("ticket", ticket), ("format", "XML")])
        }
    }
    "login-ticket-role-unread", "Reads whose ticket it is, and not the role.", Roleless {
        fn holder(&self, body: &str) -> Option<Holder> {
            let holder = LoginReference.holder(body)?;
            Some(Holder { role: String::new(), ..holder })
        }
    }
}
