//! `/_local/`: the operator's page and what scripts use. Exists in this binary only.

use crate::clock::parse_duration;
use crate::world::World;
use crate::{mails, page};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;

#[derive(Deserialize)]
struct To {
    to: Option<String>,
}

#[derive(Deserialize)]
struct Advance {
    advance: String,
}

pub(crate) fn router(world: Arc<World>) -> Router {
    Router::new()
        .route("/_local", get(page::show))
        .route("/_local/", get(page::show))
        .route("/_local/style.css", get(page::style))
        .route("/_local/mail", get(mail))
        .route("/_local/mails", get(mails::list))
        .route("/_local/mails/{name}", get(mails::show))
        .route("/_local/queues", get(queues))
        .route("/_local/clock", get(clock).post(advance))
        .route("/_local/drain", post(drain))
        .with_state(world)
}

async fn mail(State(world): State<Arc<World>>, Query(query): Query<To>) -> Response {
    match world.mailer.list(query.to.as_deref()) {
        Ok(items) => Json(json!({"items": items})).into_response(),
        Err(error) => failed(&error),
    }
}

async fn queues(State(world): State<Arc<World>>) -> Response {
    match world.queue.depths() {
        Ok(depths) => {
            let items = depths
                .into_iter()
                .map(|(queue, ready, all)| json!({"queue": queue, "ready": ready, "all": all}));
            Json(json!({"items": items.collect::<Vec<_>>()})).into_response()
        }
        Err(error) => failed(&error),
    }
}

async fn clock(State(world): State<Arc<World>>) -> Response {
    Json(json!({"now": world.now()})).into_response()
}

async fn advance(State(world): State<Arc<World>>, Json(body): Json<Advance>) -> Response {
    let Some(by) = parse_duration(&body.advance) else {
        let text = r#"Say how far: {"advance": "14d"}, with d, h, m or s."#;
        return (StatusCode::BAD_REQUEST, text).into_response();
    };
    let _made = world.demo.read().await;
    match world.advance(by).await {
        Ok(()) => Json(json!({"now": world.now()})).into_response(),
        Err(error) => failed(&error),
    }
}

async fn drain(State(world): State<Arc<World>>) -> Response {
    let _made = world.demo.read().await;
    match world.drain().await {
        Ok(()) => Json(json!({"drained": true})).into_response(),
        Err(error) => failed(&error),
    }
}

fn failed(error: &crate::Error) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response()
}
