//! Which lines of somebody's payment history are meant.

use super::{PaymentKind, PaymentStatus};
use crate::StoreError;
use crate::items::{Item, value};
use crate::table::Filter;
use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_domain::{ContractId, Date};
use std::collections::HashMap;

/// Everything given must match.
#[derive(Debug, Clone, Default)]
pub struct PaymentFilter {
    /// Of this kind.
    pub kind: Option<PaymentKind>,
    /// In this state.
    pub status: Option<PaymentStatus>,
    /// Of this contract.
    pub contract: Option<ContractId>,
    /// Begun on this day or later, in UTC.
    pub from: Option<Date>,
    /// Begun on this day or earlier, in UTC.
    pub to: Option<Date>,
}

impl PaymentFilter {
    pub(crate) fn expression(&self) -> Result<Option<Filter>, StoreError> {
        let (mut parts, mut names, mut values) = (Vec::new(), HashMap::new(), Item::new());
        let mut asks = |attribute: &str, compares: &str, name: &str, value: AttributeValue| {
            parts.push(format!("#{attribute} {compares} :{name}"));
            names.insert(format!("#{attribute}"), attribute.to_owned());
            values.insert(format!(":{name}"), value);
        };
        if let Some(kind) = &self.kind {
            asks("kind", "=", "kind", value(kind)?);
        }
        if let Some(status) = &self.status {
            asks("status", "=", "status", value(status)?);
        }
        if let Some(contract) = &self.contract {
            asks("contractId", "=", "contract", value(contract)?);
        }
        // A moment is written year first, so that a day sorts before all of its moments.
        if let Some(from) = &self.from {
            asks("createdAt", ">=", "from", AttributeValue::S(from.to_string()));
        }
        if let Some(to) = &self.to {
            asks("createdAt", "<", "to", AttributeValue::S(to.next().to_string()));
        }
        Ok((!parts.is_empty()).then(|| Filter {
            expression: parts.join(" AND "),
            names,
            values,
        }))
    }
}
