//! The production addresses.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{At, Body};
use super::problem::Problem;
use super::words;
use crate::addresses::{self, Entered};
use crate::app::App;
use crate::site::Failure;
use crate::store::{Address, KeyAt};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(show, change, remove))
        .routes(routes!(reach))
}

/// A production address as it is kept. Its key is never told.
#[derive(Serialize, ToSchema)]
#[schema(as = Address)]
pub(super) struct Shown {
    id: i64,
    name: String,
    /// The address with its path.
    url: String,
    /// The rule book.
    profile: String,
    /// How the product is billed.
    billing: &'static str,
    /// The environment variable that holds the access key; absent where the console keeps it, encrypted.
    key_variable: Option<String>,
    /// Whether it has the keys of the kit.
    has_kit: bool,
    /// The environment variable that holds the kit's access key; absent where the console keeps it, encrypted,
    /// or there is none.
    kit_key_variable: Option<String>,
    /// The seller's public key, with which `clientSecret` is encrypted.
    kit_public_key: Option<String>,
    /// Certificates of authorities that TLS trusts there, in PEM.
    authorities: Option<String>,
    /// The registered login address of the application.
    login_url: Option<String>,
}

impl From<Address> for Shown {
    fn from(address: Address) -> Self {
        let kit = address.further.kit;
        let kit_key = kit.as_ref().and_then(|kit| kit.key.as_ref());
        Self {
            has_kit: kit.is_some(),
            kit_key_variable: kit_key.and_then(KeyAt::variable).map(ToOwned::to_owned),
            kit_public_key: kit.map(|kit| kit.public_key),
            authorities: address.further.authorities,
            login_url: address.further.login,
            id: address.id,
            name: address.name,
            url: address.url,
            profile: address.profile,
            billing: address.billing.name(),
            key_variable: address.key.variable().map(ToOwned::to_owned),
        }
    }
}

/// A production address as it is entered.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EnteredAddress)]
pub(super) struct Given {
    /// Up to 60 characters.
    name: String,
    /// The address with its path, such as `http://127.0.0.1:8080/produceAPI`.
    url: String,
    /// The rule book, such as `cn-v1`.
    profile: String,
    /// How the product is billed.
    #[schema(schema_with = words::billing)]
    billing: String,
    /// The access key; it is kept encrypted and never told again. Absent leaves the one that is kept.
    #[serde(default)]
    key: Option<String>,
    /// Instead of the key: the environment variable of the console that holds it, whose name begins with
    /// `GALLERIA_`.
    #[serde(default)]
    key_variable: Option<String>,
    /// The access key of the kit, which V2 has beside that of the address. Absent leaves the one that is kept.
    #[serde(default)]
    kit_key: Option<String>,
    /// Instead of it: the environment variable of the console that holds it.
    #[serde(default)]
    kit_key_variable: Option<String>,
    /// The seller's public key, with which `clientSecret` is encrypted, in PEM or its Base64 alone. Absent where
    /// there is no kit.
    #[serde(default)]
    kit_public_key: Option<String>,
    /// The hash of its OAEP: sha256 where absent, sha1 or sha256-mgf1-sha1.
    #[serde(default)]
    kit_oaep_hash: Option<String>,
    /// Certificates of authorities that TLS trusts there beside the public ones, in PEM.
    #[serde(default)]
    authorities: Option<String>,
    /// The registered login address of the application, to which the portal sends a browser with code and
    /// tenant.
    #[serde(default)]
    login_url: Option<String>,
}

impl Given {
    fn entered(self) -> Entered {
        Entered {
            name: self.name,
            url: self.url,
            profile: self.profile,
            billing: self.billing,
            key: self.key.unwrap_or_default(),
            key_variable: self.key_variable.unwrap_or_default(),
            kit_key: self.kit_key.unwrap_or_default(),
            kit_key_variable: self.kit_key_variable.unwrap_or_default(),
            kit_public_key: self.kit_public_key.unwrap_or_default(),
            kit_oaep_hash: self.kit_oaep_hash.unwrap_or_default(),
            authorities: self.authorities.unwrap_or_default(),
            login_url: self.login_url.unwrap_or_default(),
        }
    }
}

/// Whether an address is reached.
#[derive(Serialize, ToSchema)]
#[schema(as = Reached)]
pub(super) struct Connection {
    reached: bool,
    /// Why not.
    why: Option<String>,
    /// How long the connection took, in milliseconds.
    took_ms: u64,
    /// What the platform demands of addresses and this one is not.
    notes: Vec<&'static str>,
}

/// Lists the production addresses
#[utoipa::path(get, path = "/api/addresses", operation_id = "listAddresses", tag = "addresses",
    responses((status = 200, body = Vec<Shown>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn list(State(app): State<App>) -> Result<Json<Vec<Shown>>, Problem> {
    let addresses = app.store.addresses().await?;
    Ok(Json(addresses.into_iter().map(Shown::from).collect()))
}

/// Adds a production address
#[utoipa::path(post, path = "/api/addresses", operation_id = "addAddress", tag = "addresses", request_body = Given,
    responses((status = 201, body = Shown), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn add(
    State(app): State<App>,
    Body(given): Body<Given>,
) -> Result<(StatusCode, Json<Shown>), Problem> {
    let id = addresses::add(&app, &given.entered()).await?;
    let (address, _) = addresses::find(&app, id).await?;
    Ok((StatusCode::CREATED, Json(address.into())))
}

/// Tells one production address
#[utoipa::path(get, path = "/api/addresses/{id}", operation_id = "showAddress", tag = "addresses", params(("id" = i64, Path)),
    responses((status = 200, body = Shown), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn show(State(app): State<App>, At(id): At<i64>) -> Result<Json<Shown>, Problem> {
    let (address, _) = addresses::find(&app, id).await?;
    Ok(Json(address.into()))
}

/// Changes a production address
#[utoipa::path(put, path = "/api/addresses/{id}", operation_id = "changeAddress", tag = "addresses", params(("id" = i64, Path)),
    request_body = Given,
    responses((status = 200, body = Shown), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn change(
    State(app): State<App>,
    At(id): At<i64>,
    Body(given): Body<Given>,
) -> Result<Json<Shown>, Problem> {
    addresses::change(&app, id, &given.entered()).await?;
    let (address, _) = addresses::find(&app, id).await?;
    Ok(Json(address.into()))
}

/// Removes a production address
#[utoipa::path(delete, path = "/api/addresses/{id}", operation_id = "removeAddress", tag = "addresses", params(("id" = i64, Path)),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn remove(State(app): State<App>, At(id): At<i64>) -> Result<StatusCode, Problem> {
    if addresses::remove(&app, id).await? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Failure::absent("There is no such production address.").into())
    }
}

/// Connects to a production address
#[utoipa::path(post, path = "/api/addresses/{id}/reach", operation_id = "reachAddress", tag = "addresses", params(("id" = i64, Path)),
    responses((status = 200, body = Connection), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn reach(State(app): State<App>, At(id): At<i64>) -> Result<Json<Connection>, Problem> {
    let (address, book) = addresses::find(&app, id).await?;
    let reached = addresses::try_to_reach(&app, &address, &book).await;
    Ok(Json(Connection {
        reached: reached.wrong.is_none(),
        why: reached.wrong,
        took_ms: u64::try_from(reached.took).unwrap_or(u64::MAX),
        notes: reached.notes,
    }))
}
