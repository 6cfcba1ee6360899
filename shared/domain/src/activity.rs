//! What people are shown of what happened to their accounts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What happened to an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// The account was made.
    Registered,
    /// Somebody signed in with the password.
    SignedIn,
    /// The password was changed.
    PasswordChanged,
    /// The password was set through a mailed link.
    PasswordReset,
    /// The second factor was turned on.
    TotpEnabled,
    /// The second factor was turned off.
    TotpDisabled,
    /// A recovery code was used.
    RecoveryCodeUsed,
    /// The password was right, and the code of the second factor wrong.
    SecondFactorRefused,
    /// A session was ended by its owner.
    SessionRevoked,
    /// A session was ended because its token was used twice.
    SessionReuse,
    /// A role was added.
    RoleAdded,
    /// Name or profile was changed.
    ProfileUpdated,
    /// The account's data was exported.
    DataExported,
    /// Mail to the address came back, so none is sent any more.
    MailBounced,
    /// A mail to the address was marked as spam, so only what is asked for is sent.
    MailComplained,
    /// Mail is sent to the address again.
    MailResumed,
}
