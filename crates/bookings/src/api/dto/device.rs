//! What is lent with spaces, as the API says it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{read, rules::devices::Pick};

/// So many of a device.
#[derive(Serialize, Deserialize, ToSchema)]
pub(in crate::api) struct LentDevice {
    /// Which device.
    id: Uuid,
    /// How many of it.
    number: usize,
}

impl LentDevice {
    pub(super) fn of(pick: &Pick) -> Self {
        Self {
            id: pick.device.into(),
            number: pick.number.unwrap_or_default(),
        }
    }
}

/// A device that is lent with spaces.
#[derive(Serialize, ToSchema)]
pub(in crate::api) struct Device {
    id: Uuid,
    name: String,
    name_en: String,
    /// How many can be lent today.
    number: usize,
    /// The only spaces in which it is lent; null when it is lent in all.
    space_ids: Option<Vec<Uuid>>,
}

impl Device {
    pub(in crate::api) fn of(
        device: &read::Device,
        catalogue: &read::Catalogue,
        today: NaiveDate,
    ) -> Self {
        let used = |id| catalogue.in_use(today).any(|place| place.space.id == id);
        let spaces = device.spaces.iter().filter(|id| used(**id));
        let spaces = || spaces.map(|id| Uuid::from(*id)).collect();
        Self {
            id: device.row.id.into(),
            name: device.row.name.clone(),
            name_en: device.row.name_en.clone(),
            number: device.usable(today),
            space_ids: device.row.some_spaces.then(spaces),
        }
    }

    /// Whether any can be lent today.
    pub(in crate::api) const fn is_there(&self) -> bool {
        self.number > 0
    }
}

/// A page of devices.
#[derive(Serialize, ToSchema)]
pub(in crate::api) struct Devices {
    pub(in crate::api) items: Vec<Device>,
    pub(in crate::api) next: Option<String>,
}
