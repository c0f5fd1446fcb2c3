//! Where templates and words come from: the binary, or a directory while writing them.

use std::{borrow::Cow, fs, path::Path, time::SystemTime};

use include_dir::{Dir, include_dir};

use crate::Failed;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../templates");

/// A template or locale file: its path under `templates/` with forward slashes, and its text.
pub(crate) type Source = (String, Cow<'static, str>);

/// Every file compiled into the binary, in the order of their paths.
pub(crate) fn built_in() -> Vec<Source> {
    let mut files = Vec::new();
    collect(&BUILT_IN, &mut files);
    files.sort();
    files
}

/// Every file under a directory, in the order of their paths.
pub(crate) fn read(root: &Path) -> Result<Vec<Source>, Failed> {
    let mut files = Vec::new();
    walk(root, &mut |path, _| {
        let name = path.strip_prefix(root).unwrap_or(path);
        let text = fs::read_to_string(path).map_err(|source| unreadable(path, source))?;
        files.push((name.to_string_lossy().replace('\\', "/"), text.into()));
        Ok(())
    })?;
    files.sort();
    Ok(files)
}

/// A mark that changes when a file under the directory is added, changed or removed.
pub(crate) fn stamp(root: &Path) -> Result<(usize, Option<SystemTime>), Failed> {
    let mut mark = (0, None);
    walk(root, &mut |_, changed| {
        mark = (mark.0 + 1, mark.1.max(changed));
        Ok(())
    })?;
    Ok(mark)
}

type Visit<'v> = &'v mut dyn FnMut(&Path, Option<SystemTime>) -> Result<(), Failed>;

fn walk(folder: &Path, visit: Visit<'_>) -> Result<(), Failed> {
    for entry in fs::read_dir(folder).map_err(|source| unreadable(folder, source))? {
        let entry = entry.map_err(|source| unreadable(folder, source))?;
        let path = entry.path();
        let meta = entry
            .metadata()
            .map_err(|source| unreadable(&path, source))?;
        if meta.is_dir() {
            walk(&path, visit)?;
        } else if is_ours(&path) {
            visit(&path, meta.modified().ok())?;
        }
    }
    Ok(())
}

fn collect(dir: &'static Dir<'_>, files: &mut Vec<Source>) {
    for file in dir.files() {
        if let (true, Some(text)) = (is_ours(file.path()), file.contents_utf8()) {
            files.push((
                file.path().to_string_lossy().replace('\\', "/"),
                text.into(),
            ));
        }
    }
    for inner in dir.dirs() {
        collect(inner, files);
    }
}

/// Editors leave other files beside ours.
fn is_ours(path: &Path) -> bool {
    path.extension().is_some_and(|kind| {
        ["html", "txt", "ftl", "svg"]
            .iter()
            .any(|ours| kind == *ours)
    })
}

fn unreadable(path: &Path, source: std::io::Error) -> Failed {
    Failed::Directory {
        path: path.display().to_string(),
        source,
    }
}
