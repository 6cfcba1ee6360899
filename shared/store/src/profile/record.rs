//! Profiles.

use crate::file::{AttachedFile, FileRecord};
use crate::user::UserRecord;
use proconnect_domain::{Country, FileId, Link, Money, PortfolioItemId, Role, Roles, UserId};
use serde::{Deserialize, Serialize};

/// A person's profile. Name and roles stand here as well, for the lists.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProfileRecord {
    /// Whose.
    pub user_id: UserId,
    /// Name.
    pub name: String,
    /// Roles.
    pub roles: Roles,
    /// What they say of themselves.
    pub profile: ProfileText,
}

impl ProfileRecord {
    /// An empty profile.
    pub fn of(user: &UserRecord) -> Self {
        Self {
            user_id: user.id,
            name: user.name.clone(),
            roles: user.roles.clone(),
            profile: ProfileText::default(),
        }
    }

    /// Found by a search: a freelancer who says what they do.
    pub(super) fn is_listed(&self) -> bool {
        self.roles.contains(Role::Freelancer) && !self.profile.headline.is_empty()
    }
}

/// What a person says of themselves.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ProfileText {
    /// One line: what the person does.
    pub headline: String,
    /// Plain text of up to 5,000 characters.
    pub bio: String,
    /// Skills.
    pub skills: Vec<String>,
    /// What an hour costs.
    pub rate: Option<Money>,
    /// Country.
    pub country: Option<Country>,
    /// Town or region, in the person's own words.
    pub location: Option<String>,
    /// Web sites and other profiles.
    pub links: Vec<Link>,
    /// The picture of the person.
    pub avatar_id: Option<FileId>,
    /// Pieces of work, in the person's order.
    pub portfolio: Vec<PieceRecord>,
}

/// A piece of work that a person shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PieceRecord {
    /// Id.
    pub id: PortfolioItemId,
    /// Title.
    pub title: String,
    /// Plain text.
    pub description: String,
    /// Skills that it shows.
    pub skills: Vec<String>,
    /// Where it can be seen.
    pub url: Option<String>,
    /// Its file, if that is a picture or has one of its first page.
    #[serde(default)]
    pub picture_id: Option<FileId>,
    /// Its file, unless that is a picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<AttachedFile>,
}

impl PieceRecord {
    /// The file that it shows, whatever kind that is.
    pub fn file_id(&self) -> Option<FileId> {
        self.picture_id.or(self.file.as_ref().map(|file| file.id))
    }

    /// Shows a clean file, or none, in place of what it showed.
    pub fn show(&mut self, file: Option<&FileRecord>) {
        self.picture_id = file
            .filter(|file| file.is_picture() || file.has_preview)
            .map(|file| file.id);
        self.file = file.filter(|file| !file.is_picture()).map(FileRecord::reference);
    }
}
