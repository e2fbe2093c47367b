//! Norma: time norms, decisions, KPI and pay for operator floors.
//!
//! # Bird's eye
//!
//! Supervisors time repeated samples of each **action** with a stopwatch; their **observations** become
//! **norms** in minutes; a **norm set** is submitted and frozen by a director's **order**; operators log
//! handled requests as **tickets** of **decisions**, each weighing its norm; the sum of a work day is the
//! day's **KPI**, to be held against 480 minutes. Wages hang on these numbers, so facts are only added, every
//! command leaves one entry in a hash chain, and `norma verify` recomputes everything from the facts.
//!
//! # The way of a command
//!
//! A door (window, command line, demo) puts a [`floor::command::Command`] into an [`floor::Envelope`] with an id
//! that the client made, and hands it to the [`worker`]. The worker takes what waits into one transaction, each
//! command in a savepoint; [`floor::execute`] finds out who asks, whether the id was seen before, loads the
//! facts, gets a permit from the [`policy`], lets one function of the [`domain`] decide, and writes facts and one
//! audit entry through the [`store`]. Only after the commit is anybody answered. Questions
//! ([`floor::question::Question`]) are short read transactions that end in a view of [`views`].
//!
//! # Rooms, from the ground up (an arrow only ever points down; `tests/suite/layering.rs` holds it)
//!
//! | room | holds |
//! | --- | --- |
//! | [`statistics`] | estimators, intervals, outlier tests, drift: plain slices in, plain structs out |
//! | [`domain`] | the rules and values of the floor: units, study, norm, norm set, order, replay, ticket, calendar, schedule, KPI, stopwatch |
//! | [`policy`] | who may do what: the only code that looks at a role |
//! | [`views`] | plain read models, one a screen or reply |
//! | [`store`] | rows ↔ values: schema, fences, audit chain, one file a table family |
//! | [`floor`] | commands, questions, their handlers; making a floor; verify |
//! | [`worker`] | the writing thread, the readers, the handle |
//! | [`locale`] | every text people see, in both languages |
//! | [`documents`] | tables as CSV and XLSX, the catalogue in words; the report of a set; pages as PDF; the printed order; statements on paper, each line to be followed with a calculator |
//! | [`intake`] | files (text or workbook) with a column-mapping profile → commands; their difference to the floor first; the starter catalogue |
//! | [`demo`] | the demo floor, made with ordinary commands |
//! | [`desktop`] | the window: `app` moves data, `screens` draw views, `widgets`, `theme` |
//! | [`cli`] | arguments → the same commands and questions |
//!
//! # Invariants
//!
//! * Nothing is written without a [`policy::Permit`], and nothing is inserted but through
//!   [`store::facts::FactWriter`], which hashes each row for its audit entry.
//! * A closed day, an approved set, an order never change: triggers refuse it, verify finds what gets past them.
//! * A schema step only adds tables ([`store::schema`]): a column added to a table of facts would change the form the
//!   chain knows its rows by. Step 3 gives up a key of `norm_order`, with the same columns and rows. An older file is migrated when it is opened, after a copy beside it.
//! * Values that are stored or paid are integers with a unit ([`domain::units`]); each division names its
//!   rounding. `f64` informs (intervals, flags, drawing) and decides nothing.
//! * The domain reads no clock, no file, no row. Time is a parameter; it comes in at [`worker::system_clock`].
//! * What a dashboard reads does not grow with the tickets: sums by day, and of a locked month the newest entry that bears
//!   on it ([`store::amounts`], [`store::pay::touched_since`]); a test holds the plans of its questions.
//! * A repeated command (same person, same id) gets the first answer and adds nothing.
//! * A call is in one place, which depends on its own facts, the tickets and what people said, never on the order of
//!   arrival; looking for it moves no minute. Tickets are found by integers that grow with their finish ([`store::find`]).
//!
//! # Glossary
//!
//! | term | Russian | is |
//! | --- | --- | --- |
//! | action | действие | a kind of work, with a code that is never reused |
//! | decision | решение | one logged occurrence of an action on a ticket |
//! | observation | замер | one timed performance of an action, never deleted |
//! | study | хронометраж | the observations of one action |
//! | element | элемент | a part of an action timed by itself; it ends at its break point (фиксажная точка) |
//! | pause | пауза | time taken out of an observation or a sitting, with its reason |
//! | sitting | сеанс наблюдения | the time an observer sat beside an operator, which observations and pauses have to fill |
//! | clock check | сверка времени | elapsed = observed + paused + unaccounted, of a sitting or a study |
//! | reopening | отзыв решения | a decision about an observation taken back: it stands as it was timed, and its flag is open again |
//! | amendment | правка | a rating or note put right after the observation was taken |
//! | rating | темп | pace in % of normal |
//! | hard case | тяжёлый случай | a case that meets the action's criterion, known without the stopwatch |
//! | allowance | надбавка | rest, service and waiting, as a share of normal time or of the shift |
//! | convention | способ расчёта надбавки | what the allowances of a set are a share of |
//! | norm | норматив | standard time in minutes, rounded once to 0.01 |
//! | evidence | основание нормы | interval, method, operators and period of the share, frozen with a measured norm |
//! | drift | расхождение | real handling times or the share of hard cases leaving the norm in force |
//! | channel | канал | how a client comes in; an action is offered in some of them, or everywhere |
//! | proposed boost | предлагаемое повышение | what the catalogue suggests; only a set fixes a boost |
//! | difference | отличие | what taking a file in would add, change and leave, shown before anything is taken |
//! | boost | повышенный KPI | a factor ≥ 1 fixed by the order, shown apart from the norm |
//! | weight | вес | norm × boost |
//! | norm set | сборник нормативов | each action's norm, boost and allowance for a department |
//! | wording | формулировки | a firm's own texts of an order, with placeholders |
//! | acquaintance sheet | лист ознакомления | who has read an order, and when |
//! | pilot | обкатка | a period in which a draft weighs in the shadow of the set in force |
//! | replay | пересчёт | a set applied to closed days: each person before and after |
//! | order | приказ | the director's approval, with number, date and effective day |
//! | standing order | неотменённый приказ | an order that no other has revoked |
//! | revocation | отмена приказа | an order that takes back another before it takes effect |
//! | acquaintance | ознакомление | an operator's acknowledgement of an order |
//! | deputy | заместитель | who acts with a supervisor's role on given dates |
//! | ticket | тикет | a handled request with its decisions |
//! | draft of a ticket | черновик тикета | a ticket while it is written, one a tab of the desk; kept across restarts |
//! | call, chat | звонок, чат | a contact as the system that carried it recorded it; it weighs nothing |
//! | merging | объединение | which manual ticket takes a call in, and why ([`domain::merge`]) |
//! | held | ждёт конца звонка | a ticket saved while its call ran: it counts when the call ends or the day closes |
//! | dismissed | отклонён | a call put aside with a reason |
//! | queue | очередь | records that match nobody yet |
//! | line | линия | a name that telephony or CRM knows a person by, matched once |
//! | stage, stage map | стадия сделки, карта стадий | what reaching a stage of a deal counts, once a deal |
//! | claim | заявка | work of a closed day that was not logged; accepted, it is a correction line |
//! | review | вопрос по тикету | a supervisor's question about a ticket, with the operator's answer; it moves no minute |
//! | correction line | строка исправления | signed minutes added to a closed day, with who and why |
//! | close | закрытие дня | freezing a work day's sums |
//! | scheduled, target | по графику, план дня | n and T: paid minutes of a day; less what left the plan and downtime not the employee's |
//! | absence | отсутствие | time away of a kind; it leaves the plan or stays in it |
//! | downtime | простой | minutes without work, with whose fault it is |
//! | surplus | сверх плана | K(d) above T(d) of who is present |
//! | own day | свой день | a day of a region or firm laid over the year's base calendar |
//! | single day | отдельный день | a day that replaces a person's schedule: an extra shift, a day given away |
//! | cover | замещение | surplus credited for an absent colleague: by mark, by agreement, or without one |
//! | catch-up | наверстал | own absence made up by KPI of the same month |
//! | base | база | plan less own absence not made up: B |
//! | account | счёт месяца | a person's month in a department; a change of salary, rate or schedule cuts it into parts |
//! | forecast | прогноз | K + r·(T left) with its band: where the month is heading |
//! | trace | откуда вес | a decision's way back: norm, boost, set, order, readings |
//! | link | звено | a person's ratio of KPI to worked minutes against the limits of chance |
//! | task | задание | work given with a due day; its decisions count when the result is accepted |
//! | morning check | утренняя сверка | what to look at of a work day before its numbers are talked about; it delays nothing |
//! | start reviews | проверки запуска | five daily and three weekly reviews of a fresh floor or person |
//! | notification | уведомление | a fact somebody should know of, with the way there; read marks are no facts |
//! | objection | возражение | what an employee says against a figure of their own; somebody else answers |
//! | indicator | показатель | a numerator over a denominator by definition, with targets by segment |
//! | pay scheme | положение об оплате | what a department and position is paid by, in force from the 1st of a month |
//! | statement | расчётный лист | an account in lines of kopecks, each with its exact fraction |
//! | payroll | ведомость | everybody's statements of a month with their sums |
//! | award | разовая премия | a one-off sum with its reason, granted by the director |
//! | shadow statement | теневой расчётный лист | what a scheme would have paid, beside what is paid |
//! | lock | закрытие месяца | freezing a month's statements |
//! | recalculation | перерасчёт | the kopecks that a late fact of a locked month brings into the open one |
//! | rehearsal floor | учебный участок | a floor whose commands may carry their own time; nothing is paid by it |
//!
//! # Where the specification was left, and why
//!
//! * A fact table's `seq` is no foreign key to the audit entry: SQLite would search every table for waiting rows
//!   at each entry (measured on the demo floor: 142 s against 23 s). `verify` holds the two together instead.
//! * Free text and client references stand in one table, `private_text`, of which the chain holds salted digests,
//!   so that they can be erased later without breaking it.
//! * Closing a day stores the closed stretch, so that days before a floor was made stay open until somebody closes
//!   them on purpose while the days since close by themselves.
//! * A measured norm of a draft whose study has gone on is taken again when the set is submitted, and each such
//!   norm is named in a warning: a set never rests on older readings than its study shows.
//! * On a rehearsal floor only commands that carry their own time hold the clock back, so that a floor made today
//!   can live through any past month; such a time never goes backwards.
//! * `person.change` with another salary, rate, department or position holds from `effective`, else from a `from` later than
//!   the employment's, else from the running work day; a first salary from the first day of employment.
//! * Somebody has an account in a month who is an operator, logged tickets, or holds a position with a scheme of its own; the
//!   last are nobody's to cover without an agreement.
//! * Who held the role of an operator at any time of a month has an account in it: roles hold from when they are given, those
//!   somebody came with from ever on. So a promotion takes no finished work away and pays nothing for the past.
//! * A person's salary, rate, department and position are changed one by one: a change planned for a later day keeps what it
//!   changes, and carries on what is entered for an earlier day after it.
//! * A decision is weighed by what its action was at the ticket's finish, and a ticket or claim belongs to the department its
//!   employee worked in on that day, whenever it is written.
//! * An award and a percentage are paid in their month to who has no other account in it (a leaver, a supervisor). Who comes back
//!   after the last day gets another personnel number, because an account's months are those of one employment.
//! * The payroll of a locked month is read from the statements that were locked, whoever came, went or moved since.
//! * A scheme for who is paid by another already begins with a month to come; only where nobody is paid yet may it reach back.
//!   A position that changes within a month is paid by the scheme of the last one.
//! * A stage of a deal has no amount: each deal has its own, and it is entered on the ticket.
//! * Months are locked in order from the first with KPI on; a month before it is never asked for.
//! * A negative recalculation is deducted only when the director says so on that very sum; waived, it never comes again.
//! * A ticket with a manual decision is refused while the department has no set in force (`no-norm-in-force`):
//!   it would weigh nothing for good, and the operator would learn it too late.
//!
//! * What is still held when its day closes counts from then on and is shown for review: a record whose end was lost must
//!   not take work away, and either order of arrival ends alike.
//! * A move of a deal stage whose day is closed becomes a claim for the supervisor instead of moving that day.
//! * A call known as running goes to no ticket before its end is known, unless by hand; one without an end for twelve hours
//!   holds nothing.
//! * "Saved", in merging, is the moment of a manual ticket's first save; an imported ticket carries its own: its finish. A
//!   ticket without an opening counts as opened at its finish.
//! * Away, for the owner of a stage, is: not employed or not scheduled that day, or absent at the moment of the move.
//! * Where an order gives a reason for an early date and none for a pilot that was not full, the early reason stands for
//!   both, and the order prints it as such.
//! * A pilot stands for what a set holds: it counts for the order only if the set was not withdrawn from it and no norm or
//!   term was written since. What was piloted is submitted as it was piloted; studies that went on are named in a warning.
//! * Before a department's first order, tickets are taken while a set is under pilot, with set null and weight 0: else no
//!   first set could ever be piloted.
//! * In a replay the correction lines stand in both columns: they were written in minutes by that day's set and are no
//!   decisions, so that a set replayed over its own days changes nothing.
//! * A deputy names no deputy: else the dates that a supervisor gave could be made longer by who was given them.
//!
//! * A call shows no allowance, so drift holds handling times against the norm's time without it, not against the norm;
//!   and only weeks that are over count, because a running one may still gather its long calls.
//! * Hard cases are timed more often than they come, and together: fences, shape, tests of order and differences between
//!   operators are told by the regular cases as soon as a hard one was timed ([`views::studies::StudyReport`]).
//! * The modified Cox interval is reported only where it holds the arithmetic mean: on thousands of real calls of many
//!   kinds it lies beside the mean that it should surround ([`statistics::interval::cox_about`]).
//! * The clock check rests on sittings beside an operator rather than on a study: an observer times several actions in one
//!   sitting, and what is unaccounted for belongs to none of them.
//! * On the desk Ctrl with a digit goes to a ticket while several are open, and to a place of the window otherwise.
//! * An amount is taken with any decision, and asked for on the desk only where the action does; without a day of payment
//!   it is paid on the ticket's work day. An accepted claim's amounts count like a ticket's.
//! * A word of eight letters or more is sought by its first eight, which the index of words holds as one: longer ones
//!   would be gathered from everything that begins so. Numbers are sought whole.
//! * A chunk of an import is a transaction by itself, without a savepoint around it: SQLite walks through the pages that a
//!   savepoint keeps at every statement.
//! * A ticket whose finish is set before it was opened is sent as opened at its finish.
//! * A row of an import that changes an action counts as made, beside its own count: read = made + repeated + filtered +
//!   refused stays true. A code that stands in one file twice with different content is refused the second time.
//! * A set drafted from studies takes call records only where nobody has timed the action: they tell the talk only.
//!
//! * A printed order is PDF/A-2a with its fonts inside and checked against that standard as it is made, so that an archive
//!   takes it; whoever may read an order but not who else has read it gets it without the acquaintance sheet.
//!
//! * The funnel holds people to ΣK/Σworked, as the forecast does, and its limits to the daily ratio's spread.
//! * Work outside the schedule is told by the measured minutes before each ticket's finish, each minute once: a ticket left
//!   open over lunch is no work.
//! * What indicators count of amounts, outcomes and contacts is frozen with the day: a later correction moves minutes by its
//!   line, and no indicator. Days closed before there were indicators hold no data for these.
//! * An indicator's definition and target hold from the running month on, so that no bonus is computed anew. A bonus
//!   counts over the days that the statement counts; workload is K/P of the account, as any other. A retired one is made
//!   a bonus by no scheme that is not in force yet, while those in force go on being paid by it.
//! * A grant of the department's money is personal and the supervisor's own: a deputy does not act with it, and a person who
//!   moves to another department leaves it behind. Of a month in two departments the supervisor sees the own one's account.
//! * A falling pace is told when even the upper end of the forecast's band misses the plan, once a week; one's own only to who has a desk.
//! * The morning check is looked through and leaves no mark of its own: no command says that a morning was verified, because nothing waits for it.
//! * When somebody signed in last is not known: signing in is checked on a reader's thread and writes nothing.
//! * The audit journal tells of a fact whom and what it is about, never money, what people wrote or a verifier: an administrator
//!   reads it, and may see none of these. The check and the copy of the whole file are one act of the policy beside it.
//! * A one-time password is made by the program, and its command is never sent again under the same id: the second would be another.
//! * An own day may have a name, and goes out as the whole calendar it belongs to: that is how a year is amended, and how it
//!   is taken back. The base of a year is the first calendar that made it known.
//!
//! # Libraries
//!
//! eframe, egui, `egui_extras`, `egui_plot` (window, drawn by `OpenGL`, on Windows by wgpu), rfd (file dialogs);
//! rusqlite with bundled `SQLite` (storage), sha2 (chain), argon2 (passwords); chrono and chrono-tz (time), uuid (ids);
//! serde, `serde_json`, schemars (wire and its schema), toml, csv, `encoding_rs` (profiles and imports),
//! `rust_xlsxwriter` and calamine (workbooks out and in); krilla (PDF), harfrust (shapes of letters), unicode-linebreak and
//! textwrap (lines); statrs (distributions), rand and `rand_distr` (bootstrap, demo); fluent-bundle (texts);
//! clap, rpassword, directories (command line); thiserror, tracing.

pub mod cli;
pub mod demo;
pub mod desktop;
pub mod documents;
pub mod domain;
pub mod floor;
pub mod intake;
pub mod locale;
pub mod policy;
pub mod statistics;
pub mod store;
pub mod views;
pub mod worker;
