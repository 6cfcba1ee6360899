//! Profiles and what hangs on them, as the API returns them.

use super::cards::TalentCard;
use super::{ActivityLine, PieceRecord, ProfileRecord, ProfileText, SavedRecord};
use crate::People;
use crate::user::UserRecord;
use proconnect_api as api;

/// Somebody as others see them.
pub(crate) fn public(user: &UserRecord, profile: Option<ProfileRecord>) -> api::PublicProfile {
    let profile: api::Profile = profile.map(|record| record.profile).unwrap_or_default().into();
    api::PublicProfile {
        person: api::Person {
            headline: profile.headline.clone(),
            ..user.into()
        },
        roles: user.roles.clone(),
        created_at: user.created_at,
        profile,
    }
}

impl From<ProfileText> for api::Profile {
    fn from(profile: ProfileText) -> Self {
        Self {
            headline: profile.headline,
            bio: profile.bio,
            skills: profile.skills,
            rate: profile.rate,
            country: profile.country,
            location: profile.location,
            links: profile.links,
            avatar_id: profile.avatar_id,
            portfolio: profile.portfolio.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<PieceRecord> for api::PortfolioItem {
    fn from(piece: PieceRecord) -> Self {
        Self {
            id: piece.id,
            title: piece.title,
            description: piece.description,
            skills: piece.skills,
            url: piece.url,
            picture_id: piece.picture_id,
            file: piece.file.map(Into::into),
        }
    }
}

impl TalentCard {
    /// As the API answers it.
    pub fn view(self, people: &People) -> api::TalentCard {
        api::TalentCard {
            person: people.talent(&self),
            skills: self.skills,
            rate: self.rate,
            country: self.country,
            location: self.location,
        }
    }
}

impl SavedRecord {
    /// As the API answers it.
    pub fn view(self, people: &People) -> api::SavedTalent {
        api::SavedTalent {
            freelancer: self.freelancer.view(people),
            saved_at: self.saved_at,
        }
    }
}

impl From<ActivityLine> for api::Activity {
    fn from(line: ActivityLine) -> Self {
        Self {
            id: line.id,
            kind: line.kind,
            at: line.at,
            address: line.address,
            user_agent: line.user_agent,
        }
    }
}
