//! Bootstrap of `users-delete-portfolio-item`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::delete_portfolio_item::FUNCTION)
}
