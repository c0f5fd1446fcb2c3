//! Whatever is sent, the answer is a clear refusal and nothing has changed.

mod addresses;
mod bodies;
mod forms;
mod wishes;
