//! The roles that have no column of their own in the table: each sees what one of the columns sees.

use kernel::Role;
use reqwest::Method;

use super::{
    house::House,
    rows::{ROLES, Row, rows},
};

/// The places of the columns.
const MEMBER: usize = 1;
const RECEPTION: usize = 2;
const MANAGER: usize = 3;
const WARD: usize = 4;

/// Which column each of the other roles equals. Experts and
/// agencies are members who show a second factor; what is theirs of consultations has columns there.
const EQUAL: [(Role, usize); 6] = [
    (Role::Representative, MEMBER),
    (Role::Expert, MEMBER),
    (Role::Agency, MEMBER),
    (Role::Coordinator, RECEPTION),
    (Role::WardOfficer, WARD),
    (Role::WardApprover, WARD),
];

/// What the table says of a role that equals a column. Of the second factor, which no longer needs to
/// be set up, it is what everybody has who has one; and the ward's column issues criteria and
/// names deputies, which an officer who does not approve may not. Coordinators write surveys.
fn expected(row: &Row, role: Role, column: usize) -> &'static str {
    let has_factor = role != Role::Representative;
    let grounds = ["/counter/reductions", "/counter/reductions/{id}/end"];
    let sets = (grounds.contains(&row.route) || row.route.starts_with("/approvals/"))
        && row.method == Method::POST;
    // Of several officers of the ward one proposes and another decides; the column's is alone.
    let proposes = row.method == Method::POST && row.route == "/counter/bills/{id}/reduction";
    // Certificates of founders are issued by an officer; who approves looks on.
    let issues = row.method == Method::POST
        && row.route.starts_with("/counter/founders")
        && row.expected[WARD] != "404";
    if let Some([expert, coordinator]) = row.others {
        match role {
            Role::Expert => return expert,
            Role::Coordinator => return coordinator,
            _ => {}
        }
    }
    match role {
        Role::WardOfficer if sets => "403",
        Role::WardApprover if issues => "403",
        Role::Coordinator if row.route.starts_with("/surveys") => row.expected[MANAGER],
        Role::WardOfficer | Role::WardApprover if proposes => "303",
        _ if row.route == "/mypage/second-factor" && has_factor => row.expected[WARD],
        _ => row.expected[column],
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_other_role_sees_what_one_of_the_columns_sees() {
    let house = House::open_to(&EQUAL.map(|(role, _)| role)).await;
    let first = ROLES.len();
    let mut wrong = Vec::new();
    for row in rows() {
        let found = house.try_it(&row, first..first + EQUAL.len()).await;
        for ((role, column), found) in EQUAL.into_iter().zip(found) {
            let expected = expected(&row, role, column);
            if found != expected {
                let Row {
                    method, route, of, ..
                } = &row;
                let (role, column) = (role.code(), ROLES[column]);
                wrong.push(format!(
                    "{method} {route} ({of}), {role} as {column}: {expected}, got {found}"
                ));
            }
        }
    }
    house.app.abandon().await;
    assert!(wrong.is_empty(), "{wrong:#?}");
}
