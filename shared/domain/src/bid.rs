//! Bids: states and reasons.

use crate::error::{listed_enum, transitions};

listed_enum! {
    /// State of a bid.
    BidStatus {
        /// Waits for the client.
        Submitted,
        /// The client keeps it in mind.
        Shortlisted,
        /// Became a contract.
        Accepted,
        /// Refused, with a reason.
        Declined,
        /// Taken back by its freelancer.
        Withdrawn,
        /// The task's deadline passed without a decision.
        Expired,
    }
}

listed_enum! {
    /// What can happen to a bid.
    BidEvent {
        /// The client keeps it in mind.
        Shortlist,
        /// The client keeps it in mind no longer.
        Unshortlist,
        /// The client accepts it.
        Accept,
        /// It is refused: by the client, or because another was accepted.
        Decline,
        /// Its freelancer takes it back.
        Withdraw,
        /// The task's deadline passes.
        Expire,
    }
}

transitions! { BidStatus, BidEvent:
    Submitted + Shortlist => Shortlisted,
    Submitted + Accept => Accepted,
    Submitted + Decline => Declined,
    Submitted + Withdraw => Withdrawn,
    Submitted + Expire => Expired,
    Shortlisted + Unshortlist => Submitted,
    Shortlisted + Accept => Accepted,
    Shortlisted + Decline => Declined,
    Shortlisted + Withdraw => Withdrawn,
    Shortlisted + Expire => Expired,
}

impl BidStatus {
    /// Not decided yet.
    pub fn is_open(self) -> bool {
        matches!(self, BidStatus::Submitted | BidStatus::Shortlisted)
    }
}

listed_enum! {
    /// Why a bid was declined. Every bidder learns it.
    DeclineReason {
        /// The client accepted another bid.
        AnotherBidAccepted,
        /// The client took the task back.
        TaskCancelled,
        /// The price.
        Price,
        /// The timeline.
        Timeline,
        /// The experience.
        Experience,
        /// Something else.
        Other,
    }
}

impl DeclineReason {
    /// Chosen by a client; the others are the platform's to give.
    pub fn is_chosen(self) -> bool {
        !matches!(
            self,
            DeclineReason::AnotherBidAccepted | DeclineReason::TaskCancelled
        )
    }

    /// Whether the client's own words go with it: to this bid, or to all bids on a task that was taken back.
    pub fn has_note(self) -> bool {
        self != DeclineReason::AnotherBidAccepted
    }

    /// For people.
    pub fn text(self) -> &'static str {
        match self {
            DeclineReason::AnotherBidAccepted => "The client accepted another bid.",
            DeclineReason::TaskCancelled => "The client took the task back.",
            DeclineReason::Price => "The client declined because of the price.",
            DeclineReason::Timeline => "The client declined because of the timeline.",
            DeclineReason::Experience => "The client looks for other experience.",
            DeclineReason::Other => "The client declined.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::assert_machine;

    #[test]
    fn a_bid_ends_decided() {
        let all = (BidStatus::ALL, BidEvent::ALL);
        assert_machine(
            all,
            BidStatus::apply,
            BidStatus::Submitted,
            &[
                BidStatus::Accepted,
                BidStatus::Declined,
                BidStatus::Withdrawn,
                BidStatus::Expired,
            ],
        );
    }
}
