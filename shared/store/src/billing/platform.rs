//! Who the platform is on the documents that it issues in its own name.

use super::BillingDetails;

/// Its name where the deployment gives no other.
const NAME: &str = "ProConnect";

impl BillingDetails {
    /// The platform, as the deployment says: `Legal name|Line of the address|Another|tax IE1234567X`.
    pub fn of_platform(text: Option<&str>) -> Self {
        let mut details = Self::default();
        let parts = text.unwrap_or(NAME).split('|').map(str::trim);
        for part in parts.filter(|part| !part.is_empty()) {
            match part.strip_prefix("tax ") {
                Some(number) => details.tax_number = Some(number.trim().to_owned()),
                None if details.legal_name.is_none() => details.legal_name = Some(part.to_owned()),
                None => details.address_lines.push(part.to_owned()),
            }
        }
        details.legal_name.get_or_insert_with(|| NAME.to_owned());
        details
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deployment_says_who_it_is() {
        let text = "ProConnect Ltd | 1 Example Street|Dublin D02 X285|tax IE1234567X";
        let seller = BillingDetails::of_platform(Some(text));
        assert_eq!(seller.legal_name.as_deref(), Some("ProConnect Ltd"));
        assert_eq!(seller.address_lines, ["1 Example Street", "Dublin D02 X285"]);
        assert_eq!(seller.tax_number.as_deref(), Some("IE1234567X"));
        for nothing in [None, Some(" | ")] {
            let seller = BillingDetails::of_platform(nothing);
            assert_eq!(seller.legal_name.as_deref(), Some("ProConnect"));
        }
    }
}
