//! People.

// Written by `cargo xtask generate`, from here
pub mod activity;
pub mod add_portfolio_item;
pub mod block;
pub mod dashboard;
pub mod delete_me;
pub mod delete_portfolio_item;
pub mod erase_worker;
pub mod export_data;
pub mod get;
pub mod get_billing;
pub mod get_me;
pub mod list_blocked;
pub mod list_saved_talent;
pub mod save_talent;
pub mod search;
pub mod unblock;
pub mod update_billing;
pub mod update_me;
pub mod update_portfolio_item;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    activity::FUNCTION,
    add_portfolio_item::FUNCTION,
    block::FUNCTION,
    dashboard::FUNCTION,
    delete_me::FUNCTION,
    delete_portfolio_item::FUNCTION,
    erase_worker::FUNCTION,
    export_data::FUNCTION,
    get::FUNCTION,
    get_billing::FUNCTION,
    get_me::FUNCTION,
    list_blocked::FUNCTION,
    list_saved_talent::FUNCTION,
    save_talent::FUNCTION,
    search::FUNCTION,
    unblock::FUNCTION,
    update_billing::FUNCTION,
    update_me::FUNCTION,
    update_portfolio_item::FUNCTION,
];
// to here.

mod editing;
mod piece;
mod talks;

use proconnect_api::Me;
use proconnect_http::Page;
use proconnect_store::{Listed, ProfileText, UserRecord};

/// One's own account and profile, as the API returns them.
pub(crate) fn me(user: &UserRecord, profile: ProfileText) -> Me {
    Me {
        user: user.into(),
        profile: profile.into(),
    }
}

/// How many things one call brings where all pages are read.
pub(crate) const PAGE: u32 = 100;

/// Reads every page of a list: for the rare calls that need the whole of it, and fail without.
macro_rules! every_page {
    (|$cursor:ident| $page:expr) => {{
        let (mut items, mut next) = (Vec::new(), None::<String>);
        loop {
            let $cursor = next.as_deref();
            let found = $page.await?.whole()?;
            items.extend(found.items);
            next = found.next_cursor;
            if next.is_none() {
                break items;
            }
        }
    }};
}
pub(crate) use every_page;

/// A page of a list, as the API returns it.
pub(crate) fn page<T>(found: Listed<T>) -> Page<T> {
    Page {
        items: found.items,
        next_cursor: found.next_cursor,
    }
}
