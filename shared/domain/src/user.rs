//! People: roles, states, and the values of an account.

use crate::ValueError;
use crate::error::{listed_enum, transitions};
use crate::passwords::is_common;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

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

transitions! { "account", UserStatus, UserEvent:
    PendingVerification + VerifyEmail => Active,
    PendingVerification + Delete => Deleted,
    Active + Suspend => Suspended,
    Active + Delete => Deleted,
    Suspended + Restore => Active,
    Suspended + Delete => Deleted,
}

/// An e-mail address in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Email(String);

impl Email {
    /// Parses it: one `@`, a local part of at most 64 bytes, a domain with a dot, 254 bytes in all (RFC 5321).
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let email = text.trim().to_lowercase();
        let invalid = || {
            ValueError::new(
                "invalid_email",
                "Enter an e-mail address such as name@example.com.",
            )
        };
        let (local, domain) = email.split_once('@').ok_or_else(invalid)?;
        let allowed = |letter: char| {
            !letter.is_whitespace() && !letter.is_control() && !"()<>,;:\\\"[]@".contains(letter)
        };
        let labels_are_good = domain.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .chars()
                    .all(|letter| letter.is_alphanumeric() || letter == '-')
        });
        let dots_are_good = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
        let good = (1..=64).contains(&local.len())
            && email.len() <= 254
            && local.chars().all(allowed)
            && dots_are_good
            && domain.contains('.')
            && labels_are_good;
        if good { Ok(Self(email)) } else { Err(invalid()) }
    }
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Email {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?)
            .map_err(|error| serde::de::Error::custom(error.message))
    }
}

impl JsonSchema for Email {
    fn schema_name() -> Cow<'static, str> {
        "Email".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "format": "email"})
    }
}

/// A person's name as shown to others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName(String);

impl PersonName {
    /// Parses it: 1 to 80 characters on one line.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match name.chars().count() {
            0 => Err(ValueError::new("required", "Enter your name.")),
            1..=80 if !name.chars().any(char::is_control) => Ok(Self(name)),
            1..=80 => Err(ValueError::new(
                "control_character",
                "Remove the control characters.",
            )),
            _ => Err(ValueError::new("too_long", "Write at most 80 characters.")),
        }
    }
    /// The name.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// A new password. Never printed: it has no `Display`, and its `Debug` says nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// Parses it: 10 to 72 bytes (bcrypt takes no more), and not one that everybody tries first.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        if text.len() < 10 {
            return Err(ValueError::new("too_short", "Use at least 10 characters."));
        }
        if text.len() > 72 || text.contains('\0') {
            return Err(ValueError::new("too_long", "Use at most 72 bytes."));
        }
        if is_common(text) {
            return Err(ValueError::new(
                "common_password",
                "This password is among the first that attackers try.",
            ));
        }
        Ok(Self(text.to_owned()))
    }
    /// Refuses it for somebody whose address or name it is: that is tried on their account before any list.
    pub fn not_about(&self, email: &Email, name: &str) -> Result<(), ValueError> {
        let bare = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
        let password = bare(&self.0);
        let local = email.as_str().split('@').next().unwrap_or_default();
        if [email.as_str(), local, &bare(name)].contains(&password.as_str()) {
            return Err(ValueError::new(
                "personal_password",
                "This is your own name or address, which attackers try first.",
            ));
        }
        Ok(())
    }
    /// The password itself, to hash it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::error::assert_table;

    #[test]
    fn every_step_of_an_account() {
        use UserEvent::*;
        use UserStatus::*;
        assert_table(
            UserStatus::ALL,
            UserEvent::ALL,
            UserStatus::apply,
            &[
                (PendingVerification, VerifyEmail, Active),
                (PendingVerification, Delete, Deleted),
                (Active, Suspend, Suspended),
                (Active, Delete, Deleted),
                (Suspended, Restore, Active),
                (Suspended, Delete, Deleted),
            ],
        );
    }

    #[test]
    fn addresses() {
        assert_eq!(
            Email::parse(" Ada@Example.COM ").unwrap().as_str(),
            "ada@example.com"
        );
        for bad in [
            "",
            "a",
            "a@b",
            "@example.com",
            "a@@b.co",
            "a b@c.de",
            "a@-x.de",
            "a@x..de",
            ".a@x.de",
            "a@x.de\n b",
        ] {
            assert!(Email::parse(bad).is_err(), "{bad}");
        }
        assert!(Email::parse(&format!("{}@example.com", "a".repeat(65))).is_err());
    }

    #[test]
    fn passwords() {
        assert_eq!(Password::parse("short").unwrap_err().code, "too_short");
        assert_eq!(Password::parse(&"é".repeat(37)).unwrap_err().code, "too_long");
        assert_eq!(
            Password::parse("Password123").unwrap_err().code,
            "common_password"
        );
        let password = Password::parse("correct horse").unwrap();
        assert_eq!(format!("{password:?}"), "Password(…)");
    }
}
