//! What everybody needs who checks a draw without us: how its files are written, and a program.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use web::Error;

/// How the files of a draw are written, and how is drawn.
const FORMAT: &str = include_str!("../../../../docs/LOTTERY_FORMAT.md");

/// `GET /lotteries/format`: the paper itself, as everybody may keep it.
pub(super) async fn format() -> Response {
    text(FORMAT)
}

/// `GET /lotteries/draw.py`: the program that the paper has in it.
pub(super) async fn program() -> Result<Response, Error> {
    let after = FORMAT.split_once("```python\n").map(|(_, after)| after);
    let program = after.and_then(|after| after.split_once("```"));
    let (program, _) = program.ok_or_else(Error::not_found)?;
    Ok(text(program))
}

fn text(body: &'static str) -> Response {
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    (headers, body).into_response()
}
