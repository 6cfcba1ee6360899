//! Profiles, and what hangs on an account.

use crate::{FileRef, Person, SelfUser};
use proconnect_domain::{
    ActivityId, ActivityKind, Country, Currency, FileId, Link, Money, PortfolioItemId, Roles, SessionId,
    Timestamp,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a person says of themselves.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct Profile {
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
    /// The picture of the person: `/pictures/{avatarId}/small.webp` (96 pixels square) and `large.webp` (256).
    pub avatar_id: Option<FileId>,
    /// Pieces of work, in the person's order.
    pub portfolio: Vec<PortfolioItem>,
}

/// A piece of work that a person shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PortfolioItem {
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
    /// Its picture, or that of its PDF's first page: `/pictures/{pictureId}/small.webp` (at most 480 pixels wide) and
    /// `large.webp` (1,280).
    #[serde(default)]
    pub picture_id: Option<FileId>,
    /// Its file, unless that is a picture: everybody may download it by `GET /v1/files/{fileId}`.
    #[serde(default)]
    pub file: Option<FileRef>,
}

/// One's own account and profile.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Me {
    /// The account.
    #[serde(flatten)]
    pub user: SelfUser,
    /// The profile.
    pub profile: Profile,
}

/// Somebody as others see them.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PublicProfile {
    /// They themselves.
    #[serde(flatten)]
    pub person: Person,
    /// Roles.
    pub roles: Roles,
    /// Member since.
    pub created_at: Timestamp,
    /// The profile.
    pub profile: Profile,
}

/// A freelancer as lists show them.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TalentCard {
    /// They themselves.
    #[serde(flatten)]
    pub person: Person,
    /// Skills.
    pub skills: Vec<String>,
    /// What an hour costs.
    pub rate: Option<Money>,
    /// Country.
    pub country: Option<Country>,
    /// Town or region.
    pub location: Option<String>,
}

/// A freelancer that a client has saved: skills, rate and place are those of the day when they were saved.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct SavedTalent {
    /// The freelancer.
    pub freelancer: TalentCard,
    /// When they were saved.
    pub saved_at: Timestamp,
}

/// Money in and out.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Dashboard {
    /// By currency, since amounts of two are never added: the one with the most payments first. Never empty: `usd` when
    /// there are no payments.
    pub currencies: Vec<CurrencyTotals>,
}

/// Money in and out, in one currency.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CurrencyTotals {
    /// The currency.
    pub currency: Currency,
    /// Sent to the person as a freelancer, after the fee.
    pub earnings: MoneySummary,
    /// Paid by the person as a client.
    pub spending: MoneySummary,
    /// The last twelve months, oldest first; months without payments are zero.
    pub months: Vec<MonthTotals>,
}

/// Totals over all time.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MoneySummary {
    /// All of it.
    pub total: Money,
    /// Per payment, rounded down.
    pub average: Money,
    /// How many payments.
    pub payments: u32,
}

/// One month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MonthTotals {
    /// Such as `2026-11`, in UTC.
    pub month: String,
    /// Minor units earned.
    pub earned: i64,
    /// Minor units spent.
    pub spent: i64,
}

/// A session: one browser that is signed in.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// Id.
    pub id: SessionId,
    /// Whether it is the one that asks.
    pub current: bool,
    /// The browser, as it calls itself.
    pub user_agent: String,
    /// The address of its log-in.
    pub address: String,
    /// Log-in.
    pub created_at: Timestamp,
    /// Last refresh.
    pub last_used_at: Timestamp,
    /// When it ends unless it is used.
    pub expires_at: Timestamp,
}

/// One line of an account's activity.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Activity {
    /// Id.
    pub id: ActivityId,
    /// What.
    pub kind: ActivityKind,
    /// When.
    pub at: Timestamp,
    /// The address it came from, if known.
    pub address: Option<String>,
    /// The browser, as it calls itself, if known.
    pub user_agent: Option<String>,
}
