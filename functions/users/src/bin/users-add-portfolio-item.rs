//! Bootstrap of `users-add-portfolio-item`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "users-add-portfolio-item",
        users::add_portfolio_item::handle
    ))
}
