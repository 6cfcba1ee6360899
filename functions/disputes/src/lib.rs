//! Disputes about held money.

// Written by `cargo xtask generate`, from here
pub mod add_evidence;
pub mod get;
pub mod list;
pub mod open;
pub mod pack;
pub mod pack_keys;
pub mod propose_split;
pub mod withdraw;
pub mod worker;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    add_evidence::FUNCTION,
    get::FUNCTION,
    list::FUNCTION,
    open::FUNCTION,
    pack::FUNCTION,
    pack_keys::FUNCTION,
    propose_split::FUNCTION,
    withdraw::FUNCTION,
    worker::FUNCTION,
];
// to here.

use proconnect_api::Dispute;
use proconnect_domain::{Actor, UserId};
use proconnect_http::ApiError;
use proconnect_runtime::App;
use proconnect_store::{DisputeRecord, FileHome};

/// Which of the two somebody is; 404 for anybody else.
pub(crate) fn side(dispute: &DisputeRecord, user: UserId) -> Result<Actor, ApiError> {
    dispute
        .side_of(user)
        .ok_or_else(|| ApiError::not_found("dispute"))
}

/// Where files of a dispute hang: both sides see them, and admins, who decide.
pub(crate) fn home(client: UserId, freelancer: UserId) -> FileHome {
    FileHome::Contract { client, freelancer }
}

/// The dispute as one of its sides sees it, with its people as they are now.
pub(crate) async fn view(
    app: &App,
    dispute: &DisputeRecord,
    evidence: &[proconnect_store::EvidenceRecord],
    reader: Actor,
) -> Result<Dispute, ApiError> {
    let people = app
        .store
        .people([dispute.client.id, dispute.freelancer.id])
        .await?;
    Ok(dispute.view(&people, evidence, reader))
}
