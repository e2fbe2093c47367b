//! Who may do what: every role × every command and question through the real worker, and golden texts for people
//! to review (permissions, refusals in both languages, the schema).

use std::collections::BTreeSet;

use norma::domain::people::Role;
use norma::locale::{Arg, Lang};
use norma::policy::{self, Act, Scope, reach};
use serde_json::{Value, json};

use crate::support::{Client, FloorFile, golden, id, moment, repository};

#[test]
fn the_matrix_reads_as_reviewed() {
    golden("permissions.txt", &policy::matrix());
}

#[test]
fn the_schema_reads_as_reviewed() {
    let rows = norma::store::schema::expected_text().unwrap();
    let text: String = rows.into_iter().map(|(kind, name, text)| format!("-- {kind} {name} of {text}\n\n")).collect();
    golden("schema.sql", &text);
}

/// The keys of a language's refusals, in order.
fn keys(lang: Lang) -> Vec<String> {
    let file = repository("assets/locales").join(lang.code()).join("refusals.ftl");
    let text = std::fs::read_to_string(file).unwrap();
    let keys = text.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key.to_owned());
    let mut keys: Vec<String> = keys.filter(|key| key.starts_with("refused-")).collect();
    keys.sort();
    keys
}

#[test]
fn refusals_read_as_reviewed() {
    let source: String = Lang::ALL
        .into_iter()
        .map(|lang| {
            std::fs::read_to_string(repository("assets/locales").join(lang.code()).join("refusals.ftl")).unwrap()
        })
        .collect();
    let names: BTreeSet<&str> = source
        .split('$')
        .skip(1)
        .map(|rest| rest.split(|sign: char| !(sign.is_alphanumeric() || sign == '_')).next().unwrap())
        .collect();
    let shown: Vec<(&str, String)> = names.into_iter().map(|name| (name, format!("‹{name}›"))).collect();
    let named: Vec<(&str, Arg<'_>)> = shown.iter().map(|(name, text)| (*name, Arg::Text(text))).collect();
    for lang in Lang::ALL {
        let text: String = keys(lang).iter().map(|key| format!("{key}\n    {}\n", lang.with(key, &named))).collect();
        assert!(!text.contains("{ $"), "a text that names nothing");
        golden(&format!("refusals-{}.txt", lang.code()), &text);
    }
}

/// Every reason that the sources give for a refusal has a text of its own in both languages.
#[test]
fn every_reason_in_the_sources_has_a_text() {
    let mut missing = Vec::new();
    let mut seen = 0;
    for (file, text) in crate::layering::sources() {
        if file.ends_with("tests.rs") {
            continue;
        }
        let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
        for call in text.split("because(").skip(1) {
            let Some((code, rest)) = call.split_once(',') else { continue };
            let Some(code) = code.trim().strip_prefix("RefusalCode::") else { continue };
            let Some(reason) = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next()) else {
                continue;
            };
            let code: String = code
                .chars()
                .enumerate()
                .flat_map(|(place, sign)| {
                    (place > 0 && sign.is_uppercase()).then_some('-').into_iter().chain(sign.to_lowercase())
                })
                .collect();
            let key = format!("refused-{code}-{reason}");
            seen += 1;
            if reason.is_empty() || Lang::ALL.into_iter().all(|lang| lang.has(&key)) {
                continue;
            }
            missing.push(format!("{file}: {key}"));
        }
    }
    assert!(seen > 60, "{seen} reasons were looked at");
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Whose thing a probe touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// The actor's own, whoever it is.
    Me,
    /// The operator's of the matrix.
    Op,
    /// A colleague's in the same department, or the department's.
    Near,
    /// Another department's.
    Far,
    /// Nobody's in particular.
    Floor,
}

/// How far a role must reach to touch it.
fn needed(role: Role, whose: Whose) -> Scope {
    match (whose, role) {
        (Whose::Me | Whose::Floor, _) | (Whose::Op, Role::Operator) => Scope::Own,
        (Whose::Near, Role::Operator) | (Whose::Op | Whose::Near, Role::Supervisor) => Scope::Department,
        _ => Scope::All,
    }
}

const AT: &str = "2026-03-20T12:00:00+03:00";

