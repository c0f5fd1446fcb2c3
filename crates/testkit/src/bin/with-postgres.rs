//! Runs a command beside a throw-away `PostgreSQL` cluster that all test
//! processes below it share: `with-postgres cargo test`. The cluster ends with
//! the command, whose exit code is passed on.

use std::{
    env, io,
    process::{Command, ExitCode},
};

use testkit::postgres::{Cluster, SOCKET_FOLDER};

fn main() -> io::Result<ExitCode> {
    let mut words = env::args_os().skip(1);
    let program = words
        .next()
        .ok_or_else(|| io::Error::other("usage: with-postgres COMMAND [ARGUMENT…]"))?;
    let cluster = Cluster::start()?;
    let status = Command::new(program)
        .args(words)
        .env(SOCKET_FOLDER, cluster.socket_folder())
        .status()?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
