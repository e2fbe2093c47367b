//! The house's storeys: a module uses only what lies below it. Reads the sources with `syn`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{Attribute, Item, UseTree};

use crate::support::repository;

/// Every source file: its path under `src`, and its text.
pub fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let root = repository("src");
    let mut found = Vec::new();
    walk(&root, &mut found);
    found.sort();
    let name = |path: &PathBuf| path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
    found.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

/// Every path a file names outside its tests, as segments.
#[derive(Default)]
struct Paths(Vec<Vec<String>>);

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Ident>().is_ok_and(|name| name == "test")
    })
}

fn unfold(tree: &UseTree, before: &[String], found: &mut Vec<Vec<String>>) {
    let with = |name: String| before.iter().cloned().chain([name]).collect::<Vec<_>>();
    match tree {
        UseTree::Path(path) => unfold(&path.tree, &with(path.ident.to_string()), found),
        UseTree::Name(name) => found.push(with(name.ident.to_string())),
        UseTree::Rename(name) => found.push(with(name.ident.to_string())),
        UseTree::Glob(_) => found.push(with("*".to_owned())),
        UseTree::Group(group) => group.items.iter().for_each(|tree| unfold(tree, before, found)),
    }
}

impl<'a> Visit<'a> for Paths {
    fn visit_item(&mut self, item: &'a Item) {
        let attributes: &[Attribute] = match item {
            Item::Mod(module) => &module.attrs,
            Item::Fn(function) => &function.attrs,
            Item::Use(import) => &import.attrs,
            _ => &[],
        };
        if !is_test(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, import: &'a syn::ItemUse) {
        unfold(&import.tree, &[], &mut self.0);
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        self.0.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }
}

/// The room of a file: the first part of its path.
fn room(file: &str) -> &str {
    file.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

fn is_test_file(file: &str) -> bool {
    file.ends_with("tests.rs") || file.contains("/tests/")
}

fn each_path(mut look: impl FnMut(&str, &[String])) {
    for (file, text) in sources() {
        if is_test_file(&file) {
            continue;
        }
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        let mut paths = Paths::default();
        paths.visit_file(&parsed);
        for path in &paths.0 {
            look(&file, path);
        }
    }
}

/// What each room may use of the others, from the ground up.
const BELOW: &[(&str, &[&str])] = &[
    ("statistics", &[]),
    ("domain", &["statistics"]),
    ("policy", &["domain"]),
    ("views", &["domain", "statistics"]),
    // A writer of facts is handed out against a permit, and verify speaks in a view.
    ("store", &["domain", "policy", "views"]),
    ("floor", &["domain", "statistics", "policy", "views", "store"]),
    ("worker", &["domain", "views", "store", "floor"]),
    ("locale", &["domain", "views"]),
    ("documents", &["domain", "views", "locale"]),
    ("intake", &["domain", "floor", "worker"]),
    ("demo", &["domain", "statistics", "views", "store", "floor", "worker", "intake", "locale"]),
    ("desktop", &["domain", "statistics", "views", "floor", "worker", "locale", "documents", "intake", "demo"]),
    (
        "cli",
        &[
            "domain",
            "statistics",
            "policy",
            "views",
            "store",
            "floor",
            "worker",
            "locale",
            "documents",
            "intake",
            "demo",
            "desktop",
        ],
    ),
];

#[test]
fn a_room_uses_only_what_lies_below_it() {
    let mut wrong = BTreeSet::new();
    let mut seen = 0;
    each_path(|file, path| {
        let own = room(file);
        if matches!(own, "lib" | "main") || path.first().is_none_or(|first| first != "crate") {
            return;
        }
        let Some(used) = path.get(1).filter(|used| *used != own) else { return };
        seen += 1;
        let allowed = BELOW.iter().find(|(name, _)| *name == own).map(|(_, below)| *below);
        let allowed = allowed.unwrap_or_else(|| panic!("{file} is in a room the house does not know"));
        if !allowed.contains(&used.as_str()) {
            wrong.insert(format!("{file} uses {}", path.join("::")));
        }
    });
    assert!(seen > 200, "{seen} paths were looked at");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Crates, and the rooms that may name them.
const CRATES: &[(&str, &[&str])] = &[
    // The floor and the worker pass a connection through as a type, and the command line opens one to read; the SQL
    // itself stays in the store, which the next test holds.
    ("rusqlite", &["store", "floor", "worker", "cli"]),
    ("egui", &["desktop"]),
    ("eframe", &["desktop"]),
    ("egui_extras", &["desktop"]),
    ("egui_plot", &["desktop"]),
    ("rfd", &["desktop"]),
    ("clap", &["cli"]),
    ("rpassword", &["cli"]),
    ("statrs", &["statistics"]),
    ("fluent_bundle", &["locale"]),
    ("rust_xlsxwriter", &["documents"]),
    ("krilla", &["documents"]),
    ("harfrust", &["documents"]),
    ("argon2", &["floor"]),
    ("sha2", &["domain"]),
];

#[test]
fn a_crate_is_named_where_it_belongs() {
    let mut wrong = BTreeSet::new();
    each_path(|file, path| {
        let Some(first) = path.first().filter(|_| path.len() > 1) else { return };
        let Some((_, rooms)) = CRATES.iter().find(|(name, _)| name == first) else { return };
        if !rooms.contains(&room(file)) {
            wrong.insert(format!("{file} names {}", path.join("::")));
        }
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn sql_stands_in_the_store_alone() {
    let words = ["\"SELECT ", "\"INSERT ", "\"UPDATE ", "\"DELETE ", "\"CREATE ", "\"WITH "];
    let wrong: Vec<String> = sources()
        .into_iter()
        .filter(|(file, text)| {
            room(file) != "store" && !is_test_file(file) && words.iter().any(|word| text.contains(word))
        })
        .map(|(file, _)| file)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The window speaks to the floor in the words of the wire and through a handle, never around the worker.
#[test]
fn the_window_knows_only_the_wire() {
    let wire = ["command", "question", "sign_in", "setup", "import", "Envelope", "Accepted", "Stop", "self"];
    let mut wrong = BTreeSet::new();
    each_path(|file, path| {
        let floor =
            path.first().is_some_and(|first| first == "crate") && path.get(1).is_some_and(|second| second == "floor");
        if room(file) == "desktop" && floor && path.get(2).is_none_or(|third| !wire.contains(&third.as_str())) {
            wrong.insert(format!("{file} uses {}", path.join("::")));
        }
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_clock_comes_in_by_one_door() {
    let mut wrong = BTreeSet::new();
    each_path(|file, path| {
        let now = path.len() > 1 && path.last().is_some_and(|last| last == "now");
        let wall = path.iter().any(|part| matches!(part.as_str(), "Utc" | "Local" | "SystemTime"));
        let pure = matches!(room(file), "statistics" | "domain" | "policy" | "views" | "store");
        if now && (wall && file != "worker.rs" || pure) {
            wrong.insert(format!("{file}: {}", path.join("::")));
        }
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_file_says_what_it_holds() {
    let mute: Vec<String> =
        sources().into_iter().filter(|(_, text)| !text.starts_with("//!")).map(|(file, _)| file).collect();
    assert!(mute.is_empty(), "files that do not open with //!: {mute:?}");
}
