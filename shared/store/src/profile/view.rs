//! Profiles and what hangs on them, as the API answers them.

use super::cards::{IndexedTalent, TalentCard};
use super::{ActivityLine, PieceRecord, ProfileRecord, ProfileText, SavedRecord};
use crate::user::UserRecord;
use proconnect_api as api;

/// Somebody as others see them.
pub(crate) fn public(user: &UserRecord, profile: Option<ProfileRecord>) -> api::PublicProfile {
    api::PublicProfile {
        id: user.id,
        name: user.name.clone(),
        roles: user.roles.clone(),
        created_at: user.created_at,
        completed_contracts: user.completed_contracts,
        tasks_posted: user.tasks_posted,
        hires: user.hires,
        profile: profile.map(|record| record.profile).unwrap_or_default().into(),
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
        }
    }
}

impl From<TalentCard> for api::TalentCard {
    fn from(card: TalentCard) -> Self {
        Self {
            id: card.id,
            name: card.name,
            headline: card.headline,
            skills: card.skills,
            rate: card.rate,
            country: card.country,
            location: card.location,
            avatar_id: card.avatar_id,
        }
    }
}

impl From<IndexedTalent> for api::TalentCard {
    fn from(indexed: IndexedTalent) -> Self {
        indexed.card.into()
    }
}

impl From<SavedRecord> for api::SavedTalent {
    fn from(saved: SavedRecord) -> Self {
        Self {
            freelancer: saved.freelancer.into(),
            saved_at: saved.saved_at,
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
