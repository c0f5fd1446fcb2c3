//! The table itself; [`super::rows`] reads it.

mod consultations;
mod counter;
mod founders;
mod lotteries;
mod seminars;
mod ward;

pub(super) use consultations::CONSULTATIONS;
pub(super) use counter::COUNTER;
pub(super) use founders::FOUNDERS;
pub(super) use lotteries::LOTTERIES;
pub(super) use seminars::SEMINARS;
pub(super) use ward::WARD;

/// One row: method, route, of what, and the status for a visitor, a member, reception, the
/// manager, an officer of the ward. `in` is the way to signing in. Under `/api/` two more: a
/// member's token that may read, and one that may write.
///
/// Of what: whose or which thing stands for the `{id}` of the route.
pub(super) const TABLE: &str = "
GET  /                                  -         200 200 200 200 200
GET  /learn                             -         303 303 303 303 303
GET  /connect                           -         200 200 200 200 200
GET  /guide                             -         200 200 200 200 200
GET  /visit                             -         200 200 200 200 200
GET  /rules                             -         200 200 200 200 200
GET  /privacy                           -         200 200 200 200 200
GET  /accessibility                     -         200 200 200 200 200
GET  /contact                           -         200 200 200 200 200

GET  /spaces                            -         200 200 200 200 200
GET  /spaces/{id}                       space     200 200 200 200 200
GET  /spaces/{id}                       nothing   404 404 404 404 404
GET  /availability                      -         200 200 200 200 200

GET  /bookings/new                      -         in  422 422 422 422
POST /bookings/confirmation             -         401 200 200 200 200
POST /bookings                          -         401 303 303 303 303
GET  /bookings/{id}                     own       in  200 200 200 200
GET  /bookings/{id}                     another's in  404 200 200 404
GET  /bookings/{id}/done                own       in  200 200 200 200
GET  /bookings/{id}/done                another's in  404 200 200 404
GET  /bookings/{id}/calendar.ics        own       in  200 200 200 200
GET  /bookings/{id}/calendar.ics        another's in  404 200 200 404
GET  /bookings/{id}/change              own       in  200 200 200 200
GET  /bookings/{id}/change              another's in  404 200 200 404
POST /bookings/{id}/change              own       401 303 303 303 303
POST /bookings/{id}/change              another's 401 404 303 303 404
GET  /bookings/{id}/cancellation        own       in  200 200 200 200
GET  /bookings/{id}/cancellation        another's in  404 200 200 404
POST /bookings/{id}/cancellation        own       401 303 303 303 303
POST /bookings/{id}/cancellation        another's 401 404 303 303 404
POST /bookings/{id}/arrival             own       401 403 303 303 403
POST /bookings/{id}/arrival             another's 401 403 303 303 403
POST /bookings/{id}/arrival/withdrawal  arrived   401 403 303 303 403
POST /bookings/{id}/absence             begun     401 403 303 303 403
POST /bookings/{id}/absence/withdrawal  absent    401 403 303 303 403

POST /bookings/{id}/papers              own       401 303 303 303 303
POST /bookings/{id}/papers              another's 401 404 303 303 404
GET  /papers/{id}                       own       in  200 200 200 200
GET  /papers/{id}                       another's in  404 200 200 404

GET  /waiting/new                       -         in  404 404 404 404
POST /waiting                           -         401 303 303 303 303
GET  /waiting/{id}                      own       in  200 200 200 200
GET  /waiting/{id}                      another's in  404 200 200 404
POST /waiting/{id}/acceptance           own       401 303 303 303 303
POST /waiting/{id}/acceptance           another's 401 404 303 303 404
POST /waiting/{id}/withdrawal           own       401 303 303 303 303
POST /waiting/{id}/withdrawal           another's 401 404 303 303 404
GET  /mypage/waiting                    -         in  200 200 200 200
GET  /mypage/calendar                   -         in  200 200 200 200
POST /mypage/calendar                   -         401 200 200 200 200
POST /mypage/calendar/{id}/end          own       401 303 303 303 303
POST /mypage/calendar/{id}/end          another's 401 404 404 404 404
GET  /calendar/closed-days.ics          -         200 200 200 200 200
GET  /calendar/{name}                   nothing   404 404 404 404 404
GET  /calendar/{name}                   feed      200 200 200 200 200

POST /bookings/{id}/ward-reference      own       401 403 303 303 403

