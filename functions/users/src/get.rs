//! `GET /v1/users/{userId}`: somebody's public profile.

use proconnect_api::PublicProfile;
use proconnect_domain::UserId;
use proconnect_http::{ApiError, Json, MaybeCaller, Path};
use proconnect_runtime::{App, Function};

/// Anybody: a public profile.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/users/{userId}", handle);

/// A profile. 404 for who never verified their address, and for who has left.
pub async fn handle(
    app: &App,
    _caller: MaybeCaller,
    Path(id): Path<UserId>,
) -> Result<Json<PublicProfile>, ApiError> {
    let found = app.store.profiles().public(id).await?;
    found.map(Json).ok_or_else(|| ApiError::not_found("person"))
}
