//! SQS: closes the open bids of a task that was decided, so that every bidder gets an answer with a reason; and asks those who have
//! bid on one that was changed whether their bids stand.

use crate::asking;
use crate::open_bids::OpenBids;
use proconnect_domain::{BidEvent, DeclineReason, TransitionError};
use proconnect_events::Fact;
use proconnect_messaging::{AskBidders, CloseBids, CloseReason};
use proconnect_runtime::{App, Function, HandlerError, Work};
use proconnect_store::{BidRecord, Stored, TaskRecord};

pub const FUNCTION: Function = proconnect_runtime::sqs!("bids", handle, batch = 5, worst = 10, timeout = 60);

proconnect_messaging::bodies! {
    /// What it is asked for.
    pub enum Asked {
        /// A task was decided.
        Close(CloseBids),
        /// A task was changed.
        Ask(AskBidders),
    }
}

/// Does one message. A repeat does no harm.
pub async fn handle(app: &App, work: Work<Asked>) -> Result<(), HandlerError> {
    match work.body {
        Asked::Close(bids) => close_all(app, &bids).await,
        Asked::Ask(bidders) => asking::ask(app, bidders.task_id).await,
    }
}

/// Closes what is open. A repeat finds nothing left to close; what fails is tried again as a whole.
async fn close_all(app: &App, close_bids: &CloseBids) -> Result<(), HandlerError> {
    let mut open = OpenBids::of(app, close_bids.task_id);
    while let Some(bids) = open.next_page().await? {
        for bid in bids.into_iter().filter(|bid| Some(bid.id) != close_bids.except) {
            close(app, bid, close_bids.reason, open.task.as_ref()).await?;
        }
    }
    Ok(())
}

async fn close(
    app: &App,
    mut bid: Stored<BidRecord>,
    reason: CloseReason,
    task: Option<&TaskRecord>,
) -> Result<(), HandlerError> {
    let fact = match reason {
        CloseReason::AnotherBidAccepted => decline(&mut bid, DeclineReason::AnotherBidAccepted)?,
        CloseReason::TaskCancelled => {
            // Why, in the client's own words, if they have said it.
            bid.decline_note = task.and_then(|task| task.cancel_reason.clone());
            decline(&mut bid, DeclineReason::TaskCancelled)?
        }
        CloseReason::TaskExpired => {
            bid.status = bid.status.apply(BidEvent::Expire)?;
            bid.expired()
        }
    };
    // Withdrawn at this very moment: the write is refused, and the next delivery sees it closed.
    Ok(app.store.bids().update(&bid, [fact], app.now()).await?)
}

fn decline(bid: &mut BidRecord, reason: DeclineReason) -> Result<Fact, TransitionError> {
    bid.status = bid.status.apply(BidEvent::Decline)?;
    bid.decline_reason = Some(reason);
    Ok(bid.declined(reason))
}
