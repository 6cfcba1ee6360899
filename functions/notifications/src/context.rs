//! Reads what a fact's notices say beyond its ids and amounts.

use proconnect_domain::{Actor, ContractStatus, Duty, Timestamp, UserId, changes_since};
use proconnect_notices::{Context, DisputeDetails, FileDetails, Needs, RefundWords, Reminder};
use proconnect_runtime::App;
use proconnect_store::{Briefing, ContractRecord, MilestoneRecord, StoreError, Wanted};

/// Reads it in one call; the number of an invoice takes another.
pub(crate) async fn load(app: &App, needs: &Needs) -> Result<Context, StoreError> {
    let found = app.store.briefings().read(&wanted(needs)).await?;
    let contract = found.contract.as_ref();
    let milestone = contract
        .zip(needs.milestone)
        .and_then(|(contract, id)| contract.milestone(id));
    let told = contract.zip(milestone).filter(|(contract, milestone)| {
        let reminder = needs.reminder.as_ref();
        reminder.is_none_or(|reminder| still_stands(contract, milestone, needs, reminder, app.now()))
    });
    let told = told.map(|(_, milestone)| milestone);
    let clock = told
        .filter(|_| needs.clock)
        .and_then(MilestoneRecord::stated_clock);
    let due_date = told
        .filter(|_| needs.due_date)
        .map(|milestone| milestone.due_date);
    let said_of_refund = milestone
        .zip(needs.said_of_refund)
        .and_then(|(milestone, words)| said(milestone, words));
    let invoice_number = match (needs.invoice_of, milestone) {
        (Some(user), Some(milestone)) => invoice_number(app, user, milestone).await?,
        _ => None,
    };
    let since = found.task.as_ref().zip(needs.changes_since);
    let task_changes = since.map(|(task, since)| changes_since(&task.changes, since));
    Ok(Context {
        task_changes: task_changes.unwrap_or_default(),
        milestone_title: milestone.map(|milestone| milestone.title.clone()),
        contract_title: contract.map(|contract| contract.task_title.clone()),
        clock,
        due_date,
        invoice_number,
        said_of_refund,
        ..known(found)
    })
}

/// What is said of the last request for a refund.
fn said(milestone: &MilestoneRecord, words: RefundWords) -> Option<String> {
    let request = milestone.refund_requests.last()?;
    match words {
        RefundWords::Reason => Some(request.reason.clone()),
        RefundWords::Answer => request.answer.clone(),
    }
}

/// Whether they still have to do what they are reminded of: it may have been done, put off or frozen while the reminder was on its
/// way, or be over.
fn still_stands(
    contract: &ContractRecord,
    milestone: &MilestoneRecord,
    needs: &Needs,
    reminder: &Reminder,
    now: Timestamp,
) -> bool {
    let wanted = if needs.clock { Duty::Answer } else { Duty::HandIn };
    contract.status == ContractStatus::Active
        && milestone.deadlines().any(|deadline| {
            deadline.task == wanted
                && contract.acting(deadline.actor) == Some(reminder.to)
                && deadline.is_near(reminder.days, now)
        })
}

fn wanted(needs: &Needs) -> Wanted {
    Wanted {
        people: needs.people.clone(),
        task: needs.task,
        bid: needs.bid.map(|(_, task, freelancer)| (task, freelancer)),
        contract: needs.milestone.map(|milestone| milestone.contract_id()),
        revision: needs.milestone.zip(needs.revision),
        file: needs.file,
        dispute: needs.dispute,
    }
}

fn known(found: Briefing) -> Context {
    let file = found.file.map(|file| FileDetails {
        name: file.name,
        problem: file.problem,
    });
    let dispute = found.dispute.map(|dispute| {
        let clock = |reader| dispute.clock_for(reader).map(|clock| clock.text);
        DisputeDetails {
            client_clock: clock(Actor::Client),
            freelancer_clock: clock(Actor::Freelancer),
            ruling: dispute.ruling.clone(),
        }
    });
    Context {
        people: found
            .people
            .into_iter()
            .map(|person| (person.id, person.name))
            .collect(),
        task_title: found.task.map(|task| task.title),
        decline_note: found.bid.and_then(|bid| bid.decline_note),
        comment: found.revision.map(|revision| revision.comment),
        file,
        dispute,
        ..Context::default()
    }
}

async fn invoice_number(
    app: &App,
    user: UserId,
    milestone: &MilestoneRecord,
) -> Result<Option<String>, StoreError> {
    let Some(payment) = milestone.transfer_payment else {
        return Ok(None);
    };
    let line = app.store.payments().get(user, payment).await?;
    Ok(line.and_then(|line| line.invoice_number))
}
