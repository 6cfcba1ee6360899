//! What a person says of themselves: rate, country, links, portfolio.

use crate::text::{is_blank, is_hidden};
use crate::{MAX_AMOUNT, MIN_AMOUNT, Money, ValueError};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;
use std::fmt;
use url::Url;

/// How many links a profile has at most.
pub const MAX_LINKS: usize = 10;
/// How many pieces a portfolio has at most.
pub const MAX_PORTFOLIO: usize = 20;
/// How many of them a bid shows at most: it is to name those that are like the task.
pub const MAX_BID_PIECES: usize = 6;

/// Every country and territory: ISO 3166-1 alpha-2, officially assigned codes.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS \
BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK \
FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM \
JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS \
MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW \
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM \
US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// Their names in English, as the client shows them: those of Unicode's CLDR.
const NAMES: &str = include_str!("countries.tsv");

/// A country, as its ISO 3166-1 alpha-2 code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Country(String);

impl Country {
    /// Parses it; lower case is taken as well.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let code = text.trim().to_ascii_uppercase();
        if code.len() == 2 && COUNTRIES.split(' ').any(|known| known == code) {
            Ok(Self(code))
        } else {
            Err(ValueError::new(
                "unknown_country",
                "Choose a country from the list.",
            ))
        }
    }
    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// What it is called in English.
    pub fn name(&self) -> &str {
        let mut names = NAMES.lines().filter_map(|line| line.split_once('\t'));
        names
            .find(|(code, _)| *code == self.0)
            .map_or(&self.0, |(_, name)| name)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?)
            .map_err(|error| serde::de::Error::custom(error.message))
    }
}

impl JsonSchema for Country {
    fn schema_name() -> Cow<'static, str> {
        "Country".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let codes: Vec<&str> = COUNTRIES.split(' ').collect();
        json_schema!({"type": "string", "enum": codes, "description": "ISO 3166-1 alpha-2."})
    }
}

/// A link on a profile or a piece of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Link {
    /// What it is called.
    #[schemars(example = &"Code")]
    pub label: String,
    /// Where it leads: `https` or `http`.
    #[schemars(example = &"https://example.com")]
    pub url: String,
}

impl Link {
    /// Parses it: a label of 1 to 60 characters, an absolute web address of at most 500 bytes.
    pub fn parse(&self) -> Result<Self, ValueError> {
        let label = crate::Line::<1, 60>::parse(&self.label)?.into_string();
        Ok(Self {
            label,
            url: web_address(&self.url)?,
        })
    }
}

/// Parses a web address. Only `http` and `https`: a link must never run anything.
pub fn web_address(text: &str) -> Result<String, ValueError> {
    let invalid = || ValueError::new("invalid_url", "Enter an address such as https://example.com.");
    if text.len() > 500 {
        return Err(ValueError::new("too_long", "Use at most 500 characters."));
    }
    let text = text.trim();
    // The parser would join what a line break or a tab stands between: `https://a.example\nx` is no address of `a.examplex`.
    if text.chars().any(|letter| is_blank(letter) || is_hidden(letter)) {
        return Err(invalid());
    }
    let url = Url::parse(text).map_err(|_| invalid())?;
    let named = url.host_str().is_some_and(|host| host.contains('.'));
    let plain = url.username().is_empty() && url.password().is_none();
    if matches!(url.scheme(), "http" | "https") && named && plain {
        Ok(url.into())
    } else {
        Err(invalid())
    }
}

/// Checks an hourly rate.
pub fn check_rate(rate: Money) -> Result<Money, ValueError> {
    if (MIN_AMOUNT..=MAX_AMOUNT).contains(&rate.amount) {
        Ok(rate)
    } else {
        Err(ValueError::new("out_of_range", "Enter a rate of 1.00 or more."))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn countries() {
        assert_eq!(Country::parse(" de ").unwrap().as_str(), "DE");
        for bad in ["", "XX", "D", "DEU", "A ", " D"] {
            assert!(Country::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(COUNTRIES.split(' ').count(), 249);
        let named: Vec<&str> = NAMES
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .map(|line| line.0)
            .collect();
        assert_eq!(named, COUNTRIES.split(' ').collect::<Vec<_>>());
        assert_eq!(Country::parse("de").unwrap().name(), "Germany");
    }

    #[test]
    fn links_lead_to_the_web_alone() {
        assert_eq!(
            web_address("https://example.com").unwrap(),
            "https://example.com/"
        );
        for bad in [
            "javascript:alert(1)",
            "example.com",
            "https://localhost",
            "ftp://example.com",
            "https://a:b@example.com",
            "data:text/html,x",
            "https://e.example\nx",
            "https://e.ex\tample",
            "https://e.ex\u{200b}ample",
            &format!("https://example.com/{}", "x".repeat(500)),
        ] {
            assert!(web_address(bad).is_err(), "{bad}");
        }
        let link = |label: &str| Link {
            label: label.to_owned(),
            url: "https://example.com".to_owned(),
        };
        assert!(link("Shop").parse().is_ok());
        assert!(link("").parse().is_err() && link("a\nb").parse().is_err());
    }
}
