//! Bootstrap of `users-update-portfolio-item`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "users-update-portfolio-item",
        users::update_portfolio_item::handle
    ))
}
