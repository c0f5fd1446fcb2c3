//! The demonstration shows every state there is, but for a few that it could not show honestly.

use kernel::Db;
use sea_orm::{ActiveEnum, ConnectionTrait, Iterable, Statement};
use web::App;

/// What it does not show, and why.
const WITHOUT: &[(&str, &str, &str)] = &[
    (
        "holds.state",
        "held",
        "nothing holds a place while somebody chooses",
    ),
    ("holds.state", "finished", "nothing writes it yet"),
    (
        "waiting_entries.state",
        "over",
        "the sweep ends it, an hour before",
    ),
    (
        "fee_terms.regime",
        "manager_fee",
        "one centre has one regime",
    ),
    ("fee_terms.rounding", "up", "one centre rounds one way"),
    ("fee_terms.rounding", "half_up", "one centre rounds one way"),
    (
        "letters.state",
        "dead",
        "its letters go into files, which take all of them",
    ),
    (
        "letters.state",
        "sent",
        "it is looked at before anything was sent",
    ),
    (
        "tariff_rates.tax_code",
        "reduced",
        "no space is used at the reduced rate",
    ),
    (
        "tariff_rates.tax_code",
        "exempt",
        "no space is used without tax",
    ),
];

/// The codes of a column that no row has.
async fn lacking<E>(db: &Db, table: &str, column: &str) -> Vec<String>
where
    E: ActiveEnum<Value = String> + Iterable,
{
    let db = db.reader();
    let sql = format!("SELECT DISTINCT {column} AS code FROM {table} WHERE {column} IS NOT NULL");
    let rows = db
        .query_all_raw(Statement::from_string(db.get_database_backend(), sql))
        .await
        .unwrap();
    let there: Vec<String> = rows
        .iter()
        .map(|row| row.try_get("", "code").unwrap())
        .collect();
    let place = format!("{table}.{column}");
    let known = |code: &String| {
        WITHOUT
            .iter()
            .any(|(own, without, _)| *own == place && without == code)
    };
    E::iter()
        .map(|one| one.to_value())
        .filter(|code| !there.contains(code) && !known(code))
        .map(|code| format!("{place}: {code}"))
        .collect()
}

/// Every state of the house that no row of the demonstration is in.
pub(super) async fn missing(app: &App) -> Vec<String> {
    use bookings::entity as b;
    use fees::entity as f;
    use organisations::entity as o;
    let db = &app.db;
    let mut all = Vec::new();
    all.extend(lacking::<b::hold::State>(db, "holds", "state").await);
    all.extend(lacking::<b::series::Rhythm>(db, "series", "rhythm").await);
    all.extend(lacking::<b::booking_request::Outcome>(db, "booking_requests", "outcome").await);
    all.extend(lacking::<b::booking_request::Ground>(db, "booking_requests", "ground").await);
    all.extend(lacking::<b::waiting_entry::State>(db, "waiting_entries", "state").await);
    all.extend(lacking::<b::booking_rule::Kind>(db, "booking_rules", "kind").await);
    all.extend(lacking::<b::closure::Kind>(db, "closures", "kind").await);
    all.extend(lacking::<b::calendar_feed::Kind>(db, "calendar_feeds", "kind").await);
    all.extend(lacking::<b::space::Kind>(db, "spaces", "kind").await);
    all.extend(lacking::<b::booking_paper::Kind>(db, "booking_papers", "kind").await);
    all.extend(lacking::<f::tariff_rate::Unit>(db, "tariff_rates", "unit").await);
    all.extend(lacking::<f::tax_rate::Code>(db, "tariff_rates", "tax_code").await);
    all.extend(lacking::<f::fee_terms::Regime>(db, "fee_terms", "regime").await);
    all.extend(lacking::<f::fee_terms::TaxRounding>(db, "fee_terms", "rounding").await);
    all.extend(lacking::<f::payment::Method>(db, "payments", "method").await);
    all.extend(lacking::<f::reduction_kind::Authority>(db, "reduction_kinds", "issued_by").await);
    all.extend(lacking::<mail::entity::letter::State>(db, "letters", "state").await);
    all.extend(lacking::<o::application::State>(db, "applications", "state").await);
    all.extend(lacking::<o::category::Locality>(db, "registrations", "locality").await);
    all.extend(lacking::<o::category::Party>(db, "registrations", "party").await);
    all.extend(lacking::<o::category::Stage>(db, "registrations", "stage").await);
    all.extend(lacking::<accounts::entity::api_token::Scope>(db, "api_tokens", "scope").await);
    all
}

/// What is told by more than one column: the question finds a row, or it is missing.
const QUESTIONS: &[(&str, &str)] = &[
    (
        "a refund by transfer",
        "SELECT 1 FROM refunds WHERE method = 'transfer'",
    ),
    (
        "a receipt printed again",
        "SELECT 1 FROM receipts WHERE printings > 1",
    ),
    ("an unpaid release", "SELECT 1 FROM unpaid_releases"),
    ("an absence", "SELECT 1 FROM absences"),
    (
        "an absence on a day with a warning",
        "SELECT 1 FROM absences JOIN weather_warnings ON weather_warnings.on_date = absences.on_date",
    ),
    (
        "somebody who stayed away twice",
        "SELECT 1 FROM absences GROUP BY person_id HAVING COUNT(*) > 1",
    ),
    (
        "a registration that has run out",
        "SELECT 1 FROM registrations WHERE valid_until < '2026-12-08'",
    ),
    (
        "a merged organisation",
        "SELECT 1 FROM organisations WHERE merged_into IS NOT NULL",
    ),
    (
        "an open invitation",
        "SELECT 1 FROM representative_invitations WHERE used_at IS NULL",
    ),
    (
        "an ended closure",
        "SELECT 1 FROM closures WHERE valid_until < '2026-12-08'",
    ),
    (
        "an ended rule",
        "SELECT 1 FROM booking_rules WHERE valid_until < '2026-12-08'",
    ),
    (
        "a rule to come",
        "SELECT 1 FROM booking_rules WHERE valid_from > '2026-12-08'",
    ),
    ("a number of the ward", "SELECT 1 FROM ward_references"),
    ("a reduction", "SELECT 1 FROM reduction_grants"),
];

/// Those of the questions that find nothing.
pub(super) async fn unanswered(app: &App) -> Vec<&'static str> {
    let db = app.db.reader();
    let mut none = Vec::new();
    for (what, sql) in QUESTIONS {
        let statement = Statement::from_string(db.get_database_backend(), *sql);
        if db.query_one_raw(statement).await.unwrap().is_none() {
            none.push(*what);
        }
    }
    none
}
