//! Questions: what there is, what is free, who comes.

mod alternatives;
mod at_hand;
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
mod postponed;
mod priced;
mod prices;
mod repriced;
mod requests;
mod series;
mod terms;
mod together;
mod unpaid;
mod venue;
mod waiting;
mod ward_numbers;
mod withheld;

pub use alternatives::{Wish, alternatives, with_alternatives};
pub(crate) use at_hand::{AtHand, at_hand};
pub use board::{Entry, entries};
pub use bookings::{
    Besides, Card, Filter, besides, cursor, list, one, read_cursor, seen_by, with_reference_part,
};
pub use catalogue::{Catalogue, Place, PlaceFacts, Unit, line};
pub use charges::{
    Cancelling, ComesTo, Owing, any_tariff, bill_ids, bills_of, cancelled_comes_to, cancelling,
    changed_comes_to, changed_price, comes_to, is_owed, kept_now, owing, owings, payment_days,
    price, price_asked, price_by, tariff_of, tariff_rows, tiers,
};
pub use closed_days::closed_days;
pub use closures::{
    Affected, Closing, affected, closing, closings, instead, released, released_counts,
    released_for,
};
pub use dated::{
    PaymentTerms, Touched, payment_rows, tier_facts, touched, waiting_from, waiting_rows,
};
pub use day::{Busy, Row, busy, free, is_taken, rows};
pub use devices::{Device, Strained, all_lent_facts, devices, left, lent, lent_facts, short_of};
pub use feeds::{FeedWords, closed_dates, feed_at, feed_events, feeds_of};
pub use figures::{Figures, Month, figures, span_of};
pub use own_uses::{
    InTheWay, OwnCard, OwnCorrection, OwnFilter, OwnPlan, OwnSum, in_the_way, own_cards,
    own_correction, own_instead, own_lacks, own_plan, own_reached, own_sums, own_use_reasons,
    own_uses_shut_by, own_years,
};
pub use papers::{Past, paper_choices, paper_seen_by, papers_of, past_of, year};
pub use postponed::{Postponed, postponed};
pub use priced::{Priced, rerated, retaxed};
pub use prices::{PriceList, price_lists};
pub use repriced::{Repricing, repricing};
pub use requests::{
    History, begun_undecided, history, may_decide, request_of, requests_of, undecided,
    waiting_requests,
};
pub use series::{
    Choice, Obstacle, Occurrence, SeriesCard, Wanted, occurrences, series_of, series_seen_by,
    series_with_reference, versions,
};
pub use together::{
    Belongings, Together, belongings, belongings_of_organisation, organisations_together, together,
};
pub use unpaid::{unpaid, went_unpaid};
pub use venue::{beyond, catalogue_version, outside_hours};

pub(crate) use bookings::unit_labels;
pub(crate) use charges::{is_charged_again, reduced};

pub(crate) use terms::booker_at_hand;
pub use terms::{
    Bearing, CountsAgain, Late, Ruling, Warned, Withdrawal, asking, barred_until, bearing, booker,
    booker_of_change, is_absent, late, late_ones, latest_absences, latest_warnings, looking,
    missed, restrictions, rule_facts, rules, rules_to_quote, ruling, rulings, waivers, warned,
    withdrawal, would_follow,
};

pub use waiting::{
    Waiting, lines, offers_shut_by, spaces_waited_for, waiting_of, waiting_seen_by,
    waiting_terms_on,
};

pub use withheld::{free_of, free_units};

pub use ward_numbers::{
    is_numbered, is_shared, ward_reference, ward_reference_of, ward_references,
    with_ward_reference, with_ward_reference_part,
};

pub(crate) use day::busy_units;
pub(crate) use devices::{chosen, wrong_devices};
pub(crate) use series::{Plan, Settled, rhythm, said};
pub(crate) use together::waiting_twice;
pub(crate) use venue::{drafted, fit};
pub(crate) use waiting::beside;
pub(crate) use ward_numbers::used_by;
