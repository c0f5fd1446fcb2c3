//! What the centre may carry out: the programmes of approved annual plans, and initiatives with the
//! ward's consent.

use kernel::Fault;
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{initiatives::consented, plans::annual_plans};
use crate::entity::{PlanVersionId, ProgrammeId, programme};

/// What may be carried out in a fiscal year, and named by whatever is offered in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The programme, or the initiative.
    pub id: ProgrammeId,
    /// The fiscal year, by the year in which it begins.
    pub year: i32,
    /// 事業番号 in the annual plan; none of an initiative.
    pub number: Option<i32>,
    /// What it is called.
    pub name: String,
}

/// All of these fiscal years, by year; programmes in their order before initiatives.
pub async fn offered(db: &impl ConnectionTrait, years: &[i32]) -> Result<Vec<Offered>, Fault> {
    let plans = annual_plans(db, years).await?;
    let in_force = |year| -> Option<PlanVersionId> {
        let mut own = plans.iter().filter(|plan| plan.row.first_year == year);
        own.find_map(|plan| Some(plan.in_force()?.row.id))
    };
    let versions = years.iter().filter_map(|year| in_force(*year));
    let programmes = programme::Entity::find()
        .filter(programme::COLUMN.version_id.is_in(versions))
        .order_by_asc(programme::COLUMN.number)
        .all(db)
        .await?;
    let initiatives = consented(db, years).await?;
    let mut all = Vec::new();
    for year in years {
        let own = in_force(*year);
        let own = programmes.iter().filter(|row| Some(row.version_id) == own);
        all.extend(own.map(|row| Offered {
            id: row.programme_id,
            year: *year,
            number: Some(row.number),
            name: row.name.clone(),
        }));
        let beside = initiatives.iter().filter(|row| row.fiscal_year == *year);
        all.extend(beside.map(|row| Offered {
            id: row.id,
            year: *year,
            number: None,
            name: row.name.clone(),
        }));
    }
    Ok(all)
}