/// A floor with two departments, each with a set in force, one submitted, a draft, a study and a ticket.
fn floor() -> FloorFile {
    let floor = FloorFile::staffed();
    let mut lines = vec![
        json!({"as": "admin", "at": "2026-03-01T09:00:00+03:00", "do": "department.add", "with": {"code": "NEAR", "name": "Свои"}}),
    ];
    let mut add = |line: Value| lines.push(line);
    add(json!({"do": "department.add", "with": {"code": "FAR", "name": "Чужие"}}));
    for (code, login, role, department) in [
        ("sup", Some("sup"), "supervisor", Some("NEAR")),
        ("op", Some("op"), "operator", Some("NEAR")),
        ("near", Some("gleb"), "operator", Some("NEAR")),
        ("farsup", Some("farsup"), "supervisor", Some("FAR")),
        ("far", Some("vera"), "operator", Some("FAR")),
        ("payroll", Some("payroll"), "payroll", None),
    ] {
        add(
            json!({"do": "person.add", "with": {"code": code, "name": code, "login": login, "roles": [role], "department": department, "from": "2026-01-01"}}),
        );
        if login.is_some() {
            add(json!({"do": "password.set", "with": {"person": code}}));
        }
    }
    add(json!({"as": "payroll", "do": "person.change", "with": {"code": "near", "salary_minor": 100}}));
    add(
        json!({"as": "sup", "do": "action.add", "with": {"code": "A", "name_ru": "А", "group": "Г", "kind": "manual"}}),
    );
    for (login, department, operator) in [("sup", "NEAR", "near"), ("farsup", "FAR", "far")] {
        let named = |name: &str| id(&format!("{department}-{name}"));
        add(json!({"as": login, "do": "study.open", "with": {"study": named("study"), "action": "A"}}));
        add(
            json!({"do": "observation.add", "with": {"study": named("study"), "observation": named("reading"), "operator": operator, "started_at": "2026-03-01T08:00:00+03:00", "duration_ms": 60000}}),
        );
        for set in ["in-force", "submitted", "draft", "piloted"] {
            add(
                json!({"do": "set.draft", "with": {"set": named(set), "department": department, "name": set, "from": "empty"}}),
            );
            add(
                json!({"do": "set.norm", "with": {"set": named(set), "action": "A", "expert_cmin": 100, "reason": "по опыту"}}),
            );
        }
        add(json!({"do": "set.submit", "with": {"set": named("in-force"), "grounds": "первое"}}));
        add(json!({"do": "set.submit", "with": {"set": named("submitted"), "grounds": "второе"}}));
        add(json!({"do": "set.pilot", "with": {"set": named("piloted"), "from": "2026-03-02", "to": "2026-03-19"}}));
        add(
            json!({"as": "director", "do": "order.approve", "with": {"order": named("order"), "set": named("in-force"), "number": department, "date": "2026-03-01", "effective": "2026-03-02", "early_reason": "первые"}}),
        );
    }
    add(
        json!({"as": "sup", "at": "2026-03-20T11:00:00+03:00", "do": "ticket.save", "with": ticket("near", "near-ticket")}),
    );
    for (coverer, absent) in [("op", "near"), ("near", "op")] {
        let cover = json!({"cover": id(&format!("{coverer}-cover")), "coverer": coverer, "absent": absent, "from": "2026-03-20", "to": "2026-03-31"});
        add(json!({"do": "cover.propose", "with": cover}));
    }
    add(json!({"as": "farsup", "do": "ticket.save", "with": ticket("far", "far-ticket")}));
    add(
        json!({"do": "deputy.name", "with": {"deputy": id("far-deputy"), "person": "far", "from": "2026-04-01", "to": "2026-04-02"}}),
    );
    add(json!({"as": "op", "do": "ticket.save", "with": ticket("op", "op-ticket")}));
    add(
        json!({"as": "director", "do": "award.grant", "with": {"award": id("an-award"), "person": "near", "month": "2026-03", "amount_minor": 100, "reason": "проверка"}}),
    );
    add(json!({"as": "director", "do": "money.grant", "with": {"grant": id("a-grant"), "person": "farsup"}}));
    desk(&mut add);
    department(&mut add);
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    floor.run_lines(&text, &[]).expect_code(0);
    floor
}

/// For each role a call and a claim of every operator, and a review of every ticket.
fn desk(add: &mut impl FnMut(Value)) {
    add(json!({"as": "admin", "do": "day.close", "with": {"through": "2026-03-10"}}));
    for role in Role::ALL {
        for person in ["near", "far", "op"] {
            let name = format!("call-{person}-{}", role.as_str());
            add(json!({"as": "admin", "do": "call.record", "with": call(person, &name)}));
        }
    }
    for (login, person) in [("gleb", "near"), ("vera", "far"), ("op", "op")] {
        for role in Role::ALL {
            let claim = id(&format!("claim-{person}-{}", role.as_str()));
            add(json!({"as": login, "do": "claim.open", "with": claim_of(claim)}));
        }
    }
    for (login, person) in [("sup", "near"), ("farsup", "far"), ("sup", "op")] {
        let ticket = id(&format!("{person}-ticket"));
        let review = id(&format!("review-{person}"));
        add(
            json!({"as": login, "do": "review.open", "with": {"review": review, "ticket": ticket, "question": "почему?"}}),
        );
    }
}

/// For each role an objection and a task of every operator; notes and checklists of each.
fn department(add: &mut impl FnMut(Value)) {
    for (login, person) in [("gleb", "near"), ("vera", "far"), ("op", "op")] {
        for role in Role::ALL {
            let about = json!({"objection": id(&format!("objection-{person}-{}", role.as_str())), "about": {"day": "2026-03-20"}, "text": "проверьте"});
            add(json!({"as": login, "do": "objection.raise", "with": about}));
        }
    }
    for (login, person) in [("sup", "near"), ("farsup", "far"), ("sup", "op")] {
        for role in Role::ALL {
            add(
                json!({"as": login, "do": "task.give", "with": task_of(&format!("task-{person}-{}", role.as_str()), person)}),
            );
        }
        add(
            json!({"do": "note.add", "with": {"note": id(&format!("note-{person}")), "person": person, "text": "заметка"}}),
        );
        add(json!({"do": "checklist.start", "with": {"checklist": id(&format!("list-{person}")), "person": person}}));
    }
}

