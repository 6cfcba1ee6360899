//! The fields of a piece of a portfolio.

use proconnect_api::PortfolioItem;
use proconnect_domain::{FileId, Invalid, PortfolioItemId, Skills, Text, Title, Validator, web_address};
use schemars::JsonSchema;
use serde::Deserialize;

/// A piece of work.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Piece {
    /// One line of 5 to 120 characters.
    title: String,
    /// Plain text of at most 2,000 characters.
    #[serde(default)]
    description: String,
    /// At most 15 skills.
    #[serde(default)]
    skills: Vec<String>,
    /// Where it can be seen.
    #[serde(default)]
    url: Option<String>,
    /// A clean picture of one's own, sent for a portfolio.
    #[serde(default)]
    pub(crate) picture_id: Option<FileId>,
}

impl Piece {
    /// The checked piece.
    pub(crate) fn parse(self, id: PortfolioItemId) -> Result<PortfolioItem, Invalid> {
        let mut errors = Validator::new();
        let title = errors.field("/title", Title::parse(&self.title));
        let description = errors.field("/description", Text::<0, 2000>::parse(&self.description));
        let skills = Skills::parse(&self.skills)
            .map_err(|invalid| errors.errors(invalid.0))
            .ok();
        let url = self.url.filter(|url| !url.trim().is_empty());
        let url = url.map(|url| errors.field("/url", web_address(&url)));
        let values = (|| {
            Some(PortfolioItem {
                id,
                title: title?.into_string(),
                description: description?.into_string(),
                skills: skills?.iter().map(ToString::to_string).collect(),
                url: url.flatten(),
                picture_id: self.picture_id,
            })
        })();
        errors.finish(values)
    }
}
