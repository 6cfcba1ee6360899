//! Refunds as the API returns them.

use super::record::{AgreedRefund, RefundRequestRecord};
use crate::contract::MilestoneRecord;
use proconnect_api as api;
use proconnect_domain::{Actor, RefundRequestId};

impl MilestoneRecord {
    /// One of its requests, as one of the two sees it.
    pub fn request_view(&self, id: RefundRequestId, reader: Actor) -> Option<api::RefundRequest> {
        let request = self.refund_requests.iter().find(|request| request.id == id)?;
        Some(self.shown_request(request, reader))
    }

    pub(crate) fn requests_view(&self, reader: Actor) -> Vec<api::RefundRequest> {
        let requests = self.refund_requests.iter();
        requests
            .map(|request| self.shown_request(request, reader))
            .collect()
    }

    fn shown_request(&self, request: &RefundRequestRecord, reader: Actor) -> api::RefundRequest {
        let mut clock = self
            .request_clock()
            .filter(|_| self.open_request() == Some(request));
        if let Some(clock) = &mut clock {
            clock.text = clock.said_to(reader);
        }
        api::RefundRequest {
            id: request.id,
            milestone_id: self.id,
            amount: self.asked(request),
            reason: request.reason.clone(),
            status: request.status,
            clock,
            answer: request.answer.clone(),
            asked_at: request.asked_at,
            closed_at: request.closed_at,
        }
    }

    pub(crate) fn refunds_view(&self) -> Vec<api::AgreedRefund> {
        self.refunds.iter().map(AgreedRefund::view).collect()
    }
}

impl AgreedRefund {
    fn view(&self) -> api::AgreedRefund {
        api::AgreedRefund {
            amount: self.amount,
            is_offer: self.request.is_none(),
            state: self.leg.view(),
            agreed_at: self.agreed_at,
        }
    }
}
