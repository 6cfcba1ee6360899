//! Tells open windows of what was said. Whoever is not reached misses nothing: a window that opens asks what is there, and one
//! that finds a gap asks what is in it.

use futures_util::future::join_all;
use proconnect_api::{Message, ServerFrame};
use proconnect_domain::{Timestamp, UserId};
use proconnect_messaging::Delivery;
use proconnect_runtime::App;
use proconnect_store::{ConnectionRecord, PresenceRecord};

/// The largest frame that is sent: API Gateway takes 32 KB.
const LARGEST: usize = 32 * 1024;

/// Some windows.
pub(crate) struct Windows(Vec<Window>);

/// A window, by its connection.
pub(crate) struct Window {
    pub(crate) id: String,
    pub(crate) user_id: UserId,
}

impl Windows {
    pub(crate) fn new(connections: Vec<ConnectionRecord>) -> Self {
        let window = |connection: ConnectionRecord| Window {
            id: connection.id,
            user_id: connection.user_id,
        };
        Self(connections.into_iter().map(window).collect())
    }

    /// Those that some people have open.
    pub(crate) fn around(people: Vec<PresenceRecord>, now: Timestamp) -> Self {
        let windows = people.into_iter().flat_map(|person| {
            let open = person
                .windows
                .into_iter()
                .filter(move |window| window.is_open(now));
            open.map(move |window| Window {
                id: window.connection,
                user_id: person.user_id,
            })
        });
        Self(windows.collect())
    }

    /// Those of one person.
    pub(crate) fn of(&self, user: UserId) -> impl Iterator<Item = &Window> {
        self.0.iter().filter(move |connection| connection.user_id == user)
    }

    /// Those of everybody but this person.
    pub(crate) fn without(&self, user: UserId) -> impl Iterator<Item = &Window> {
        self.0.iter().filter(move |connection| connection.user_id != user)
    }

    /// All.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Window> {
        self.0.iter()
    }

    /// All but one.
    pub(crate) fn except(&self, id: &str) -> impl Iterator<Item = &Window> {
        self.0.iter().filter(move |connection| connection.id != id)
    }
}

/// Sends a frame to some windows, to all at once, and forgets those that are gone. One that cannot be reached keeps it from no
/// other. Returns the ids of those that took it.
pub(crate) async fn tell<'a>(
    app: &App,
    windows: impl Iterator<Item = &'a Window>,
    frame: &ServerFrame,
) -> Vec<&'a str> {
    let frame = match serde_json::to_string(frame) {
        Ok(frame) => frame,
        Err(error) => {
            tracing::error!(error = %error, "a frame could not be written");
            return Vec::new();
        }
    };
    let posts = windows.map(|window| post(app, window, &frame));
    join_all(posts).await.into_iter().flatten().collect()
}

async fn post<'a>(app: &App, window: &'a Window, frame: &str) -> Option<&'a str> {
    let push = match app.push() {
        Ok(push) => push,
        Err(error) => {
            tracing::error!(source = ?error.source, "nothing can be sent");
            return None;
        }
    };
    match push.post(&window.id, frame).await {
        Ok(Delivery::Taken) => return Some(&window.id),
        Ok(Delivery::Gone) => {
            let connections = app.store.connections();
            // What stays behind ends by its TTL.
            if let Err(error) = connections.forget(window.user_id, &window.id, app.now()).await {
                tracing::warn!(error = %error, "a connection that is gone was not forgotten");
            }
        }
        Err(error) => tracing::warn!(error = %error, "a window was not told"),
    }
    None
}

/// A message as a frame carries it: without text and files where those are too much for one.
pub(crate) fn fitting(message: Message) -> Message {
    // What the frame has beside the message is far below a kilobyte.
    let fits = serde_json::to_string(&message).is_ok_and(|text| text.len() + 512 <= LARGEST);
    match fits {
        true => message,
        false => Message {
            text: String::new(),
            files: Vec::new(),
            is_cut: true,
            ..message
        },
    }
}
