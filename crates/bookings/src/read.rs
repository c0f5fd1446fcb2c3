//! Questions: what there is, what is free, who comes.

mod alternatives;
mod board;
mod bookings;
mod catalogue;
mod charges;
mod closed_days;
mod closures;
mod dated;
mod day;
mod devices;
mod feeds;
mod figures;
mod own_uses;
mod papers;
mod prices;
mod requests;
mod series;
mod terms;
mod together;
mod unpaid;
mod venue;
mod waiting;
mod ward;

pub use alternatives::{Wish, alternatives, with_alternatives};
pub use board::{Entry, entries};
pub use bookings::{Besides, Card, Filter, besides, list, one, seen_by, with_reference_part};
pub use catalogue::{Catalogue, Place, PlaceFacts, Unit};
pub use charges::{
    Cancelling, Owing, any_tariff, bill_ids, bills_of, cancelling, changed_price, is_owed, owing,
    owings, payment_days, price, price_of, tariff_of, tariff_rows, tiers,
};
pub use closed_days::closed_days;
pub use closures::{
    Affected, Closing, affected, closing, closings, instead, released, released_counts,
    released_for,
};
pub use dated::{PaymentTerms, Touched, payment_rows, touched, waiting_rows};
pub use day::{Busy, Row, busy, free, rows};
pub use devices::{Device, all_lent_facts, devices, left, lent, lent_facts, short_of};
pub use feeds::{FeedWords, closed_dates, feed_at, feed_events, feeds_of};
pub use figures::{Figures, figures, span_of};
pub use own_uses::{
    InTheWay, OwnCard, OwnFilter, OwnPlan, OwnSum, in_the_way, own_cards, own_instead, own_lacks,
    own_plan, own_sums, own_use_reasons, own_uses_shut_by,
};
pub use papers::{Past, paper_choices, paper_seen_by, papers_of, past_of, year};
pub use prices::{PriceList, price_lists};
pub use requests::{
    History, begun_undecided, history, may_decide, request_of, requests_of, undecided,
    waiting_requests,
};
pub use series::{
    Choice, Obstacle, Occurrence, SeriesCard, Wanted, occurrences, series_of, series_seen_by,
    versions,
};
pub use together::{Belongings, Together, belongings, together};
pub use unpaid::{unpaid, went_unpaid};
pub use venue::{beyond, catalogue_version, outside_hours};

pub(crate) use charges::is_charged_again;

pub use terms::{
    Bearing, Ruling, asking, bearing, booker, booker_of_change, is_absent, latest_absences,
    latest_warnings, looking, missed, restrictions, rule_facts, rules, rules_to_quote, ruling,
    rulings, waivers,
};

pub use waiting::{
    Waiting, lines, spaces_waited_for, waiting_of, waiting_seen_by, waiting_terms_on,
};

pub use ward::{is_numbered, is_shared, ward_reference, ward_reference_of, with_ward_reference};

pub(crate) use day::busy_units;
pub(crate) use devices::{chosen, wrong_devices};
pub(crate) use series::{Plan, Settled, rhythm, said};
pub(crate) use together::waiting_twice;
pub(crate) use venue::{drafted, fit};
pub(crate) use waiting::beside;
pub(crate) use ward::used_by;
