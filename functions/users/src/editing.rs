//! Reading one's own account and profile, changing them, and writing both together.

use proconnect_api::ActivityKind;
use proconnect_http::{ApiError, Caller, Cookies, ErrorCode};
use proconnect_runtime::App;
use proconnect_store::{ActivityRecord, ProfileRecord, Stored, UserRecord};

/// An account and its profile while they are changed.
pub(crate) struct Editing {
    pub(crate) user: Stored<UserRecord>,
    pub(crate) profile: ProfileRecord,
    read: Option<Stored<ProfileRecord>>,
    before: (String, proconnect_domain::Roles),
}

impl Editing {
    /// Reads both in one call.
    pub(crate) async fn load(app: &App, caller: &Caller) -> Result<Self, ApiError> {
        let found = app.store.profiles().with_user(caller.user_id).await?;
        let (user, read) = found.ok_or_else(|| ApiError::of(ErrorCode::Unauthenticated))?;
        let profile = read
            .as_ref()
            .map_or_else(|| ProfileRecord::of(&user), |stored| (**stored).clone());
        Ok(Self {
            before: (user.name.clone(), user.roles.clone()),
            user,
            profile,
            read,
        })
    }

    /// Writes what was changed, over what was read: two changes at once do not overwrite each other.
    pub(crate) async fn save(
        &mut self,
        app: &App,
        client: &Cookies,
        kinds: &[ActivityKind],
    ) -> Result<(), ApiError> {
        let now = app.now();
        self.profile.name.clone_from(&self.user.name);
        self.profile.roles.clone_from(&self.user.roles);
        let changed = self.before != (self.user.name.clone(), self.user.roles.clone());
        let activity =
            ActivityRecord::series(self.user.id, kinds, &client.address, &client.user_agent, now)?;
        let user = changed.then_some(&self.user);
        let profiles = app.store.profiles();
        Ok(profiles
            .write(user, &self.profile, self.read.as_ref(), &activity, now)
            .await?)
    }
}
