//! The money side of a milestone, apart from its work.

use crate::error::{listed_enum, transitions};

listed_enum! {
    /// State of a milestone's money.
    FundsStatus {
        /// Nothing was paid.
        Unfunded,
        /// A checkout page is open.
        CheckoutOpen,
        /// A debit or bank transfer is on its way; it may still fail.
        Funding,
        /// Held.
        Funded,
        /// Approved: the transfer is about to be made.
        ReleaseQueued,
        /// The transfer is being made.
        Releasing,
        /// Nobody knows yet whether the transfer was made.
        ReleaseUnknown,
        /// Waits until the freelancer's account can take money.
        ReleaseBlocked,
        /// The transfer was refused; an admin looks at it.
        ReleaseFailed,
        /// Sent to the freelancer.
        Released,
        /// On its way back to the client.
        Refunding,
        /// A part went back to the client.
        PartiallyRefunded,
        /// Went back to the client.
        Refunded,
        /// Held, and the client's bank wants it back; it has not decided yet.
        Chargeback,
        /// The client's bank took all of it back.
        ChargebackLost,
    }
}

listed_enum! {
    /// What can happen to a milestone's money.
    FundsEvent {
        /// The client opens the checkout page.
        OpenCheckout,
        /// A slow payment began.
        PaymentProcessing,
        /// The money is there.
        PaymentSucceeded,
        /// The payment failed for good.
        PaymentFailed,
        /// The page closed unpaid.
        CheckoutExpired,
        /// The work was approved.
        QueueRelease,
        /// A dispute was decided with something for the freelancer.
        Settle,
        /// A worker begins an attempt.
        ClaimRelease,
        /// The transfer is made.
        TransferSucceeded,
        /// The attempt gave no usable answer.
        TransferUnknown,
        /// The account cannot take money.
        AccountNotReady,
        /// The platform's balance does not cover it yet.
        BalanceInsufficient,
        /// Any other refusal.
        TransferRefused,
        /// The account can take money now.
        AccountReady,
        /// An admin tries again.
        RetryRelease,
        /// An admin has paid it another way.
        PaidByHand,
        /// A dispute was decided with nothing for the freelancer.
        RefundRequested,
        /// The two agreed that all of it goes back.
        GiveBack,
        /// All of it went back.
        RefundSucceeded,
        /// A part of it went back.
        RefundPartial,
        /// It could not go back.
        RefundFailed,
        /// The client's bank wants it back.
        ChargebackOpened,
        /// The bank decided against the client, be it after it had decided for them.
        ChargebackWon,
        /// The bank decided for the client, before the money had left us.
        ChargebackLost,
    }
}

transitions! { FundsStatus, FundsEvent:
    Unfunded + OpenCheckout => CheckoutOpen,
    CheckoutOpen + PaymentProcessing => Funding,
    CheckoutOpen + PaymentSucceeded => Funded,
    CheckoutOpen + PaymentFailed => Unfunded,
    CheckoutOpen + CheckoutExpired => Unfunded,
    Funding + PaymentSucceeded => Funded,
    Funding + PaymentFailed => Unfunded,
    Funded + QueueRelease => ReleaseQueued,
    Funded + Settle => ReleaseQueued,
    Funded + RefundRequested => Refunding,
    Funded + GiveBack => Refunding,
    Funded + ChargebackOpened => Chargeback,
    ReleaseQueued + ClaimRelease => Releasing,
    Releasing + TransferSucceeded => Released,
    Releasing + TransferUnknown => ReleaseUnknown,
    Releasing + AccountNotReady => ReleaseBlocked,
    Releasing + BalanceInsufficient => ReleaseQueued,
    Releasing + TransferRefused => ReleaseFailed,
    ReleaseUnknown + TransferSucceeded => Released,
    ReleaseUnknown + AccountNotReady => ReleaseBlocked,
    ReleaseUnknown + BalanceInsufficient => ReleaseQueued,
    ReleaseUnknown + TransferRefused => ReleaseFailed,
    ReleaseUnknown + RetryRelease => ReleaseQueued,
    ReleaseBlocked + AccountReady => ReleaseQueued,
    ReleaseFailed + RetryRelease => ReleaseQueued,
    ReleaseFailed + PaidByHand => Released,
    Refunding + RefundSucceeded => Refunded,
    Refunding + RefundPartial => PartiallyRefunded,
    Refunding + RefundFailed => Funded,
    Chargeback + ChargebackWon => Funded,
    Chargeback + ChargebackLost => ChargebackLost,
    ReleaseQueued + ChargebackLost => ChargebackLost,
    ReleaseBlocked + ChargebackLost => ChargebackLost,
    ReleaseFailed + ChargebackLost => ChargebackLost,
    ChargebackLost + ChargebackWon => Funded,
    ChargebackLost + RetryRelease => ReleaseQueued,
    Refunded + ChargebackWon => Refunding,
}

impl FundsStatus {
    /// The client's money is with the platform, on its way to nobody.
    pub fn is_held(self) -> bool {
        self == FundsStatus::Funded
    }

    /// No payment has come yet, so one may still be begun or come late.
    pub fn awaits_payment(self) -> bool {
        matches!(
            self,
            FundsStatus::Unfunded | FundsStatus::CheckoutOpen | FundsStatus::Funding
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::assert_machine;

    /// What a bank took back is no end: it may decide once more, and otherwise.
    #[test]
    fn money_ends_with_one_side_and_never_moves_again_here() {
        let all = (FundsStatus::ALL, FundsEvent::ALL);
        assert_machine(
            all,
            FundsStatus::apply,
            FundsStatus::Unfunded,
            &[FundsStatus::Released, FundsStatus::PartiallyRefunded],
        );
    }
}
