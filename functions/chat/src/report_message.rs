//! `POST /v1/rooms/{roomId}/messages/{messageId}/report`: shows a message to the moderators.

use proconnect_api::Report;
use proconnect_domain::{MessageId, ReportReason, RoomId, Text, Validator, ValueError};
use proconnect_http::{ApiError, Body, Caller, Client, Created, Idempotency, Json, Paths};
use proconnect_rules::limits::{self, REPORT};
use proconnect_runtime::{App, Function};
use proconnect_store::ReportRecord;
use schemars::JsonSchema;
use serde::Deserialize;

/// Who it was written to: shows a message to the moderators; a second time, the first report is answered with 200.
pub const FUNCTION: Function =
    proconnect_runtime::http!(POST "/v1/rooms/{roomId}/messages/{messageId}/report", handle);

/// Why.
#[derive(Deserialize, JsonSchema)]
pub struct ReportMessage {
    /// Why; for `other`, the note says it.
    reason: ReportReason,
    /// What the moderators should know: at most 1,000 characters.
    #[serde(default)]
    #[schemars(example = &"Nobody asked for this.")]
    note: String,
}

type Input = (
    Paths<RoomId, MessageId>,
    Body<ReportMessage>,
    (Client, Idempotency),
);

/// Reports it. The report keeps the message as it is now; what it was before its last changes is kept beside it. Whoever wrote
/// it is not told.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Paths(room, id), Body(body), (client, idempotency)): Input,
) -> Result<Result<Created<Report>, Json<Report>>, ApiError> {
    let user = caller.user_id;
    let (room, message) = app.store.messages().in_room(room, id).await?;
    if room.is_none_or(|room| !room.is_of(user)) {
        return Err(ApiError::not_found("room"));
    }
    let message = message.ok_or_else(|| ApiError::not_found("message"))?;
    if message.sender_id == user {
        return Err(ApiError::forbidden("You wrote this yourself. You can delete it."));
    }
    let mut errors = Validator::new();
    let note = errors.field("/note", Text::<0, 1000>::parse(&body.note));
    let note = note.map(Text::into_string);
    if body.reason == ReportReason::Other && note.as_deref() == Some("") {
        errors.error("/note", ValueError::new("required", "Say what is wrong with it."));
    }
    let note = errors.finish(note)?;
    limits::check(app, &REPORT, &client.address, &user.to_string()).await?;
    let report = ReportRecord::by_person(&message, user, (body.reason, note), app.now());
    let answer = Created(view(&report));
    let remember = idempotency.remember(user, &answer)?;
    let reports = app.store.reports();
    if reports.report(&report, remember, app.now()).await? {
        return Ok(Ok(answer));
    }
    let first = reports.get(report.id).await?.unwrap_or(report);
    Ok(Err(Json(view(&first))))
}

fn view(report: &ReportRecord) -> Report {
    Report {
        id: report.id,
        message_id: report.message_id,
        reason: report.reason,
        created_at: report.created_at,
    }
}
