//! People.

use proconnect_domain::{FileId, MailStop, Roles, Timestamp, UserId, UserStatus};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One's own account.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct SelfUser {
    /// Id.
    pub id: UserId,
    /// Address, lower case.
    pub email: String,
    /// Name as shown to others.
    pub name: String,
    /// The picture of the person: `/pictures/{avatarId}/small.webp` (96 pixels square) and `large.webp` (256).
    #[serde(default)]
    pub avatar_id: Option<FileId>,
    /// What the person may be: client, freelancer, admin.
    pub roles: Roles,
    /// State of the account.
    pub status: UserStatus,
    /// Whether log-in asks for a second factor.
    #[serde(default)]
    pub totp_enabled: bool,
    /// Why no more mail is sent to the address, if it came back or was called spam.
    #[serde(default)]
    pub mail_stopped: Option<MailStop>,
    /// When the account was made.
    pub created_at: Timestamp,
}

/// The answer of verify-email, login and refresh. The refresh token comes apart, as an HttpOnly cookie.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Tokens {
    /// For `Authorization: Bearer`.
    pub access_token: String,
    /// Seconds until the access token expires.
    pub expires_in: u32,
    /// Whom it stands for.
    pub user: SelfUser,
}
