//! The pieces of a portfolio that a bid shows.

use proconnect_domain::{MAX_BID_PIECES, PortfolioItemId, Validator, ValueError};
use proconnect_store::{BidPiece, PieceRecord};

/// Holds the named pieces to the rules: at most six, each once, of one's own portfolio. What is wrong is noted at
/// `pointer`, with the place.
pub(crate) fn check(
    errors: &mut Validator,
    pointer: &str,
    ids: &[PortfolioItemId],
    portfolio: &[PieceRecord],
) -> Vec<BidPiece> {
    if ids.len() > MAX_BID_PIECES {
        let most = format!("Show at most {MAX_BID_PIECES} pieces of your portfolio.");
        errors.error(pointer, ValueError::new("too_many", most));
    }
    let named = ids.iter().take(MAX_BID_PIECES).enumerate();
    named
        .filter_map(|(place, id)| {
            let again = ids[..place].contains(id);
            errors.field(&format!("{pointer}/{place}"), check_one(*id, again, portfolio))
        })
        .collect()
}

fn check_one(id: PortfolioItemId, again: bool, portfolio: &[PieceRecord]) -> Result<BidPiece, ValueError> {
    if again {
        return Err(ValueError::new(
            "repeated_portfolio_item",
            "This piece is named twice.",
        ));
    }
    let piece = portfolio.iter().find(|piece| piece.id == id);
    let piece = piece.ok_or_else(|| {
        ValueError::new(
            "unknown_portfolio_item",
            "There is no such piece in your portfolio.",
        )
    })?;
    Ok(BidPiece {
        id,
        title: piece.title.clone(),
        url: piece.url.clone(),
        picture_id: piece.picture_id,
        file: piece.file.clone(),
    })
}
