//! What is kept of a call to the centre.

use chrono::{DateTime, Utc};

use super::client::TenantNumber;
use crate::delivery::Header;

/// What a call wants, by its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// A token for a code.
    Token,
    /// Who the bearer of a token is.
    UserInfo,
    /// A code, by a browser.
    Authorize,
    /// The page at which accounts log in.
    Portal,
    /// The end of the centre's session.
    Logout,
    /// Whose ticket it is, as CAS asks.
    Ticket,
    /// Nothing that the centre has.
    Nothing,
}

impl Wish {
    /// What a path asks for.
    pub fn of(path: &str) -> Wish {
        match path.trim_end_matches('/') {
            "/api/v1/oauth2/token" => Wish::Token,
            "/api/v1/oauth2/userinfo" => Wish::UserInfo,
            "/api/v1/oauth2/authorize" => Wish::Authorize,
            "/unified-login" => Wish::Portal,
            "/api/v1/logout" | "/api/v1/cas/logout" => Wish::Logout,
            "/api/v1/cas/p3/serviceValidate" => Wish::Ticket,
            _ => Wish::Nothing,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Wish::Token => "token",
            Wish::UserInfo => "userinfo",
            Wish::Authorize => "authorize",
            Wish::Portal => "portal",
            Wish::Logout => "logout",
            Wish::Ticket => "ticket",
            Wish::Nothing => "nothing",
        }
    }
}

/// What is odd about a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// The method is another than the pages say.
    Method,
    /// The body of a token request is JSON.
    Json,
    /// The body is in another form than application/x-www-form-urlencoded.
    NotForm,
    /// The parameters of a token request stand in its address.
    InAddress,
    /// Client id and secret stand in an Authorization header alone.
    ClientInHeader,
    /// There is no grant_type.
    GrantMissing,
    /// The grant_type is none that the centre knows.
    GrantUnknown,
    /// There is no client_id.
    ClientMissing,
    /// The client_id is that of another enterprise.
    ClientOfOther,
    /// The client_id is nobody's.
    ClientUnknown,
    /// There is no client_secret.
    SecretMissing,
    /// The client_secret is still encrypted.
    SecretSealed,
    /// The client_secret is that of another enterprise.
    SecretOfOther,
    /// The client_secret is right but for blanks around it.
    SecretPadded,
    /// The client_secret is wrong.
    SecretWrong,
    /// There is no code.
    CodeMissing,
    /// The code was never issued here.
    CodeUnknown,
    /// The code was used before.
    CodeUsed,
    /// The code was issued to another enterprise.
    CodeOfOther,
    /// The account may not log in any more.
    NotAdmitted,
    /// The redirect_uri is not the registered address.
    Redirect,
    /// There is no refresh_token.
    RefreshMissing,
    /// The refresh token is not known.
    RefreshUnknown,
    /// What stands as refresh_token is an access token.
    RefreshIsAccess,
    /// The refresh token is that before the last one that was given for it.
    RefreshSuperseded,
    /// There is no service.
    ServiceMissing,
    /// The service is not the registered address.
    ServiceOther,
    /// There is no ticket.
    TicketMissing,
    /// The ticket was never issued here.
    TicketUnknown,
    /// The ticket was used before.
    TicketUsed,
    /// The ticket was issued to another enterprise.
    TicketOfOther,
    /// There is no bearer token.
    BearerMissing,
    /// The bearer token stands in the address.
    BearerInAddress,
    /// The bearer token was not issued here.
    BearerUnknown,
    /// The bearer token has expired.
    BearerExpired,
    /// JSON is not asked for.
    AcceptMissing,
    /// The path is none of the centre's.
    Path,
}

/// A call, with the secrets taken out.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its number among all calls to all enterprises, from 1.
    pub number: u64,
    /// When it came.
    pub at: DateTime<Utc>,
    /// At whose address it came.
    pub tenant: TenantNumber,
    /// What it wants.
    pub wish: Wish,
    /// Whether it wants a token for a refresh token.
    pub refreshes: bool,
    /// The method.
    pub method: String,
    /// Path and query.
    pub target: String,
    /// The headers.
    pub headers: Vec<Header>,
    /// The body.
    pub body: String,
    /// What is odd about it.
    pub flaws: Vec<Flaw>,
    /// The status of the answer.
    pub status: u16,
}

impl Asked {
    /// Whether the centre gave what was asked for. A ticket is refused with status 200 [kit §2.6].
    pub fn is_granted(&self) -> bool {
        self.status < 400 && (self.wish != Wish::Ticket || self.flaws.is_empty())
    }

    /// Whether that is odd about it.
    pub fn has(&self, flaw: Flaw) -> bool {
        self.flaws.contains(&flaw)
    }
}
