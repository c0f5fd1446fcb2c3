//! The routes of seminars. Two more columns: an expert, and a coordinator, who keeps seminars.

/// As the rows of [`super::TABLE`], with the two columns.
pub(in super::super) const SEMINARS: &str = "
GET  /seminars                          -         200 200 200 200 200 200 200
GET  /seminars/{id}                     course    200 200 200 200 200 200 200
GET  /seminars/{id}                     sketch    404 404 404 404 404 404 404
GET  /seminars/{id}                     nothing   404 404 404 404 404 404 404
POST /seminars/{id}/enrolments          course    401 422 422 422 422 422 422
POST /seminars/{id}/enrolments          sketch    401 404 404 404 404 404 404
GET  /mypage/seminars                   -         in  200 200 200 200 200 200
GET  /enrolments/{id}                   own       in  200 200 200 200 200 200
GET  /enrolments/{id}                   another's in  404 200 200 404 404 200
POST /enrolments/{id}/acceptance        own       401 409 409 409 409 409 409
POST /enrolments/{id}/acceptance        another's 401 404 409 409 404 404 409
POST /enrolments/{id}/decline           own       401 409 409 409 409 409 409
POST /enrolments/{id}/decline           another's 401 404 409 409 404 404 409
POST /enrolments/{id}/cancellation      own       401 303 303 303 303 303 303
POST /enrolments/{id}/cancellation      another's 401 404 303 303 404 404 303

GET  /counter/seminars                  -         in  403 200 200 403 403 200
GET  /counter/seminars/new              -         in  403 403 200 403 403 200
POST /counter/seminars                  -         401 403 403 422 403 403 422
GET  /counter/seminars/{id}             sketch    in  403 200 200 403 403 200
GET  /counter/seminars/{id}             nothing   in  403 404 404 403 403 404
POST /counter/seminars/{id}             sketch    401 403 403 409 403 403 409
GET  /counter/seminars/{id}/edit        sketch    in  403 403 200 403 403 200
GET  /counter/seminars/{id}/copy        course    in  403 403 200 403 403 200
POST /counter/seminars/{id}/copy        course    401 403 403 303 403 403 303
GET  /counter/seminars/{id}/lessons/new sketch    in  403 403 200 403 403 200
POST /counter/seminars/{id}/lessons     sketch    401 403 403 422 403 403 422
GET  /counter/lessons/{id}/edit         lesson    in  403 403 200 403 403 200
POST /counter/lessons/{id}              lesson    401 403 403 422 403 403 422
POST /counter/lessons/{id}/removal      lesson    401 403 403 409 403 403 409
POST /counter/seminars/{id}/review      sketch    401 403 403 409 403 403 409
POST /counter/seminars/{id}/publication sketch    401 403 403 409 403 403 409
POST /counter/seminars/{id}/return      sketch    401 403 403 409 403 403 409
POST /counter/seminars/{id}/calling-off course    401 403 403 409 403 403 409
POST /counter/seminars/{id}/report      course    401 403 403 409 403 403 409
GET  /counter/seminars/{id}/people      course    in  403 200 200 403 403 200
POST /counter/seminars/{id}/people      course    401 403 422 422 403 403 422
GET  /counter/seminars/{id}/print       course    in  403 200 200 403 403 200
GET  /counter/lessons/{id}/attendance   lesson    in  403 200 200 403 403 200
POST /counter/lessons/{id}/attendance   lesson    401 403 404 404 403 403 404
POST /counter/lessons/{id}/attendance/undoing lesson 401 403 404 404 403 403 404
";
