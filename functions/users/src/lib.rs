//! People.

// Written by `cargo xtask generate`, from here
// to here.

mod editing;
mod piece;

use proconnect_api::{Me, Profile, SelfUser};
use proconnect_http::Page;
use proconnect_store::{Listed, UserRecord};

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
