//! Reading one's own account and profile, changing them, and writing both together.

use proconnect_domain::{ActivityKind, FileId, FilePurpose, Validator};
use proconnect_http::{ApiError, Caller, Client};
use proconnect_rules::{Attachments, in_use};
use proconnect_runtime::App;
use proconnect_store::{
    ActivityRecord, FileChanges, FileHome, FileRecord, FoundFiles, ProfileRecord, Remember, Stored,
    UserRecord,
};

/// An account and its profile while they are changed.
pub(crate) struct Editing {
    pub(crate) user: Stored<UserRecord>,
    pub(crate) profile: ProfileRecord,
    read: Option<Stored<ProfileRecord>>,
    before: UserRecord,
    found: FoundFiles,
    files: FileChanges,
}

impl Editing {
    /// Reads both, and the file that is to be shown, in one call. Only an account in use is changed.
    pub(crate) async fn load(app: &App, caller: &Caller, file: Option<FileId>) -> Result<Self, ApiError> {
        let wanted: Vec<FileId> = file.into_iter().collect();
        let profiles = app.store.profiles();
        let found = profiles.with_user_and_files(caller.user_id, &wanted).await?;
        let ((user, read), found) = found.ok_or_else(|| ApiError::account(None))?;
        in_use(user.status)?;
        let profile = read
            .as_ref()
            .map_or_else(|| ProfileRecord::of(&user), |stored| (**stored).clone());
        Ok(Self {
            before: (*user).clone(),
            user,
            profile,
            read,
            found,
            files: FileChanges::default(),
        })
    }

    /// Shows another file, or none, in place of an old one, which is not the same. 422 at `pointer` when it is not a clean
    /// file of one's own that was sent for this, 409 when it is shown elsewhere.
    pub(crate) fn show(
        &mut self,
        pointer: &str,
        old: Option<FileId>,
        new: Option<FileId>,
        purpose: FilePurpose,
    ) -> Result<Option<&FileRecord>, ApiError> {
        self.files.removed.extend(old);
        if let Some(id) = new {
            let mut errors = Validator::new();
            let meant = (self.user.id, purpose);
            let file = Attachments::check_single(&mut errors, pointer, id, &mut self.found, meant);
            let added = errors.finish(file)?.hang(&FileHome::Profile)?;
            self.files.added.extend(added);
        }
        Ok(new.and(self.files.added.last()).map(|file| &**file))
    }

    /// Keeps the answer under the key that the call came with.
    pub(crate) fn remember(&mut self, answer: Option<Remember>) {
        self.files.remember = answer;
    }

    /// Writes what was changed, over what was read: two changes at once do not overwrite each other.
    pub(crate) async fn save(
        &mut self,
        app: &App,
        client: &Client,
        kinds: &[ActivityKind],
    ) -> Result<(), ApiError> {
        let now = app.now();
        self.profile.name.clone_from(&self.user.name);
        self.profile.roles.clone_from(&self.user.roles);
        self.user.avatar_id = self.profile.profile.avatar_id;
        self.user.headline.clone_from(&self.profile.profile.headline);
        let shown = |user: &UserRecord| {
            let (name, headline) = (user.name.clone(), user.headline.clone());
            (name, headline, user.roles.clone(), user.avatar_id)
        };
        let changed = shown(&self.before) != shown(&self.user);
        let activity = ActivityRecord::series(self.user.id, kinds, &client.address, &client.user_agent, now)?;
        let user = changed.then_some(&self.user);
        let profiles = app.store.profiles();
        Ok(profiles
            .write(
                user,
                &self.profile,
                self.read.as_ref(),
                std::mem::take(&mut self.files),
                &activity,
                now,
            )
            .await?)
    }
}
