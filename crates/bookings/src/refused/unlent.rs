//! Why a device cannot be had with a space.

use chrono::NaiveDate;
use kernel::{Detail, Span};
use serde_json::{Value, json};

use super::wrong::{or_none, time};
use crate::entity::device;

/// One such "no".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unlent {
    /// There is no such device.
    Unknown,
    /// How many could not be read.
    NumberUnreadable(Box<device::Model>),
    /// It is not lent in that space.
    NotHere(Box<device::Model>),
    /// Fewer of it can be had.
    Short(Box<Short>),
}

/// How many can be had at a time, and why no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Short {
    /// The device.
    pub device: device::Model,
    /// At which time.
    pub span: Span,
    /// So many can be had then.
    pub left: usize,
    /// So many there are to lend on that day, to everyone together.
    pub usable: usize,
    /// Since when there are as many.
    pub since: Option<NaiveDate>,
}

impl Unlent {
    pub(super) fn detail(&self) -> Detail {
        let (key, args) = match self {
            Self::Unknown => ("bookings-device-unknown", Value::Null),
            Self::NumberUnreadable(device) => ("bookings-device-number", named(device)),
            Self::NotHere(device) => ("bookings-device-not-here", named(device)),
            Self::Short(short) => {
                let mut args = named(&short.device);
                args["left"] = json!(short.left);
                args["usable"] = json!(short.usable);
                args["since"] = or_none(short.since).into();
                args["date"] = json!(short.span.from.date());
                args["from"] = time(short.span.from).into();
                args["until"] = time(short.span.until).into();
                ("bookings-device-short", args)
            }
        };
        Detail {
            field: Some("devices"),
            key,
            args,
        }
    }
}

fn named(device: &device::Model) -> Value {
    json!({
        "name": device.name,
        "name_en": device.name_en,
        "counted_in": device.counted_in,
    })
}
