//! Billing profiles as the API returns them.

use super::{BillingDetails, BillingRecord};
use proconnect_api::{BillingProfile, InvoiceParty};

impl BillingRecord {
    /// As the API returns it to its person.
    pub fn view(self) -> BillingProfile {
        let details = self.details;
        BillingProfile {
            legal_name: details.legal_name,
            address_lines: details.address_lines,
            postal_code: details.postal_code,
            city: details.city,
            region: details.region,
            country: details.country,
            tax_number: details.tax_number,
            reference: self.reference,
        }
    }
}

impl BillingDetails {
    /// As the API returns it on an invoice, where there is always a name.
    pub(crate) fn party(self) -> InvoiceParty {
        InvoiceParty {
            name: self.legal_name.unwrap_or_default(),
            address_lines: self.address_lines,
            postal_code: self.postal_code,
            city: self.city,
            region: self.region,
            country: self.country,
            tax_number: self.tax_number,
        }
    }
}
