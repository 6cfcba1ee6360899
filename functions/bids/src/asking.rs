//! Asks those who have bid on a task that was changed whether their bids stand.

use crate::open_bids::OpenBids;
use proconnect_domain::{CHANGES_GATHERED, TaskEdit, TaskId, TaskStatus, changes_since};
use proconnect_runtime::{App, HandlerError};
use proconnect_store::{BidQuestion, BidRecord, Stored, TaskRecord};

/// Asks each whose bid is open. A repeat finds them asked; what fails is tried again as a whole.
pub(crate) async fn ask(app: &App, id: TaskId) -> Result<(), HandlerError> {
    let mut open = OpenBids::of(app, id);
    while let Some(bids) = open.next_page().await? {
        // Decided meanwhile: each bidder is told that.
        let Some(task) = open.task.as_ref().filter(|task| task.status == TaskStatus::Open) else {
            return Ok(());
        };
        for bid in bids {
            ask_one(app, task, bid).await?;
        }
    }
    Ok(())
}

/// Asks once for each edition of the task that matters, and mails about it once in a while. What was changed back asks nothing.
async fn ask_one(app: &App, task: &TaskRecord, mut bid: Stored<BidRecord>) -> Result<(), HandlerError> {
    let now = app.now();
    let matters = changes_since(&task.changes, bid.task_version)
        .iter()
        .any(TaskEdit::matters);
    let is_told = |question: &BidQuestion| question.version >= task.edition;
    let (before, title) = (bid.question.clone(), bid.task_title.clone());
    bid.task_title.clone_from(&task.title);
    let mut fact = None;
    if !matters {
        bid.question = None;
    } else if !before.as_ref().is_some_and(is_told) {
        let lately = before
            .as_ref()
            .map(|question| question.mailed_at)
            .filter(|at| now.saturating_since(*at) < CHANGES_GATHERED);
        bid.question = Some(BidQuestion {
            version: task.edition,
            mailed_at: lately.unwrap_or(now),
        });
        fact = Some(bid.asked(lately.is_none()));
    }
    if bid.question == before && bid.task_title == title {
        return Ok(());
    }
    // Withdrawn or kept at this very moment: the write is refused, and the next delivery sees it so.
    Ok(app.store.bids().update(&bid, fact, now).await?)
}
