//! The routes between the ward and the manager. A form that does not say which version it shows is a
//! stale one: who may press its button is told 409.

/// As the rows of [`super::TABLE`].
pub(in super::super) const WARD: &str = "
GET  /approvals                         -         in  403 403 200 200
GET  /approvals/terms                   -         in  403 403 200 200
POST /approvals/terms                   -         401 403 403 403 303
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
GET  /agencies                          -         in  403 403 200 200
POST /agencies                          -         401 403 403 303 303
GET  /agencies/new                      -         in  403 403 200 200
GET  /agencies/{id}                     agency    in  403 403 200 200
GET  /agencies/{id}                     nothing   in  403 403 404 404
POST /agencies/{id}                     agency    401 403 403 303 303
GET  /agencies/{id}/edit                agency    in  403 403 200 200
GET  /agreements                        -         in  403 403 200 200
POST /agreements                        -         401 403 403 303 303
GET  /agreements/new                    -         in  403 403 200 200
GET  /agreements/{id}                   agreement in  403 403 200 200
GET  /agreements/{id}                   nothing   in  403 403 404 404
POST /agreements/{id}                   agreement 401 403 403 303 303
GET  /agreements/{id}/edit              agreement in  403 403 200 200
POST /agreements/{id}/end               agreement 401 403 403 303 303
POST /agreements/{id}/end/withdrawal    agreement 401 403 403 303 303
GET  /coordination                      -         in  403 403 200 200
POST /coordination                      -         401 403 403 303 303
GET  /coordination/new                  -         in  403 403 200 200
GET  /coordination/{id}                 entry     in  403 403 200 200
GET  /coordination/{id}                 nothing   in  403 403 404 404
POST /coordination/{id}                 entry     401 403 403 303 303
GET  /coordination/{id}/edit            entry     in  403 403 200 200
GET  /coordination/{id}/actions/new     entry     in  403 403 200 200
POST /coordination/{id}/actions         entry     401 403 403 303 303
GET  /actions                           -         in  403 403 200 200
GET  /actions/{id}                      action    in  403 403 200 200
GET  /actions/{id}                      nothing   in  403 403 404 404
POST /actions/{id}                      action    401 403 403 303 303
GET  /actions/{id}/edit                 action    in  403 403 200 200
POST /actions/{id}/completion           action    401 403 403 303 303
POST /actions/{id}/completion/withdrawal action   401 403 403 409 409
";
