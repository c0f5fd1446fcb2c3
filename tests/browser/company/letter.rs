//! The letters that a closure sends: each offers times that its reader can have.

use mail_parser::MessageParser;
use tests::TestApp;

/// Reads the letters to everybody whom the closure called off; the first time that the company is
/// offered, as the address of its link.
pub(super) async fn offered(app: &TestApp) -> String {
    app.run_tasks().await;
    let letters = app.letters();
    let texts = letters.iter().map(|letter| {
        let letter = MessageParser::default().parse(&letter.message).unwrap();
        letter.body_text(0).unwrap().into_owned()
    });
    let offering: Vec<String> = texts
        .filter(|text| text.contains("空調の保守点検"))
        .collect();
    assert_eq!(offering.len(), 2, "{offering:#?}");
    for text in &offering {
        assert!(links(text).next().is_some(), "{text}");
    }
    let own = offering.iter().find(|text| text.contains("会議室A・B"));
    links(own.unwrap()).next().unwrap().to_owned()
}

fn links(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split_whitespace();
    words.filter(|word| word.contains("/bookings/new?slot="))
}
