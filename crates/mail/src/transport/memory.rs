//! Nowhere: letters are kept to be looked at.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use lettre::Message;

use super::Unsent;
use crate::LetterId;

/// A mail server that is none: it keeps what it gets, and fails when it is told to.
#[derive(Clone, Debug, Default)]
pub struct Memory(Arc<Mutex<Kept>>);

#[derive(Debug, Default)]
struct Kept {
    sent: Vec<Sent>,
    failures: VecDeque<bool>,
}

/// A letter that went out.
#[derive(Clone, Debug)]
pub struct Sent {
    /// Which one.
    pub id: LetterId,
    /// To whom.
    pub to: Vec<String>,
    /// The whole message, as a mail server gets it.
    pub message: Vec<u8>,
}

impl Memory {
    /// Nothing sent yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// What was sent, first to last.
    pub fn sent(&self) -> Vec<Sent> {
        self.kept().sent.clone()
    }

    /// The next letter fails: for ever, or only for now.
    pub fn fail_next(&self, permanent: bool) {
        self.kept().failures.push_back(permanent);
    }

    pub(super) fn take(&self, id: LetterId, message: &Message) -> Result<(), Unsent> {
        let mut kept = self.kept();
        if let Some(permanent) = kept.failures.pop_front() {
            return Err(Unsent::Pretended { permanent });
        }
        kept.sent.push(Sent {
            id,
            to: message
                .envelope()
                .to()
                .iter()
                .map(ToString::to_string)
                .collect(),
            message: message.formatted(),
        });
        Ok(())
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
