//! Why a step is refused, in a sentence that people can act on: what is, and what they can do instead. The one place for all
//! state machines; a test keeps what each pair of state and step says.

use crate::{
    BidEvent, BidStatus, ContractEvent, ContractStatus, DisputeEvent, DisputeStatus, FileEvent, FileStatus,
    FundsEvent, FundsStatus, RefundRequestEvent, RefundRequestStatus, TaskEvent, TaskStatus, UserEvent,
    UserStatus, WorkEvent, WorkStatus,
};

/// A state, and why it refuses a step. Asked only for steps that are no part of its table.
pub(crate) trait Refuses<Event> {
    /// One or two sentences.
    fn refusal(self, event: Event) -> &'static str;
}

impl Refuses<BidEvent> for BidStatus {
    fn refusal(self, event: BidEvent) -> &'static str {
        match (self, event) {
            (BidStatus::Submitted, BidEvent::Unshortlist) => "This bid is not on the shortlist.",
            (BidStatus::Submitted, _) => "This bid waits for the client's answer.",
            (BidStatus::Shortlisted, _) => "This bid is on the shortlist already.",
            (BidStatus::Accepted, _) => "This bid was accepted already. The work goes on in its contract.",
            (BidStatus::Declined, BidEvent::Withdraw) => {
                "This bid was declined, so there is nothing to take back."
            }
            (BidStatus::Declined, _) => {
                "This bid was declined already. Choose among the bids that are still open."
            }
            (BidStatus::Withdrawn, BidEvent::Withdraw) => "You have taken this bid back already.",
            (BidStatus::Withdrawn, _) => {
                "The freelancer has taken this bid back. Choose among the bids that are still open."
            }
            (BidStatus::Expired, BidEvent::Withdraw) => {
                "The task's deadline has passed and this bid with it, so there is nothing to take back."
            }
            (BidStatus::Expired, _) => {
                "The task's deadline has passed and this bid with it. Post the task again to get new bids."
            }
        }
    }
}

impl Refuses<TaskEvent> for TaskStatus {
    fn refusal(self, event: TaskEvent) -> &'static str {
        match (self, event) {
            (TaskStatus::Draft, _) => "This task is a draft. Publish it first.",
            (TaskStatus::Open, TaskEvent::Publish) => "This task is published already.",
            (TaskStatus::Open, _) => "No bid has been accepted for this task yet. Accept one first.",
            (TaskStatus::InProgress, _) => {
                "A bid was accepted for this task already. The work goes on in its contract."
            }
            (TaskStatus::Completed, _) => "This task is completed. Post a new one for more work.",
            (TaskStatus::Cancelled, TaskEvent::Cancel) => "This task was cancelled already.",
            (TaskStatus::Cancelled, _) => "This task was cancelled. Post it again if it is still needed.",
            (TaskStatus::Expired, _) => {
                "This task has expired: its deadline passed without a decision. Post it again with a later one."
            }
        }
    }
}

impl Refuses<ContractEvent> for ContractStatus {
    fn refusal(self, event: ContractEvent) -> &'static str {
        match (self, event) {
            (ContractStatus::Active, _) => "There is no open dispute in this contract.",
            (ContractStatus::Disputed, ContractEvent::Dispute) => {
                "A dispute is open in this contract already."
            }
            (ContractStatus::Disputed, _) => {
                "A dispute is open in this contract. It has to be resolved first."
            }
            (ContractStatus::Completed, _) => "This contract is completed: everything in it was approved.",
            (ContractStatus::Ended, _) => "This contract has ended. Agree on a new one to go on working.",
        }
    }
}

impl Refuses<DisputeEvent> for DisputeStatus {
    fn refusal(self, event: DisputeEvent) -> &'static str {
        match (self, event) {
            (DisputeStatus::Opened | DisputeStatus::Proposed, DisputeEvent::RunOut) => {
                "No admin was called to this dispute yet."
            }
            (DisputeStatus::Opened, _) => "The other side has not answered in this dispute yet.",
            (DisputeStatus::Proposed, _) => "The other side has answered in this dispute already.",
            (DisputeStatus::UnderReview, _) => {
                "An admin decides this dispute now. You can still add to the evidence."
            }
            (DisputeStatus::Resolved, _) => {
                "This dispute is decided, and the money goes where it was decided."
            }
            (DisputeStatus::Withdrawn, _) => {
                "This dispute was taken back. Open another one if there is still no agreement."
            }
        }
    }
}

impl Refuses<WorkEvent> for WorkStatus {
    fn refusal(self, event: WorkEvent) -> &'static str {
        match (self, event) {
            (WorkStatus::Pending, _) => {
                "Nothing has been handed in for this milestone yet, so there is nothing to review."
            }
            (WorkStatus::InReview, _) => {
                "This milestone is in review. Wait for the client's answer before you hand in again."
            }
            (WorkStatus::ChangesRequested, _) => {
                "Changes were requested for this milestone already. The freelancer has to hand in again first."
            }
            (WorkStatus::Approved, WorkEvent::Submit) => {
                "This milestone is approved, so there is nothing more to hand in."
            }
            (WorkStatus::Approved, WorkEvent::RequestChanges) => {
                "This milestone is approved, so changes can no longer be requested."
            }
            (WorkStatus::Approved, _) => "This milestone is approved already.",
        }
    }
}

