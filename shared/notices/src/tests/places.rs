//! The paths are the web client's.

use crate::Place;
use std::path::Path;

/// Every kind of place, and does not compile when there is one more.
fn places() -> Vec<Place> {
    let places = vec![
        Place::Task("tsk_01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap()),
        Place::Contract("ctr_01ARZ3NDEKTSV4RRFFQ69G5F00".parse().unwrap()),
        Place::Dispute("dsp_01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap()),
        Place::Room("rom_01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap()),
        Place::MyBids,
        Place::Payments,
        Place::PayoutSetup,
        Place::Security,
        Place::Notifications,
        Place::Unsubscribe,
        Place::ForgotPassword,
        Place::ResetPassword,
    ];
    for place in &places {
        match place {
            Place::Task(_)
            | Place::Contract(_)
            | Place::Dispute(_)
            | Place::Room(_)
            | Place::MyBids
            | Place::Payments
            | Place::PayoutSetup
            | Place::Security
            | Place::Notifications
            | Place::Unsubscribe
            | Place::ForgotPassword
            | Place::ResetPassword => {}
        }
    }
    places
}

/// The paths of the client's `<Route path="…">`, in any file beside the application.
fn routes() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/src/app");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let pages = files.filter(|file| file.extension().is_some_and(|extension| extension == "tsx"));
    let sources: String = pages.map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let routes = sources.split("<Route path=\"").skip(1);
    routes
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}

/// Whether a route without a wildcard leads there. What stands for an id takes nothing but one.
fn leads(route: &str, path: &str) -> bool {
    let is_id = |part: &str| part.len() > 26 && part.contains('_');
    let (route, path): (Vec<&str>, Vec<&str>) = (route.split('/').collect(), path.split('/').collect());
    route.len() == path.len()
        && route
            .iter()
            .zip(path)
            .all(|(route, part)| match route.strip_prefix(':') {
                Some(_) => is_id(part),
                None => *route == part,
            })
}

#[test]
fn every_place_is_a_page_of_the_web_client() {
    let routes = routes();
    assert!(routes.len() > 20, "{routes:?}");
    for place in places() {
        let path = place.path();
        let found: Vec<_> = routes.iter().filter(|route| leads(route, &path)).collect();
        assert_eq!(found.len(), 1, "{path} is a page of the web client: {found:?}");
    }
    assert!(!routes.iter().any(|route| leads(route, "/notices")));
}
