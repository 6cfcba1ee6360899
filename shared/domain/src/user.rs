//! People: roles, states, and the values of an account.

use crate::error::{listed_enum, transitions};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

listed_enum! {
    /// What a person may be.
    Role {
        /// Posts tasks and pays.
        Client,
        /// Bids and works.
        Freelancer,
        /// Keeps order.
        Admin,
    }
}

/// The roles of a person, none twice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(inline)]
pub struct Roles(BTreeSet<Role>);

impl Roles {
    /// Just these.
    pub fn of(roles: &[Role]) -> Self {
        Self(roles.iter().copied().collect())
    }
    /// The same and one more.
    pub fn with(&self, role: Role) -> Self {
        let mut roles = self.0.clone();
        roles.insert(role);
        Self(roles)
    }
    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Role> + '_ {
        self.0.iter().copied()
    }
    /// Whether it is among them.
    pub fn contains(&self, role: Role) -> bool {
        self.0.contains(&role)
    }
}

listed_enum! {
    /// State of an account.
    UserStatus {
        /// Waits for the code that went to its e-mail address.
        PendingVerification,
        /// In use.
        Active,
        /// Closed for a while; everything comes back.
        Suspended,
        /// Anonymised.
        Deleted,
    }
}

/// What an account is called once its owner has left; others see it where their name stood.
pub const DELETED_NAME: &str = "Deleted account";

listed_enum! {
    /// What can happen to an account.
    UserEvent {
        /// The code was right.
        VerifyEmail,
        /// An admin suspends it.
        Suspend,
        /// An admin restores it.
        Restore,
        /// Its owner or an admin deletes it.
        Delete,
    }
}

transitions! { UserStatus, UserEvent:
    PendingVerification + VerifyEmail => Active,
    PendingVerification + Delete => Deleted,
    Active + Suspend => Suspended,
    Active + Delete => Deleted,
    Suspended + Restore => Active,
    Suspended + Delete => Deleted,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::assert_machine;

    #[test]
    fn an_account_ends_deleted_for_good() {
        let all = (UserStatus::ALL, UserEvent::ALL);
        assert_machine(
            all,
            UserStatus::apply,
            UserStatus::PendingVerification,
            &[UserStatus::Deleted],
        );
    }
}