fn task_of(name: &str, person: &str) -> Value {
    json!({"task": id(name), "person": person, "title": "проверка", "due": "2026-04-30"})
}

/// Objections, tasks, notes, checklists, indicators.
fn department_commands(role: Role) -> Vec<Probe> {
    use Act::*;
    use Whose::{Far, Floor, Me, Near, Op};
    let fresh = |name: &str| format!("{name}-{}", role.as_str());
    let definition =
        json!({"name_ru": "П", "name_en": "P", "unit": "percent", "numerator": "kpi", "denominator": "plan"});
    let mut probes = vec![
        (
            ObjectionRaise,
            Me,
            "objection.raise",
            json!({"objection": id(&fresh("mine")), "about": {"day": "2026-03-20"}, "text": "проверка"}),
        ),
        (TaskAdd, Me, "task.add", json!({"task": id(&fresh("own")), "title": "проверка"})),
        (TaskAdd, Op, "task.done", json!({"task": id(&fresh("task-op"))})),
        (IndicatorKeep, Floor, "indicator.define", json!({"indicator": fresh("I"), "definition": definition})),
        (IndicatorKeep, Floor, "indicator.target", json!({"indicator": "workload"})),
        (IndicatorKeep, Floor, "indicator.retire", json!({"indicator": fresh("I")})),
        (IndicatorKeep, Floor, "indicator.restore", json!({"indicator": fresh("I")})),
        (AskNotifications, Floor, "notification.read", json!({"keys": ["проверка"]})),
    ];
    for (whose, person) in [(Near, "near"), (Far, "far")] {
        let task = id(&fresh(&format!("task-{person}")));
        let name = |what: &str| id(&fresh(&format!("{what}-{person}")));
        probes.extend([
            (ObjectionAnswer, whose, "objection.answer", json!({"objection": name("objection"), "text": "проверено"})),
            (TaskGive, whose, "task.give", task_of(&fresh(&format!("given-{person}")), person)),
            (TaskDecide, whose, "task.accept", json!({"task": task})),
            (TaskDecide, whose, "task.return", json!({"task": task, "comment": "проверка"})),
            (TaskDecide, whose, "task.cancel", json!({"task": task, "reason": "проверка"})),
            (NoteKeep, whose, "note.add", json!({"note": name("written"), "person": person, "text": "проверка"})),
            (NoteKeep, whose, "note.cancel", json!({"note": id(&format!("note-{person}")), "reason": "проверка"})),
            (ChecklistKeep, whose, "checklist.start", json!({"checklist": name("started"), "person": person})),
            (ChecklistKeep, whose, "checklist.tick", json!({"checklist": id(&format!("list-{person}")), "item": 1})),
            (RatingKeep, whose, "rating.add", json!({"rating": name("rating"), "person": person, "date": "2026-03-20", "kind": "csat", "value_hundredths": 500})),
        ]);
    }
    probes
}

fn claim_of(claim: uuid::Uuid) -> Value {
    json!({"claim": claim, "finished_at": "2026-03-09T10:00:00+03:00", "decisions": [{"action": "A"}], "reason": "забыл"})
}

fn call(person: &str, name: &str) -> Value {
    json!({"call": id(name), "employee": person, "started_at": "2026-03-20T10:00:00+03:00", "ended_at": "2026-03-20T10:05:00+03:00"})
}

fn stage(person: &str, key: &str) -> Value {
    json!({"key": key, "deal": key, "pipeline": "П", "stage": "С", "moved_at": "2026-03-20T10:00:00+03:00", "responsible": person})
}

