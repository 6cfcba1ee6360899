//! Parameters in a path, parsed. A malformed id names nothing, so it is 404.

use crate::openapi::path_parameter_names;
use crate::{ApiError, Context, ErrorCode, Extract, Operation, Request};
use lambda_http::RequestExt as _;
use lambda_http::request::RequestContext;
use schemars::JsonSchema;
use std::str::FromStr;

/// The parameter of a path that has one.
pub struct Path<T>(pub T);

/// The parameters of a path that has two, in their order in the path: `/v1/rooms/{roomId}/messages/{messageId}`.
pub struct Paths<A, B>(pub A, pub B);

impl<T: FromStr + JsonSchema> Extract for Path<T> {
    fn extract(_: &dyn Context, request: &Request) -> Result<Self, ApiError> {
        parameter(request, 0).map(Self)
    }
    fn describe(operation: &mut Operation<'_>) {
        operation.path_parameter::<T>();
    }
}

impl<A: FromStr + JsonSchema, B: FromStr + JsonSchema> Extract for Paths<A, B> {
    fn extract(_: &dyn Context, request: &Request) -> Result<Self, ApiError> {
        Ok(Self(parameter(request, 0)?, parameter(request, 1)?))
    }
    fn describe(operation: &mut Operation<'_>) {
        operation.path_parameter::<A>();
        operation.path_parameter::<B>();
    }
}

/// The parameter at this place of the route. API Gateway hands them over by name, in no order.
fn parameter<T: FromStr>(request: &Request, place: usize) -> Result<T, ApiError> {
    let route = match request.request_context_ref() {
        Some(RequestContext::ApiGatewayV2(context)) => context.route_key.as_deref(),
        _ => None,
    };
    let name = path_parameter_names(route.unwrap_or_default()).nth(place);
    let parameters = request.path_parameters();
    let value = name.and_then(|name| parameters.first(name));
    value
        .and_then(|value| value.parse().ok())
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound, "There is nothing at this address."))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use lambda_http::aws_lambda_events::apigw::ApiGatewayV2httpRequestContext;
    use std::collections::HashMap;

    #[test]
    fn parameters_are_taken_by_their_place_in_the_route() {
        let mut context = ApiGatewayV2httpRequestContext::default();
        context.route_key = Some("GET /v1/things/{thingId}/parts/{partId}".to_owned());
        let parameters = [("partId", "7"), ("thingId", "3")];
        let parameters = parameters.map(|(name, value)| (name.to_owned(), vec![value.to_owned()]));
        let request = Request::default()
            .with_request_context(RequestContext::ApiGatewayV2(context))
            .with_path_parameters(HashMap::from(parameters));
        let taken = [0, 1].map(|place| parameter::<u32>(&request, place).unwrap());
        assert_eq!(taken, [3, 7]);
        assert_eq!(
            parameter::<u32>(&request, 2).unwrap_err().code,
            ErrorCode::NotFound
        );
    }
}
