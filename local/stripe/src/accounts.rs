//! Connected accounts and their onboarding.

use crate::db::Tx;
use crate::error::StripeError;
use crate::form::{Known, LONGEST, email, one_of, only, optional, required, url};
use serde_json::{Value, json};

/// A link is good for this many seconds.
const LINK_LIFE: i64 = 300;

const ACCOUNT: Known = &[
    ("controller[fees][payer]", LONGEST),
    ("controller[losses][payments]", LONGEST),
    ("controller[stripe_dashboard][type]", LONGEST),
    ("capabilities[transfers][requested]", LONGEST),
    ("email", LONGEST),
    ("metadata[*]", LONGEST),
    ("country", LONGEST),
    ("business_type", LONGEST),
];

const LINK: Known = &[
    ("account", LONGEST),
    ("type", LONGEST),
    ("refresh_url", LONGEST),
    ("return_url", LONGEST),
];

pub(crate) fn create(tx: &Tx<'_>, params: &Value) -> Result<Value, StripeError> {
    only(params, ACCOUNT)?;
    one_of(
        params,
        &["controller", "fees", "payer"],
        &["account", "application"],
    )?;
    one_of(
        params,
        &["controller", "losses", "payments"],
        &["application", "stripe"],
    )?;
    one_of(
        params,
        &["controller", "stripe_dashboard", "type"],
        &["express", "full", "none"],
    )?;
    if optional(params, &["capabilities", "transfers", "requested"]) != Some("true") {
        return Err(StripeError::missing("capabilities[transfers][requested]"));
    }
    let account = json!({
        "id": tx.new_id("acct")?, "object": "account", "created": tx.now, "type": "none", "country": "US",
        "default_currency": "usd", "email": email(params, &["email"])?,
        "charges_enabled": false, "payouts_enabled": false, "details_submitted": false,
        "capabilities": {"transfers": "inactive"}, "controller": controller(params),
        "requirements": requirements(&["individual.first_name", "individual.last_name", "external_account"]),
        "metadata": params.get("metadata").cloned().unwrap_or_else(|| json!({})),
    });
    tx.put(&account)?;
    Ok(account)
}

fn controller(params: &Value) -> Value {
    let word = |path: &[&str], default: &str| optional(params, path).unwrap_or(default).to_owned();
    json!({
        "type": "application", "is_controller": true, "requirement_collection": "stripe",
        "fees": {"payer": word(&["controller", "fees", "payer"], "account")},
        "losses": {"payments": word(&["controller", "losses", "payments"], "stripe")},
        "stripe_dashboard": {"type": word(&["controller", "stripe_dashboard", "type"], "full")},
    })
}

fn requirements(due: &[&str]) -> Value {
    json!({
        "currently_due": due, "eventually_due": due, "past_due": [], "pending_verification": [], "errors": [],
        "alternatives": [], "current_deadline": null, "disabled_reason": null,
    })
}

pub(crate) fn create_link(tx: &Tx<'_>, params: &Value) -> Result<Value, StripeError> {
    only(params, LINK)?;
    required(params, &["type"])?;
    one_of(params, &["type"], &["account_onboarding", "account_update"])?;
    let account = tx.get("account", required(params, &["account"])?)?;
    let id = tx.new_id("link")?;
    let expires_at = tx.now + LINK_LIFE;
    tx.put(&json!({
        "id": id, "object": "onboarding_link", "account": account["id"], "expires_at": expires_at, "used": false,
        "refresh_url": page(params, "refresh_url")?, "return_url": page(params, "return_url")?,
    }))?;
    let url = format!("{}/onboard/{id}", tx.public_url);
    Ok(json!({"object": "account_link", "created": tx.now, "expires_at": expires_at, "url": url}))
}

fn page<'a>(params: &'a Value, name: &str) -> Result<&'a str, StripeError> {
    url(params, &[name])?.ok_or_else(|| StripeError::missing(name))
}

/// What came of a visit to the onboarding form.
pub(crate) enum Visit {
    /// The form may be shown, for this account.
    Form(Value),
    /// Back to the product.
    Redirect(String),
}

/// Opens a link. One that was used or is too old sends back for a new one.
pub(crate) fn visit(tx: &Tx<'_>, link: &str) -> Result<Visit, StripeError> {
    let link = tx.get("onboarding_link", link)?;
    if link["used"] == true {
        return Ok(Visit::Redirect(text(&link["return_url"])));
    }
    if link["expires_at"].as_i64().unwrap_or_default() < tx.now {
        return Ok(Visit::Redirect(text(&link["refresh_url"])));
    }
    Ok(Visit::Form(tx.get("account", &text(&link["account"]))?))
}

/// Completes the form: the account can take transfers and pays out.
pub(crate) fn complete(tx: &Tx<'_>, link: &str) -> Result<String, StripeError> {
    let mut link = tx.get("onboarding_link", link)?;
    if link["used"] == false {
        if link["expires_at"].as_i64().unwrap_or_default() < tx.now {
            return Ok(text(&link["refresh_url"]));
        }
        link["used"] = json!(true);
        tx.put(&link)?;
        let mut account = tx.get("account", &text(&link["account"]))?;
        account["details_submitted"] = json!(true);
        account["payouts_enabled"] = json!(true);
        account["capabilities"]["transfers"] = json!("active");
        account["requirements"] = requirements(&[]);
        tx.put(&account)?;
        tx.event("account.updated", &account)?;
    }
    Ok(text(&link["return_url"]))
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