POST /series                            -         401 303 303 303 303
GET  /series/{id}                       series    in  200 200 200 200
GET  /series/{id}                       another's in  404 200 200 404
GET  /series/{id}/done                  series    in  200 200 200 200
GET  /series/{id}/done                  another's in  404 200 200 404
GET  /series/{id}/calendar.ics          series    in  200 200 200 200
GET  /series/{id}/calendar.ics          another's in  404 200 200 404
GET  /series/{id}/change                series    in  200 200 200 200
GET  /series/{id}/change                another's in  404 200 200 404
POST /series/{id}/change/confirmation   series    401 200 200 200 200
POST /series/{id}/change/confirmation   another's 401 404 200 200 404
POST /series/{id}/change                series    401 303 303 303 303
POST /series/{id}/change                another's 401 404 303 303 404
GET  /series/{id}/cancellation          series    in  200 200 200 200
GET  /series/{id}/cancellation          another's in  404 200 200 404
POST /series/{id}/cancellation          series    401 303 303 303 303
POST /series/{id}/cancellation          another's 401 404 303 303 404

GET  /receipts/{id}                     receipt   in  200 200 200 200
GET  /receipts/{id}                     another's in  404 200 200 404
GET  /refunds/{id}                      refunded  in  200 200 200 200
GET  /refunds/{id}                      another's in  404 200 200 404
GET  /mypage/fees                       -         in  200 200 200 200

GET  /mypage                            -         in  200 200 200 200
GET  /mypage/bookings                   -         in  200 200 200 200
GET  /mypage/notices                    -         in  200 200 200 200
GET  /mypage/notices/{id}               notice    in  200 200 200 200
GET  /mypage/notices/{id}               another's in  404 404 404 404
GET  /mypage/notices/{id}/calendar.ics  notice    in  200 200 200 200
GET  /mypage/notices/{id}/calendar.ics  another's in  404 404 404 404
GET  /mypage/profile                    -         in  200 200 200 200
POST /mypage/profile                    -         401 303 303 303 303
GET  /mypage/address                    -         in  200 200 200 200
POST /mypage/address                    -         401 303 303 303 303
GET  /mypage/password                   -         in  200 200 200 200
POST /mypage/password                   -         401 303 303 303 303
GET  /mypage/second-factor              -         in  200 200 200 200
POST /mypage/second-factor              -         401 303 422 422 422
GET  /mypage/second-factor/set-up       -         in  303 303 303 303
POST /mypage/second-factor/set-up       -         401 303 303 303 303
POST /mypage/second-factor/kept         -         401 303 303 303 303
POST /mypage/passkeys/challenge         -         401 404 404 404 404
GET  /mypage/passkeys/new               -         in  303 303 303 303
POST /mypage/passkeys/new               -         401 303 303 303 303
POST /mypage/passkeys/new/challenge     -         401 409 409 409 409
GET  /mypage/passkeys/{id}/end          own       in  200 200 200 200
GET  /mypage/passkeys/{id}/end          another's in  404 404 404 404
POST /mypage/passkeys/{id}/end          own       401 422 422 422 422
POST /mypage/passkeys/{id}/end          another's 401 404 404 404 404
GET  /mypage/sessions                   -         in  200 200 200 200
POST /mypage/sessions/{id}/end          session   401 303 303 303 303
POST /mypage/sessions/{id}/end          another's 401 404 404 404 404
POST /mypage/sessions/others/end        -         401 303 303 303 303
GET  /mypage/tokens                     -         in  200 200 200 200
POST /mypage/tokens                     -         401 200 200 200 200
POST /mypage/tokens/{id}/end            token     401 303 303 303 303
POST /mypage/tokens/{id}/end            another's 401 404 404 404 404

GET  /sign-up                           -         200 200 200 200 200
POST /sign-up                           -         303 303 303 303 303
GET  /sign-up/sent                      -         200 200 200 200 200
GET  /sign-in                           -         200 303 303 303 303
POST /sign-in                           -         422 422 422 422 422
GET  /sign-in/code                      -         303 303 303 303 303
POST /sign-in/code                      -         303 303 303 303 303
POST /sign-in/code/challenge            -         409 409 409 409 409
GET  /sign-in/passkey                   -         303 303 303 303 303
POST /sign-in/passkey                   -         303 303 303 303 303
POST /sign-in/passkey/challenge         -         409 409 409 409 409
GET  /sign-in/set-up                    -         303 303 303 303 303
POST /sign-in/set-up                    -         303 303 303 303 303
POST /sign-out                          -         303 303 303 303 303
GET  /reset                             -         200 200 200 200 200
POST /reset                             -         303 303 303 303 303
GET  /reset/sent                        -         200 200 200 200 200
GET  /links/{token}                     nothing   404 404 404 404 404
POST /links/{token}                     nothing   404 404 404 404 404

