//! What tests share and no product needs.

pub mod authenticator;
pub mod browser;
pub mod database;
pub mod folder;
pub mod postgres;
pub mod smtp;
