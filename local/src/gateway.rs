//! API Gateway: finds the function of a request, calls it with the event, and turns its answer into a response.

use crate::world::World;
use crate::{event, registry};
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderName, HeaderValue, Response, StatusCode, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proconnect_runtime::Function;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::sync::Arc;

/// API Gateway's limit for a payload: 10 MB.
const MAX_BODY: usize = 10 * 1024 * 1024;

/// API Gateway's limit for the request line and the headers of an HTTP API together: 10,240 bytes.
const MAX_HEAD: usize = 10_240;

/// Lambda's limit for what a function is called with, and for what it answers: 6 MB (`RequestEntityTooLarge`,
/// `ResponseSizeTooLarge`).
const MAX_EVENT: usize = 6 * 1024 * 1024;

/// How long the head of a request is.
fn head_length(parts: &axum::http::request::Parts) -> usize {
    let line = parts.method.as_str().len() + parts.uri.to_string().len();
    let headers = parts
        .headers
        .iter()
        .map(|(name, value)| name.as_str().len() + value.len());
    line + headers.sum::<usize>()
}

/// Serves `/v1/…`.
pub(crate) async fn serve(State(world): State<Arc<World>>, request: Request) -> Response<Body> {
    let address = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|info| info.0.ip().to_string());
    let (parts, body) = request.into_parts();
    if head_length(&parts) > MAX_HEAD {
        return message(
            StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            "Request Header Fields Too Large",
        );
    }
    let Ok(body) = to_bytes(body, MAX_BODY).await else {
        return message(StatusCode::PAYLOAD_TOO_LARGE, "Request Too Long");
    };
    let Some((route, parameters)) = world.template.route(parts.method.as_str(), parts.uri.path()) else {
        return message(StatusCode::NOT_FOUND, "Not Found");
    };
    let is_head = parts.method == axum::http::Method::HEAD && route.method == "GET";
    let key = format!("{} {}", if is_head { "HEAD" } else { &route.method }, route.path);
    let address = address.unwrap_or_else(|| "127.0.0.1".to_owned());
    let payload = event::http(&parts, &body, &key, parameters, &address, world.now());
    if payload.to_string().len() > MAX_EVENT {
        return message(StatusCode::PAYLOAD_TOO_LARGE, "Request Too Long");
    }
    let _turn = world.requests.acquire().await;
    match world.invoke(&route.function, payload).await {
        Ok(answer) if answer.to_string().len() > MAX_EVENT => {
            tracing::error!(
                function = route.function,
                "a function answered more than Lambda takes"
            );
            message(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error")
        }
        Ok(answer) => response(&answer)
            .unwrap_or_else(|| message(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error")),
        Err(error) => {
            tracing::error!(function = route.function, error = %error, "a function failed");
            message(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error")
        }
    }
}

/// Serves `/v1/health`, which is not ok before the demo marketplace is there.
pub(crate) async fn health(state: State<Arc<World>>, request: Request) -> Response<Body> {
    if state.demo.try_read().is_err() {
        let mut early = message(
            StatusCode::SERVICE_UNAVAILABLE,
            "The demo marketplace is being made.",
        );
        let headers = early.headers_mut();
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        return early;
    }
    serve(state, request).await
}

/// What API Gateway answers by itself, in the product's own form.
fn message(status: StatusCode, text: &str) -> Response<Body> {
    let code = match status {
        StatusCode::NOT_FOUND => "not_found",
        StatusCode::PAYLOAD_TOO_LARGE => "payload_too_large",
        StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE => "malformed",
        StatusCode::SERVICE_UNAVAILABLE => "unavailable",
        _ => "internal",
    };
    let body = json!({
        "type": format!("/problems/{}", code.replace('_', "-")), "title": text, "status": status.as_u16(),
        "detail": text, "code": code, "requestId": "gateway",
    });
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    response
}

/// From a function's answer (payload format 2.0) to a response.
fn response(answer: &Value) -> Option<Response<Body>> {
    let body = answer["body"].as_str().unwrap_or_default();
    let body = if answer["isBase64Encoded"] == true {
        STANDARD.decode(body).ok()?
    } else {
        body.as_bytes().to_vec()
    };
    let mut response = Response::new(Body::from(body));
    *response.status_mut() =
        StatusCode::from_u16(u16::try_from(answer["statusCode"].as_u64()?).ok()?).ok()?;
    let headers = response.headers_mut();
    for field in ["headers", "multiValueHeaders"] {
        for (name, value) in answer[field].as_object().into_iter().flatten() {
            let name: HeaderName = name.parse().ok()?;
            for value in value
                .as_array()
                .map_or_else(|| vec![value], |values| values.iter().collect())
            {
                let value = HeaderValue::from_str(value.as_str()?).ok()?;
                if !headers.get_all(&name).iter().any(|known| known == value) {
                    headers.append(name.clone(), value);
                }
            }
        }
    }
    for cookie in answer["cookies"].as_array().into_iter().flatten() {
        let value = HeaderValue::from_str(cookie.as_str()?).ok()?;
        if !headers
            .get_all(header::SET_COOKIE)
            .iter()
            .any(|known| known == value)
        {
            headers.append(header::SET_COOKIE, value);
        }
    }
    Some(response)
}

impl World {
    /// Calls a function by its name.
    pub async fn invoke(&self, name: &str, payload: Value) -> Result<Value, crate::Error> {
        let function = registry::function(name).ok_or_else(|| format!("{name} is not linked in"))?;
        self.count(name);
        self.call(function, payload).await
    }

    /// Calls any function, such as one that a test declares.
    pub async fn call(&self, function: &Function, payload: Value) -> Result<Value, crate::Error> {
        let call = (function.invoke)(self.app.clone(), event::invocation(payload));
        crate::rights::acting(function.name, call).await
    }
}