/// What is done at the desk: calls, stages, the queue, claims, reviews.
fn desk_commands(role: Role) -> Vec<Probe> {
    use Act::*;
    use Whose::{Far, Floor, Near, Op};
    let fresh = |name: &str| format!("{name}-{}", role.as_str());
    let rows = |row: Value| json!({"rows": [{"line": 2, "row": row}]});
    let mut probes = vec![
        (StageMap, Floor, "stage.map", json!({"pipeline": "П", "stage": "С", "decisions": [{"action": "A"}]})),
        (MergeWindow, Floor, "merge.window", json!({"minutes": 30, "from": "2026-04-01"})),
        (QueueKeep, Floor, "queue.dismiss", json!({"records": [], "reason": "проверка"})),
        (ClaimOpen, Floor, "claim.open", claim_of(id(&fresh("claim")))),
    ];
    for (whose, person) in [(Op, "op"), (Near, "near"), (Far, "far")] {
        let mine = id(&fresh(&format!("call-{person}")));
        let claim = id(&fresh(&format!("claim-{person}")));
        let ticket = id(&format!("{person}-ticket"));
        let review = id(&format!("review-{person}"));
        let many = json!({"correction": id(&fresh(person)), "tickets": [{"ticket": ticket, "version": 99}], "reason": "проверка", "cancel": true});
        let name = |what: &str| fresh(&format!("{what}-{person}"));
        probes.extend([
            (CallRecord, whose, "call.record", call(person, &name("record"))),
            (CallRecord, whose, "import.calls", rows(call(person, &name("row")))),
            (CallRecord, whose, "stage.move", stage(person, &name("move"))),
            (CallRecord, whose, "import.stages", rows(stage(person, &name("moved")))),
            (QueueKeep, whose, "queue.match", json!({"operator": name("line"), "employee": person})),
            (CallKeep, whose, "call.dismiss", json!({"call": mine, "reason": "проверка"})),
            (CallKeep, whose, "call.restore", json!({"call": mine})),
            (CallKeep, whose, "merge.attach", json!({"call": mine, "ticket": ticket})),
            (CallKeep, whose, "merge.undo", json!({"call": mine})),
            (TicketCorrect, whose, "tickets.correct", many),
            (ClaimDecide, whose, "claim.accept", json!({"claim": claim, "reason": "проверка"})),
            (ClaimDecide, whose, "claim.decline", json!({"claim": claim, "reason": "проверка"})),
            (ReviewKeep, whose, "review.open", json!({"review": review, "ticket": ticket, "question": "почему?"})),
            (ReviewAnswer, whose, "review.answer", json!({"review": review, "answer": "так"})),
            (ReviewKeep, whose, "review.sample", json!({"sample": id(&name("sample")), "from": "2026-03-20", "to": "2026-03-20", "size": 1, "person": person})),
        ]);
    }
    // Reviews are closed last of all: the operator answers after the supervisor's turn.
    if role == Role::Director {
        probes.push((ReviewKeep, Near, "review.close", json!({"review": id("review-near"), "conclusion": "верно"})));
    }
    probes
}

fn ticket(employee: &str, name: &str) -> Value {
    json!({"ticket": id(name), "employee": employee, "finished_at": "2026-03-20T10:30:00+03:00", "decisions": [{"action": "A"}]})
}

fn sitting(operator: &str, name: &str) -> Value {
    json!({"sitting": id(name), "operator": operator, "started_at": "2026-03-02T08:00:00+03:00", "ended_at": "2026-03-02T09:00:00+03:00"})
}

fn deputy(person: &str, name: &str) -> Value {
    json!({"deputy": id(name), "person": person, "from": "2026-03-20", "to": "2026-03-27"})
}

fn pilot(department: &str) -> Value {
    json!({"set": id(&format!("{department}-draft")), "from": "2026-03-20", "to": "2026-04-10"})
}

