//! A client without a network: calls the gateway as a browser would. For the demo and for tests.

use crate::gateway;
use crate::world::World;
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, Request};
use serde_json::Value;
use std::net::SocketAddr;
use std::sync::Arc;

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Bytes of the body, as they were sent.
    pub length: usize,
    /// Body; null when empty, packed, or no JSON.
    pub body: Value,
    /// Body, as text.
    pub text: String,
    /// Body, as it came.
    pub bytes: Vec<u8>,
}

/// A request in the making.
#[derive(Debug, Clone, Default)]
pub struct Call<'a> {
    /// Access token.
    pub token: Option<&'a str>,
    /// JSON body.
    pub body: Option<Value>,
    /// More headers.
    pub headers: Vec<(&'a str, String)>,
    /// A body as it is, instead of JSON.
    pub raw: Option<Vec<u8>>,
    /// The address it comes from, if not this machine's.
    pub address: Option<&'a str>,
}

impl World {
    /// Sends a request to the gateway.
    pub async fn send(self: &Arc<Self>, method: &str, path: &str, call: Call<'_>) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(token) = call.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        if call.body.is_some() {
            request = request.header("content-type", "application/json");
        }
        let address = call.address.and_then(|address| address.parse().ok());
        if let Some(address) = address {
            request = request.extension(ConnectInfo(SocketAddr::new(address, 0)));
        }
        for (name, value) in call.headers {
            request = request.header(name, value);
        }
        let body = match (call.raw, call.body) {
            (Some(raw), _) => raw,
            (None, Some(json)) => json.to_string().into_bytes(),
            (None, None) => Vec::new(),
        };
        let request = request.body(Body::from(body)).unwrap_or_default();
        let response = gateway::serve(State(Arc::clone(self)), request).await;
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
        Answer {
            status: parts.status.as_u16(),
            headers: parts.headers,
            length: bytes.len(),
            body: serde_json::from_slice(&bytes).unwrap_or_default(),
            text: String::from_utf8_lossy(&bytes).into_owned(),
            bytes: bytes.into(),
        }
    }

    /// `GET`.
    pub async fn get(self: &Arc<Self>, path: &str, token: &str) -> Answer {
        self.send(
            "GET",
            path,
            Call {
                token: Some(token),
                ..Call::default()
            },
        )
        .await
    }

    /// `POST` with a JSON body.
    pub async fn post(self: &Arc<Self>, path: &str, token: &str, body: Value) -> Answer {
        self.send(
            "POST",
            path,
            Call {
                token: Some(token),
                body: Some(body),
                ..Call::default()
            },
        )
        .await
    }

    /// Ends a visit to one of the stand-in's pages.
    pub async fn visit(self: &Arc<Self>, url: &str, outcome: &str) -> u16 {
        use axum::extract::Request;
        let path = url.split_once("/_stripe").map_or(url, |(_, path)| path);
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(format!("outcome={outcome}")))
            .unwrap_or_default();
        let mut pages = self.stripe.pages();
        let response = tower_service::Service::call(&mut pages, request).await;
        response.map_or(500, |response| response.status().as_u16())
    }
}

/// What a browser gets of an address that is not the API's.
#[derive(Debug, Clone)]
pub struct Fetched {
    /// Status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// The content.
    pub content: Vec<u8>,
}

impl World {
    /// Sends a request to a signed address of the bucket, or for a picture.
    pub async fn fetch(
        self: &Arc<Self>,
        method: &str,
        url: &str,
        headers: &[(String, String)],
        content: Vec<u8>,
    ) -> Fetched {
        let host_and_path = url.split_once("://").map_or(url, |(_, rest)| rest);
        let (host, path) = host_and_path.split_once('/').unwrap_or_default();
        let mut request = Request::builder()
            .method(method)
            .uri(format!("/{path}"))
            .header("host", host);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let request = request.body(Body::from(content)).unwrap_or_default();
        let mut router = crate::files::router(Arc::clone(self));
        let response = match tower_service::Service::call(&mut router, request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let (parts, body) = response.into_parts();
        Fetched {
            status: parts.status.as_u16(),
            headers: parts.headers,
            content: to_bytes(body, usize::MAX).await.unwrap_or_default().to_vec(),
        }
    }
}
