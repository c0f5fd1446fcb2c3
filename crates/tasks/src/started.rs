//! A worker at work: how it is hurried, and how it is stopped.

use std::sync::Arc;

use tokio::{sync::watch, task::JoinHandle};

/// Tells the sweeps that there may be something to do now. Cheap to clone and to touch.
#[derive(Clone, Debug)]
pub struct Nudge(Arc<watch::Sender<()>>);

impl Nudge {
    pub(crate) fn new() -> Self {
        Self(Arc::new(watch::Sender::new(())))
    }

    /// Lets every resting sweep run now; one that is running runs once more afterwards.
    ///
    /// For after a commit. Touching it often costs little: touches during a run become one.
    pub fn touch(&self) {
        self.0.send_replace(());
    }

    pub(crate) fn listen(&self) -> watch::Receiver<()> {
        self.0.subscribe()
    }
}

/// The sweeps of a [`Worker`](crate::Worker) on their way, until [`Started::stop`].
///
/// Dropping it without stopping lets each sweep finish its run and end by itself.
#[derive(Debug)]
pub struct Started {
    pub(crate) stop: watch::Sender<bool>,
    pub(crate) sweeps: Vec<JoinHandle<()>>,
}

impl Started {
    /// Begins no further run and waits for those that are running: no letter is cut off half-way.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        for sweep in self.sweeps {
            if let Err(error) = sweep.await {
                tracing::error!(%error, "a sweep ended badly");
            }
        }
    }
}
