//! The double-entry ledger: append-only journals, each of one currency and with a sum of zero.

use proconnect_domain::{MilestoneId, Money, MoneyError, UserId};
use serde::{Deserialize, Serialize};

/// An account of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Account {
    /// Asset: what Stripe holds for the platform.
    StripeClearing,
    /// Liability: held for a milestone.
    Held(MilestoneId),
    /// Liability: owed to a freelancer. More than zero without a transfer is the one number to alert on.
    Payable(UserId),
    /// Liability: to be given back to whoever paid, since they paid twice, a dispute decided so, or the two agreed.
    PendingRefund(MilestoneId),
    /// Income: the platform's fees.
    FeeRevenue,
    /// Expense: the processor's fees.
    StripeFees,
    /// Expense: what clients' banks took back and nobody else bears.
    ChargebackLoss,
    /// Asset: the platform's own bank account.
    PlatformBank,
}

impl Account {
    /// The account's name in the table.
    pub fn code(&self) -> String {
        match self {
            Account::StripeClearing => "stripe_clearing".to_owned(),
            Account::Held(milestone) => format!("held:{milestone}"),
            Account::Payable(freelancer) => format!("payable:{freelancer}"),
            Account::PendingRefund(milestone) => format!("pending_refund:{milestone}"),
            Account::FeeRevenue => "fee_revenue".to_owned(),
            Account::StripeFees => "stripe_fees".to_owned(),
            Account::ChargebackLoss => "chargeback_loss".to_owned(),
            Account::PlatformBank => "platform_bank".to_owned(),
        }
    }
}

/// One side of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posting {
    /// The account's code.
    pub account: String,
    /// Minor units: debits are positive, credits negative.
    pub amount: i64,
}

/// A journal: can only be made balanced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    /// What happened.
    pub kind: String,
    /// The one currency.
    pub currency: String,
    /// The postings; their sum is zero.
    pub postings: Vec<Posting>,
}

/// Who bears what a bank took back, besides the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Borne {
    /// Of which milestone.
    pub milestone: MilestoneId,
    /// Who works.
    pub freelancer: UserId,
    /// What was to go back to the client anyway.
    pub refunded: Money,
    /// What was held, or was owed to the freelancer before the fee.
    pub unsent: Money,
    /// The platform's fee out of that; nothing as long as it was held.
    pub fee: Money,
    /// It was held; otherwise it was owed to the freelancer.
    pub was_held: bool,
}

impl Borne {
    fn sum(&self) -> Result<Money, LedgerError> {
        Ok(self.refunded.checked_add(self.unsent)?)
    }

    /// Whether it is anything.
    pub fn is_something(&self) -> bool {
        self.refunded.amount != 0 || self.unsent.amount != 0
    }

    fn accounts(&self) -> Result<Vec<(Account, Money)>, LedgerError> {
        let mut accounts = vec![(Account::PendingRefund(self.milestone), self.refunded)];
        if self.was_held {
            accounts.push((Account::Held(self.milestone), self.unsent));
        } else {
            let payout = self.unsent.checked_sub(self.fee)?;
            accounts.push((Account::Payable(self.freelancer), payout));
            accounts.push((Account::FeeRevenue, self.fee));
        }
        Ok(accounts)
    }
}

/// A journal that may not be booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LedgerError {
    /// The sum is not zero.
    #[error("the journal does not balance")]
    Unbalanced,
    /// An amount below zero.
    #[error("a journal moves amounts above zero")]
    Negative,
    /// Two currencies, or too much.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

impl Journal {
    /// Money for a milestone has come: clearing against held.
    pub fn funded(milestone: MilestoneId, amount: Money) -> Result<Self, LedgerError> {
        Self::new(
            "funded",
            &[(Account::StripeClearing, amount)],
            &[(Account::Held(milestone), amount)],
        )
    }

    /// A milestone was paid once more: clearing against what has to be given back.
    pub fn paid_twice(milestone: MilestoneId, amount: Money) -> Result<Self, LedgerError> {
        Self::new(
            "paid_twice",
            &[(Account::StripeClearing, amount)],
            &[(Account::PendingRefund(milestone), amount)],
        )
    }

    /// The processor gives it back: it has left clearing.
    pub fn given_back(milestone: MilestoneId, amount: Money) -> Result<Self, LedgerError> {
        Self::new(
            "given_back",
            &[(Account::PendingRefund(milestone), amount)],
            &[(Account::StripeClearing, amount)],
        )
    }

    /// It could not be given back: it is in clearing again, and still owed.
    pub fn came_back(milestone: MilestoneId, amount: Money) -> Result<Self, LedgerError> {
        Self::new(
            "came_back",
            &[(Account::StripeClearing, amount)],
            &[(Account::PendingRefund(milestone), amount)],
        )
    }

    /// The processor took its fee, as its balance transaction says.
    pub fn processor_fee(fee: Money) -> Result<Self, LedgerError> {
        Self::new(
            "processor_fee",
            &[(Account::StripeFees, fee)],
            &[(Account::StripeClearing, fee)],
        )
    }

    /// A milestone was approved: held becomes owed to the freelancer, less the platform's fee.
    pub fn approved(
        milestone: MilestoneId,
        freelancer: UserId,
        amount: Money,
        fee: Money,
    ) -> Result<Self, LedgerError> {
        let payout = amount.checked_sub(fee)?;
        let credits = [(Account::Payable(freelancer), payout), (Account::FeeRevenue, fee)];
        Self::new("approved", &[(Account::Held(milestone), amount)], &credits)
    }

