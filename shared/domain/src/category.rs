//! Categories of tasks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of work a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Sites and web applications.
    WebDevelopment,
    /// Applications for phones.
    MobileDevelopment,
    /// Graphic, product and interface design.
    Design,
    /// Texts and translation.
    Writing,
    /// Campaigns, search, social media.
    Marketing,
    /// Analysis and data entry.
    Data,
    /// Office work.
    AdminSupport,
    /// Anything else.
    Other,
}

impl Category {
    /// All of them, in the order of the menu.
    pub const ALL: [Category; 8] = [
        Category::WebDevelopment,
        Category::MobileDevelopment,
        Category::Design,
        Category::Writing,
        Category::Marketing,
        Category::Data,
        Category::AdminSupport,
        Category::Other,
    ];

    /// For people, in sentence case like every label (docs/voice.md).
    pub fn name(self) -> &'static str {
        match self {
            Category::WebDevelopment => "Web development",
            Category::MobileDevelopment => "Mobile development",
            Category::Design => "Design",
            Category::Writing => "Writing",
            Category::Marketing => "Marketing",
            Category::Data => "Data",
            Category::AdminSupport => "Admin support",
            Category::Other => "Other",
        }
    }
}
