//! Tasks.

// Written by `cargo xtask generate`, from here
pub mod create;
pub mod get;
pub mod list_categories;
pub mod list_mine;
pub mod search;
pub mod worker;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    create::FUNCTION,
    get::FUNCTION,
    list_categories::FUNCTION,
    list_mine::FUNCTION,
    search::FUNCTION,
    worker::FUNCTION,
];
// to here.

use proconnect_api::TaskCard;
use proconnect_http::{ApiError, Page};
use proconnect_runtime::App;
use proconnect_store::Listed;

/// A page of tasks, with their clients as they are now.
pub(crate) async fn page(
    app: &App,
    found: Listed<proconnect_store::TaskCard>,
) -> Result<Page<TaskCard>, ApiError> {
    let clients = found.items.iter().map(|card| card.client.id);
    let people = app.store.people(clients).await?;
    let found = found.map(|card| card.view(&people));
    Ok(Page {
        items: found.items,
        next_cursor: found.next_cursor,
    })
}
