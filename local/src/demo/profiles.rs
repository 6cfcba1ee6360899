//! What the people of the demo say of themselves.

use super::{Demo, text};
use crate::Error;
use crate::client::Call;
use serde_json::{Value, json};

const ICONS: &[u8] = include_bytes!("pictures/weather-icons.webp");
const BAKERY: &[u8] = include_bytes!("pictures/bakery.webp");

impl Demo<'_> {
    /// Fills in the profiles of the two freelancers, and one of the clients; returns the pieces of Fiona's portfolio.
    pub(super) async fn profiles(&self, clara: &str, fiona: &str, felix: &str) -> Result<Vec<String>, Error> {
        let about_fiona = json!({
            "headline": "Illustrator and brand designer",
            "bio": "I draw logos, icons and small brands for shops and apps.\n\nYou get vector files, two rounds of changes, and an answer within a day.",
            "skills": ["Illustration", "Logo design", "Figma", "Branding"],
            "rate": {"amount": 6500, "currency": "usd"}, "country": "SE", "location": "Malmö",
            "links": [{"label": "Portfolio", "url": "https://example.com/fiona"}],
        });
        let about_felix = json!({
            "headline": "Web developer for small shops",
            "bio": "Fast shops with React and Rust, without a monthly bill that grows by itself.",
            "skills": ["React", "Rust", "TypeScript", "CSS"],
            "rate": {"amount": 5500, "currency": "usd"}, "country": "DE", "location": "Berlin",
        });
        let about_clara =
            json!({"headline": "Owner of a bakery in two towns", "country": "DE", "location": "Potsdam"});
        for (token, about) in [(fiona, about_fiona), (felix, about_felix), (clara, about_clara)] {
            self.patch("/v1/users/me", token, about).await?;
        }
        let clara_bills = json!({
            "legalName": "Bergs Bäckerei GmbH", "addressLines": ["Mühlenweg 5"], "postalCode": "14467", "city": "Potsdam",
            "country": "DE", "taxNumber": "DE123456789", "reference": "Shop 2",
        });
        let fiona_bills = json!({
            "addressLines": ["Hamngatan 12"], "postalCode": "211 22", "city": "Malmö", "country": "SE",
            "taxNumber": "SE123456789001",
        });
        for (token, bills) in [(clara, clara_bills), (fiona, fiona_bills)] {
            self.patch("/v1/users/me/billing", token, bills).await?;
        }
        self.portfolio(fiona).await
    }

    async fn portfolio(&self, fiona: &str) -> Result<Vec<String>, Error> {
        let icons = self.picture(fiona, "weather-icons.webp", ICONS).await?;
        let bakery = self.picture(fiona, "bakery.webp", BAKERY).await?;
        let mut pieces = Vec::new();
        for piece in [
            json!({"title": "Icons for a weather app", "description": "Sixty icons in two weights.",
                "skills": ["Illustration"], "fileId": icons}),
            json!({"title": "A bakery's new face", "description": "Logo, bags and a sign above the door.",
                "url": "https://example.com/bakery", "fileId": bakery}),
            json!({"title": "A shop for tea", "description": "Drawn, and handed over as a system of parts.",
                "skills": ["Figma"], "url": "https://example.com/tea"}),
        ] {
            let piece = self.post("/v1/users/me/portfolio", fiona, piece).await?;
            pieces.push(text(&piece["id"])?.to_owned());
        }
        Ok(pieces)
    }

    async fn patch(&self, path: &str, token: &str, body: Value) -> Result<(), Error> {
        let call = Call {
            token: Some(token),
            body: Some(body),
            ..Call::default()
        };
        let answer = self.world.send("PATCH", path, call).await;
        if answer.status >= 300 {
            return Err(format!("demo: the profile was refused: {}", answer.body).into());
        }
        Ok(())
    }
}
