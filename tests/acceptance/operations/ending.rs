//! A node that is told to end.

use std::time::Duration;

use testkit::database::Engine;
use tests::TestApp;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::acts::until;

/// What a server says before it reads a body that waits for this.
const GO_ON: [u8; 25] = *b"HTTP/1.1 100 Continue\r\n\r\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_node_told_to_end_answers_what_was_begun() {
    let app = TestApp::start(Engine::Sqlite).await;
    let address = app.base.trim_start_matches("http://").to_owned();
    let mut line = TcpStream::connect(&address).await.unwrap();
    let body = "email=nobody%40demo.example&password=x";
    let head = format!(
        "POST /sign-in HTTP/1.1\r\nHost: {address}\r\nContent-Length: {}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue\r\n\
         Connection: close\r\n\r\n",
        body.len()
    );
    line.write_all(head.as_bytes()).await.unwrap();
    // Says that the form is being read: the request has begun.
    let mut go_on = [0; GO_ON.len()];
    line.read_exact(&mut go_on).await.unwrap();
    assert_eq!(go_on, GO_ON);

    let mut ending = tokio::task::JoinSet::new();
    ending.spawn(app.abandon());
    let closed = async || TcpStream::connect(&address).await.is_err();
    until("nothing new is taken", Duration::from_secs(10), closed).await;
    line.write_all(body.as_bytes()).await.unwrap();
    let mut answer = String::new();
    line.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
    ending.join_all().await;
}
