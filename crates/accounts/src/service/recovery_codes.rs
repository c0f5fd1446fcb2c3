//! Recovery codes: written, printed anew, taken when the device is lost.

use kernel::{Failed, Fault, PersonId, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::second_factor::{required, tell};
use crate::{Refused, entity::recovery_code, letters::Told, rules};

/// What a person is shown once, after their first factor: their recovery codes, as printed.
pub type Enrolled = Vec<String>;

/// Prints ten new recovery codes; those before are worth nothing any more.
pub async fn print_recovery_codes(
    work: &Work,
    person: PersonId,
) -> Result<Enrolled, Failed<Refused>> {
    required(work, person).await?;
    forget(work, person).await?;
    let codes = write(work, person).await?;
    work.record(Event::new("second_factor.recovery_printed", person));
    Ok(codes)
}

pub(super) async fn write(work: &Work, person: PersonId) -> Result<Enrolled, Fault> {
    let codes: Vec<String> = (0..rules::RECOVERY_CODES)
        .map(|_| rules::recovery_code(rand::random()))
        .collect();
    let rows = codes.iter().map(|code| recovery_code::ActiveModel {
        person_id: Set(person),
        digest: Set(digest(&code.replace('-', ""))),
        used_at: Set(None),
    });
    recovery_code::Entity::insert_many(rows)
        .exec_without_returning(work.db())
        .await?;
    Ok(codes)
}

pub(super) async fn take(work: &Work, person: PersonId, code: &str) -> Result<(), Failed<Refused>> {
    let taken = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(Some(work.now())))
        .filter(recovery_code::COLUMN.person_id.eq(person))
        .filter(recovery_code::COLUMN.digest.eq(digest(code)))
        .filter(recovery_code::COLUMN.used_at.is_null())
        .exec(work.db())
        .await?;
    if taken.rows_affected == 0 {
        return Err(Refused::WrongCode.into());
    }
    work.record(Event::new("second_factor.recovery_used", person));
    tell(work, person, Told::RecoveryUsed).await?;
    Ok(())
}

pub(super) async fn forget(work: &Work, person: PersonId) -> Result<(), Fault> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::COLUMN.person_id.eq(person))
        .exec(work.db())
        .await?;
    Ok(())
}

fn digest(code: &str) -> Vec<u8> {
    kernel::Secret::digest_of(code)
}
