//! Why a device cannot be had with a space.

use kernel::{Detail, Span};
use serde_json::{Value, json};

use super::wrong::time;
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
    /// So many can be had at that time.
    Short(Box<device::Model>, Span, usize),
}

impl Unlent {
    pub(super) fn detail(&self) -> Detail {
        let (key, args) = match self {
            Self::Unknown => ("bookings-device-unknown", Value::Null),
            Self::NumberUnreadable(device) => ("bookings-device-number", named(device)),
            Self::NotHere(device) => ("bookings-device-not-here", named(device)),
            Self::Short(device, span, left) => {
                let mut args = named(device);
                args["left"] = json!(left);
                args["date"] = json!(span.from.date());
                args["from"] = time(span.from).into();
                args["until"] = time(span.until).into();
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
