//! Asking people how it was.

use chrono::TimeDelta;
use kernel::{Failed, Fault, PersonId, Secret, Work};
use surveys::{
    Refused,
    service::{Subject, invite},
};

/// So long they can answer; the next time of asking lies further ahead.
const OPEN: TimeDelta = TimeDelta::days(25);

/// Asks somebody about a meeting or a case; the secret of their link. None when the centre has no such
/// survey, or they can still answer a former one.
pub(super) async fn ask_after(
    work: &Work,
    code: &str,
    subject: Subject,
    person: PersonId,
) -> Result<Option<Secret>, Fault> {
    match invite(work, code, subject, person, work.now() + OPEN).await {
        Ok((_, secret)) => Ok(Some(secret)),
        Err(Failed::Refused(Refused::AskedAlready | Refused::NotThere)) => Ok(None),
        Err(Failed::Refused(refused)) => Err(Fault::broken("asking people afterwards", refused)),
        Err(Failed::Fault(fault)) => Err(fault),
    }
}
