//! A milestone as somebody who bids writes it.

use proconnect_domain::{Date, Money, ProposedMilestone};
use schemars::JsonSchema;
use serde::Deserialize;

/// A milestone of a new bid. Its texts are checked with the bid.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MilestoneDraft {
    /// Title: 3 to 120 characters.
    #[schemars(example = &"Final")]
    title: String,
    /// Description and deliverables: at most 2,000 characters.
    #[schemars(example = &"Vector files")]
    description: String,
    /// What the client pays for it.
    amount: Money,
    /// When it is due.
    #[schemars(example = &"2027-01-20")]
    due_date: Date,
    /// What the work is checked against; a revision request names those that are not met. At most 10.
    #[serde(default)]
    criteria: Vec<String>,
}

impl From<MilestoneDraft> for ProposedMilestone {
    fn from(draft: MilestoneDraft) -> Self {
        Self {
            title: draft.title,
            description: draft.description,
            amount: draft.amount,
            due_date: draft.due_date,
            criteria: draft.criteria,
        }
    }
}
