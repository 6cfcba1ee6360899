//! Who hears of which fact: the one table of the fan-out.

use crate::FactKind;

/// Somebody who acts upon facts. Each is a function behind a queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Consumer {
    /// Tells people: by mail, and over their open connections.
    Notices,
    /// Closes the connections of sessions that ended.
    Connections,
    /// Closes the bids of a task that was decided.
    Bids,
    /// Sends released money to the freelancer.
    Payouts,
    /// Takes somebody who has left out of what others see.
    Erasure,
}

impl Consumer {
    /// Every consumer. What they are sent is told apart by their place here, so a new one goes to the end.
    pub const ALL: [Consumer; 5] = [
        Consumer::Notices,
        Consumer::Connections,
        Consumer::Bids,
        Consumer::Payouts,
        Consumer::Erasure,
    ];

    /// Names it in ids that are derived from it: never changed.
    pub fn name(self) -> &'static str {
        match self {
            Consumer::Notices => "notices",
            Consumer::Connections => "connections",
            Consumer::Bids => "bids",
            Consumer::Payouts => "payouts",
            Consumer::Erasure => "erasure",
        }
    }

    /// The function that does its work.
    pub fn function(self) -> &'static str {
        match self {
            Consumer::Notices | Consumer::Connections => "notifications-worker",
            Consumer::Bids => "bids-worker",
            Consumer::Payouts => "payments-worker",
            Consumer::Erasure => "users-erase-worker",
        }
    }

    /// What it does, in a few words.
    pub fn purpose(self) -> &'static str {
        match self {
            Consumer::Notices => "tells people",
            Consumer::Connections => "closes connections",
            Consumer::Bids => "closes the other bids",
            Consumer::Payouts => "sends the money",
            Consumer::Erasure => "takes the name out of everything",
        }
    }
}

impl FactKind {
    /// Who hears of it. A fact that nobody wants to hear of is not sent to anybody, and costs no write.
    pub fn consumers(self) -> &'static [Consumer] {
        use Consumer::*;
        match self {
            FactKind::AccountClosed => &[Erasure],
            FactKind::SessionEnded | FactKind::SessionsEnded => &[Connections],
            FactKind::BidAccepted => &[Notices, Bids],
            FactKind::TaskCancelled => &[Bids],
            FactKind::TaskExpired => &[Notices, Bids],
            FactKind::MilestoneApproved => &[Notices, Payouts],
            FactKind::ReleaseUnblocked => &[Payouts],
            FactKind::PasswordChanged
            | FactKind::SecondFactorEnabled
            | FactKind::SecondFactorDisabled
            | FactKind::SecondFactorGuessed
            | FactKind::RefreshTokenReused
            | FactKind::MailStopped
            | FactKind::TaskDeadlineNear
            | FactKind::MilestoneDeadlineNear
            | FactKind::WorkDueNear
            | FactKind::BidSubmitted
            | FactKind::BidDeclined
            | FactKind::BidExpired
            | FactKind::BidShortlisted
            | FactKind::BidderAsked
            | FactKind::WorkSubmitted
            | FactKind::ChangesRequested
            | FactKind::MilestoneFunded
            | FactKind::FundingFailed
            | FactKind::SecondPaymentReturned
            | FactKind::MilestoneReleased
            | FactKind::ReleaseBlocked
            | FactKind::HoldEnded
            | FactKind::DisputeOpened
            | FactKind::DisputeAnswered
            | FactKind::EvidenceAdded
            | FactKind::SplitOffered
            | FactKind::SplitMissed
            | FactKind::DisputeEscalated
            | FactKind::DisputeResolved
            | FactKind::DisputeWithdrawn
            | FactKind::MilestoneRefunded
            | FactKind::RefundRequested
            | FactKind::RefundAgreed
            | FactKind::RefundDeclined
            | FactKind::RefundUnanswered
            | FactKind::RefundWithdrawn
            | FactKind::ChargebackOpened
            | FactKind::ChargebackClosed
            | FactKind::MessageMissed
            | FactKind::FileDecided => &[Notices],
            FactKind::AccountRegistered
            | FactKind::TaskChanged
            | FactKind::BidKept
            | FactKind::AccountVerified
            | FactKind::AccountSuspended
            | FactKind::AccountRestored
            | FactKind::TaskPosted
            | FactKind::TaskCompleted
            | FactKind::BidUnshortlisted
            | FactKind::BidWithdrawn
            | FactKind::ContractCompleted
            | FactKind::CheckoutOpened
            | FactKind::PaymentProcessing
            | FactKind::CheckoutExpired
            | FactKind::ReleaseBegun
            | FactKind::ReleaseRetried
            | FactKind::ReleaseUnknown
            | FactKind::ReleaseFailed
            | FactKind::RefundRetried
            | FactKind::FraudWarningCleared
            | FactKind::MessageSent
            | FactKind::FileArrived
            | FactKind::FileRemoved => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_consumer_hears_of_something_and_is_told_apart() {
        for (place, consumer) in Consumer::ALL.into_iter().enumerate() {
            assert!(
                FactKind::all().any(|kind| kind.consumers().contains(&consumer)),
                "{consumer:?}"
            );
            assert!(
                Consumer::ALL[..place]
                    .iter()
                    .all(|other| other.name() != consumer.name())
            );
        }
    }
}
