//! Lists: `{"items": [], "nextCursor": null | "…"}`.

use crate::ApiError;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One page of a list.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "{T}Page")]
pub struct Page<T> {
    /// The things, in the list's order.
    pub items: Vec<T>,
    /// Where the next page begins; null on the last page. Opaque: pass it back as `?cursor=`.
    pub next_cursor: Option<String>,
}

/// `?limit=` (default 20, at most 100) and `?cursor=`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
pub struct PageQuery {
    /// How many things a page holds: 1 to 100, 20 when absent.
    pub limit: Option<u32>,
    /// The `nextCursor` of the page before.
    pub cursor: Option<String>,
}

impl PageQuery {
    /// The limit, checked.
    pub fn limit(&self) -> Result<u32, ApiError> {
        check_limit(self.limit)
    }
}

/// The limit of a list: default 20; 0 and more than 100 are refused with 422.
pub fn check_limit(limit: Option<u32>) -> Result<u32, ApiError> {
    match limit {
        None => Ok(20),
        Some(limit @ 1..=100) => Ok(limit),
        Some(_) => Err(ApiError::invalid_field(
            "/limit",
            "out_of_range",
            "A limit is 1 to 100.",
        )),
    }
}

impl<T> Page<T> {
    /// The same page with other items.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(f).collect(),
            next_cursor: self.next_cursor,
        }
    }
}