GET  /demo/letters                      -         404 404 404 404 404
GET  /demo/letters/{id}                 notice    404 404 404 404 404
GET  /demo/letters/{id}/html            notice    404 404 404 404 404
GET  /demo/letters/{id}/calendar.ics    notice    404 404 404 404 404
GET  /assets/{name}                     asset     200 200 200 200 200
GET  /assets/{name}                     nothing   404 404 404 404 404
GET  /healthz                           -         200 200 200 200 200
GET  /readyz                            -         200 200 200 200 200
GET  /metrics                           -         200 200 200 200 200

GET  /mypage/organisations              -         in  200 200 200 200
GET  /applications/new                  -         in  200 200 200 200
POST /applications/confirmation         -         401 422 422 422 422
POST /applications                      -         401 400 400 400 400
GET  /applications/{id}                 own       in  200 200 200 200
GET  /applications/{id}                 another's in  404 200 200 404
GET  /applications/{id}                 nothing   in  404 404 404 404
GET  /applications/{id}/change          own       in  409 409 409 409
GET  /applications/{id}/change          another's in  404 409 409 404
POST /applications/{id}/withdrawal      own       401 303 303 303 303
POST /applications/{id}/withdrawal      another's 401 404 303 303 404
GET  /applications/{id}/papers/{paper}  own       in  200 200 200 200
GET  /applications/{id}/papers/{paper}  another's in  404 200 200 404
GET  /organisations/{id}                firm      in  200 200 200 200
GET  /organisations/{id}                company   in  404 404 404 404
POST /organisations/{id}/invitations    firm      401 303 303 303 303
POST /organisations/{id}/invitations    company   401 404 404 404 404
POST /organisations/{id}/representatives/{person}/removal firm    401 409 409 409 409
POST /organisations/{id}/representatives/{person}/removal company 401 404 409 409 404
GET  /invitations/{token}               nothing   in  404 404 404 404
POST /invitations/{token}               nothing   401 404 404 404 404

GET  /api                               -         200 200 200 200 200
GET  /api/openapi.json                  -         200 200 200 200 200
GET  /api/v1/spaces                     -         200 200 200 200 200 200 200
GET  /api/v1/devices                    -         200 200 200 200 200 200 200
GET  /api/v1/spaces/{id}/availability   space     200 200 200 200 200 200 200
GET  /api/v1/experts                    -         200 200 200 200 200 200 200
GET  /api/v1/consultation-hours         -         422 422 422 422 422 422 422
GET  /api/v1/consultations              -         401 200 200 200 200 200 200
POST /api/v1/consultations              -         401 422 422 422 422 403 422
GET  /api/v1/consultations/{id}         nothing   401 404 404 404 404 404 404
GET  /api/v1/seminars                   -         200 200 200 200 200 200 200
GET  /api/v1/seminars/{id}              course    200 200 200 200 200 200 200
GET  /api/v1/seminars/{id}              sketch    404 404 404 404 404 404 404
GET  /api/v1/seminars/{id}/questions    course    200 200 200 200 200 200 200
GET  /api/v1/seminars/{id}/questions    sketch    404 404 404 404 404 404 404
GET  /api/v1/enrolments                 -         401 200 200 200 200 200 200
POST /api/v1/enrolments                 -         401 422 422 422 422 403 422
GET  /api/v1/enrolments/{id}            nothing   401 404 404 404 404 404 404
POST /api/v1/enrolments/{id}/cancellation nothing 401 404 404 404 404 403 404
GET  /api/v1/appointments               -         401 403 403 403 403 403 403
GET  /api/v1/bookings                   -         401 200 200 200 200 200 200
POST /api/v1/bookings                   -         401 201 201 201 201 403 201
GET  /api/v1/bookings/{id}              own       401 200 200 200 200 200 200
GET  /api/v1/bookings/{id}              another's 401 404 200 200 404 404 404
POST /api/v1/bookings/{id}/cancellation own       401 200 200 200 200 403 200
POST /api/v1/bookings/{id}/cancellation another's 401 404 200 200 404 403 404
";
