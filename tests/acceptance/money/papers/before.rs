//! Centres as they were before a migration.

use fees::entity::{ReceiptId, payment_part, receipt, refund};
use sea_orm::{ConnectionTrait, EntityTrait};
use testkit::{database, database::Engine};

/// Rows as they were before papers kept what they say.
const OLD: &str = "
INSERT INTO people (id, family_name, given_name, family_kana, given_kana, search_key, created_at)
    VALUES ({1}, '見本', '花子', '', '', '', 0);
INSERT INTO fee_terms (id, regime, issuer, address, registration_number, collector, rounding, valid_from, made_at)
    VALUES ({2}, 'ward_fee', '見本区', '', '', '', 'down', '2026-04-01', 0),
           ({3}, 'manager_fee', '見本', '', '', '', 'up', '2026-12-09', 0);
INSERT INTO bills (id, person_id, reference, link, used_on, due_on, thousandths, open_amount, made_at)
    VALUES ({4}, {1}, 'AAA', '/', '2026-12-15', '2026-12-15', 100, 0, 0);
INSERT INTO payments (id, method, amount, received_at) VALUES ({5}, 'cash', 1000, 0), ({6}, 'cash', 500, 0);
INSERT INTO payment_parts (payment_id, bill_id, label, label_en, amount, thousandths)
    VALUES ({5}, {4}, '会議室A', '', 1000, 100), ({6}, {4}, '会議室A', '', 500, 100);
INSERT INTO receipts (id, payment_id, fiscal_year, number, addressee, printings, issued_at)
    VALUES ({7}, {5}, 2026, 1, '見本商事', 1, 1796741999000000);
INSERT INTO refunds (id, payment_id, bill_id, method, amount, refunded_at)
    VALUES ({8}, {5}, {4}, 'cash', 100, 1796742000000000),
           ({9}, {6}, {4}, 'cash', 100, 1796742000000000);
";

/// A database as it was before a migration, with these rows, brought up to date; `{1}` to `{9}` are
/// identifiers.
pub(in crate::money) async fn old_centre(
    engine: Engine,
    migration: &str,
    rows: &str,
) -> kernel::Db {
    let db = database::before(engine, migration).await.unwrap();
    let rows = (1..=9).fold(rows.to_owned(), |rows, number| {
        let id = uuid::Uuid::from_u128(number);
        let own = match engine {
            Engine::Sqlite => format!("x'{}'", id.simple()),
            Engine::Postgres => format!("'{id}'"),
        };
        rows.replace(&format!("{{{number}}}"), &own)
    });
    db.outside_transactions()
        .execute_unprepared(&rows)
        .await
        .unwrap();
    database::upgrade(&db).await.unwrap();
    db
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_of_before_keep_what_they_said_when_they_were_made() {
    for engine in Engine::BOTH {
        let db = old_centre(engine, "m0031_papers_kept", OLD).await;
        let id = |number: u128| uuid::Uuid::from_u128(number);

        let parts = payment_part::Entity::find().all(db.reader()).await.unwrap();
        assert!(parts.iter().all(|part| part.used_on == "2026-12-15"));
        // 2026-12-08 at 23:59:59 in Tokyo, and a second later.
        let receipts = receipt::Entity::find().all(db.reader()).await.unwrap();
        assert_eq!(receipts[0].terms_id.unwrap().0, id(2), "{engine:?}");
        let mut refunds = refund::Entity::find().all(db.reader()).await.unwrap();
        refunds.sort_by_key(|one| one.id);
        let kept = refunds
            .iter()
            .map(|one| (one.addressee.as_str(), one.terms_id.unwrap().0));
        assert_eq!(
            kept.collect::<Vec<_>>(),
            [("見本商事", id(3)), ("見本 花子", id(3))],
            "{engine:?}"
        );
        // Whoever holds the receipt of before has it for all that came in.
        let receipts: Vec<_> = refunds.iter().map(|one| one.receipt_id).collect();
        assert_eq!(receipts, [Some(ReceiptId(id(7))), None], "{engine:?}");
        db.close().await.unwrap();
    }
}
