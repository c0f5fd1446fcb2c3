//! Applications for the certificate of founders, and certificates.

use kernel::PersonId;

use super::{super::rows::Row, House};
use crate::founders::{Stage, staged};

impl House {
    /// The address of a row about something new.
    pub(super) async fn certified(&self, route: &str, of: &str, whose: PersonId) -> String {
        let stage = match of {
            "certified" => Stage::Issued,
            "forwarded" => Stage::Forwarded,
            _ => Stage::Asked,
        };
        if of == "unknown" {
            return route.replace("{code}", "2345-2345-2345-2345");
        }
        let [_, _, manager, ward] = self.people;
        let staff = [manager, ward];
        let made = staged(&self.app, staff, whose, (stage, "喫茶")).await;
        let route = route.replace("{code}", &made.1);
        route.replace("{id}", &made.0.to_string())
    }
}

impl House {
    /// The stranger tells the ward what their business does; the identifier.
    pub(in crate::routes) async fn founds(&self, field: &str) -> String {
        let [_, _, manager, ward] = self.people;
        let staff = [manager, ward];
        let field = (Stage::Forwarded, field);
        let (id, _) = staged(&self.app, staff, self.stranger, field).await;
        id.to_string()
    }
}

/// Whether a row is about an application or a certificate.
pub(super) fn owns(row: &Row) -> bool {
    let place = ["/mypage/founding/", "/counter/founders/", "/certificates/"];
    row.of != "nothing" && place.iter().any(|place| row.route.starts_with(place))
}
