//! What lists hold of a freelancer.

use super::ProfileRecord;
use crate::record::Card;
use proconnect_domain::{Country, FileId, Money, UserId};
use serde::{Deserialize, Serialize};

/// How much of a biography the keyword filter looks through.
const WORDS_OF_BIO: usize = 300;

/// A freelancer as lists show them.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TalentCard {
    /// Id.
    pub id: UserId,
    /// Name.
    pub name: String,
    /// What they do.
    pub headline: String,
    /// Skills.
    pub skills: Vec<String>,
    /// What an hour costs.
    pub rate: Option<Money>,
    /// Country.
    pub country: Option<Country>,
    /// Town or region.
    pub location: Option<String>,
    /// The picture of the person.
    #[serde(default)]
    pub avatar_id: Option<FileId>,
}

impl ProfileRecord {
    /// As lists show it.
    pub fn card(&self) -> TalentCard {
        TalentCard::of(self)
    }
}

impl TalentCard {
    pub(crate) fn of(record: &ProfileRecord) -> Self {
        let profile = &record.profile;
        Self {
            id: record.user_id,
            name: record.name.clone(),
            headline: profile.headline.clone(),
            skills: profile.skills.clone(),
            rate: profile.rate,
            country: profile.country.clone(),
            location: profile.location.clone(),
            avatar_id: profile.avatar_id,
        }
    }
}

/// The card as the index holds it: with the words, in lower case, that the keyword filter looks through.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct IndexedTalent {
    #[serde(flatten)]
    pub(crate) card: TalentCard,
    words: String,
    skill_words: Vec<String>,
    place: String,
}

impl Card for IndexedTalent {
    type Of = ProfileRecord;
}

impl IndexedTalent {
    pub(crate) fn of(record: &ProfileRecord) -> Self {
        let card = TalentCard::of(record);
        let lower = |text: &String| text.to_lowercase();
        let skill_words: Vec<String> = card.skills.iter().map(lower).collect();
        let bio: String = record.profile.bio.chars().take(WORDS_OF_BIO).collect();
        let words = format!("{} {} {} {bio}", card.name, card.headline, skill_words.join(" "));
        let country = card.country.as_ref().map(ToString::to_string).unwrap_or_default();
        let place = format!("{} {country}", card.location.as_deref().unwrap_or_default());
        Self {
            card,
            words: words.to_lowercase(),
            skill_words,
            place: place.to_lowercase(),
        }
    }
}
