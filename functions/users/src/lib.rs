//! People.

pub mod activity;
pub mod add_portfolio_item;
pub mod dashboard;
pub mod delete_me;
pub mod delete_portfolio_item;
mod editing;
pub mod erase_worker;
pub mod export_data;
pub mod get;
pub mod get_me;
pub mod list_saved_talent;
mod piece;
pub mod save_talent;
pub mod search;
pub mod update_me;
pub mod update_portfolio_item;

use proconnect_api::{Me, Profile, SelfUser};
use proconnect_http::Page;
use proconnect_runtime::Function;
use proconnect_store::{Listed, UserRecord};

/// The functions of this domain.
pub const FUNCTIONS: &[Function] = &[
    proconnect_runtime::http!("users-get-me", get_me::handle),
    proconnect_runtime::http!("users-update-me", update_me::handle),
    proconnect_runtime::http!("users-get", get::handle),
    proconnect_runtime::http!("users-search", search::handle),
    proconnect_runtime::http!("users-add-portfolio-item", add_portfolio_item::handle),
    proconnect_runtime::http!("users-update-portfolio-item", update_portfolio_item::handle),
    proconnect_runtime::http!("users-delete-portfolio-item", delete_portfolio_item::handle),
    proconnect_runtime::http!("users-dashboard", dashboard::handle),
    proconnect_runtime::http!("users-save-talent", save_talent::handle),
    proconnect_runtime::http!("users-list-saved-talent", list_saved_talent::handle),
    proconnect_runtime::http!("users-activity", activity::handle),
    proconnect_runtime::http!("users-export-data", export_data::handle),
    proconnect_runtime::http!("users-delete-me", delete_me::handle),
    proconnect_runtime::sqs!("users-erase-worker", erase_worker::handle),
];

/// One's own account and profile, as the API answers them.
pub(crate) fn me(user: &UserRecord, profile: Profile) -> Me {
    Me {
        user: SelfUser {
            id: user.id,
            email: user.email.to_string(),
            name: user.name.clone(),
            avatar_id: user.avatar_id,
            roles: user.roles.clone(),
            status: user.status,
            totp_enabled: user.totp_enabled(),
            created_at: user.created_at,
        },
        profile,
    }
}

/// How many things one call brings where all pages are read.
pub(crate) const PAGE: u32 = 100;

/// Reads every page of a list: for the rare calls that need the whole of it.
macro_rules! every_page {
    (|$cursor:ident| $page:expr) => {{
        let (mut items, mut next) = (Vec::new(), None::<String>);
        loop {
            let $cursor = next.as_deref();
            let found = $page.await?;
            items.extend(found.items);
            next = found.next_cursor;
            if next.is_none() {
                break items;
            }
        }
    }};
}
pub(crate) use every_page;

/// A page of a list, as the API answers it.
pub(crate) fn page<T>(found: Listed<T>) -> Page<T> {
    Page {
        items: found.items,
        next_cursor: found.next_cursor,
    }
}
