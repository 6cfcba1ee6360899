//! SQS and SES for functions that run in a process of their own (`cargo lambda watch`): as much of their APIs as our
//! adapters speak, in front of this cloud's queues and mails.

use crate::world::World;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Json, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use proconnect_messaging::{Envelope, Mail, Mailer, Queue};
use serde_json::{Value, json};
use std::sync::Arc;

pub(crate) fn router(world: Arc<World>) -> Router {
    Router::new()
        .route("/_local/sqs", post(send_message_batch))
        .route("/_local/sqs/", post(send_message_batch))
        .route("/_local/ses/v2/email/outbound-emails", post(send_email))
        .with_state(world)
}

/// `SendMessageBatch` in SQS's JSON protocol. Each body names its queue; entries fail one by one.
async fn send_message_batch(State(world): State<Arc<World>>, request: Bytes) -> Json<Value> {
    // Read whatever it calls itself: SQS's protocol has a content type of its own.
    let request: Value = serde_json::from_slice(&request).unwrap_or_default();
    let (mut taken, mut failed) = (Vec::new(), Vec::new());
    for entry in request["Entries"].as_array().into_iter().flatten() {
        let sent = match serde_json::from_str::<Envelope>(entry["MessageBody"].as_str().unwrap_or_default()) {
            Ok(envelope) => world.queue.send(&[envelope]).await.into_iter().next(),
            Err(_) => None,
        };
        match sent {
            Some(Ok(())) => taken.push(json!({
                "Id": entry["Id"], "MessageId": entry["Id"], "MD5OfMessageBody": "",
            })),
            _ => {
                failed
                    .push(json!({"Id": entry["Id"], "Code": "InvalidMessageContents", "SenderFault": true}));
            }
        }
    }
    world.wake.notify_one();
    Json(json!({"Successful": taken, "Failed": failed}))
}

/// `SendEmail` of SES's second API. What is not there is empty.
async fn send_email(State(world): State<Arc<World>>, Json(request): Json<Value>) -> Response {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let message = &request["Content"]["Simple"];
    let headers = message["Headers"].as_array().into_iter().flatten();
    let mail = Mail {
        to: text(&request["Destination"]["ToAddresses"][0]),
        subject: text(&message["Subject"]["Data"]),
        text: text(&message["Body"]["Text"]["Data"]),
        html: text(&message["Body"]["Html"]["Data"]),
        headers: headers
            .map(|header| (text(&header["Name"]), text(&header["Value"])))
            .collect(),
    };
    if mail.to.is_empty() || world.mailer.send(&mail).await.is_err() {
        let error = [("x-amzn-errortype", "MessageRejected")];
        return (
            StatusCode::BAD_REQUEST,
            error,
            Json(json!({"message": "refused"})),
        )
            .into_response();
    }
    Json(json!({"MessageId": "local"})).into_response()
}
