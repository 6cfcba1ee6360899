//! SQS: silence in a dispute takes the very step that its clock announced.

use proconnect_domain::SilenceOutcome;
use proconnect_messaging::RunDispute;
use proconnect_runtime::{App, Function, HandlerError, Work};
use proconnect_store::StoreError;

pub const FUNCTION: Function =
    proconnect_runtime::sqs!("disputes", handle, batch = 5, worst = 5, timeout = 30);

/// Calls an admin where somebody did not answer in time, and gives each side half where no admin ruled in time. The command may
/// come late, twice, or after somebody acted: what counts is the dispute's own clock.
pub async fn handle(app: &App, work: Work<RunDispute>) -> Result<(), HandlerError> {
    let (disputes, now) = (app.store.disputes(), app.now());
    let Some(mut dispute) = disputes.get(work.body.dispute_id).await? else {
        return Ok(());
    };
    let Some(clock) = dispute.clock().filter(|clock| clock.due_at <= now) else {
        return Ok(());
    };
    match clock.on_silence {
        SilenceOutcome::CallAdmin => {
            let stepped = dispute.escalate(now)?;
            Ok(disputes.commit(&dispute, stepped, None, None, now).await?)
        }
        SilenceOutcome::Halve => {
            tracing::error!(needs_person = true, dispute.id = %dispute.id, "nobody ruled in time in a dispute");
            let to_settle = disputes.to_settle(dispute.contract_id()).await?;
            let stepped = dispute.run_out(now)?;
            Ok(disputes.commit(&dispute, stepped, to_settle, None, now).await?)
        }
        other => {
            Err(StoreError::Other(format!("a dispute has the clock of something else: {other:?}")).into())
        }
    }
}
