//! Routes, and what of them is no page.

/// What stands for the whole beginning of an address, and which route that is.
pub(in crate::pages) const NAMED: &[(&str, &str)] = &[
    ("{booking}", "/bookings/{}"),
    ("{turn}", "/bookings/{}"),
    ("{series}", "/series/{}"),
    ("{application}", "/applications/{}"),
    ("{own}", "/counter/own-uses/{}"),
    ("{tariff}", "/counter/tariffs/{}"),
    ("{ground}", "/counter/reductions/{}"),
    ("{proposal}", "/counter/reductions/proposals/{}"),
    ("{bill}", "/counter/bills/{}"),
    ("{payment}", "/counter/payments/{}"),
    ("{receipt}", "/receipts/{}"),
    ("{refund}", "/refunds/{}"),
];

/// Routes that answer with no page, or with one that is looked at elsewhere.
pub(in crate::pages) const NO_PAGES: &[(&str, &str)] = &[
    ("/learn", "leads to the seminars"),
    (
        "/lotteries/{id}/slots/",
        "once the lists are frozen: a sample of templates",
    ),
    ("/lotteries/format", "a paper as it is"),
    ("/lotteries/draw.py", "a program"),
    ("/seminars/{id}/draw/{mode}/{name}", "a file"),
    (
        "/enrolments/confirm/",
        "has one button: looked at in acceptance/seminars/guests.rs",
    ),
    ("/api/openapi.json", "for programs"),
    ("/api/v1/", "for programs"),
    ("/calendar/", "for calendars"),
    ("/applications/{id}/papers/{paper}", "a file to be saved"),
    (
        "/council-meetings/{id}/papers/{paper}",
        "a file to be saved",
    ),
    ("/consultations/{id}/papers/{paper}", "a file to be saved"),
    ("/cases/{id}/papers/{paper}", "a file to be saved"),
    ("/mypage/consultations/export", "a file to be saved"),
    ("/experts/{id}/photo", "a picture"),
    ("/mypage/advising", "an expert's: looked at in advised.rs"),
    (
        "/consultations/{id}/meetings/new",
        "once a meeting was called off: looked at in advised.rs",
    ),
    ("/bookings/{id}/calendar.ics", "a file to be saved"),
    ("/series/{id}/calendar.ics", "a file to be saved"),
    ("/mypage/notices/{id}/calendar.ics", "a file to be saved"),
    ("/counter/bookings/file", "a file to be saved"),
    ("/demo/letters/{id}/calendar.ics", "a file to be saved"),
    (
        "/demo/letters/{id}/html",
        "a letter as a mail program shows it, inside its page",
    ),
    ("/assets/{name}", "what pages are made of"),
    ("/meetings/{id}", "leads to its case"),
    (
        "/completions/{id}",
        "once a course is over: a sample of templates",
    ),
    (
        "/enrolments/{id}/certificate",
        "once a course is over: a sample of templates",
    ),
    (
        "/counter/seminars/{id}/materials/{paper}",
        "a file to be saved",
    ),
    ("/enrolments/{id}/materials/{paper}", "a file to be saved"),
    ("/enrolments/{id}/answers/{number}", "a file to be saved"),
    ("/healthz", "for machines"),
    ("/readyz", "for machines"),
    ("/metrics", "for machines"),
    (
        "/sign-in/code",
        "a step that begins with a password: looked at by second_factor",
    ),
    (
        "/sign-in/passkey",
        "a step that begins with a password: looked at by passkeys",
    ),
    (
        "/sign-in/set-up",
        "a step that begins with a password: looked at by second_factor",
    ),
    (
        "/mypage/second-factor/set-up",
        "a step that begins with a button: looked at by second_factor",
    ),
    (
        "/mypage/passkeys/new",
        "a step that begins with a button: looked at by passkeys",
    ),
];
