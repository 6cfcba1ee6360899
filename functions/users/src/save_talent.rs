//! `PUT /v1/users/me/saved/{userId}`: saves a freelancer, or forgets them.

use proconnect_domain::{Role, UserId, UserStatus};
use proconnect_http::{ApiError, Body, Caller, ErrorCode, NoContent, Path};
use proconnect_rules::in_use;
use proconnect_runtime::{App, Function};
use proconnect_store::{ProfileRecord, SavedRecord, Stored};
use schemars::JsonSchema;
use serde::Deserialize;

/// Signed in: saves a freelancer, or forgets them.
pub const FUNCTION: Function = proconnect_runtime::http!(PUT "/v1/users/me/saved/{userId}", handle);

/// Saved or not.
#[derive(Deserialize, JsonSchema)]
pub struct SaveTalent {
    /// True to save, false to forget.
    saved: bool,
}

/// Saves or forgets; idempotent. 404 for who is no freelancer, 409 for oneself.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), Body(body)): (Path<UserId>, Body<SaveTalent>),
) -> Result<NoContent, ApiError> {
    if !body.saved {
        app.store.profiles().forget(caller.user_id, id, app.now()).await?;
        return Ok(NoContent);
    }
    if id == caller.user_id {
        return Err(ApiError::new(
            ErrorCode::InvalidState,
            "You cannot save yourself.",
        ));
    }
    let (profiles, now) = (app.store.profiles(), app.now());
    let (saver, found) = profiles.with_freelancer(caller.user_id, id).await?;
    in_use(saver.map_or(UserStatus::Deleted, |saver| saver.status))?;
    let (user, profile) = found
        .filter(|(user, _)| user.roles.contains(Role::Freelancer) && user.is_present())
        .ok_or_else(|| ApiError::not_found("freelancer"))?;
    let profile = profile.map_or_else(|| ProfileRecord::of(&user), Stored::into_inner);
    let saved = SavedRecord {
        user_id: caller.user_id,
        freelancer: profile.card(),
        saved_at: now,
    };
    profiles.save(&saved, &user, now).await?;
    Ok(NoContent)
}
