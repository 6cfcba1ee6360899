//! SQS: closes the open bids of a task that was decided, so that every bidder gets an answer with a reason.

use proconnect_domain::{BidEvent, DeclineReason};
use proconnect_messaging::{BidsJob, CloseReason};
use proconnect_runtime::{App, Function, HandlerError, Message};
use proconnect_store::{BidRecord, Stored};

pub const FUNCTION: Function = proconnect_runtime::sqs!("bids", handle);

/// Bids looked at in one call.
const PAGE: u32 = 50;

/// Closes what is open. A repeat finds nothing left to close; what fails is tried again as a whole.
pub async fn handle(app: &App, message: Message) -> Result<(), HandlerError> {
    let (_, job): (_, BidsJob) = message.job()?;
    let mut cursor = None;
    loop {
        let page = app
            .store
            .bids()
            .of_task(job.task_id, PAGE, cursor.as_deref())
            .await?;
        for bid in page.bids {
            if bid.status.is_open() && Some(bid.id) != job.except {
                close(app, bid, job.reason).await?;
            }
        }
        cursor = page.next_cursor;
        if cursor.is_none() {
            return Ok(());
        }
    }
}

async fn close(app: &App, mut bid: Stored<BidRecord>, reason: CloseReason) -> Result<(), HandlerError> {
    let text = match reason {
        CloseReason::AnotherBidAccepted => {
            bid.status = bid.status.apply(BidEvent::Decline)?;
            bid.decline_reason = Some(DeclineReason::AnotherBidAccepted);
            DeclineReason::AnotherBidAccepted.text()
        }
        CloseReason::TaskCancelled => {
            bid.status = bid.status.apply(BidEvent::Decline)?;
            bid.decline_reason = Some(DeclineReason::TaskCancelled);
            DeclineReason::TaskCancelled.text()
        }
        CloseReason::TaskExpired => {
            bid.status = bid.status.apply(BidEvent::Expire)?;
            "The task's deadline passed without a decision."
        }
    };
    // Withdrawn at this very moment: the write is refused, and the next delivery sees it closed.
    Ok(app
        .store
        .timers()
        .close_bid(&bid, text.to_owned(), app.now())
        .await?)
}
