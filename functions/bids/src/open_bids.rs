//! The open bids of a task, a page at a time.

use proconnect_domain::TaskId;
use proconnect_runtime::App;
use proconnect_store::{BidRecord, StoreError, Stored, TaskBids, TaskRecord};

/// Bids looked at in one call.
const PAGE: u32 = 50;

/// Where a worker is in them. A repeat begins anew, and finds what was done.
pub(crate) struct OpenBids<'a> {
    app: &'a App,
    of: TaskId,
    /// The task, once a page was read.
    pub(crate) task: Option<TaskRecord>,
    cursor: Option<String>,
    is_at_end: bool,
    /// Whether nothing of the last page was left out.
    whole: Result<(), StoreError>,
}

impl<'a> OpenBids<'a> {
    pub(crate) fn of(app: &'a App, of: TaskId) -> Self {
        Self {
            app,
            of,
            task: None,
            cursor: None,
            is_at_end: false,
            whole: Ok(()),
        }
    }

    /// The next of them; none at the end. A bid that cannot be read keeps the others of its page from nothing: it is an error of the
    /// call behind it.
    pub(crate) async fn next_page(&mut self) -> Result<Option<Vec<Stored<BidRecord>>>, StoreError> {
        std::mem::replace(&mut self.whole, Ok(()))?;
        if self.is_at_end {
            return Ok(None);
        }
        let bids = self.app.store.bids();
        let page = bids.of_task(self.of, PAGE, self.cursor.as_deref()).await?;
        self.whole = page.whole();
        let TaskBids {
            task,
            bids,
            next_cursor,
            ..
        } = page;
        if task.is_some() {
            self.task = task;
        }
        self.is_at_end = next_cursor.is_none();
        self.cursor = next_cursor;
        let open = bids.into_iter().filter(|bid| bid.status.is_open());
        Ok(Some(open.collect()))
    }
}
