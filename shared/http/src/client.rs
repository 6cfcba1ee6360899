//! Who is at the other end: where a request came from, and what its browser keeps for us.

use crate::{ApiError, Context, Extract, Operation, Request};
use http::HeaderMap;
use http::header::{COOKIE, USER_AGENT};
use std::ops::Deref;

/// Where a request came from.
#[derive(Clone)]
pub struct Client {
    /// `User-Agent`, cut to 200 characters.
    pub user_agent: String,
    /// The caller's address.
    pub address: String,
    /// Whether it says that a browser sent it (Fetch Metadata, `Sec-Fetch-Site`), as every current one does to a site that is
    /// served over TLS or on this machine.
    pub is_browser: bool,
}

impl Client {
    /// The network that it came from.
    pub fn network(&self) -> String {
        crate::network(&self.address)
    }
}

impl Extract for Client {
    fn extract(context: &dyn Context, request: &Request) -> Result<Self, ApiError> {
        let headers = request.headers();
        let agent = headers.get(USER_AGENT).and_then(|value| value.to_str().ok());
        Ok(Self {
            user_agent: agent.unwrap_or_default().chars().take(200).collect(),
            address: crate::client_address(context, request),
            is_browser: headers.contains_key("sec-fetch-site"),
        })
    }
    fn describe(_: &mut Operation<'_>) {}
}

/// The request's cookies, with the client that keeps them: for sessions.
#[derive(Clone)]
pub struct Cookies {
    cookies: Vec<cookie::Cookie<'static>>,
    client: Client,
}

impl Cookies {
    /// The value of a cookie.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.cookies
            .iter()
            .find(|cookie| cookie.name() == name)
            .map(cookie::Cookie::value)
    }
}

impl Deref for Cookies {
    type Target = Client;
    fn deref(&self) -> &Client {
        &self.client
    }
}

impl Extract for Cookies {
    fn extract(context: &dyn Context, request: &Request) -> Result<Self, ApiError> {
        Ok(Self {
            cookies: cookies(request.headers()),
            client: Client::extract(context, request)?,
        })
    }
    fn describe(_: &mut Operation<'_>) {}
}

fn cookies(headers: &HeaderMap) -> Vec<cookie::Cookie<'static>> {
    let values = headers.get_all(COOKIE).iter();
    let texts = values.filter_map(|value| value.to_str().ok());
    texts
        .flat_map(|text| cookie::Cookie::split_parse(text.to_owned()).filter_map(Result::ok))
        .map(cookie::Cookie::into_owned)
        .collect()
}
