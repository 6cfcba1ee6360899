//! Profiles, saved freelancers, monthly totals and activity: what hangs on a person.

use crate::StoreError;
use crate::keys::{self, Key};
use crate::record::{Indexes, Record};
use crate::user::UserRecord;
use proconnect_api::{Activity, ActivityKind, Profile, PublicProfile, TalentCard};
use proconnect_domain::TypedId as _;
use proconnect_domain::{ActivityId, Role, Roles, Timestamp, UserId};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Activity is kept for 400 days: a year, and time to look at it.
const ACTIVITY_LIFE: Duration = Duration::from_secs(400 * 24 * 3600);

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
    pub profile: Profile,
}

impl ProfileRecord {
    /// An empty profile.
    pub fn of(user: &UserRecord) -> Self {
        Self {
            user_id: user.id,
            name: user.name.clone(),
            roles: user.roles.clone(),
            profile: Profile::default(),
        }
    }

    /// As lists show it.
    pub fn card(&self) -> TalentCard {
        let profile = &self.profile;
        TalentCard {
            id: self.user_id,
            name: self.name.clone(),
            headline: profile.headline.clone(),
            skills: profile.skills.clone(),
            rate: profile.rate,
            country: profile.country.clone(),
            location: profile.location.clone(),
            avatar_id: profile.avatar_id,
        }
    }

    /// Found by a search: a freelancer who says what they do.
    fn is_listed(&self) -> bool {
        self.roles.contains(Role::Freelancer) && !self.profile.headline.is_empty()
    }
}

/// The card as the index holds it: with the words that the keyword filter looks through.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct IndexedCard {
    #[serde(flatten)]
    card: TalentCard,
    words: String,
    skill_words: Vec<String>,
    place: String,
}

/// How much of a biography the keyword filter looks through.
const WORDS_OF_BIO: usize = 300;

impl Record for ProfileRecord {
    const LABEL: &'static str = "profile";
    fn key(&self) -> Key {
        keys::profile(self.user_id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        if !self.is_listed() {
            return Ok(Indexes::default());
        }
        let card = self.card();
        let lower = |text: &String| text.to_lowercase();
        let skill_words: Vec<String> = card.skills.iter().map(lower).collect();
        let bio: String = self.profile.bio.chars().take(WORDS_OF_BIO).collect();
        let words = format!("{} {} {} {bio}", card.name, card.headline, skill_words.join(" "));
        let country = card.country.as_ref().map(ToString::to_string).unwrap_or_default();
        let place = format!("{} {country}", card.location.as_deref().unwrap_or_default());
        let card = serde_dynamo::to_attribute_value(IndexedCard {
            card,
            words: words.to_lowercase(),
            skill_words,
            place: place.to_lowercase(),
        })?;
        Ok(Indexes {
            gsi2: Some((
                keys::FREELANCERS.of(self.user_id.ulid()),
                self.user_id.to_string(),
            )),
            card: Some(card),
            ..Indexes::default()
        })
    }
}

/// Somebody as others see them.
pub(crate) fn public(user: &UserRecord, profile: Option<ProfileRecord>) -> PublicProfile {
    PublicProfile {
        id: user.id,
        name: user.name.clone(),
        roles: user.roles.clone(),
        created_at: user.created_at,
        completed_contracts: user.completed_contracts,
        tasks_posted: user.tasks_posted,
        hires: user.hires,
        profile: profile.map(|record| record.profile).unwrap_or_default(),
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
    const LABEL: &'static str = "saved";
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

/// What a person earned and spent in a month, in one currency. Counted in the transactions that move the money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MonthRecord {
    /// Such as `2026-11`.
    pub month: String,
    /// ISO 4217 in lower case.
    pub currency: String,
    /// Minor units that were sent to them.
    pub earned: i64,
    /// By how many payments.
    pub earned_count: u32,
    /// Minor units that they paid.
    pub spent: i64,
    /// By how many payments.
    pub spent_count: u32,
}

impl Default for MonthRecord {
    fn default() -> Self {
        Self {
            month: String::new(),
            currency: "usd".to_owned(),
            earned: 0,
            earned_count: 0,
            spent: 0,
            spent_count: 0,
        }
    }
}

/// One line of an account's activity.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ActivityRecord {
    /// Whose account.
    pub user_id: UserId,
    /// What happened.
    pub activity: Activity,
}

impl ActivityRecord {
    /// Something that happens now. Empty texts are not known.
    pub fn new(
        user_id: UserId,
        kind: ActivityKind,
        address: &str,
        user_agent: &str,
        now: Timestamp,
    ) -> Result<Self, StoreError> {
        let id = crate::fresh_id(now)?;
        Ok(Self::with_id(id, user_id, kind, address, user_agent, now))
    }

    /// Several things that one change brings, in this order.
    pub fn series(
        user_id: UserId,
        kinds: &[ActivityKind],
        address: &str,
        user_agent: &str,
        now: Timestamp,
    ) -> Result<Vec<Self>, StoreError> {
        let line = |(id, kind): (_, &_)| Self::with_id(id, user_id, *kind, address, user_agent, now);
        Ok(crate::fresh_ids(now)?.zip(kinds).map(line).collect())
    }

    fn with_id(
        id: ActivityId,
        user_id: UserId,
        kind: ActivityKind,
        address: &str,
        user_agent: &str,
        at: Timestamp,
    ) -> Self {
        let known = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let activity = Activity {
            id,
            kind,
            at,
            address: known(address),
            user_agent: known(user_agent),
        };
        Self { user_id, activity }
    }
}

impl Record for ActivityRecord {
    const LABEL: &'static str = "activity";
    fn key(&self) -> Key {
        keys::activity(self.user_id, self.activity.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes {
            expires: Some(self.activity.at.plus(ACTIVITY_LIFE)),
            ..Indexes::default()
        })
    }
}
