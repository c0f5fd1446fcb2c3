//! The routes between the ward and the manager. A form that does not say which version it shows is a
//! stale one: who may press its button is told 409.

/// As the rows of [`super::TABLE`].
pub(in super::super) const WARD: &str = "
GET  /approvals                         -         in  403 403 200 200
GET  /approvals/terms                   -         in  403 403 200 200
POST /approvals/terms                   -         401 403 403 403 303
GET  /approvals/deputies                -         in  403 403 200 200
POST /approvals/deputies                -         401 403 403 422 422
POST /approvals/deputies/{id}/ending    nothing   401 403 403 404 404
GET  /counter/reductions/proposals/{id} proposal  in  403 403 200 200
GET  /counter/reductions/proposals/{id} nothing   in  403 403 404 404
POST /counter/reductions/proposals/{id}/decision proposal 401 403 403 409 409
POST /counter/reductions/proposals/{id}/withdrawal proposal 401 403 403 409 409
GET  /policies                          -         in  403 403 200 200
POST /policies                          -         401 403 403 403 303
GET  /policies/new                      -         in  403 403 403 200
GET  /policies/{id}                     policy    in  403 403 200 200
GET  /policies/{id}                     draft     in  403 403 404 200
GET  /policies/{id}                     nothing   in  403 403 404 404
POST /policies/{id}                     draft     401 403 403 403 409
GET  /policies/{id}/edit                draft     in  403 403 403 200
GET  /policies/{id}/edit                nothing   in  403 403 403 404
POST /policies/{id}/removal             draft     401 403 403 403 409
POST /policies/{id}/revision            policy    401 403 403 403 409
POST /policies/{id}/submission          draft     401 403 403 403 409
POST /policies/{id}/withdrawal          policy    401 403 403 403 409
POST /policies/{id}/decision            policy    401 403 403 409 409
GET  /plans                             -         in  403 403 200 200
POST /plans                             -         401 403 403 303 403
GET  /plans/new                         -         in  403 403 200 200
GET  /plans/{id}                        plan      in  403 403 200 200
GET  /plans/{id}                        outline   in  403 403 200 404
GET  /plans/{id}                        nothing   in  403 403 404 404
POST /plans/{id}/removal                outline   401 403 403 409 404
POST /plans/{id}/revision               plan      401 403 403 409 409
POST /plans/{id}/submission             outline   401 403 403 409 404
POST /plans/{id}/withdrawal             plan      401 403 403 409 409
POST /plans/{id}/decision               plan      401 403 403 409 409
GET  /plans/{id}/comparison             plan      in  403 403 404 404
GET  /plans/{id}/print                  plan      in  403 403 200 200
GET  /plans/{id}/budget                 outline   in  403 403 200 404
GET  /plans/{id}/budget                 plan      in  403 403 303 403
POST /plans/{id}/budget                 outline   401 403 403 409 404
GET  /plans/{id}/import                 outline   in  403 403 200 404
POST /plans/{id}/import                 outline   401 403 403 400 404
POST /plans/{id}/import/entry           outline   401 403 403 422 404
POST /plans/{id}/programmes             outline   401 403 403 409 404
GET  /plans/{id}/programmes/new         outline   in  403 403 200 404
GET  /plans/{id}/programmes/{programme} plan      in  403 403 200 200
GET  /plans/{id}/programmes/{programme} outline   in  403 403 200 404
POST /plans/{id}/programmes/{programme} outline   401 403 403 409 404
GET  /plans/{id}/programmes/{programme}/edit outline in 403 403 200 404
POST /plans/{id}/programmes/{programme}/removal outline 401 403 403 409 404
POST /plans/{id}/comments               plan      401 403 403 409 409
POST /plans/{id}/comments/{comment}/removal plan  401 403 403 409 409
GET  /public/plans                      -         200 200 200 200 200
GET  /public/plans/{id}                 approved  200 200 200 200 200
GET  /public/plans/{id}                 plan      404 404 404 404 404
GET  /public/plans/{id}                 nothing   404 404 404 404 404
";
