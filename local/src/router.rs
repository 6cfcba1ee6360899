//! Everything that is served on the one port.

use crate::world::World;
use crate::{files, gateway, ops, services, site, sockets};
use axum::Router;
use axum::routing::any;
use std::sync::Arc;

impl World {
    /// Everything that is served on the one port.
    pub fn router(self: &Arc<Self>) -> Router {
        let api = Router::new()
            .route("/v1/health", any(gateway::health))
            .route("/v1/{*path}", any(gateway::serve))
            .with_state(Arc::clone(self));
        let waking = Arc::clone(self);
        let wake = axum::middleware::from_fn(
            move |request: axum::extract::Request, next: axum::middleware::Next| {
                let world = Arc::clone(&waking);
                async move {
                    let changes = !request.method().is_safe();
                    let response = next.run(request).await;
                    if changes {
                        world.wake.notify_one();
                    }
                    response
                }
            },
        );
        Router::new()
            .nest_service("/_stripe", self.stripe.pages().merge(self.stripe.control()))
            .merge(ops::router(Arc::clone(self)))
            .merge(files::router(Arc::clone(self)))
            .merge(sockets::router(Arc::clone(self)))
            .merge(services::router(Arc::clone(self)))
            .merge(api)
            .layer(wake)
            .fallback_service(site::router(&self.root.join("web/dist")))
            .layer(axum::middleware::from_fn(site::security_headers))
    }
}
