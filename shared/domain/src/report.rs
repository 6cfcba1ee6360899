//! Reports to the moderators.

use crate::error::listed_enum;

listed_enum! {
    /// Why something is reported.
    ReportReason {
        /// Nobody asked for it.
        Spam,
        /// It insults or threatens.
        Harassment,
        /// It is a lie that is to cost somebody money.
        Fraud,
        /// It leads away from the platform.
        OffPlatform,
        /// It is against the law.
        Illegal,
        /// For another reason: the note says which.
        Other,
    }
}
