//! SQS: what happens to tasks by themselves.

use proconnect_messaging::ExpireTask;
use proconnect_runtime::{App, Function, HandlerError, Work};

pub const FUNCTION: Function = proconnect_runtime::sqs!("tasks", handle, batch = 10, worst = 2, timeout = 30);

/// Lets a task expire whose deadline has passed without a decision; its open bids are closed because of it. The command may
/// come late, twice, or after all was decided: what counts is the task's own clock.
pub async fn handle(app: &App, work: Work<ExpireTask>) -> Result<(), HandlerError> {
    let (timers, now) = (app.store.timers(), app.now());
    let Some(mut task) = timers.task(work.body.task_id).await? else {
        return Ok(());
    };
    if task.clock().is_none_or(|clock| clock.due_at > now) {
        return Ok(());
    }
    Ok(timers.expire_task(&mut task, now).await?)
}
