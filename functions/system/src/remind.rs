//! Schedule, every quarter of an hour: tells of deadlines that have come near, three days and one day off.

use proconnect_domain::{Actor, UserId};
use proconnect_events::Fact;
use proconnect_runtime::{App, Function, HandlerError};
use proconnect_store::{ContractRecord, Look};

pub const FUNCTION: Function = proconnect_runtime::schedule!("rate(15 minutes)", handle, timeout = 60);

/// How many days off, each of which is told once.
const DAYS: [u8; 2] = [3, 1];

/// Looks at the tasks whose bids wait for a decision, and at the contracts by the clock that ends first. What it sees and how far
/// it has looked are one transaction: told once, however late or often this runs.
pub async fn handle(app: &App) -> Result<(), HandlerError> {
    for days in DAYS {
        tasks(app, days).await?;
        contracts(app, days).await?;
    }
    Ok(())
}

async fn tasks(app: &App, days: u8) -> Result<(), HandlerError> {
    let reminders = app.store.reminders();
    let look = reminders.look("tasks", days, app.now()).await?;
    let found = reminders.tasks(&look).await?;
    let waiting = found.into_iter().filter(|task| task.bid_count > 0);
    let facts = waiting.map(|task| Fact::TaskDeadlineNear {
        task_id: task.id,
        client_id: task.client.id,
        days,
    });
    Ok(reminders.tell(&look, facts.collect(), app.now()).await?)
}

async fn contracts(app: &App, days: u8) -> Result<(), HandlerError> {
    let reminders = app.store.reminders();
    let look = reminders.look("contracts", days, app.now()).await?;
    let mut facts = Vec::new();
    for card in reminders.contracts(&look).await? {
        if let Some(contract) = app.store.contracts().get(card.id).await? {
            facts.extend(near(&contract, &look, days));
        }
    }
    Ok(reminders.tell(&look, facts, app.now()).await?)
}

fn near(contract: &ContractRecord, look: &Look, days: u8) -> Vec<Fact> {
    let seen = contract.milestones.iter().filter_map(|milestone| {
        let clock = milestone.clock().filter(|clock| look.sees(clock.due_at))?;
        Some(Fact::MilestoneDeadlineNear {
            milestone_id: milestone.id,
            user_id: side(contract, clock.actor)?,
            days,
        })
    });
    seen.collect()
}

/// Who has to act; nobody of the two where the platform has.
fn side(contract: &ContractRecord, actor: Actor) -> Option<UserId> {
    match actor {
        Actor::Client => Some(contract.client.id),
        Actor::Freelancer => Some(contract.freelancer.id),
        Actor::Platform => None,
    }
}
