//! Ids of Stripe's objects, before they become a part of an address.

use proconnect_payments::GatewayError;
use proconnect_payments::webhook::is_id;

/// An id that goes into a path or a query. The client library puts it there as it is, and an event, signed or not, may name
/// anything: what is not written as Stripe writes its ids is none of its objects, and is not asked for. What is needs no
/// percent-encoding.
pub(crate) fn in_path(id: &str) -> Result<&str, GatewayError> {
    if is_id(id) {
        return Ok(id);
    }
    Err(GatewayError::NotFound("not an id of Stripe's".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ids_go_into_a_path() {
        let long = "x".repeat(255);
        for id in ["acct_1Nv0FGQ9RKHgCVdK", "cs_test_a1b2", "pyr_1", long.as_str()] {
            assert_eq!(in_path(id), Ok(id));
        }
        let too_long = "x".repeat(256);
        for id in [
            "",
            ".",
            "..",
            "../accounts/acct_x",
            "a/b",
            "a?b",
            "a#b",
            "a%2e",
            "a b",
            "é",
            "a\0",
            &too_long,
        ] {
            assert!(matches!(in_path(id), Err(GatewayError::NotFound(_))), "{id}");
        }
    }
}
