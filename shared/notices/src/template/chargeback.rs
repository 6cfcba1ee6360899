//! Mails about chargebacks.

use crate::Line;
use askama::Template;
use proconnect_domain::Money;
use serde::{Deserialize, Serialize};

/// The client's bank wants money back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/chargeback_opened.txt", blocks = ["subject", "line", "body", "action"])]
pub struct ChargebackOpened {
    /// The milestone.
    pub milestone: Line,
    /// How much.
    pub amount: Money,
    /// Said to the client; otherwise to the freelancer.
    pub to_client: bool,
    /// The freelancer had been paid before.
    pub paid_out: bool,
}

/// The bank has decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/chargeback_closed.txt", blocks = ["subject", "line", "body", "action"])]
pub struct ChargebackClosed {
    /// The milestone.
    pub milestone: Line,
    /// How much.
    pub amount: Money,
    /// Said to the client; otherwise to the freelancer.
    pub to_client: bool,
    /// The freelancer had been paid before.
    pub paid_out: bool,
    /// Against the client.
    pub won: bool,
}
