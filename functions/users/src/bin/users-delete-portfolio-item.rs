//! Bootstrap of `users-delete-portfolio-item`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "users-delete-portfolio-item",
        users::delete_portfolio_item::handle
    ))
}
