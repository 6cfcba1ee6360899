//! Opaque cursors: DynamoDB's `LastEvaluatedKey`, encoded, bound to the list that made it.

use crate::StoreError;
use aws_sdk_dynamodb::types::AttributeValue;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::collections::{BTreeMap, HashMap};

/// One page of a list, and where the next one begins.
#[derive(Debug, Clone)]
pub struct Listed<T> {
    /// The things on this page.
    pub items: Vec<T>,
    /// The cursor of the next page.
    pub next_cursor: Option<String>,
}

type Attributes = HashMap<String, AttributeValue>;

/// `list` names the partition that was read: a cursor of another list, or of another person, is refused.
pub(crate) fn encode(list: &str, last: Option<&Attributes>) -> Option<String> {
    let keys: BTreeMap<&str, &String> = last?
        .iter()
        .filter_map(|(name, value)| Some((name.as_str(), value.as_s().ok()?)))
        .collect();
    let json = serde_json::to_vec(&(list, keys)).ok()?;
    Some(URL_SAFE_NO_PAD.encode(json))
}

pub(crate) fn decode(list: &str, cursor: Option<&str>) -> Result<Option<Attributes>, StoreError> {
    let Some(cursor) = cursor.filter(|cursor| !cursor.is_empty()) else {
        return Ok(None);
    };
    let json = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| StoreError::Cursor)?;
    let (found, keys): (String, BTreeMap<String, String>) =
        serde_json::from_slice(&json).map_err(|_| StoreError::Cursor)?;
    if found != list {
        return Err(StoreError::Cursor);
    }
    Ok(Some(
        keys.into_iter()
            .map(|(name, value)| (name, AttributeValue::S(value)))
            .collect(),
    ))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_and_is_bound_to_its_list() {
        let last = HashMap::from([("pk".to_owned(), AttributeValue::S("TASK#1".to_owned()))]);
        let cursor = encode("TASKS#open", Some(&last)).unwrap();
        assert_eq!(decode("TASKS#open", Some(&cursor)).unwrap(), Some(last));
        assert!(matches!(decode("USER#2", Some(&cursor)), Err(StoreError::Cursor)));
        assert!(matches!(decode("TASKS#open", Some("?")), Err(StoreError::Cursor)));
        assert_eq!(decode("TASKS#open", None).unwrap(), None);
    }
}
