//! The enterprises that the centre knows.

use galleria_protocol::Key;

/// Which enterprise: the order in which they were enrolled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TenantNumber(pub usize);

/// An enterprise, and the application that its accounts use.
#[derive(Clone, Debug)]
pub struct Client {
    /// The id of tenantSync.
    pub tenant_id: String,
    /// The name of the enterprise.
    pub tenant_name: String,
    /// The application, as the credential page names it.
    pub app_id: String,
    /// The client id of applicationSync.
    pub client_id: String,
    /// The secret in clear.
    pub secret: Key,
    /// The secret as applicationSync carried it.
    pub sealed: String,
    /// The registered login address of the application.
    pub redirect_uri: String,
    /// The accounts that may use it now.
    pub people: Vec<Person>,
}

impl Client {
    /// The account of that name, where it may log in.
    pub(super) fn person(&self, user_name: &str) -> Option<&Person> {
        self.people
            .iter()
            .find(|person| person.user_name == user_name)
    }
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Its name, as authSync told it.
    pub user_name: String,
    /// The person's name.
    pub name: String,
    /// The department.
    pub org_code: String,
    /// `user` or `admin`.
    pub role: &'static str,
}
