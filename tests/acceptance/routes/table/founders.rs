//! The routes of the certificate of founders. Two more columns: an expert, and a coordinator, who sees
//! the evidence and confirms nothing.

/// As the rows of [`super::TABLE`], with the two columns.
pub(in super::super) const FOUNDERS: &str = "
GET  /certificates                             -         200 200 200 200 200 200 200
GET  /certificates/{code}                      unknown   200 200 200 200 200 200 200
GET  /certificates/{code}                      certified 200 200 200 200 200 200 200
GET  /mypage/founding                          -         in  200 200 200 200 200 200
GET  /mypage/founding/new                      -         in  200 200 200 200 200 200
POST /mypage/founding                          -         401 422 422 422 422 422 422
GET  /mypage/founding/{id}                     own       in  200 200 200 200 200 200
GET  /mypage/founding/{id}                     another's in  404 404 404 404 404 404
POST /mypage/founding/{id}                     own       401 409 409 409 409 409 409
POST /mypage/founding/{id}                     another's 401 404 404 404 404 404 404
GET  /mypage/founding/{id}/edit                own       in  200 200 200 200 200 200
GET  /mypage/founding/{id}/edit                another's in  404 404 404 404 404 404
POST /mypage/founding/{id}/withdrawal          own       401 409 409 409 409 409 409
POST /mypage/founding/{id}/withdrawal          another's 401 404 404 404 404 404 404
POST /mypage/founding/{id}/start               certified 401 422 422 422 422 422 422
POST /mypage/founding/{id}/start               another's 401 404 404 404 404 404 404
GET  /mypage/founding/{id}/certificate         certified in  200 200 200 200 200 200
GET  /mypage/founding/{id}/certificate         another's in  404 404 404 404 404 404

GET  /counter/founders                         -         in  403 403 200 200 403 200
GET  /counter/founders/{id}                    applied   in  403 403 200 404 403 200
GET  /counter/founders/{id}                    forwarded in  403 403 200 200 403 200
GET  /counter/founders/{id}                    nothing   in  403 403 404 404 403 404
GET  /counter/founders/{id}/certificate        certified in  403 403 200 200 403 200
POST /counter/founders/{id}/confirmation       applied   401 403 403 409 404 403 403
POST /counter/founders/{id}/confirmation       forwarded 401 403 403 409 403 403 403
POST /counter/founders/{id}/forwarding         forwarded 401 403 403 409 403 403 403
POST /counter/founders/{id}/return             forwarded 401 403 403 409 409 403 403
POST /counter/founders/{id}/refusal            forwarded 401 403 403 403 409 403 403
POST /counter/founders/{id}/certificate        forwarded 401 403 403 403 409 403 403
POST /counter/founders/{id}/revocation         certified 401 403 403 403 422 403 403
GET  /counter/founders/register                -         in  403 403 200 200 403 200
GET  /counter/founders/figures                 -         in  403 403 200 200 403 200
GET  /counter/founders/scheme                  -         in  403 403 200 200 403 200
POST /counter/founders/scheme                  -         401 403 403 403 422 403 403
GET  /counter/founders/courses                 -         in  403 403 200 200 403 200
POST /counter/founders/courses                 -         401 403 403 403 422 403 403
";
