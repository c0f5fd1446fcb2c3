//! The routes of lotteries. Two more columns: an expert, and a coordinator, who receives.

/// As the rows of [`super::TABLE`], with the two columns.
pub(in super::super) const LOTTERIES: &str = "
GET  /lotteries                            -         200 200 200 200 200 200 200
GET  /lotteries/format                     -         200 200 200 200 200 200 200
GET  /lotteries/draw.py                    -         200 200 200 200 200 200 200
GET  /lotteries/{id}                       lottery   200 200 200 200 200 200 200
GET  /lotteries/{id}                       nothing   404 404 404 404 404 404 404
GET  /lotteries/{id}/slots/{slot}          lottery   404 404 404 404 404 404 404
GET  /lotteries/{id}/slots/{slot}/{name}   lottery   404 404 404 404 404 404 404
GET  /lotteries/{id}/new                   lottery   in  200 200 200 200 200 200
POST /lotteries/{id}/entries               lottery   401 404 404 404 404 404 404
GET  /mypage/lotteries                     -         in  200 200 200 200 200 200
GET  /lottery-entries/{id}                 own       in  200 200 200 200 200 200
GET  /lottery-entries/{id}                 another's in  404 200 200 404 404 200
POST /lottery-entries/{id}/withdrawal      own       401 303 303 303 303 303 303
POST /lottery-entries/{id}/withdrawal      another's 401 404 303 303 404 404 303
POST /lottery-entries/{id}/confirmation    own       401 409 409 409 409 409 409
POST /lottery-entries/{id}/confirmation    another's 401 404 409 409 404 404 409

GET  /counter/lotteries                    -         in  403 200 200 403 403 200
GET  /counter/lotteries/{id}               lottery   in  403 200 200 403 403 200
GET  /counter/lotteries/{id}               nothing   in  403 404 404 403 403 404
POST /counter/lotteries/{id}/draw          lottery   401 403 403 409 403 403 403
POST /counter/lotteries/{id}/cancellation  lottery   401 403 403 422 403 403 403
GET  /counter/lotteries/terms              -         in  403 403 200 403 403 403
POST /counter/lotteries/terms              -         401 403 403 422 403 403 403
GET  /counter/lotteries/terms/{id}         lots      in  403 403 200 403 403 403
POST /counter/lotteries/terms/{id}/end     lots      401 403 403 422 403 403 403
POST /counter/lotteries/terms/{id}/removal lots      401 403 403 409 403 403 403
";
