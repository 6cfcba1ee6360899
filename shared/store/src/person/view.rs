//! People as the API answers them.

use super::{People, Shown};
use crate::Party;
use crate::profile::TalentCard;
use crate::user::UserRecord;
use proconnect_api::Person;
use proconnect_domain::{Timestamp, TypedId as _, UserStatus};

impl From<Shown> for Person {
    fn from(shown: Shown) -> Self {
        Self {
            id: shown.id,
            name: shown.name,
            avatar_id: shown.avatar_id,
            headline: shown.headline,
            member_since: shown.created_at,
            tasks_posted: shown.tasks_posted,
            hires: shown.hires,
            paid: shown.paid.sums(),
            completed_contracts: shown.completed_contracts,
            reply_minutes: shown.replies.minutes(),
            has_left: shown.status == UserStatus::Deleted,
        }
    }
}

impl From<&UserRecord> for Person {
    fn from(user: &UserRecord) -> Self {
        Self {
            id: user.id,
            name: user.name.clone(),
            avatar_id: user.avatar_id,
            headline: user.headline.clone(),
            member_since: user.created_at,
            tasks_posted: user.tasks_posted,
            hires: user.hires,
            paid: user.paid.sums(),
            completed_contracts: user.completed_contracts,
            reply_minutes: user.replies.minutes(),
            has_left: user.status == UserStatus::Deleted,
        }
    }
}

impl People {
    /// Somebody who was read already.
    pub fn just(person: impl Into<Person>) -> Self {
        let person = person.into();
        Self([(person.id, person)].into())
    }

    /// One of them. Whose account was not found is shown by the name that was written down.
    pub fn of(&self, party: &Party) -> Person {
        self.0.get(&party.id).cloned().unwrap_or_else(|| unknown(party))
    }

    /// A freelancer of a list, of whom the list has name, headline and picture as well.
    pub(crate) fn talent(&self, card: &TalentCard) -> Person {
        let party = Party {
            id: card.id,
            name: card.name.clone(),
        };
        let mut person = self.of(&party);
        // An account has its headline since its profile was last saved.
        if person.headline.is_empty() {
            person.headline.clone_from(&card.headline);
        }
        person
    }
}

/// Somebody of whom nothing is known but the name. An id is of the millisecond in which the account was begun.
fn unknown(party: &Party) -> Person {
    let millis = party.id.ulid().timestamp_ms();
    Person {
        id: party.id,
        name: party.name.clone(),
        avatar_id: None,
        headline: String::new(),
        member_since: Timestamp::from_millis(i64::try_from(millis).unwrap_or_default()),
        tasks_posted: 0,
        hires: 0,
        paid: Vec::new(),
        completed_contracts: 0,
        reply_minutes: None,
        has_left: true,
    }
}
