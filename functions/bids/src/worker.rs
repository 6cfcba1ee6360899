//! SQS: closes the open bids of a task that was decided, so that every bidder gets an answer with a reason.

use proconnect_domain::{BidEvent, DeclineReason, TransitionError};
use proconnect_events::Fact;
use proconnect_messaging::{CloseBids, CloseReason};
use proconnect_runtime::{App, Function, HandlerError, Work};
use proconnect_store::{BidRecord, Stored};

pub const FUNCTION: Function = proconnect_runtime::sqs!("bids", handle, batch = 5, worst = 10, timeout = 60);

/// Bids looked at in one call.
const PAGE: u32 = 50;

/// Closes what is open. A repeat finds nothing left to close; what fails is tried again as a whole.
pub async fn handle(app: &App, work: Work<CloseBids>) -> Result<(), HandlerError> {
    let close_bids = work.body;
    let mut cursor = None;
    loop {
        let page = app
            .store
            .bids()
            .of_task(close_bids.task_id, PAGE, cursor.as_deref())
            .await?;
        let whole = page.whole();
        for bid in page.bids {
            if bid.status.is_open() && Some(bid.id) != close_bids.except {
                close(app, bid, close_bids.reason).await?;
            }
        }
        // One that cannot be read keeps the others from nothing, and is tried again.
        whole?;
        cursor = page.next_cursor;
        if cursor.is_none() {
            return Ok(());
        }
    }
}

async fn close(app: &App, mut bid: Stored<BidRecord>, reason: CloseReason) -> Result<(), HandlerError> {
    let fact = match reason {
        CloseReason::AnotherBidAccepted => decline(&mut bid, DeclineReason::AnotherBidAccepted)?,
        CloseReason::TaskCancelled => decline(&mut bid, DeclineReason::TaskCancelled)?,
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
