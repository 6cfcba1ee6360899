//! Who calls.

use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

/// What does not come within this time does not come.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// Somebody's browser: an address of its own, since a network may only try so often, and a token.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) http: reqwest::Client,
    pub(crate) token: String,
}

impl Person {
    /// The `number`-th. All of 127.0.0.0/8 is this machine.
    pub(crate) fn new(number: usize, token: String) -> Self {
        let [_, _, high, low] = (number as u32 + 1).to_be_bytes();
        let address = IpAddr::V4(Ipv4Addr::new(127, 7, high, low));
        let http = reqwest::Client::builder()
            .local_address(address)
            .timeout(PATIENCE)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        Self { http, token }
    }
}
