//! Bootstrap of `users-update-portfolio-item`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::update_portfolio_item::FUNCTION)
}
