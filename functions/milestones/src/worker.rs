//! SQS: silence takes the very step that the clock announced, and who must act is reminded before.

use proconnect_domain::{MilestoneId, SilenceOutcome, Timestamp, WorkEvent};
use proconnect_messaging::RunClocks;
use proconnect_runtime::{App, Function, HandlerError, Work};
use proconnect_store::{ContractRecord, StoreError, Stored};

pub const FUNCTION: Function =
    proconnect_runtime::sqs!("milestones", handle, batch = 5, worst = 10, timeout = 60);

/// Runs the clocks of a contract that have ended, one transaction each, and reads the contract anew before each; then tells of
/// the deadlines that have come near. The command may come late, twice, or after somebody acted: what counts are the contract's
/// own clocks, and how far its deadlines were looked at.
pub async fn handle(app: &App, work: Work<RunClocks>) -> Result<(), HandlerError> {
    loop {
        let now = app.now();
        let Some(mut contract) = app.store.contracts().get(work.body.contract_id).await? else {
            return Ok(());
        };
        let Some((milestone, outcome)) = ended(&contract, now) else {
            if contract.has_reminders(now) {
                app.store.timers().remind(&mut contract, now).await?;
            }
            return Ok(());
        };
        step(app, contract, milestone, outcome, now).await?;
    }
}

/// The next milestone whose clock has ended, and what it announced.
fn ended(contract: &ContractRecord, now: Timestamp) -> Option<(MilestoneId, SilenceOutcome)> {
    contract.next_clock()?;
    contract.milestones.iter().find_map(|milestone| {
        let clock = milestone.clock().filter(|clock| clock.due_at <= now)?;
        Some((milestone.id, clock.on_silence))
    })
}

async fn step(
    app: &App,
    mut contract: Stored<ContractRecord>,
    milestone: MilestoneId,
    outcome: SilenceOutcome,
    now: Timestamp,
) -> Result<(), StoreError> {
    match outcome {
        SilenceOutcome::ApproveAndRelease => {
            let steps = app.store.milestones();
            let chain = app.store.payments().chain(contract.id).await?;
            let step = steps.approve(&mut contract, chain, milestone, WorkEvent::AutoApprove, now)?;
            steps.commit(step, None).await
        }
        SilenceOutcome::ForceDecision => app.store.timers().end_hold(&mut contract, milestone, now).await,
        SilenceOutcome::OpenToAdmin => app.store.refunds().run_out(&mut contract, milestone, now).await,
        SilenceOutcome::ExpireTask
        | SilenceOutcome::CallAdmin
        | SilenceOutcome::Halve
        | SilenceOutcome::LoseToBank => Err(StoreError::Other(
            "a milestone has the clock of something else".to_owned(),
        )),
    }
}
