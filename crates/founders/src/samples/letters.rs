//! The letters of this crate.

use serde_json::json;
use views::samples::Sample;

use crate::letters::News;

const PARTS: [&str; 3] = [
    "letters/founders/application/subject.txt",
    "letters/founders/application/body.txt",
    "letters/founders/application/body.html",
];

pub(super) fn templates() -> Vec<Sample> {
    let mut all = Vec::new();
    for news in News::ALL {
        let paper = matches!(news, News::Issued | News::Revoked);
        let reason = matches!(news, News::Returned | News::Refused | News::Revoked);
        let facts = json!({
            "name": "見本 さくら", "news": news.code(),
            "business": if news == News::Asked { "" } else { "株式会社見本珈琲" }, "copies": "2",
            "answer_due": (news == News::Forwarded).then_some("2026-12-11"),
            "reason": if reason { "商号を確かめてください。" } else { "" },
            "number": paper.then_some("8-12"), "valid_until": paper.then_some("2027-06-10"),
            "link": "/mypage/founding/x",
        });
        let part = |part| Sample::bare(part, mail::samples::given(facts.clone()));
        all.extend(PARTS.map(part));
    }
    all
}