impl Refuses<FundsEvent> for FundsStatus {
    fn refusal(self, event: FundsEvent) -> &'static str {
        match (self, event) {
            (FundsStatus::Unfunded, _) => "Nothing has been paid for this milestone yet. Fund it first.",
            (FundsStatus::CheckoutOpen, _) => {
                "The payment page for this milestone is open. Finish the payment there first."
            }
            (FundsStatus::Funding, _) => {
                "The payment for this milestone is on its way, which takes a few days. You will be told when it is there."
            }
            (FundsStatus::Funded, FundsEvent::OpenCheckout) => "This milestone is funded already.",
            (FundsStatus::Funded, _) => "The money for this milestone is held until the work is approved.",
            (FundsStatus::ReleaseQueued | FundsStatus::Releasing | FundsStatus::ReleaseUnknown, _) => {
                "The money for this milestone is on its way to the freelancer."
            }
            (FundsStatus::ReleaseBlocked, _) => {
                "The money for this milestone waits until the freelancer's payout account is ready."
            }
            (FundsStatus::ReleaseFailed, _) => {
                "The payout of this milestone was refused. An admin is looking into it."
            }
            (FundsStatus::Released, _) => "The money for this milestone was sent to the freelancer already.",
            (FundsStatus::Refunding, _) => "The money for this milestone is on its way back to the client.",
            (FundsStatus::PartiallyRefunded, _) => {
                "A part of the money for this milestone went back to the client already."
            }
            (FundsStatus::Refunded, _) => "The money for this milestone went back to the client already.",
            (FundsStatus::Chargeback, _) => {
                "The client's bank has asked for the money for this milestone back. Nothing moves until that is decided."
            }
            (FundsStatus::ChargebackLost, _) => "The client's bank took the money for this milestone back.",
        }
    }
}

impl Refuses<RefundRequestEvent> for RefundRequestStatus {
    fn refusal(self, event: RefundRequestEvent) -> &'static str {
        match (self, event) {
            (RefundRequestStatus::Open, _) => {
                "A refund was asked for already, and waits for the freelancer's answer."
            }
            (RefundRequestStatus::Accepted, _) => {
                "This refund was accepted, and the money is on its way back to the client."
            }
            (RefundRequestStatus::Declined, RefundRequestEvent::Accept) => {
                "This refund was declined already. You can still offer one."
            }
            (RefundRequestStatus::Declined, _) => "The freelancer has declined this refund already.",
            (RefundRequestStatus::Unanswered, RefundRequestEvent::Decline) => {
                "The time for an answer is over. You can still accept, or open a dispute."
            }
            (RefundRequestStatus::Unanswered, _) => {
                "The time for an answer is over, and the client may call an admin now."
            }
            (RefundRequestStatus::Withdrawn, _) => "The client has taken this request back.",
            (RefundRequestStatus::Overtaken, _) => {
                "This request is closed: the work was approved, a dispute was opened, or there is a newer request."
            }
        }
    }
}

impl Refuses<UserEvent> for UserStatus {
    fn refusal(self, event: UserEvent) -> &'static str {
        match (self, event) {
            (UserStatus::PendingVerification, _) => {
                "The e-mail address of this account was not verified yet. It can be closed, but nothing else."
            }
            (UserStatus::Active, UserEvent::VerifyEmail) => {
                "This e-mail address is verified already. Sign in."
            }
            (UserStatus::Active, _) => "This account is in use, so there is nothing to restore.",
            (UserStatus::Suspended, UserEvent::Suspend) => "This account is suspended already.",
            (UserStatus::Suspended, _) => "This account is suspended. Only an admin can restore it.",
            (UserStatus::Deleted, _) => "This account was closed for good.",
        }
    }
}

impl Refuses<FileEvent> for FileStatus {
    fn refusal(self, _: FileEvent) -> &'static str {
        match self {
            FileStatus::Pending => "This file has not arrived yet. Upload it first.",
            FileStatus::Scanning => "This file is being checked. Try again in a moment.",
            FileStatus::Clean => "This file was checked already. Upload another one to replace it.",
            FileStatus::Infected => "A virus was found in this file. Upload a clean one.",
            FileStatus::Rejected => "This file was not what was announced. Upload it again.",
            FileStatus::Removed => "This file was removed. Upload it again if it is still needed.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TransitionError;
    use std::fmt::{Debug, Write as _};

    /// Every pair that is refused, with what is said.
    fn told<S: Copy + Debug, E: Copy + Debug>(
        states: &[S],
        events: &[E],
        apply: impl Fn(S, E) -> Result<S, TransitionError>,
    ) -> String {
        let mut told = String::new();
        for &state in states {
            for &event in events {
                if let Err(error) = apply(state, event) {
                    assert!(
                        error.sentence.ends_with('.') && error.sentence.len() > 20,
                        "{error}"
                    );
                    let _ = writeln!(told, "{}: {error}", error.step);
                }
            }
        }
        told
    }

    macro_rules! machines {
        ($($name:ident: $status:ident, $event:ident;)+) => {$(
            #[test]
            fn $name() {
                insta::assert_snapshot!(
                    stringify!($name),
                    told($status::ALL, $event::ALL, $status::apply)
                );
            }
        )+};
    }

    machines! {
        of_a_bid: BidStatus, BidEvent;
        of_a_task: TaskStatus, TaskEvent;
        of_a_contract: ContractStatus, ContractEvent;
        of_the_work: WorkStatus, WorkEvent;
        of_the_money: FundsStatus, FundsEvent;
        of_an_account: UserStatus, UserEvent;
        of_a_file: FileStatus, FileEvent;
        of_a_dispute: DisputeStatus, DisputeEvent;
        of_a_refund_request: RefundRequestStatus, RefundRequestEvent;
    }
}
