//! Who the platform is on the invoices that it issues in its own name.

use proconnect_runtime::App;
use proconnect_store::BillingDetails;

/// Its name where the deployment gives no other.
const NAME: &str = "ProConnect";

/// What the deployment says.
pub(crate) fn seller(app: &App) -> BillingDetails {
    parse(app.config.platform_seller.as_deref().unwrap_or(NAME))
}

/// `Legal name|Line of the address|Another|tax IE1234567X`.
fn parse(text: &str) -> BillingDetails {
    let mut details = BillingDetails::default();
    for part in text.split('|').map(str::trim).filter(|part| !part.is_empty()) {
        match part.strip_prefix("tax ") {
            Some(number) => details.tax_number = Some(number.trim().to_owned()),
            None if details.legal_name.is_none() => details.legal_name = Some(part.to_owned()),
            None => details.address_lines.push(part.to_owned()),
        }
    }
    details.legal_name.get_or_insert_with(|| NAME.to_owned());
    details
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deployment_says_who_it_is() {
        let seller = parse("ProConnect Ltd | 1 Example Street|Dublin D02 X285|tax IE1234567X");
        assert_eq!(seller.legal_name.as_deref(), Some("ProConnect Ltd"));
        assert_eq!(seller.address_lines, ["1 Example Street", "Dublin D02 X285"]);
        assert_eq!(seller.tax_number.as_deref(), Some("IE1234567X"));
        assert_eq!(parse(" | ").legal_name.as_deref(), Some("ProConnect"));
    }
}
