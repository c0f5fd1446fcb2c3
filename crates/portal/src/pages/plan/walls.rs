//! Where everything stands on the plan, in its own units: 640 by 400.

use serde_json::{Value, json};

use crate::rules::Now;

/// The room for each place of the plan: x, y, width, height.
pub(super) const COMMUNITY: [i32; 4] = [3, 3, 197, 128];
pub(super) const MEETING: [[i32; 4]; 2] = [[200, 3, 140, 128], [340, 3, 138, 128]];
pub(super) const BOOTHS: [[i32; 4]; 2] = [[478, 3, 80, 128], [558, 3, 79, 128]];
pub(super) const SEMINAR: [i32; 4] = [478, 181, 159, 216];
/// Three rows of six.
pub(super) const DESKS: usize = 18;

/// One of the desks, by its number.
pub(super) fn desk((number, now): (usize, &Now)) -> Value {
    json!({
        "x": 26 + number % 6 * 57,
        "y": 204 + number / 6 * 64,
        "free": matches!(now, Now::Free { .. }),
    })
}

/// Outer walls, inner walls, doors and the counter; a dashed line where rooms can be joined.
pub(super) fn drawn(joined: bool) -> Value {
    let between = if joined { "partition" } else { "solid" };
    json!([
        {"kind": "outer", "path": "M390 397H3V3h634v394H465"},
        {"path": "M3 131h139M185 131h92M320 131h95M458 131h53M547 131h44M627 131h10"},
        {"path": "M200 3v128M478 3v128M558 3v128M478 181h159M478 181v9M478 233v164"},
        {"kind": between, "path": "M340 3v128"},
        {"kind": "door", "path": "M142 131v43M277 131v43M415 131v43M511 131v36M591 131v36M478 190h-43M390 397v-38M468 397v-38"},
        {"kind": "swing", "path": "M142 174a43 43 0 0 0 43-43M277 174a43 43 0 0 0 43-43M415 174a43 43 0 0 0 43-43M511 167a36 36 0 0 0 36-36M591 167a36 36 0 0 0 36-36M435 190a43 43 0 0 0 43 43M390 359a38 38 0 0 1 39 38M468 359a38 38 0 0 0-39 38"},
        {"kind": "thin", "path": "M365 203h64v22h-42v43h-22z"},
    ])
}
