//! What handlers answer with. The status is part of the type, so that OpenAPI knows it.

use crate::conditional::{KeptByNobody, NOTHING};
use crate::{Operation, Response};
use http::{HeaderValue, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;

/// The status of a reply, as part of its type.
pub type Status = StatusCode;

/// An answer that can become a response and describe itself.
pub trait Reply {
    /// The response.
    fn into_response(self) -> Response;
    /// Adds the answer to the OpenAPI operation.
    fn describe(operation: &mut Operation<'_>);
}

macro_rules! json_reply {
    ($(#[$doc:meta])* $name:ident, $status:ident) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name<T>(pub T);

        impl<T> $name<T> {
            /// Its status.
            pub const STATUS: Status = StatusCode::$status;
        }

        impl<T: Serialize + JsonSchema> Reply for $name<T> {
            fn into_response(self) -> Response {
                json(Self::STATUS, &self.0)
            }
            fn describe(operation: &mut Operation<'_>) {
                operation.answers::<T>(Self::STATUS);
            }
        }
    };
}

json_reply!(
    /// 200 with a JSON body.
    Json, OK
);
json_reply!(
    /// 201 with the new thing.
    Created, CREATED
);
json_reply!(
    /// 202: taken, and done later.
    Accepted, ACCEPTED
);

/// 200 with a JSON body that nobody keeps, not even the browser that asked for it.
#[derive(Debug)]
pub struct Unkept<T>(pub T);

impl<T: Serialize + JsonSchema> Reply for Unkept<T> {
    fn into_response(self) -> Response {
        let mut response = Json(self.0).into_response();
        response.extensions_mut().insert(KeptByNobody);
        response
    }
    fn describe(operation: &mut Operation<'_>) {
        Json::<T>::describe(operation);
    }
}

/// 200 with a table as comma-separated values (RFC 4180), to be saved under a name.
#[derive(Debug)]
pub struct Csv {
    /// The file's name: letters, digits, points and hyphens.
    pub name: &'static str,
    /// The table, its first line the header.
    pub text: String,
}

impl Reply for Csv {
    fn into_response(self) -> Response {
        let mut response = Response::new(self.text.into());
        let kind = HeaderValue::from_static("text/csv; charset=utf-8; header=present");
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
        response.headers_mut().insert(header::CACHE_CONTROL, NOTHING);
        let saved = HeaderValue::from_str(&format!("attachment; filename=\"{}\"", self.name));
        if let Ok(saved) = saved {
            response.headers_mut().insert(header::CONTENT_DISPOSITION, saved);
        }
        response.extensions_mut().insert(KeptByNobody);
        response
    }
    fn describe(operation: &mut Operation<'_>) {
        operation.answers_text(StatusCode::OK, "text/csv");
    }
}

/// 200 with a document in the form that was asked for. Nobody keeps it: its address has it in several.
#[derive(Debug)]
pub enum Document<T> {
    /// As data.
    Data(T),
    /// As a page.
    Page(String),
    /// As a PDF, to be saved under a name of letters, digits, points and hyphens.
    Pdf(String, Vec<u8>),
}

impl<T: Serialize + JsonSchema> Reply for Document<T> {
    fn into_response(self) -> Response {
        let (kind, body, name) = match self {
            Self::Data(data) => {
                let mut response = Unkept(data).into_response();
                response
                    .headers_mut()
                    .append(header::VARY, HeaderValue::from(header::ACCEPT));
                return response;
            }
            Self::Page(text) => ("text/html; charset=utf-8", text.into(), None),
            Self::Pdf(name, bytes) => ("application/pdf", lambda_http::Body::Binary(bytes), Some(name)),
        };
        let mut response = Response::new(body);
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        headers.insert(header::CACHE_CONTROL, NOTHING);
        headers.append(header::VARY, HeaderValue::from(header::ACCEPT));
        let saved =
            name.and_then(|name| HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")).ok());
        if let Some(saved) = saved {
            headers.insert(header::CONTENT_DISPOSITION, saved);
        }
        response.extensions_mut().insert(KeptByNobody);
        response
    }
    fn describe(operation: &mut Operation<'_>) {
        Json::<T>::describe(operation);
        operation.answers_also(StatusCode::OK, "text/html");
        operation.answers_also(StatusCode::OK, "application/pdf");
    }
}

/// 204.
#[derive(Debug)]
pub struct NoContent;

impl Reply for NoContent {
    fn into_response(self) -> Response {
        let mut response = Response::new(lambda_http::Body::Empty);
        *response.status_mut() = StatusCode::NO_CONTENT;
        response.headers_mut().insert(header::CACHE_CONTROL, NOTHING);
        response
    }
    fn describe(operation: &mut Operation<'_>) {
        operation.answers_nothing(StatusCode::NO_CONTENT);
    }
}

/// A reply that is one of two kinds, such as 201 for new and 200 for existing.
impl<A: Reply, B: Reply> Reply for Result<A, B> {
    fn into_response(self) -> Response {
        match self {
            Ok(reply) => reply.into_response(),
            Err(reply) => reply.into_response(),
        }
    }
    fn describe(operation: &mut Operation<'_>) {
        A::describe(operation);
        B::describe(operation);
    }
}

/// A reply that also sets cookies.
#[derive(Debug)]
pub struct WithCookies<R> {
    /// The reply.
    pub reply: R,
    /// Whole `Set-Cookie` values.
    pub cookies: Vec<String>,
}

impl<R> WithCookies<R> {
    /// Sets another.
    pub fn and(mut self, cookie: String) -> Self {
        self.cookies.push(cookie);
        self
    }
}

impl<R: Reply> Reply for WithCookies<R> {
    fn into_response(self) -> Response {
        let mut response = self.reply.into_response();
        for cookie in &self.cookies {
            if let Ok(value) = HeaderValue::from_str(cookie) {
                response.headers_mut().append(header::SET_COOKIE, value);
            }
        }
        response
    }
    fn describe(operation: &mut Operation<'_>) {
        R::describe(operation);
    }
}

/// A JSON response. Nobody keeps it, unless it is the answer to a `GET`: see [`crate::conditional`].
fn json<T: Serialize>(status: StatusCode, value: &T) -> Response {
    match serde_json::to_string(value) {
        Ok(body) => {
            let mut response = Response::new(body.into());
            *response.status_mut() = status;
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
            headers.insert(header::CACHE_CONTROL, NOTHING);
            response
        }
        Err(error) => {
            tracing::error!(error = %error, "the answer could not be written as JSON");
            let mut response = Response::new(lambda_http::Body::Empty);
            *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
            response
        }
    }
}
