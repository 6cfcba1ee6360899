// Written by `cargo xtask generate`, from here
mod activity;
mod add_portfolio_item;
mod block;
mod dashboard;
mod delete_me;
mod delete_portfolio_item;
mod erase_worker;
mod export_data;
mod get;
mod get_billing;
mod get_me;
mod list_blocked;
mod list_saved_talent;
mod save_talent;
mod search;
mod unblock;
mod update_billing;
mod update_me;
mod update_portfolio_item;
// to here.
