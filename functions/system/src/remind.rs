//! Schedule, every quarter of an hour: tells of tasks whose deadline has come near, three days and one day off. Contracts tell of
//! theirs by themselves, when they are due.

use proconnect_domain::{DAY, REMINDED, Timestamp};
use proconnect_events::Fact;
use proconnect_runtime::{App, Function, HandlerError};
use proconnect_store::TaskCard;

pub const FUNCTION: Function = proconnect_runtime::schedule!("rate(15 minutes)", handle, timeout = 60);

/// So much is told in one transaction, whose record of the outbox holds 400 KB.
const AT_ONCE: usize = 200;

/// Looks at the tasks whose bids wait for a decision. What it tells and how far it has looked are one transaction: told once,
/// however late or often this runs. Who comes late past both lines hears of the last one.
pub async fn handle(app: &App) -> Result<(), HandlerError> {
    for days in REMINDED {
        tasks(app, days).await?;
    }
    Ok(())
}

async fn tasks(app: &App, days: u8) -> Result<(), HandlerError> {
    let (reminders, now) = (app.store.reminders(), app.now());
    let mut look = reminders.look("tasks", days, now).await?;
    let closer = REMINDED.into_iter().filter(|other| *other < days).max();
    let closer = now.plus(DAY * u32::from(closer.unwrap_or_default()));
    let mut waiting = reminders.tasks(&look).await?;
    waiting.retain(|task| task.bid_count > 0 && task.deadline > closer);
    for (up_to, part) in parts(waiting) {
        let facts = part.into_iter().map(|task| Fact::TaskDeadlineNear {
            task_id: task.id,
            client_id: task.client.id,
            days,
        });
        reminders
            .tell_part(&mut look, up_to, facts.collect(), now)
            .await?;
    }
    Ok(reminders.end(&look, now).await?)
}

/// In the order of their deadlines, each part with its last one. What falls due at the same moment stays together.
fn parts(mut tasks: Vec<TaskCard>) -> Vec<(Timestamp, Vec<TaskCard>)> {
    tasks.sort_by_key(|task| task.deadline);
    let mut parts: Vec<(Timestamp, Vec<TaskCard>)> = Vec::new();
    for task in tasks {
        match parts.last_mut() {
            Some((up_to, part)) if part.len() < AT_ONCE || *up_to == task.deadline => {
                *up_to = task.deadline;
                part.push(task);
            }
            _ => parts.push((task.deadline, vec![task])),
        }
    }
    parts
}
