//! What notices say: a template's name with its data. The words stand in `templates/words/`, one file each.

mod account;
mod bid;
mod chargeback;
mod chat;
mod dispute;
mod milestone;
mod refund;
mod secret;

use crate::words::{Line, RenderError, Words};
pub use account::{
    FileRefused, MailStopped, PasswordChanged, SecondFactorDisabled, SecondFactorEnabled,
    SecondFactorGuessed, SessionReused,
};
pub use bid::{
    BidAccepted, BidDeclined, BidExpired, BidReceived, BidShortlisted, TaskChanged, TaskClosesSoon,
    TaskExpired,
};
pub use chargeback::{ChargebackClosed, ChargebackOpened};
pub use chat::MessageWaiting;
pub use dispute::{
    DisputeEscalated, DisputeOpened, DisputeResolved, DisputeWithdrawn, EvidenceAdded, MilestoneRefunded,
    Parts, SplitMissed, SplitOffered,
};
pub use milestone::{
    ChangesRequested, ClockEndsSoon, FundingFailed, HoldEnded, MilestoneApproved, MilestoneFunded, PaidTwice,
    PaymentReleased, PaymentSent, PayoutBlocked, WorkDueSoon, WorkSubmitted,
};
pub use refund::{RefundAgreed, RefundDeclined, RefundRequested, RefundUnanswered, RefundWithdrawn};
pub(crate) use secret::{AccountClosed, AccountExists, Digest, ResetPassword, VerifyEmail};
use serde::{Deserialize, Serialize};

/// Renders the three blocks of a file of words.
macro_rules! words {
    ($template:expr) => {{
        use askama::Template as _;
        let template = $template;
        let (subject, body) = (template.as_subject().render()?, template.as_body().render()?);
        Ok(Words::new(&subject, &body, &template.as_action().render()?))
    }};
}
pub(crate) use words;

macro_rules! templates {
    ($($name:ident),+ $(,)?) => {
        /// A template with its data.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "id", rename_all = "camelCase")]
        pub enum Template {
            $(#[doc = concat!("See [`", stringify!($name), "`].")] $name($name),)+
        }

        $(impl From<$name> for Template {
            fn from(template: $name) -> Self {
                Template::$name(template)
            }
        })+

        impl Template {
            /// The names of all.
            pub const NAMES: &[&str] = &[$(stringify!($name)),+];

            /// Its name.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Template::$name(_) => stringify!($name),)+
                }
            }

            /// Its name on the wire.
            pub fn kind(&self) -> String {
                let (first, rest) = self.name().split_at(1);
                format!("{}{rest}", first.to_lowercase())
            }

            /// What the notification centre says: one sentence or two, on one line.
            pub fn line(&self) -> Result<Line, RenderError> {
                use askama::Template as _;
                let line = match self {
                    $(Template::$name(template) => template.as_line().render(),)+
                };
                Ok(line.map(Line::from)?)
            }

            /// The words, filled in.
            pub(crate) fn words(&self) -> Result<Words, RenderError> {
                match self {
                    $(Template::$name(template) => words!(template),)+
                }
            }
        }
    };
}

templates!(
    PasswordChanged,
    SecondFactorEnabled,
    SecondFactorDisabled,
    SecondFactorGuessed,
    SessionReused,
    MailStopped,
    FileRefused,
    MessageWaiting,
    BidReceived,
    BidShortlisted,
    BidAccepted,
    BidDeclined,
    BidExpired,
    TaskChanged,
    TaskClosesSoon,
    TaskExpired,
    MilestoneFunded,
    FundingFailed,
    PaidTwice,
    WorkSubmitted,
    ChangesRequested,
    MilestoneApproved,
    PaymentSent,
    PaymentReleased,
    PayoutBlocked,
    HoldEnded,
    ClockEndsSoon,
    WorkDueSoon,
    DisputeOpened,
    EvidenceAdded,
    SplitOffered,
    SplitMissed,
    DisputeEscalated,
    DisputeResolved,
    DisputeWithdrawn,
    MilestoneRefunded,
    RefundRequested,
    RefundAgreed,
    RefundDeclined,
    RefundUnanswered,
    RefundWithdrawn,
    ChargebackOpened,
    ChargebackClosed,
);
