//! Large plans: one of 500 programmes, and two of them beside each other; and what a tenth of them takes.

use kernel::{Actor, Clock, Fault, Role, Via, transact};
use testkit::database::Engine;
use tests::plans::plan_of;

use crate::{
    TURN,
    centre::{Centre, on_duty},
    load::{self, Question, Run},
    served::{self, Served},
    told::Told,
};

/// So many programmes; ten times as many may take ten times as long, and a fifth more.
const PROGRAMMES: [usize; 2] = [50, 500];
const MOST: f64 = 12.0;

/// The page of a plan, and the comparison of two, for one client.
pub(crate) async fn measure(engine: Engine, centre: &Centre, rounds: usize, told: &mut Told) {
    let clock = Clock::machine();
    let system = Actor::system(Via::Cli);
    let (ward, secret) = transact(&centre.db, system, &clock, async |work| {
        Ok::<_, Fault>(on_duty(work, "ward@demo.example", Role::WardOfficer).await)
    })
    .await
    .unwrap();
    let mut paths = Vec::new();
    for count in PROGRAMMES {
        let of = async |name: &str, target| {
            let name = format!("{name}　{count}件");
            plan_of((&centre.db, &clock), ward, &name, (count, target)).await
        };
        let (one, other) = (of("前の計画", 10).await, of("次の計画", 20).await);
        let comparison = format!("/plans/{other}/comparison?plan={one}");
        paths.push([format!("/plans/{one}"), comparison]);
    }
    let served = Served::start(centre).await;
    for (part, what) in ["page of a plan", "comparison of two plans"]
        .iter()
        .enumerate()
    {
        let mut turns: [Vec<Run>; 3] = Default::default();
        for round in 0..=rounds {
            let runs = [
                load::run(&asks(&served, &paths[0][part], &secret), 1, TURN),
                load::run(&asks(&served, &paths[1][part], &secret), 1, TURN),
                load::run(&served.bare_page(), 1, TURN),
            ];
            // The first round only warms up.
            for (turns, run) in turns.iter_mut().zip(runs).filter(|_| round > 0) {
                turns.push(run);
            }
        }
        let [small, large, bare] = &turns;
        let name = format!("{engine:?}: {what}");
        told.rate(&format!("{name}, 500 programmes"), large, bare, None);
        told.at_most(
            &format!("{name}, time with 500 / with 50"),
            load::ratio(small, large),
            MOST,
            "×",
        );
    }
    served.stop().await;
}

fn asks<'s>(served: &'s Served<'_>, path: &'s str, secret: &'s str) -> Question<'s> {
    Question {
        to: served.product(),
        next: Box::new(move |_| served::request("GET", path, served.product(), secret, "")),
        expected: 200,
    }
}
