//! Who may see what: every route of the house × every role. A route without a row fails, and a
//! row without a route.

mod house;
mod leaks;
mod others;
mod rows;
mod table;

use std::collections::BTreeSet;

use self::{
    house::House,
    rows::{ROLES, Row, rows},
};

#[test]
fn the_table_has_every_route_and_no_other() {
    let name = |method: &str, route: &str| format!("{method} {route}");
    let routes = server::router::routes();
    let registered: BTreeSet<String> = routes
        .table()
        .iter()
        .map(|(method, route)| name(method.as_str(), route))
        .collect();
    let tabled: BTreeSet<String> = rows()
        .iter()
        .map(|row| name(row.method.as_str(), row.route))
        .collect();
    let missing: Vec<&String> = registered.difference(&tabled).collect();
    assert!(missing.is_empty(), "routes without a row: {missing:#?}");
    let stray: Vec<&String> = tabled.difference(&registered).collect();
    assert!(stray.is_empty(), "rows without a route: {stray:#?}");
    for row in rows() {
        let columns = if row.route.starts_with("/api/v1/") {
            7
        } else {
            5
        };
        assert_eq!(row.expected.len(), columns, "{} {}", row.method, row.route);
        let named = row.route.contains('{');
        assert_eq!(named, row.of != "-", "{} {}", row.method, row.route);
    }
}

#[test]
fn the_api_is_described_as_it_is() {
    let document = serde_json::to_value(server::router::documentation::described()).unwrap();
    let described: BTreeSet<String> = document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().unwrap().keys();
            methods.map(move |method| format!("{} {path}", method.to_uppercase()))
        })
        .collect();
    let routes = server::router::routes();
    let registered: BTreeSet<String> = routes
        .table()
        .iter()
        .filter(|(_, path)| path.starts_with("/api/v1/"))
        .map(|(method, path)| format!("{method} {path}"))
        .collect();
    assert_eq!(described, registered);
}

#[tokio::test(flavor = "multi_thread")]
async fn everyone_sees_what_is_theirs_to_see_and_nothing_else() {
    let house = House::open().await;
    let mut wrong = Vec::new();
    for row in rows() {
        let found = house.try_it(&row, 0..row.expected.len()).await;
        for (role, (expected, found)) in row.expected.iter().zip(found).enumerate() {
            if found != *expected {
                let Row {
                    method, route, of, ..
                } = &row;
                let role = ROLES[role];
                wrong.push(format!(
                    "{method} {route} ({of}), {role}: {expected}, got {found}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    house.app.abandon().await;
}
