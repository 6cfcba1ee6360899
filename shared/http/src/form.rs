//! In which form an answer is wanted (RFC 9110, section 12.5.1), where there is more than one.

use crate::{ApiError, Context, Extract, Operation, Request};
use http::header::ACCEPT;

/// A form of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `application/json`: what is answered unless another is liked better.
    Json,
    /// `text/html`.
    Html,
    /// `application/pdf`.
    Pdf,
}

impl Form {
    const ALL: [Self; 3] = [Self::Json, Self::Html, Self::Pdf];

    fn media_type(self) -> (&'static str, &'static str) {
        match self {
            Self::Json => ("application", "json"),
            Self::Html => ("text", "html"),
            Self::Pdf => ("application", "pdf"),
        }
    }

    /// What `Accept` likes best; of several alike, and when it takes none of them, JSON before HTML before PDF.
    fn liked(accept: &str) -> Self {
        let ranges: Vec<Range<'_>> = accept.split(',').filter_map(Range::parse).collect();
        let mut best = (Self::Json, Self::Json.weight(&ranges));
        for form in Self::ALL {
            let weight = form.weight(&ranges);
            if weight > best.1 {
                best = (form, weight);
            }
        }
        best.0
    }

    /// In thousandths: what the range says that fits it most closely.
    fn weight(self, ranges: &[Range<'_>]) -> u32 {
        let (kind, name) = self.media_type();
        let closeness = |range: &&Range<'_>| match (range.kind, range.name) {
            (of, exact) if of.eq_ignore_ascii_case(kind) && exact.eq_ignore_ascii_case(name) => 3,
            (of, "*") if of.eq_ignore_ascii_case(kind) => 2,
            ("*", "*") => 1,
            _ => 0,
        };
        let fitting = ranges.iter().filter(|range| closeness(range) > 0);
        fitting.max_by_key(closeness).map_or(0, |range| range.weight)
    }
}

struct Range<'a> {
    kind: &'a str,
    name: &'a str,
    weight: u32,
}

impl<'a> Range<'a> {
    fn parse(text: &'a str) -> Option<Self> {
        let mut parts = text.split(';').map(str::trim);
        let (kind, name) = parts.next()?.split_once('/')?;
        let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
        let weight = match weight.map(str::parse::<f32>) {
            None => 1000,
            Some(Ok(weight)) if (0.0..=1.0).contains(&weight) => (weight * 1000.0) as u32,
            Some(_) => 0,
        };
        Some(Self { kind, name, weight })
    }
}

impl Extract for Form {
    fn extract(_: &dyn Context, request: &Request) -> Result<Self, ApiError> {
        let values = request.headers().get_all(ACCEPT).iter();
        let texts: Vec<&str> = values.filter_map(|value| value.to_str().ok()).collect();
        Ok(Self::liked(&texts.join(",")))
    }
    fn describe(_: &mut Operation<'_>) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_liked_best_is_answered() {
        for (accept, form) in [
            ("", Form::Json),
            ("*/*", Form::Json),
            ("application/json, text/plain, */*", Form::Json),
            ("application/pdf", Form::Pdf),
            ("Application/PDF", Form::Pdf),
            (
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                Form::Html,
            ),
            ("text/*", Form::Html),
            ("application/*", Form::Json),
            ("application/pdf, application/json;q=0.5", Form::Pdf),
            ("application/pdf;q=0.5, application/json", Form::Json),
            ("application/json;q=0, */*", Form::Html),
            ("application/pdf;q=0, text/html;q=0.001", Form::Html),
            ("image/png", Form::Json),
            ("application/pdf;q=many", Form::Json),
            ("/, ;, application", Form::Json),
        ] {
            assert_eq!(Form::liked(accept), form, "{accept}");
        }
    }
}