    /// A dispute was decided: what was held becomes owed to the freelancer, less the platform's fee on that part, and to be
    /// given back to the client. `parts`: the freelancer's before the fee, the fee, the client's. What is nothing is left out.
    pub fn settled(
        milestone: MilestoneId,
        freelancer: UserId,
        (to_freelancer, fee, to_client): (Money, Money, Money),
    ) -> Result<Self, LedgerError> {
        let held = to_freelancer.checked_add(to_client)?;
        let payout = to_freelancer.checked_sub(fee)?;
        let mut credits = vec![
            (Account::Payable(freelancer), payout),
            (Account::FeeRevenue, fee),
            (Account::PendingRefund(milestone), to_client),
        ];
        credits.retain(|(_, money)| money.amount != 0);
        Self::new("settled", &[(Account::Held(milestone), held)], &credits)
    }

    /// The two agreed on a refund: held becomes owed to the client.
    pub fn refund_agreed(milestone: MilestoneId, amount: Money) -> Result<Self, LedgerError> {
        Self::new(
            "refund_agreed",
            &[(Account::Held(milestone), amount)],
            &[(Account::PendingRefund(milestone), amount)],
        )
    }

    /// The transfer was made: what was owed has left clearing.
    pub fn transferred(freelancer: UserId, payout: Money) -> Result<Self, LedgerError> {
        Self::new(
            "transferred",
            &[(Account::Payable(freelancer), payout)],
            &[(Account::StripeClearing, payout)],
        )
    }

    /// An admin has paid a freelancer another way, since the processor refused to.
    pub fn paid_by_hand(freelancer: UserId, payout: Money) -> Result<Self, LedgerError> {
        Self::new(
            "paid_by_hand",
            &[(Account::Payable(freelancer), payout)],
            &[(Account::PlatformBank, payout)],
        )
    }

    /// An admin has given money back another way, since the processor refused to.
    pub fn refunded_by_hand(milestone: MilestoneId, amount: Money) -> Result<Self, LedgerError> {
        Self::new(
            "refunded_by_hand",
            &[(Account::PendingRefund(milestone), amount)],
            &[(Account::PlatformBank, amount)],
        )
    }

    /// The processor took what a client's bank wants back from the platform's balance, and its own fee for that.
    pub fn chargeback_withdrawn(amount: Money, fee: Money) -> Result<Self, LedgerError> {
        let debits = [(Account::ChargebackLoss, amount), (Account::StripeFees, fee)];
        let credits = [(Account::StripeClearing, amount.checked_add(fee)?)];
        Self::of_some("chargeback_withdrawn", &debits, &credits)
    }

    /// The processor gave it back; of its fee what it says, which is mostly nothing.
    pub fn chargeback_reinstated(amount: Money, fee: Money) -> Result<Self, LedgerError> {
        let debits = [(Account::StripeClearing, amount.checked_add(fee)?)];
        let credits = [(Account::ChargebackLoss, amount), (Account::StripeFees, fee)];
        Self::of_some("chargeback_reinstated", &debits, &credits)
    }

    /// The bank decided for the client: what was to go back to them, and what was held or owed to the freelancer, is no more. What
    /// none of these bears stays the platform's loss.
    pub fn chargeback_lost(borne: &Borne) -> Result<Self, LedgerError> {
        let credits = [(Account::ChargebackLoss, borne.sum()?)];
        Self::of_some("chargeback_lost", &borne.accounts()?, &credits)
    }

    /// The bank decided otherwise after all: all of that is there again.
    pub fn chargeback_won(borne: &Borne) -> Result<Self, LedgerError> {
        let debits = [(Account::ChargebackLoss, borne.sum()?)];
        Self::of_some("chargeback_won", &debits, &borne.accounts()?)
    }

    /// Without the sides that are nothing.
    fn of_some(
        kind: &str,
        debits: &[(Account, Money)],
        credits: &[(Account, Money)],
    ) -> Result<Self, LedgerError> {
        let some = |side: &[(Account, Money)]| -> Vec<(Account, Money)> {
            let some = side.iter().filter(|(_, money)| money.amount != 0);
            some.cloned().collect()
        };
        Self::new(kind, &some(debits), &some(credits))
    }

    fn new(
        kind: &str,
        debits: &[(Account, Money)],
        credits: &[(Account, Money)],
    ) -> Result<Self, LedgerError> {
        let currency = debits.first().ok_or(LedgerError::Unbalanced)?.1.currency;
        let mut sum = Money::zero(currency);
        let mut postings = Vec::new();
        for (side, sign) in [(debits, 1), (credits, -1)] {
            for (account, money) in side {
                if money.amount < 0 {
                    return Err(LedgerError::Negative);
                }
                let signed = Money::new(money.amount * sign, money.currency);
                sum = sum.checked_add(signed)?;
                postings.push(Posting {
                    account: account.code(),
                    amount: signed.amount,
                });
            }
        }
        if sum.amount != 0 {
            return Err(LedgerError::Unbalanced);
        }
        Ok(Self {
            kind: kind.to_owned(),
            currency: currency.code().to_owned(),
            postings,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
