//! Who may still do what only an account in use may do.

use crate::App;
use proconnect_domain::UserStatus;
use proconnect_http::{ApiError, Caller, ErrorCode};
use proconnect_store::{Stored, UserRecord};

impl App {
    /// The caller's account, strongly consistent, if it is in use. An access token outlives what happens to its account
    /// by up to 15 minutes, so whatever issues tokens or changes the account asks here first. What is written
    /// is refused by its transaction in any case.
    pub async fn active_user(&self, caller: &Caller) -> Result<Stored<UserRecord>, ApiError> {
        let user = self.store.users().get(caller.user_id).await?;
        let user = user.ok_or_else(|| ApiError::of(ErrorCode::Unauthenticated))?;
        in_use(user.status)?;
        Ok(user)
    }

    /// The caller's account, strongly consistent, unless they have left: who is suspended may still take their data with
    /// them.
    pub async fn present_user(&self, caller: &Caller) -> Result<Stored<UserRecord>, ApiError> {
        let user = self.store.users().get(caller.user_id).await?;
        let user = user.ok_or_else(|| ApiError::of(ErrorCode::Unauthenticated))?;
        match user.is_present() {
            true => Ok(user),
            false => Err(ApiError::account(Some(user.status))),
        }
    }
}

/// Refuses an account that is not in use.
pub fn in_use(status: UserStatus) -> Result<(), ApiError> {
    match status {
        UserStatus::Active => Ok(()),
        status => Err(ApiError::account(Some(status))),
    }
}