/// A probe: the act it is about, whose thing it touches, and the command or question.
type Probe = (Act, Whose, &'static str, Value);

/// One command of every kind; `fresh` makes names that were not used yet.
fn commands(role: Role, actor: &str) -> Vec<Probe> {
    use Act::*;
    use Whose::{Far, Floor, Me, Near, Op};
    let fresh = |name: &str| format!("{name}-{}", role.as_str());
    let reading = |department: &str, name: &str| json!({"study": id(&format!("{department}-study")), "observation": id(&fresh(name)), "operator": "near", "started_at": "2026-03-02T08:00:00+03:00", "duration_ms": 60000});
    let order = |department: &str| json!({"order": id(&fresh(department)), "set": id(&format!("{department}-submitted")), "number": fresh(department), "date": "2026-03-20", "effective": "2026-09-01", "pilot_reason": "проверка"});
    let away = |person: &str| json!({"absence": id(&fresh(&format!("{person}-away"))), "person": person, "from": "2026-03-23", "to": "2026-03-23", "kind": "vacation"});
    let idle = |person: &str| json!({"downtime": id(&fresh(&format!("{person}-idle"))), "people": [person], "from": "2026-03-24", "to": "2026-03-24", "cause": "nobody"});
    let cover = |coverer: &str, absent: &str| json!({"cover": id(&fresh(&format!("{coverer}-{absent}"))), "coverer": coverer, "absent": absent, "from": "2026-03-23", "to": "2026-03-24"});
    let row =
        |employee: &str| json!({"rows": [{"line": 2, "row": ticket(employee, &fresh(&format!("row-{employee}")))}]});
    let correct = |name: &str| json!({"ticket": id(name), "version": 1, "reason": "проверка", "comment": fresh("c")});
    vec![
        (DepartmentAdd, Floor, "department.add", json!({"code": fresh("D"), "name": "Новый"})),
        (
            PersonKeep,
            Floor,
            "person.add",
            json!({"code": fresh("P"), "name": "Новый", "roles": ["operator"], "from": "2026-01-01"}),
        ),
        (PersonKeep, Floor, "person.change", json!({"code": "near", "name": fresh("Имя")})),
        (
            PersonKeep,
            Floor,
            "import.people",
            json!({"rows": [{"line": 2, "row": {"code": fresh("R"), "name": "Новый", "roles": [], "from": "2026-01-01"}}]}),
        ),
        (PayKeep, Floor, "person.change", json!({"code": "near", "salary_minor": 200})),
        (PasswordSet, Far, "password.set", json!({"person": "farsup"})),
        (
            ActionKeep,
            Floor,
            "action.add",
            json!({"code": fresh("A"), "name_ru": "Новое", "group": "Г", "kind": "automatic"}),
        ),
        (ActionKeep, Floor, "action.change", json!({"code": "A", "group": fresh("Г")})),
        (
            ActionKeep,
            Floor,
            "import.actions",
            json!({"rows": [{"line": 2, "row": {"code": fresh("B"), "name_ru": "Новое", "group": "Г", "kind": "automatic"}}]}),
        ),
        (StudyKeep, Floor, "study.open", json!({"study": id(&fresh("study")), "action": "A"})),
        (StudyKeep, Near, "observation.add", reading("NEAR", "n")),
        (StudyKeep, Far, "observation.add", reading("FAR", "f")),
        (StudyKeep, Near, "study.describe", json!({"study": id("NEAR-study"), "conditions": fresh("утро")})),
        (StudyKeep, Far, "study.describe", json!({"study": id("FAR-study"), "conditions": fresh("утро")})),
        (StudyKeep, Near, "observation.amend", json!({"observation": id("NEAR-reading"), "note": fresh("шум")})),
        (StudyKeep, Far, "observation.amend", json!({"observation": id("FAR-reading"), "note": fresh("шум")})),
        (StudyKeep, Near, "sitting.add", sitting("near", &fresh("near-sitting"))),
        (StudyKeep, Far, "sitting.add", sitting("far", &fresh("far-sitting"))),
        (StudyKeep, Near, "observation.decide", json!({"observation": id("NEAR-reading"), "as": "regular"})),
        (StudyKeep, Far, "observation.decide", json!({"observation": id("FAR-reading"), "as": "regular"})),
        (
            StudyKeep,
            Near,
            "observation.reopen",
            json!({"study": id("NEAR-study"), "observations": [id("NEAR-reading")]}),
        ),
        (StudyKeep, Far, "observation.reopen", json!({"study": id("FAR-study"), "observations": [id("FAR-reading")]})),
        (StudyKeep, Near, "flags.decide", json!({"study": id("NEAR-study"), "as": "regular", "reason": "проверка"})),
        (StudyKeep, Far, "flags.decide", json!({"study": id("FAR-study"), "as": "regular", "reason": "проверка"})),
        (StudyKeep, Floor, "import.samples", json!({"rows": []})),
        (
            SetKeep,
            Near,
            "set.draft",
            json!({"set": id(&fresh("set")), "department": "NEAR", "name": "Новый", "from": "empty"}),
        ),
        (
            SetKeep,
            Far,
            "set.draft",
            json!({"set": id(&fresh("farset")), "department": "FAR", "name": "Новый", "from": "empty"}),
        ),
        (
            SetKeep,
            Near,
            "set.norm",
            json!({"set": id("NEAR-draft"), "action": "A", "expert_cmin": 200, "reason": "проверка"}),
        ),
        (
            SetKeep,
            Far,
            "set.norm",
            json!({"set": id("FAR-draft"), "action": "A", "expert_cmin": 200, "reason": "проверка"}),
        ),
        (SetKeep, Near, "set.change", json!({"set": id("NEAR-draft"), "name": fresh("Имя")})),
        (SetKeep, Far, "set.change", json!({"set": id("FAR-draft"), "name": fresh("Имя")})),
        (SetPilot, Near, "set.pilot", pilot("NEAR")),
        (SetPilot, Far, "set.pilot", pilot("FAR")),
        (SetPilot, Near, "set.withdraw", json!({"set": id("NEAR-draft")})),
        (SetPilot, Far, "set.withdraw", json!({"set": id("FAR-draft")})),
        (
            SetKeep,
            Near,
            "import.norms",
            json!({"set": id(&fresh("filed")), "department": "NEAR", "name": "Из файла", "file": "norms.csv", "rows": [{"line": 2, "row": {"action": "A", "norm_cmin": 150}}]}),
        ),
        (
            SetKeep,
            Far,
            "import.norms",
            json!({"set": id(&fresh("farfiled")), "department": "FAR", "name": "Из файла", "file": "norms.csv", "rows": []}),
        ),
        (SetSubmit, Near, "set.submit", json!({"set": id("NEAR-draft"), "grounds": "третье"})),
        (SetSubmit, Far, "set.submit", json!({"set": id("FAR-draft"), "grounds": "третье"})),
        (SetReturn, Near, "set.return", json!({"set": id("NEAR-draft"), "comment": "проверка"})),
        (SetReturn, Far, "set.return", json!({"set": id("FAR-draft"), "comment": "проверка"})),
        (OrderApprove, Near, "order.approve", order("NEAR")),
        (OrderApprove, Far, "order.approve", order("FAR")),
        (OrderApprove, Near, "order.revoke", json!({"order": id(&fresh("NEAR"))})),
        (OrderApprove, Far, "order.revoke", json!({"order": id(&fresh("FAR"))})),
        (OrderAcknowledge, Near, "order.acknowledge", json!({"order": id("NEAR-order")})),
        (OrderAcknowledge, Far, "order.acknowledge", json!({"order": id("FAR-order")})),
        (DeputyKeep, Near, "deputy.name", deputy("near", &fresh("near-deputy"))),
        (DeputyKeep, Far, "deputy.name", deputy("far", &fresh("far-deputy"))),
        (DeputyKeep, Near, "deputy.end", json!({"deputy": id(&fresh("near-deputy"))})),
        (DeputyKeep, Far, "deputy.end", json!({"deputy": id("far-deputy")})),
        (WordingKeep, Floor, "setting.set", json!({"name": "order-heading-ru", "value": fresh("П")})),
        (TicketSave, Op, "ticket.save", ticket("op", &fresh("op"))),
        (TicketSave, Near, "ticket.save", ticket("near", &fresh("near"))),
        (TicketSave, Far, "ticket.save", ticket("far", &fresh("far"))),
        (TicketCorrect, Op, "ticket.correct", correct("op-ticket")),
        (TicketCorrect, Near, "ticket.correct", correct("near-ticket")),
        (TicketCorrect, Far, "ticket.correct", correct("far-ticket")),
        (TicketImport, Near, "import.tickets", row("near")),
        (TicketImport, Far, "import.tickets", row("far")),
        (
            CalendarKeep,
            Floor,
            "calendar.add",
            json!({"code": "firm", "days": [{"date": "2026-05-12", "kind": "holiday"}]}),
        ),
        (ScheduleKeep, Near, "schedule.set", json!({"person": "near", "from": "2026-04-01", "pattern": {"week": {}}})),
        (ScheduleKeep, Far, "schedule.set", json!({"person": "far", "from": "2026-04-01", "pattern": {"week": {}}})),
        (ScheduleKeep, Near, "schedule.day", json!({"person": "near", "date": "2026-04-04", "intervals": []})),
        (ScheduleKeep, Far, "schedule.day", json!({"person": "far", "date": "2026-04-04", "intervals": []})),
        (AbsenceKeep, Near, "absence.add", away("near")),
        (AbsenceKeep, Far, "absence.add", away("far")),
        (AbsenceKeep, Near, "downtime.add", idle("near")),
        (AbsenceKeep, Far, "downtime.add", idle("far")),
        (AbsenceKeep, Floor, "import.absences", json!({"rows": []})),
        (CoverPropose, Near, "cover.propose", cover("near", "op")),
        (CoverPropose, Far, "cover.propose", cover("far", "near")),
        (CoverAccept, Op, "cover.accept", json!({"cover": id("op-cover")})),
        (CoverAccept, Near, "cover.accept", json!({"cover": id("near-cover")})),
        (CoverWithdraw, Op, "cover.withdraw", json!({"cover": id("op-cover")})),
        (CoverWithdraw, Near, "cover.withdraw", json!({"cover": id("near-cover")})),
        (
            SchemeKeep,
            Floor,
            "scheme.draft",
            json!({"scheme": "S", "department": "NEAR", "fixed_bp": 4000, "cover_bp": 5000}),
        ),
        (SchemeKeep, Floor, "scheme.pilot", json!({"scheme": "S", "from": "2026-02", "to": "2026-03"})),
        (SchemeKeep, Floor, "scheme.submit", json!({"scheme": "S"})),
        (SchemeApprove, Floor, "scheme.return", json!({"scheme": "S", "comment": "проверка"})),
        (SchemeApprove, Floor, "scheme.approve", json!({"scheme": "S", "number": "S", "effective": "2026-04-01"})),
        (
            AwardGrant,
            Floor,
            "award.grant",
            json!({"award": id(&fresh("award")), "person": "near", "month": "2026-03", "amount_minor": 100, "reason": "проверка"}),
        ),
        (AwardGrant, Floor, "award.cancel", json!({"award": id("an-award"), "reason": "проверка"})),
        (MoneyGrant, Floor, "money.grant", json!({"grant": id(&fresh("grant")), "person": "sup"})),
        (MoneyGrant, Floor, "money.revoke", json!({"grant": id("a-grant")})),
        (DayClose, Floor, "day.close", json!({"through": "2026-03-19"})),
        (MonthLock, Floor, "month.lock", json!({"month": "2026-02"})),
        // last: the session dies with it
        (PasswordSet, Me, "password.set", json!({"person": actor})),
    ]
}

fn questions() -> Vec<Probe> {
    use Act::*;
    use Whose::{Far, Floor, Near, Op};
    let day = |person: &str| json!({"person": person, "date": "2026-03-20"});
    vec![
        (AskMe, Floor, "me", json!({})),
        (AskPeople, Floor, "people", json!({})),
        (AskActions, Floor, "actions", json!({})),
        (AskPermissions, Floor, "permissions", json!({})),
        (AskAudit, Floor, "audit", json!({})),
        (AskAudit, Floor, "audit", json!({"newest": true, "person": "sup", "act": "ticket."})),
        (AskAudit, Floor, "entry", json!({"seq": 1})),
        (AskStudy, Floor, "studies", json!({})),
        (AskStudy, Floor, "drift", json!({})),
        (AskStudy, Near, "study", json!({"study": id("NEAR-study")})),
        (AskStudy, Far, "study", json!({"study": id("FAR-study")})),
        (AskSet, Floor, "sets", json!({})),
        (AskSet, Near, "set", json!({"set": id("NEAR-in-force")})),
        (AskSet, Far, "set", json!({"set": id("FAR-in-force")})),
        (AskOrder, Floor, "orders", json!({})),
        (AskOrder, Near, "order", json!({"number": "NEAR"})),
        (AskOrder, Far, "order", json!({"number": "FAR"})),
        (AskOrder, Near, "document", json!({"number": "NEAR"})),
        (AskOrder, Far, "document", json!({"number": "FAR"})),
        (AskReplay, Near, "replay", json!({"set": id("NEAR-draft")})),
        (AskReplay, Far, "replay", json!({"set": id("FAR-draft")})),
        (AskReplay, Near, "pilot", json!({"set": id("NEAR-piloted")})),
        (AskReplay, Far, "pilot", json!({"set": id("FAR-piloted")})),
        (AskAcquaintance, Near, "acquaintance", json!({"number": "NEAR"})),
        (AskAcquaintance, Far, "acquaintance", json!({"number": "FAR"})),
        (AskAcknowledge, Floor, "acknowledge", json!({})),
        (AskWording, Floor, "wording", json!({"lang": "ru"})),
        (AskDeputies, Floor, "deputies", json!({})),
        (AskTicket, Op, "ticket", json!({"ticket": id("op-ticket")})),
        (AskTicket, Near, "ticket", json!({"ticket": id("near-ticket")})),
        (AskTicket, Far, "ticket", json!({"ticket": id("far-ticket")})),
        (AskDay, Op, "day", day("op")),
        (AskDay, Near, "day", day("near")),
        (AskDay, Far, "day", day("far")),
        (AskKpi, Floor, "kpi", json!({"month": "2026-03"})),
        (AskDesk, Floor, "desk", json!({})),
        (AskCalls, Floor, "calls", json!({"from": "2026-03-20"})),
        (AskCalls, Op, "call", json!({"call": id("call-op-operator")})),
        (AskCalls, Near, "call", json!({"call": id("call-near-operator")})),
        (AskCalls, Far, "call", json!({"call": id("call-far-operator")})),
        (AskCalls, Far, "calls", json!({"person": "far"})),
        (AskQueue, Floor, "queue", json!({})),
        (AskSearch, Floor, "search", json!({"text": "слово"})),
        (AskSearch, Near, "search", json!({"person": "near"})),
        (AskSearch, Far, "search", json!({"person": "far"})),
        (AskSearch, Floor, "client", json!({"reference": "9120000000"})),
        (AskClaims, Floor, "claims", json!({})),
        (AskReviews, Floor, "reviews", json!({})),
        (AskReviews, Far, "reviews", json!({"person": "far"})),
        (AskStages, Floor, "stages", json!({})),
        (AskAbsences, Floor, "absences", json!({"month": "2026-03"})),
        (AskCover, Floor, "cover", json!({"month": "2026-03"})),
        (AskCalendar, Floor, "calendar", json!({"year": 2026})),
        (AskSchedules, Floor, "schedules", json!({"month": "2026-03"})),
        (AskSchedules, Op, "schedule", json!({"person": "op", "month": "2026-03"})),
        (AskSchedules, Near, "schedule", json!({"person": "near", "month": "2026-03"})),
        (AskSchedules, Far, "schedule", json!({"person": "far", "month": "2026-03"})),
        (AskStatement, Op, "statement", json!({"person": "op", "month": "2026-03"})),
        (AskStatement, Near, "statement", json!({"person": "near", "month": "2026-03"})),
        (AskStatement, Far, "statement", json!({"person": "far", "month": "2026-03"})),
        (AskPayroll, Floor, "payroll", json!({"month": "2026-03"})),
        (AskGrants, Floor, "grants", json!({})),
        (AskPayroll, Floor, "statements", json!({"month": "2026-03"})),
        (AskScheme, Floor, "schemes", json!({})),
        (AskMyKpi, Op, "my_kpi", json!({"person": "op"})),
        (AskMyKpi, Near, "my_kpi", json!({"person": "near"})),
        (AskMyKpi, Far, "my_kpi", json!({"person": "far"})),
        (AskDepartment, Floor, "department", json!({"month": "2026-03"})),
        (AskMorning, Floor, "morning", json!({"date": "2026-03-20"})),
        (AskDecision, Op, "decision", json!({"ticket": id("op-ticket")})),
        (AskDecision, Near, "decision", json!({"ticket": id("near-ticket")})),
        (AskDecision, Far, "decision", json!({"ticket": id("far-ticket")})),
        (AskObjections, Floor, "objections", json!({})),
        (AskTasks, Op, "tasks", json!({"person": "op"})),
        (AskTasks, Near, "tasks", json!({"person": "near"})),
        (AskTasks, Far, "tasks", json!({"person": "far"})),
        (AskNotes, Op, "notes", json!({"person": "op"})),
        (AskNotes, Far, "notes", json!({"person": "far"})),
        (AskNotifications, Floor, "notifications", json!({})),
        (AskIndicators, Floor, "indicators", json!({"month": "2026-03"})),
    ]
}

/// Accepted, or refused by a rule that is asked only after the permission.
fn was_allowed(name: &str, answer: &Result<Value, String>) -> bool {
    match answer {
        Ok(result) => !name.starts_with("import.") || result["refused"] == json!([]),
        Err(code) => matches!(code.as_str(), "set-not-draft" | "id-conflict" | "own-order"),
    }
}

fn expect(role: Role, (act, whose, name, _): &Probe, answer: &Result<Value, String>) {
    let may = reach(role, *act).is_some_and(|scope| scope >= needed(role, *whose));
    let what = format!("{} {name} of {whose:?}: {answer:?}", role.as_str());
    if may {
        assert!(was_allowed(name, answer), "the matrix allows it: {what}");
    } else {
        let hidden = matches!(answer.as_ref().map_err(String::as_str), Err("not-permitted" | "not-found"));
        let row_refused = name.starts_with("import.") && answer.is_ok() && !was_allowed(name, answer);
        assert!(hidden || row_refused, "the matrix forbids it: {what}");
    }
}

#[test]
fn every_role_may_exactly_what_the_matrix_gives() {
    let floor = floor();
    let handle = floor.open();
    let at = Some(moment(AT));
    let mut acts: BTreeSet<Act> = [Act::ScratchKeep, Act::AskPay, Act::AskAccounts, Act::FileKeep].into();
    // Supervisors go before directors, so that there is a submitted set to return.
    let actors = [
        (Role::Supervisor, "sup"),
        (Role::Operator, "op"),
        (Role::Payroll, "payroll"),
        (Role::Administrator, "admin"),
        (Role::Director, "director"),
    ];
    for (role, login) in actors {
        let client = Client::sign_in(&handle, login);
        for probe in questions() {
            expect(role, &probe, &client.ask(probe.2, &probe.3));
            acts.insert(probe.0);
        }
        let salaries = client.ask("people", &json!({})).unwrap().to_string().contains("\"salary_minor\":100");
        assert_eq!(salaries, reach(role, Act::AskPay).is_some(), "{role:?} and the money of others");
        let copies = handle.copies(&client.session).wait().unwrap().is_ok();
        assert_eq!(copies, reach(role, Act::FileKeep).is_some(), "{role:?} and copies of the whole file");
        let accounts = client.ask("people", &json!({})).unwrap().to_string().contains("\"password\":");
        assert_eq!(accounts, reach(role, Act::AskAccounts).is_some(), "{role:?} and the accounts of others");
        let rows = client
            .ask("kpi", &json!({"month": "2026-03"}))
            .ok()
            .map(|view| view["employees"].as_array().unwrap().len());
        let expected = match reach(role, Act::AskKpi) {
            None => None,
            Some(Scope::Own) => Some(1),
            Some(Scope::Department) => Some(2),
            Some(Scope::All) => Some(3),
        };
        assert_eq!(rows, expected, "{role:?}: rows of the month");
    }
    for (role, login) in actors {
        let client = Client::sign_in(&handle, login);
        for probe in desk_commands(role).into_iter().chain(department_commands(role)).chain(commands(role, login)) {
            expect(role, &probe, &client.send(at, probe.2, &probe.3));
            acts.insert(probe.0);
        }
    }
    let missing: Vec<Act> = Act::ALL.into_iter().filter(|act| !acts.contains(act)).collect();
    assert!(missing.is_empty(), "acts without a probe: {missing:?}");
    floor.expect_whole();
}

#[test]
fn a_session_dies_with_its_password() {
    let floor = FloorFile::staffed();
    let handle = floor.open();
    let before = Client::sign_in(&handle, "director");
    before.ask("me", &json!({})).unwrap();
    before.send(None, "password.set", &json!({"person": "director"})).unwrap();
    assert_eq!(before.ask("me", &json!({})), Err("bad-credentials".to_owned()));
    assert_eq!(
        before.send(None, "department.add", &json!({"code": "X", "name": "X"})),
        Err("bad-credentials".to_owned())
    );
    Client::sign_in(&handle, "director").ask("me", &json!({})).unwrap();
    assert!(handle.sign_in("director", "не тот").wait().unwrap().is_err());
    assert!(handle.sign_in("nobody", "не тот").wait().unwrap().is_err());
}
