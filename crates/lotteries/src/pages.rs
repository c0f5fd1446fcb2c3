//! 抽選: what everybody can read, applying, one's own entries, and those who set terms and draw.

mod apply;
mod check;
mod counter;
mod facts;
mod mine;
mod public;
mod terms;

use web::Routes;

/// The routes of this crate.
pub fn routes() -> Routes {
    Routes::new()
        .get("/lotteries", public::all)
        .get("/lotteries/format", check::format)
        .get("/lotteries/draw.py", check::program)
        .get("/lotteries/{id}", public::one)
        .get("/lotteries/{id}/slots/{slot}", public::slot)
        .get("/lotteries/{id}/slots/{slot}/{name}", public::file)
        .get("/lotteries/{id}/new", apply::new)
        .post("/lotteries/{id}/entries", apply::enter)
        .get("/mypage/lotteries", mine::all)
        .get("/lottery-entries/{id}", mine::one)
        .post("/lottery-entries/{id}/withdrawal", mine::withdraw)
        .post("/lottery-entries/{id}/confirmation", mine::confirm)
        .get("/counter/lotteries", counter::all)
        .get("/counter/lotteries/{id}", counter::one)
        .post("/counter/lotteries/{id}/draw", counter::draw)
        .post("/counter/lotteries/{id}/cancellation", counter::call_off)
        .get("/counter/lotteries/terms", terms::new)
        .post("/counter/lotteries/terms", terms::set)
        .get("/counter/lotteries/terms/{id}", terms::one)
        .post("/counter/lotteries/terms/{id}/end", terms::end)
        .post("/counter/lotteries/terms/{id}/removal", terms::remove)
}
