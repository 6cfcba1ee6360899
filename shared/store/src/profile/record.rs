//! Profiles, and the freelancers that somebody saved.

use super::cards::{IndexedTalent, TalentCard};
use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::{Export, Gone, Personal};
use crate::record::{Card as _, Indexes, Record};
use crate::user::UserRecord;
use proconnect_domain::TypedId as _;
use proconnect_domain::{Country, FileId, Link, Money, PortfolioItemId, Role, Roles, Timestamp, UserId};
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

    /// As lists show it.
    pub fn card(&self) -> TalentCard {
        TalentCard::of(self)
    }

    /// Found by a search: a freelancer who says what they do.
    fn is_listed(&self) -> bool {
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
    /// Its picture.
    #[serde(default)]
    pub picture_id: Option<FileId>,
}

impl Record for ProfileRecord {
    const TYPE: &'static str = "profile";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::PROFILE_SORT);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Account,
        gone: Gone::AtOnce,
    };
    fn key(&self) -> Key {
        keys::profile(self.user_id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        if !self.is_listed() {
            return Ok(Indexes::default());
        }
        Ok(Indexes {
            gsi2: Some((
                keys::FREELANCERS.of(self.user_id.ulid()),
                self.user_id.to_string(),
            )),
            card: Some(IndexedTalent::of(self).attribute()?),
            ..Indexes::default()
        })
    }
}

/// A freelancer that somebody saved.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SavedRecord {
    /// Who saved.
    pub user_id: UserId,
    /// The freelancer, as they were then.
    pub freelancer: TalentCard,
    /// When.
    pub saved_at: Timestamp,
}

impl Record for SavedRecord {
    const TYPE: &'static str = "saved";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::SAVED);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Account,
        gone: Gone::Forgotten,
    };
    fn key(&self) -> Key {
        keys::saved(self.user_id, self.freelancer.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        // Only its keys are wanted: the index carries no card.
        Ok(Indexes {
            gsi3: Some((keys::savers_of(self.freelancer.id), self.user_id.to_string())),
            ..Indexes::default()
        })
    }
}
