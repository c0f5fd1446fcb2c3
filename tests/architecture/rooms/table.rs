//! Which rooms there are, and what stands in the crates beside them.

use super::{Domain, Room, room};

/// The rooms of every domain crate.
pub(super) const ROOMS: &[Room] = &[
    room("lib", 60, &[]),
    room(
        "entity",
        120,
        &["Clock", "Actor", "web", "axum", "transact"],
    ),
    room(
        "rules",
        300,
        &[
            "async",
            "await",
            "sea_orm",
            "Statement",
            "axum",
            "web",
            "Work",
        ],
    ),
    room("refused", 100, &["async", "sea_orm", "axum", "web"]),
    room(
        "service",
        300,
        &["axum", "web", "Views", "tera", "Html", "StatusCode"],
    ),
    room(
        "read",
        300,
        &[
            "Work",
            "transact",
            "ActiveModel",
            "insert_many",
            "update_many",
            "delete_many",
            "axum",
        ],
    ),
    room(
        "pages",
        200,
        &["sea_orm", "Entity", "ActiveModel", "Statement", "COLUMN"],
    ),
    room(
        "api",
        200,
        &["sea_orm", "ActiveModel", "Statement", "COLUMN"],
    ),
    room("letters", 150, &["axum"]),
    room("tasks", 150, &["axum"]),
    room("events", 150, &["axum"]),
    room("measures", 150, &["axum"]),
    room("samples", 200, &["rand"]),
];

pub(super) const DOMAINS: &[Domain] = &[
    Domain {
        name: "accounts",
        own: &[
            (
                "identify",
                "tells every handler of every crate who is asking",
            ),
            (
                "passkey",
                "the words of WebAuthn, which nothing else has to know",
            ),
            ("password", "slow on purpose, so it runs in no transaction"),
        ],
    },
    Domain {
        name: "bookings",
        own: &[(
            "ledger",
            "what is scarce is taken here by every crate, and in no other way",
        )],
    },
    Domain {
        name: "fees",
        own: &[],
    },
    Domain {
        name: "files",
        own: &[
            ("attached", "gives a paper back, for whoever may see it"),
            ("form", "takes a form with papers from the request"),
            ("store", "the folder in which papers lie"),
        ],
    },
    Domain {
        name: "mail",
        own: &[
            ("calendar", "writes the .ics"),
            ("letter", "how every crate posts a letter"),
            ("message", "writes the MIME message"),
            ("outbox", "sends what is due"),
            ("pieces", "a letter on a page, with its links"),
            ("settings", "what the people who run it decide"),
            ("transport", "SMTP, files, or memory"),
        ],
    },
    Domain {
        name: "approvals",
        own: &[],
    },
    Domain {
        name: "organisations",
        own: &[],
    },
    Domain {
        name: "plans",
        own: &[],
    },
    Domain {
        name: "consultations",
        own: &[],
    },
    Domain {
        name: "lotteries",
        own: &[],
    },
    Domain {
        name: "seminars",
        own: &[],
    },
    Domain {
        name: "founders",
        own: &[],
    },
    Domain {
        name: "surveys",
        own: &[],
    },
    Domain {
        name: "portal",
        own: &[],
    },
];
