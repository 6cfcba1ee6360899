//! The fields of a piece of a portfolio.

use proconnect_domain::{FileId, Invalid, PortfolioItemId, Skills, Text, Title, Validator, web_address};
use proconnect_http::present;
use proconnect_store::PieceRecord;
use schemars::JsonSchema;
use serde::Deserialize;

/// A piece of work.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Piece {
    /// One line of 5 to 120 characters.
    #[schemars(example = &"Shop for a bakery")]
    title: String,
    /// Plain text of at most 2,000 characters.
    #[serde(default)]
    description: String,
    /// At most 15 skills.
    #[serde(default)]
    skills: Vec<String>,
    /// Where it can be seen.
    #[serde(default)]
    #[schemars(example = &"https://example.com")]
    url: Option<String>,
    /// A clean file of one's own, of any kind, sent for a portfolio.
    #[serde(default)]
    pub(crate) file_id: Option<FileId>,
}

/// What is to change of a piece; what is absent stays as it is, what is null is cleared.
#[derive(Deserialize, JsonSchema, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct PieceChange {
    /// One line of 5 to 120 characters; cannot be cleared.
    #[serde(deserialize_with = "present")]
    #[schemars(example = &"Shop for a bakery")]
    title: Option<Option<String>>,
    /// Plain text of at most 2,000 characters.
    #[serde(deserialize_with = "present")]
    description: Option<Option<String>>,
    /// At most 15 skills.
    #[serde(deserialize_with = "present")]
    skills: Option<Option<Vec<String>>>,
    /// Where it can be seen.
    #[serde(deserialize_with = "present")]
    #[schemars(example = &"https://example.com")]
    url: Option<Option<String>>,
    /// A clean file of one's own, of any kind, sent for a portfolio.
    #[serde(deserialize_with = "present")]
    pub(crate) file_id: Option<Option<FileId>>,
}

impl PieceChange {
    /// The checked piece, as it is to be, with the file that it has.
    pub(crate) fn over(self, item: &PieceRecord) -> Result<PieceRecord, Invalid> {
        fn changed<T: Default>(change: Option<Option<T>>, now: impl FnOnce() -> T) -> T {
            change.map_or_else(now, Option::unwrap_or_default)
        }
        let whole = Piece {
            title: changed(self.title, || item.title.clone()),
            description: changed(self.description, || item.description.clone()),
            skills: changed(self.skills, || item.skills.clone()),
            url: self.url.unwrap_or_else(|| item.url.clone()),
            file_id: None,
        };
        Ok(PieceRecord {
            picture_id: item.picture_id,
            file: item.file.clone(),
            ..whole.parse(item.id)?
        })
    }
}

impl Piece {
    /// The checked piece, without its file.
    pub(crate) fn parse(self, id: PortfolioItemId) -> Result<PieceRecord, Invalid> {
        let mut errors = Validator::new();
        let title = errors.field("/title", Title::parse(&self.title));
        let description = errors.field("/description", Text::<0, 2000>::parse(&self.description));
        let skills = Skills::parse(&self.skills)
            .map_err(|invalid| errors.errors(invalid.0))
            .ok();
        let url = self.url.filter(|url| !url.trim().is_empty());
        let url = url.map(|url| errors.field("/url", web_address(&url)));
        let values = (|| {
            Some(PieceRecord {
                id,
                title: title?.into_string(),
                description: description?.into_string(),
                skills: skills?.iter().map(ToString::to_string).collect(),
                url: url.flatten(),
                picture_id: None,
                file: None,
            })
        })();
        errors.finish(values)
    }
}
