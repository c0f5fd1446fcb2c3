use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::*;

/// What `psql` answers to one statement, over a URL of ours.
fn ask(cluster: &Cluster, url: &str, sql: &str) -> String {
    let mut command = cluster.programs.command("psql");
    command.args(["-XAtc", sql, url]);
    let answer = programs::output(command).expect("psql answers");
    String::from_utf8_lossy(&answer.stdout).trim().to_owned()
}

fn wait_until(what: &str, mut done: impl FnMut() -> bool) {
    let started = Instant::now();
    while !done() {
        assert!(started.elapsed() < Duration::from_secs(10), "never: {what}");
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_database_takes_connections_over_its_url_and_knows_utf8() {
    let cluster = Cluster::shared();
    let url = cluster.create_database(None).expect("a database");
    assert_eq!(ask(cluster, &url, "SELECT char_length('振興𠮷')"), "3");
    assert_eq!(ask(cluster, &url, "SHOW max_connections"), "300");
    assert_eq!(ask(cluster, &url, "SHOW listen_addresses"), "");
    cluster.drop_database(&url).expect("it goes");
    cluster.drop_database(&url).expect("and may be gone");
}

#[test]
fn two_databases_know_nothing_of_each_other() {
    let cluster = Cluster::shared();
    let one = cluster.create_database(None).expect("one");
    let other = cluster.create_database(None).expect("other");
    ask(cluster, &one, "CREATE TABLE room (id int)");
    let tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'";
    assert_eq!(ask(cluster, &one, tables), "1");
    assert_eq!(ask(cluster, &other, tables), "0");
}

#[tokio::test]
async fn a_template_is_filled_once_and_copied_often() {
    let cluster = Cluster::shared();
    let name = format!("filled_{:016x}", random());
    let filled = std::cell::Cell::new(0);
    let fill = async |url: String| {
        filled.set(filled.get() + 1);
        ask(cluster, &url, "CREATE TABLE room (id int)");
        Ok::<_, io::Error>(())
    };
    let both = tokio::join!(
        cluster.ensure_template(&name, fill),
        cluster.ensure_template(&name, fill)
    );
    assert_eq!(both.0.expect("first"), both.1.expect("second"));
    assert_eq!(filled.get(), 1);
    let copy = cluster.create_database(Some(&name)).expect("a copy");
    assert_eq!(ask(cluster, &copy, "SELECT count(*) FROM room"), "0");
}

#[tokio::test]
async fn a_template_that_failed_to_fill_is_begun_anew() {
    let cluster = Cluster::shared();
    let name = format!("failed_{:016x}", random());
    let refused = cluster
        .ensure_template(&name, async |url| {
            ask(cluster, &url, "CREATE TABLE half (id int)");
            Err(io::Error::other("broken migration"))
        })
        .await;
    assert!(refused.is_err());
    let filled = cluster
        .ensure_template(&name, async |url| {
            ask(cluster, &url, "CREATE TABLE half (id int)");
            Ok::<_, io::Error>(())
        })
        .await;
    assert!(filled.is_ok());
}

#[test]
fn a_cluster_that_is_dropped_leaves_nothing() {
    let cluster = Cluster::start().expect("a cluster");
    let folder = cluster.socket_folder().to_owned();
    let server = server_of(&folder);
    drop(cluster);
    assert!(!folder.exists());
    assert!(!is_running(&server));
}

#[test]
fn a_killed_test_leaves_no_server() {
    let mut test = start_holder();
    let mut said = BufReader::new(test.stdout.take().expect("its output"));
    let folder = loop {
        let mut line = String::new();
        assert_ne!(said.read_line(&mut line).expect("a line"), 0, "it ended");
        if let Some((_, folder)) = line.trim().split_once("cluster: ") {
            break PathBuf::from(folder);
        }
    };
    let server = server_of(&folder);
    assert!(is_running(&server));
    test.kill().expect("killed");
    test.wait().expect("ended");
    wait_until("the server ends", || !is_running(&server));
    wait_until("its folder goes", || !folder.exists());
}

#[test]
#[ignore = "the other half of a_killed_test_leaves_no_server"]
fn holds_a_cluster_until_killed() {
    let cluster = Cluster::start().expect("a cluster");
    let folder = cluster.socket_folder().display().to_string();
    writeln!(io::stdout(), "cluster: {folder}").expect("said");
    thread::sleep(Duration::from_mins(1));
}

/// This very test program, running only the test that holds a cluster.
fn start_holder() -> Child {
    Command::new(std::env::current_exe().expect("this program"))
        .args(["--ignored", "--exact", "--nocapture"])
        .arg("postgres::tests::holds_a_cluster_until_killed")
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts")
}

/// The process id of the server in a folder.
fn server_of(folder: &Path) -> String {
    let status = fs::read_to_string(folder.join("data/postmaster.pid")).expect("its status");
    status.lines().next().expect("its process id").to_owned()
}

/// Whether a process is there, and not merely waiting to be buried.
fn is_running(process: &str) -> bool {
    fs::read_to_string(format!("/proc/{process}/stat")).is_ok_and(|stat| !stat.contains(") Z "))
}
