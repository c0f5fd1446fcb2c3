//! No page is left out of the list.

use std::collections::BTreeSet;

use super::list::{COORDINATOR, COUNTER, DEMONSTRATION, NAMED, NO_PAGES, OWN, PUBLIC, WARD};

/// An address of the list as a route: without its question, and every name a pair of braces.
fn plain(path: &str) -> String {
    let whole = NAMED.iter().fold(path.to_owned(), |path, (name, route)| {
        path.replace(name, route)
    });
    let path = whole.split('?').next().unwrap_or_default();
    let pieces = path.split('/').map(|piece| match piece {
        name if name.starts_with('{') => "{}",
        piece => piece,
    });
    pieces.collect::<Vec<_>>().join("/")
}

/// How many pieces of a route an address has word by word, if it is one of that route's.
fn alike(route: &str, path: &str) -> Option<usize> {
    let (route, path): (Vec<_>, Vec<_>) = (route.split('/').collect(), path.split('/').collect());
    let pairs = || route.iter().zip(&path);
    let fits = |(of, is): (&&str, &&str)| *of == "{}" || of == is;
    let same = pairs().filter(|(of, is)| of == is).count();
    (route.len() == path.len() && pairs().all(fits)).then_some(same)
}

#[test]
fn every_page_of_the_house_is_looked_at() {
    let routes = server::router::routes();
    let all: Vec<&str> = routes
        .table()
        .iter()
        .filter(|(method, _)| method.as_str() == "GET")
        .map(|(_, route)| route.as_str())
        .collect();
    let listed = [PUBLIC, OWN, COUNTER, COORDINATOR, WARD, DEMONSTRATION].concat();
    // An address is of the route that it is most alike: `/applications/new` is nobody's application.
    let seen: BTreeSet<&str> = listed
        .iter()
        .filter_map(|path| {
            let path = plain(path);
            let routes = all
                .iter()
                .filter_map(|route| Some((alike(&plain(route), &path)?, *route)));
            routes.max().map(|(_, route)| route)
        })
        .collect();
    let excepted = |route: &&&str| {
        let mut reasons = NO_PAGES.iter();
        reasons.any(|(name, _)| name == *route || name.ends_with('/') && route.starts_with(name))
    };
    let left_out = all
        .iter()
        .filter(|one| !seen.contains(**one) && !excepted(one));
    let missing: Vec<_> = left_out.collect();
    assert!(missing.is_empty(), "nobody looks at {missing:#?}");
    for (name, reason) in NO_PAGES {
        assert!(
            all.iter().any(|route| route.starts_with(name)),
            "{name} is no route"
        );
        assert!(
            !seen.contains(name),
            "{name} is looked at, though it is {reason}"
        );
    }
}
