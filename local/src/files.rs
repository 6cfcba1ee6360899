//! What CloudFront does for files in the cloud: browsers reach the bucket through it, and pictures without a signature.

use crate::world::World;
use crate::{event, objects};
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use std::sync::Arc;
use tower_http::cors::{AllowOrigin, CorsLayer};

pub(crate) fn router(world: Arc<World>) -> Router {
    Router::new()
        .route(
            &format!("/{}/{{*key}}", objects::BUCKET),
            any(bucket).layer(cors()),
        )
        .route("/pictures/{id}/{size}", get(picture))
        .with_state(world)
}

/// As `infra/data.yaml` allows it: the client's origin, which is another port of this machine while Vite serves it.
fn cors() -> CorsLayer {
    let here = |origin: &HeaderValue, _: &Parts| origin.as_bytes().starts_with(b"http://localhost:");
    CorsLayer::new()
        .allow_origin(AllowOrigin::predicate(here))
        .allow_methods([Method::GET, Method::HEAD, Method::PUT])
        .allow_headers(tower_http::cors::Any)
}

/// The bucket itself: it checks the signature.
pub(crate) async fn bucket(State(world): State<Arc<World>>, request: Request) -> Response {
    world
        .objects
        .answer(request, |key, size| {
            if let Err(error) = world.object_created(key, size) {
                tracing::error!(key, error = %error, "the event of an upload is lost");
            }
        })
        .await
}

/// A picture, for everybody, and kept for a day.
async fn picture(State(world): State<Arc<World>>, Path((id, size)): Path<(String, String)>) -> Response {
    let Ok(objects) = world.app.objects() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match objects.open(&format!("pictures/{id}/{size}")).await {
        Ok(Some(object)) => (
            [
                (header::CONTENT_TYPE, "image/webp"),
                (header::CACHE_CONTROL, "public, max-age=86400"),
            ],
            Body::from_stream(object.content),
        )
            .into_response(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

impl World {
    /// The keys of all objects. For tests.
    pub fn object_keys(&self) -> Result<Vec<String>, crate::Error> {
        self.objects.keys()
    }

    /// Tells the queues whose rule in the template asks for it.
    pub(crate) fn object_created(&self, key: &str, size: u64) -> Result<(), crate::Error> {
        let event = event::object_created(objects::BUCKET, key, size, self.now());
        let rules = self.template.object_rules.iter();
        for (_, queue) in rules.filter(|(prefix, _)| key.starts_with(prefix)) {
            self.queue.put_event(queue, &event)?;
        }
        Ok(())
    }
}
