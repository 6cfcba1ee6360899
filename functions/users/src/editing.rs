//! Reading one's own account and profile, changing them, and writing both together.

use proconnect_domain::{ActivityKind, FileId, FilePurpose, Validator};
use proconnect_http::{ApiError, Caller, Cookies, ErrorCode};
use proconnect_runtime::{App, Attachments, in_use};
use proconnect_store::{
    ActivityRecord, FileHome, FoundFiles, PictureChanges, ProfileRecord, Stored, UserRecord,
};

/// An account and its profile while they are changed.
pub(crate) struct Editing {
    pub(crate) user: Stored<UserRecord>,
    pub(crate) profile: ProfileRecord,
    read: Option<Stored<ProfileRecord>>,
    before: (String, proconnect_domain::Roles, Option<FileId>),
    found: FoundFiles,
    pictures: PictureChanges,
}

impl Editing {
    /// Reads both, and the picture that is to be shown, in one call. Only an account in use is changed.
    pub(crate) async fn load(app: &App, caller: &Caller, picture: Option<FileId>) -> Result<Self, ApiError> {
        let wanted: Vec<FileId> = picture.into_iter().collect();
        let profiles = app.store.profiles();
        let found = profiles.with_user_and_files(caller.user_id, &wanted).await?;
        let ((user, read), found) = found.ok_or_else(|| ApiError::of(ErrorCode::Unauthenticated))?;
        in_use(user.status)?;
        let profile = read
            .as_ref()
            .map_or_else(|| ProfileRecord::of(&user), |stored| (**stored).clone());
        Ok(Self {
            before: (user.name.clone(), user.roles.clone(), user.avatar_id),
            user,
            profile,
            read,
            found,
            pictures: PictureChanges::default(),
        })
    }

    /// Shows another picture, or none, in place of an old one. 422 at `pointer` when it is not a clean picture of one's
    /// own, 409 when it is shown elsewhere.
    pub(crate) fn show(
        &mut self,
        pointer: &str,
        old: Option<FileId>,
        new: Option<FileId>,
        purpose: FilePurpose,
    ) -> Result<(), ApiError> {
        if old == new {
            return Ok(());
        }
        if let Some(id) = new {
            let mut errors = Validator::new();
            let meant = (self.user.id, purpose);
            let picture = Attachments::check_single(&mut errors, pointer, id, &mut self.found, meant);
            let added = errors.finish(picture)?.hang(&FileHome::Profile)?;
            self.pictures.added.extend(added);
        }
        self.pictures.removed.extend(old);
        Ok(())
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
        self.user.avatar_id = self.profile.profile.avatar_id;
        let now_is = (
            self.user.name.clone(),
            self.user.roles.clone(),
            self.user.avatar_id,
        );
        let changed = self.before != now_is;
        let activity = ActivityRecord::series(self.user.id, kinds, &client.address, &client.user_agent, now)?;
        let user = changed.then_some(&self.user);
        let profiles = app.store.profiles();
        Ok(profiles
            .write(
                user,
                &self.profile,
                self.read.as_ref(),
                &self.pictures,
                &activity,
                now,
            )
            .await?)
    }
}
