//! The tables, one file per change, for both databases.
//!
//! Written as SQL, because what matters here (generated columns, exclusion constraints, triggers)
//! has no other words. Types that differ between the databases are named in braces: see [`sql`].
//! A change that has landed is never edited; the next one is a new file, listed in [`Migrator`].

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

mod m0001_events;
mod m0002_people;
mod m0003_letters;
mod m0004_spaces;
mod m0005_ledger;
mod m0006_bookings;
mod m0007_advance;
mod m0008_in_use;
mod m0009_catalogue_version;
mod m0010_closures;
mod m0011_series;
mod m0012_second_factor;
mod m0013_organisations;
mod m0014_fees;
mod m0015_booking_rules;
mod m0016_waiting;
mod m0017_invitations;
mod m0018_booking_fees;
mod m0020_feeds_and_papers;
mod m0021_closed_days;
mod m0022_unpaid;
mod m0023_requests;
mod m0024_devices;
mod m0025_own_use;
mod m0026_merged_people;
mod m0027_passkeys;
mod m0028_share_kept;
mod m0029_reminders;
mod m0030_shared_spaces;
mod m0031_papers_kept;
mod m0032_purpose_before;
mod m0033_tax_sources;
mod m0035_asked_at_a_price;
mod m0036_receipts_after_refunds;
mod m0038_kept_yen;
mod m0039_closed_for_good;
mod m0040_approvals;
mod m0041_policies;
mod m0042_plans;
mod m0043_sides_and_deputies;
mod m0044_reduction_proposals;
mod m0045_coordination;
mod m0046_councils;
mod m0047_initiatives;
mod m0048_conditions;
mod m0049_surveys;
mod m0050_consultations;
mod m0052_ward_figures;
mod m0053_guests;
mod m0054_case_papers;
mod m0055_dispatches;
mod m0056_expert_feeds;
mod m0057_erased_cases;
mod m0058_emergency_desks;
mod m0061_seminars;
mod m0062_draws;
mod m0063_attended;
mod m0064_founders;
mod m0065_lotteries;
mod m0066_questions;
mod m0068_seminar_fees;
mod m0069_series_of_seminars;
mod m0070_lotteries_mended;
mod m0072_editions_of_enrolments;
mod m0074_places_that_ended;

/// Every change, in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_events::Migration),
            Box::new(m0002_people::Migration),
            Box::new(m0003_letters::Migration),
            Box::new(m0004_spaces::Migration),
            Box::new(m0005_ledger::Migration),
            Box::new(m0006_bookings::Migration),
            Box::new(m0007_advance::Migration),
            Box::new(m0008_in_use::Migration),
            Box::new(m0009_catalogue_version::Migration),
            Box::new(m0010_closures::Migration),
            Box::new(m0011_series::Migration),
            Box::new(m0012_second_factor::Migration),
            Box::new(m0013_organisations::Migration),
            Box::new(m0014_fees::Migration),
            Box::new(m0015_booking_rules::Migration),
            Box::new(m0016_waiting::Migration),
            Box::new(m0017_invitations::Migration),
            Box::new(m0018_booking_fees::Migration),
            Box::new(m0020_feeds_and_papers::Migration),
            Box::new(m0021_closed_days::Migration),
            Box::new(m0022_unpaid::Migration),
            Box::new(m0023_requests::Migration),
            Box::new(m0024_devices::Migration),
            Box::new(m0025_own_use::Migration),
            Box::new(m0026_merged_people::Migration),
            Box::new(m0027_passkeys::Migration),
            Box::new(m0028_share_kept::Migration),
            Box::new(m0029_reminders::Migration),
            Box::new(m0030_shared_spaces::Migration),
            Box::new(m0031_papers_kept::Migration),
            Box::new(m0032_purpose_before::Migration),
            Box::new(m0033_tax_sources::Migration),
            Box::new(m0035_asked_at_a_price::Migration),
            Box::new(m0036_receipts_after_refunds::Migration),
            Box::new(m0038_kept_yen::Migration),
            Box::new(m0039_closed_for_good::Migration),
            Box::new(m0040_approvals::Migration),
            Box::new(m0041_policies::Migration),
            Box::new(m0042_plans::Migration),
            Box::new(m0043_sides_and_deputies::Migration),
            Box::new(m0044_reduction_proposals::Migration),
            Box::new(m0045_coordination::Migration),
            Box::new(m0046_councils::Migration),
            Box::new(m0047_initiatives::Migration),
            Box::new(m0048_conditions::Migration),
            Box::new(m0049_surveys::Migration),
            Box::new(m0050_consultations::Migration),
            Box::new(m0052_ward_figures::Migration),
            Box::new(m0053_guests::Migration),
            Box::new(m0054_case_papers::Migration),
            Box::new(m0055_dispatches::Migration),
            Box::new(m0056_expert_feeds::Migration),
            Box::new(m0057_erased_cases::Migration),
            Box::new(m0058_emergency_desks::Migration),
            Box::new(m0061_seminars::Migration),
            Box::new(m0062_draws::Migration),
            Box::new(m0063_attended::Migration),
            Box::new(m0064_founders::Migration),
            Box::new(m0065_lotteries::Migration),
            Box::new(m0066_questions::Migration),
            Box::new(m0068_seminar_fees::Migration),
            Box::new(m0069_series_of_seminars::Migration),
            Box::new(m0070_lotteries_mended::Migration),
            Box::new(m0072_editions_of_enrolments::Migration),
            Box::new(m0074_places_that_ended::Migration),
        ]
    }
}

/// Runs statements on either database; `{uuid}` and `{bytes}` become its own types.
async fn sql(manager: &SchemaManager<'_>, statements: &str) -> Result<(), DbErr> {
    let (uuid, bytes) = match manager.get_database_backend() {
        DbBackend::Postgres => ("uuid", "bytea"),
        _ => ("BLOB", "BLOB"),
    };
    let statements = statements.replace("{uuid}", uuid).replace("{bytes}", bytes);
    manager
        .get_connection()
        .execute_unprepared(&statements)
        .await?;
    Ok(())
}

/// Runs statements that only one database has.
async fn sql_on(
    backend: DbBackend,
    manager: &SchemaManager<'_>,
    statements: &str,
) -> Result<(), DbErr> {
    if manager.get_database_backend() == backend {
        sql(manager, statements).await?;
    }
    Ok(())
}

/// What can be booked changes with this table: a node reads again what it has kept.
async fn counts_for_catalogue(manager: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    let on_postgres = format!(
        "CREATE TRIGGER {table}_catalogue
         AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
         FOR EACH STATEMENT EXECUTE FUNCTION catalogue_changed();"
    );
    sql_on(DbBackend::Postgres, manager, &on_postgres).await?;
    for verb in ["INSERT", "UPDATE", "DELETE"] {
        let on_sqlite = format!(
            "CREATE TRIGGER {table}_catalogue_on_{verb} AFTER {verb} ON {table}
             BEGIN UPDATE catalogue_version SET version = version + 1; END;"
        );
        sql_on(DbBackend::Sqlite, manager, &on_sqlite).await?;
    }
    Ok(())
}
