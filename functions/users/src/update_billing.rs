//! `PATCH /v1/users/me/billing`: says what one wants on one's invoices.

use proconnect_api::BillingProfile;
use proconnect_domain::{
    Country, Invalid, LegalName, Line, MAX_ADDRESS_LINES, TaxNumber, Validator, ValueError,
};
use proconnect_http::{ApiError, Body, Caller, Json, present};
use proconnect_runtime::{App, Function};
use proconnect_store::BillingRecord;
use schemars::JsonSchema;
use serde::Deserialize;

/// Signed in: says what one wants on one's invoices.
pub const FUNCTION: Function = proconnect_runtime::http!(PATCH "/v1/users/me/billing", handle);

/// What is to change; what is absent stays as it is, what is null or empty is cleared.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", default)]
#[derive(Default)]
pub struct UpdateBilling {
    /// The name of the person or company, at most 150 characters. Cleared, the account's stands on invoices.
    #[serde(deserialize_with = "present")]
    #[schemars(example = &"Berg Bakery GmbH")]
    legal_name: Option<Option<String>>,
    /// Street and house: at most three lines of 100 characters. Empty ones are left out.
    #[serde(deserialize_with = "present")]
    #[schemars(example = ["Mill Lane 5"])]
    address_lines: Option<Option<Vec<String>>>,
    /// At most 20 characters.
    #[serde(deserialize_with = "present")]
    #[schemars(example = &"10115")]
    postal_code: Option<Option<String>>,
    /// At most 100 characters.
    #[serde(deserialize_with = "present")]
    #[schemars(example = &"Berlin")]
    city: Option<Option<String>>,
    /// State, province or county: at most 100 characters.
    #[serde(deserialize_with = "present")]
    region: Option<Option<String>>,
    /// ISO 3166-1 alpha-2.
    #[serde(deserialize_with = "present")]
    #[schemars(example = &"DE")]
    country: Option<Option<String>>,
    /// 4 to 20 Latin letters and digits, which spaces, hyphens, points and slashes may stand between. One that begins like
    /// a number for value-added tax of the country must have its shape.
    #[serde(deserialize_with = "present")]
    #[schemars(example = &"DE123456789")]
    tax_number: Option<Option<String>>,
    /// What is to stand on invoices that are made out to one, such as a cost centre: at most 60 characters.
    #[serde(deserialize_with = "present")]
    reference: Option<Option<String>>,
}

/// Counts for invoices that are issued from now on; those that were issued stay as they are. The other side of a contract sees
/// it on theirs, except for the reference. The same again changes nothing.
pub async fn handle(
    app: &App,
    caller: Caller,
    Body(body): Body<UpdateBilling>,
) -> Result<Json<BillingProfile>, ApiError> {
    let billings = app.store.billings();
    let read = billings.get(caller.user_id).await?;
    let mut billing = match &read {
        Some(stored) => BillingRecord::clone(stored),
        None => BillingRecord::empty(caller.user_id),
    };
    apply(body, &mut billing)?;
    billings.write(read.as_ref(), &billing, app.now()).await?;
    Ok(Json(billing.view()))
}

fn apply(body: UpdateBilling, billing: &mut BillingRecord) -> Result<(), Invalid> {
    let mut errors = Validator::new();
    let details = &mut billing.details;
    if let Some(name) = given(body.legal_name) {
        let name = name.map(|name| errors.field("/legalName", LegalName::parse(&name)));
        details.legal_name = name.flatten().map(LegalName::into_string);
    }
    if let Some(lines) = body.address_lines {
        details.address_lines = address(&mut errors, &lines.unwrap_or_default());
    }
    if let Some(country) = given(body.country) {
        let country = country.map(|code| errors.field("/country", Country::parse(&code)));
        details.country = country.flatten();
    }
    line::<20>(
        &mut errors,
        "/postalCode",
        body.postal_code,
        &mut details.postal_code,
    );
    line::<100>(&mut errors, "/city", body.city, &mut details.city);
    line::<100>(&mut errors, "/region", body.region, &mut details.region);
    line::<60>(&mut errors, "/reference", body.reference, &mut billing.reference);
    if let Some(number) = given(body.tax_number) {
        details.tax_number = number;
    }
    // As it is now, for another country gives the same number another shape.
    if let Some(number) = details.tax_number.take() {
        let country = details.country.as_ref().map(Country::as_str);
        let number = errors.field("/taxNumber", TaxNumber::parse(&number, country));
        details.tax_number = number.map(TaxNumber::into_string);
    }
    errors.finish(Some(()))
}

/// A change, in which an empty text says the same as null.
fn given(change: Option<Option<String>>) -> Option<Option<String>> {
    change.map(|text| text.filter(|text| !text.trim().is_empty()))
}

fn line<const MOST: usize>(
    errors: &mut Validator,
    pointer: &str,
    change: Option<Option<String>>,
    into: &mut Option<String>,
) {
    if let Some(text) = given(change) {
        let text = text.map(|text| errors.field(pointer, Line::<1, MOST>::parse(&text)));
        *into = text.flatten().map(Line::into_string);
    }
}

fn address(errors: &mut Validator, lines: &[String]) -> Vec<String> {
    let filled = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    let filled: Vec<_> = filled.collect();
    if filled.len() > MAX_ADDRESS_LINES {
        let message = format!("Write at most {MAX_ADDRESS_LINES} lines.");
        errors.error("/addressLines", ValueError::new("too_many", message));
    }
    let parsed = filled
        .into_iter()
        .take(MAX_ADDRESS_LINES)
        .filter_map(|(place, line)| {
            errors.field(&format!("/addressLines/{place}"), Line::<1, 100>::parse(line))
        });
    parsed.map(Line::into_string).collect()
}
