# The command line.
cli-about = Time norms, decisions, KPI and pay for operator floors
cli-fault = The program failed: { $text }. Nothing was written; NORMA_LOG=norma=debug tells more
cli-lang = language: ru or en
cli-password-of = Password of { $login }
cli-password-new = New password of { $login }
cli-password-again = Once more
cli-password-set = The password of { $login } is changed
cli-password-one-time = The password of { $login } is set by the file's owner: at sign-in it is to be replaced
cli-init-done = The floor is made: { $file }
cli-init-no-password = { $login } has no password yet. Set one: norma password FLOOR { $login } --by-file-owner
cli-kpi-title = KPI of { $month }, closed through { $through }
cli-kpi-none-closed = — (no day yet)
cli-kpi-name = Employee
cli-kpi-kpi = KPI, min
cli-kpi-plan-to-date = Plan to date
cli-kpi-plan = Month's plan
cli-kpi-provisional = Not closed
cli-kpi-tickets = Tickets
cli-kpi-total = Total KPI: { $total } min
cli-close-nothing = Nothing to close: no work day has passed since the floor was made
cli-close-done = Closed through { $through }
cli-close-already = The days through { $through } are closed already: nothing changed
cli-verify-ok = whole   
cli-verify-broken = BROKEN  
cli-verify-head = Newest audit entry { $seq }, its hash { $head }
cli-verify-whole = The file is whole: everything agrees
cli-verify-altered = The file was altered behind the program's back. Do not use it: restore the last whole backup and tell the director
cli-check-file = the file's pages, indexes and references
cli-check-schema = schema and fences
cli-check-chain = the audit chain
cli-check-facts = each fact in one audit entry
cli-check-texts = texts and their digests
cli-check-readings = readings: elements, pauses, evidence
cli-check-fingerprints = fingerprints of approved sets
cli-check-orders = orders
cli-check-sets-in-force = each ticket's set
cli-check-weights = weights of decisions
cli-check-closed-days = sums of closed days
cli-check-day-sums = day sums by tickets
cli-check-pilots = pilots and the closed days of orders
cli-check-revocations = revocations of orders
cli-check-behalf-sums = minutes marked for colleagues
cli-check-absences = absences, downtime, cover
cli-check-pay = pay schemes and locked months
cli-check-merges = merges of calls with tickets
cli-check-search = search over tickets
cli-check-desk = calls, stages, corrections
cli-check-department = tasks, objections, indicators
cli-check-call-sums = sums of calls by day
cli-check-amount-sums = sums of amounts by day of payment
cli-check-rating-sums = sums of ratings by day
cli-check-touched-months = newest entry that bears on each month
cli-check-head = the printed hash
cli-backup-done = The backup is verified and written: { $file } (entry { $seq }, hash { $head })
cli-restore-done = The floor is restored and verified: { $file }
cli-export-done = Rows written: { $rows }, file { $file }
cli-run-unexpected = line { $line }: expected { $expected }
cli-import-done = Read { $read }: made { $made }, repeated { $repeated }, filtered { $filtered }, refused { $refused }
cli-import-dry = Dry run: read { $read }, would take in { $rows }, filtered { $filtered }, refused { $refused }
cli-import-zone = Local times are read in { $zone }
cli-import-zone-twice = Local times are read in { $zone }; times that came twice because the clock went back: { $twice }, taken as the profile says
cli-import-queued = Match nobody and wait in the queue: { $queued }. To see them: norma query FLOOR queue
cli-watch-begins = Watching { $folder }
cli-watch-done = { $file }: made { $made }, repeated { $repeated }, refused { $refused } → { $place }
cli-watch-failed = { $file } was not taken: the reason stands beside it → { $place }
cli-watch-away = The folder { $folder } is away ({ $why }): will try again
cli-import-changed =   of those taken, changed what was there: { $changed }
cli-import-retired =   retired: { $retired }
cli-import-only = --{ $flag } goes only with the kind { $kind }
cli-difference-actions = Against the catalogue of the floor: { $added } new, { $changed } changed, { $same } the same, { $missing } not in the file
cli-difference-missing = "?": in the catalogue, not in the file; it stays as it is (to retire: --retire-missing)
cli-difference-norms = Set "{ $set }" against the one in force: { $added } new, { $changed } changed, { $same } the same, { $missing } in force but not in the file
cli-import-row =   line { $line }: { $text }
cli-import-more =   … and { $count } more
cli-import-progress = { $done } of { $total }
cli-demo-made = The demo floor was made in { $seconds } s: { $file }
cli-demo-there = The demo floor is there already: { $file }
cli-demo-people = Sign in as one of (password { $password } for all): { $logins }
cli-no-window = The window did not open: { $error }
    The command line works without one: norma help
cli-stats-title = { $file }: { $n ->
    [one] { $number } observation
   *[other] { $number } observations
}, { $total } in all
cli-stats-hour = h
cli-stats-measured = What was measured
cli-stats-mean = Mean
cli-stats-geometric = Geometric mean
cli-stats-median = Median
cli-stats-sd = Std. deviation
cli-stats-middle-half = Half of them between
cli-stats-range = All of them between
cli-stats-mean-above = The mean is { $percent } % above the geometric mean: long cases pull it up. The norm is the mean, because the sum of the actions is paid; the median and the geometric mean are too low for that.
cli-stats-col-class = Class
cli-stats-col-operator = Operator
cli-stats-col-n = Observations
cli-stats-col-mean = Mean
cli-stats-col-flags = Flags
cli-stats-col-row = Row
cli-stats-col-time = Time
cli-stats-col-times-median = Of the median
cli-stats-col-without = Mean without it
cli-stats-col-esd = ESD test
cli-stats-col-fences = Tukey's fences
cli-stats-col-from = From
cli-stats-col-to = To
cli-stats-col-outside = Outside
cli-stats-esd-agrees = agrees
cli-stats-esd-differs = differs
cli-stats-more = … and { $count } more: all of them with --json
cli-stats-sure = How sure it is
cli-stats-norm = The norm without allowances is { $norm } ± { $percent } %; at 95 % { $interval }.
cli-stats-norm-alone = The norm without allowances is { $norm }; how precise cannot be said.
cli-stats-norm-unknown = The norm without allowances is { $norm }, but its error ({ $percent } %) is larger than itself: there are too few observations.
cli-stats-by-t = The interval is Student's.
cli-stats-by-cox = The interval is modified Cox: the times are skewed, and it is wider than Student's.
cli-stats-by-classes = Mean and interval are by classes at their shares.
cli-stats-weighted = The mean is weighted by classes: { $percent } % hard cases.
cli-stats-if-no-hard = This holds if the action has no hard cases: the file says nothing of classes.
cli-stats-by-operators = The interval is by the spread between operators: wider than by the observations.
cli-stats-no-interval-one = No interval: there is one observation.
cli-stats-no-interval-spread = No interval: all observations are equal, the watch is too coarse.
cli-stats-no-interval-regular = No interval: { $number } regular cases, at least two are needed.
cli-stats-no-interval-hard = No interval: { $number } hard cases, at least two are needed.
cli-stats-no-interval-few-hard = The interval is not reliable: the share of hard cases is known from this file alone, which holds { $number } of them (20 are needed). Give shares counted on tickets (--weights, --weights-count).
cli-stats-share-declared = The shares are given without a number of tickets (--weights-count): their error is not in the interval.
cli-stats-share-own = The share of hard cases ({ $percent } %) is this file's own: true only if cases were timed as they came.
cli-stats-few-operators = { $n ->
    [one] One operator
   *[other] Only { $number } operators
}: nothing can be said about the whole staff.
cli-stats-few-complete = { $n ->
    [0] No operator was
    [one] Only one operator was
   *[other] Only { $number } operators were
} observed in every class: nothing can be said about the whole staff.
cli-stats-bca = Bootstrap BCa, 95 %: { $interval }.
cli-stats-look = What to look at
cli-stats-flags-none = Nothing is flagged.
cli-stats-flags-too-few = Fewer than five observations: nothing is flagged.
cli-stats-flags = { $n ->
    [one] { $number } row is flagged. A flag is a question to a person, not a verdict.
   *[other] { $number } rows are flagged. A flag is a question to a person, not a verdict.
}
cli-stats-flags-causes = Long ones: hard case, forgotten stop, wrong action. Short ones: late start, wrong action. "It is long" alone is no reason to exclude.
cli-stats-flags-many = { $percent } % of the rows are flagged: rather another kind of case than errors. Name a class that is known without the stopwatch (--class).
cli-stats-not-positive = Some times are not above zero: nothing is calculated or flagged on logarithms.
cli-stats-on-minutes = on minutes ({ $reach } IQR)
cli-stats-on-logs = on logs ({ $reach } IQR)
cli-stats-fences-differ = On minutes the usual long tail lies outside too, so the program flags on logarithms, within class.
cli-stats-grubbs-above = Grubbs' test (on minutes): G = { $g }, above the critical { $critical }.
cli-stats-grubbs-below = Grubbs' test (on minutes): G = { $g }, not above the critical { $critical }.
cli-stats-order-rises = Times rise through the file (Mann–Kendall, p { $trend }): tiring, or other conditions?
cli-stats-order-falls = Times fall through the file (Mann–Kendall, p { $trend }): learning, or other conditions?
cli-stats-order-runs = Short and long ones come in runs (runs test, p { $runs }): did conditions change?
cli-stats-order-none = Through the file there is no trend (p { $trend }) and there are no runs (p { $runs }).
cli-stats-ku = Ku = longest / shortest = { $ku }: for the record, nothing is decided by it.
cli-stats-between = Groups side by side
cli-stats-anova = Analysis of variance: F = { $f } (p { $p }).
cli-stats-anova-logs = Analysis of variance: on seconds F = { $f } (p { $p }), on logs F = { $flog } (p { $plog }).
cli-stats-operators-differ = The difference is not chance. If the groups are operators, more operators are needed, not more observations of the same; the slow one is not excluded. If they are kinds of work, each needs a norm of its own.
cli-stats-operators-alike = There is no clear difference between the groups.
cli-stats-icc = Differences between groups are { $percent } % of the spread (ICC).
cli-stats-staff = Mean of the groups, each with equal weight: { $mean }; if they are operators, for the whole staff at 95 % { $interval }.
cli-stats-next = What to do next
cli-stats-do-flags = { $n ->
    [one] Decide { $number } flag: a hard case, or exclude it with a reason.
   *[other] Decide { $number } flags: a hard case, or exclude it with a reason.
} With more than 5 % excluded the study is repeated.
cli-stats-do-hard = Time { $n ->
    [one] { $number } more hard case
   *[other] { $number } more hard cases
}
cli-stats-do-hard-new = Time { $n ->
    [one] { $number } more hard case
   *[other] { $number } more hard cases
} from operators not yet observed
cli-stats-do-regular = Time { $n ->
    [one] { $number } more regular case
   *[other] { $number } more regular cases
}
cli-stats-do-regular-new = Time { $n ->
    [one] { $number } more regular case
   *[other] { $number } more regular cases
} from operators not yet observed
cli-stats-do-observations = Make { $n ->
    [one] { $number } more observation
   *[other] { $number } more observations
}
cli-stats-do-observations-new = Make { $n ->
    [one] { $number } more observation
   *[other] { $number } more observations
} of operators not yet observed
cli-stats-do-more-operators = Observe { $n ->
    [one] { $number } more operator
   *[other] { $number } more operators
}, each in every class
cli-stats-do-hard-on-operators = Time hard cases from { $n ->
    [one] { $number } more operator
   *[other] { $number } more operators
} of those already observed
cli-stats-do-regular-on-operators = Time regular cases from { $n ->
    [one] { $number } more operator
   *[other] { $number } more operators
} of those already observed
cli-stats-do-even = Even out the observations: one operator has { $most }, another { $fewest }
cli-stats-do-few = Make { $n ->
    [one] { $number } more observation
   *[other] { $number } more observations
} of the operator "{ $operator }", who was observed least
cli-stats-do-others = The operator "{ $operator }" has { $percent } % of all observations: observe others
cli-stats-do-only-others = Observe others: more than half of the observations are of one operator
cli-stats-do-tickets = Count the shares of the classes on { $n ->
    [one] { $number } more ticket
   *[other] { $number } more tickets
}
cli-stats-do-classes = If hard cases happen, name the column of classes (--class) and the shares (--weights): without them the ± is too narrow
cli-stats-do-operators = Name the column of operators (--group): without it nobody sees whether the norm fits them all
cli-stats-target-met = ±{ $percent } %: reached
cli-stats-target-more = ±{ $percent } %: { $list } more
cli-stats-need-observations = { $n ->
    [one] { $number } observation
   *[other] { $number } observations
}
cli-stats-need-regular = { $n ->
    [one] { $number } regular case
   *[other] { $number } regular cases
}
cli-stats-need-hard = { $n ->
    [one] { $number } hard case
   *[other] { $number } hard cases
}
cli-stats-need-operators = { $n ->
    [one] { $number } operator
   *[other] { $number } operators
}
cli-stats-need-tickets = { $n ->
    [one] { $number } ticket
   *[other] { $number } tickets
} for the shares
cli-stats-for-the-record = For the record, observations in all, lower bounds: by the ILO { $iloten } for ±10 % and { $ilofive } for ±5 %, by Student { $tten } and { $tfive }.
cli-demo = Make the demo floor if it is not there, and open it
cli-demo-example = Example: norma demo --seed 7 --no-window
cli-init = Make a new floor
cli-init-example = Example: norma init floor.norma --organisation "Телеком" --timezone Europe/Moscow --director ivanova
cli-password = Set a password
cli-password-example = Example: norma password floor.norma ivanova --by-file-owner
cli-stats = Statistics of a file of durations
cli-stats-example = Example: norma stats readings.csv --column seconds --group operator --json
cli-watch = Watch a folder and import the files that are put there
cli-watch-example = Example: norma watch floor.norma /srv/calls --profile norms/profiles/freepbx-cdr.toml --as admin. What was taken goes to done, what was not to failed, with NAME.report.json beside it
cli-import = Import a file (CSV or XLSX): people, actions, samples, tickets, calls and chats, deal stages, absences, ratings, calendar, norms
cli-import-example = Example: norma import floor.norma tickets calls.txt --profile norms/profiles/anonymous-bank-1999.toml --as petrova
cli-export = Export the catalogue of actions, norms, an order, a study, tickets, KPI, pay or the journal
cli-export-example = Example: norma export floor.norma kpi --month 2026-11 --format xlsx -o kpi.xlsx --as petrova
cli-kpi = A month's KPI by employee
cli-kpi-example = Example: norma kpi floor.norma --month 2026-11 --as petrova
cli-close = Close the work days that are over
cli-close-example = Example: norma close floor.norma --through 2026-11-20 --as petrova
cli-run = Carry out commands and questions from JSON lines
cli-run-example = Example: norma run floor.norma day.jsonl --as petrova
    
      {"{"}"as":"anna","do":"ticket.save","with":{"{"}"ticket":"$t1","channel":"inbound-call","decisions":[{"{"}"action":"ROUT","quantity":1{"}"}]{"}"}{"}"}
cli-query = Ask one question, the answer is JSON
cli-query-example = Example: norma query floor.norma day '{"{"}"person":"anna","date":"2026-11-20"{"}"}' --as petrova
cli-schema = JSON Schema of commands, questions and answers
cli-schema-example = Example: norma schema
cli-verify = Check the whole file: chain, sums, weights
cli-verify-example = Example: norma verify floor.norma --json
cli-backup = A consistent, verified copy
cli-backup-example = Example: norma backup floor.norma copy.norma
cli-restore = Restore a floor from a copy
cli-restore-example = Example: norma restore copy.norma floor.norma
cli-arg-floor = the floor file
cli-arg-floor-window = the floor file to open in the window
cli-arg-floor-new = the new floor file
cli-arg-as = login; the password is in NORMA_PASSWORD_LOGIN or NORMA_PASSWORD
cli-arg-json = one JSON document on stdout
cli-arg-at = where to make it (in the data folder by default)
cli-arg-seed = seed of the random numbers
cli-arg-no-window = only make it
cli-arg-organisation = the organisation's name
cli-arg-timezone = IANA time zone, for example Europe/Moscow
cli-arg-day-ends = the hour at which the work day ends
cli-arg-director = the director's login
cli-arg-administrator = the administrator's login; without one the director stands in
cli-arg-rehearsal = a rehearsal floor, for ever
cli-arg-login = login
cli-arg-by-file-owner = set it as the file's owner, without the old password
cli-arg-stats-file = a CSV file or a column of numbers
cli-arg-column = column of durations: its name, without a header its number
cli-arg-unit = unit: ms, s, min; without it seconds, or what the column's name says (duration_ms, minutes)
cli-arg-group = column of operators
cli-arg-class = column of classes
cli-arg-weights = shares of the classes, 1 in all
cli-arg-weights-count = over how many tickets the shares were counted
cli-arg-bca = the BCa bootstrap interval as well
cli-arg-retire-missing = retire the actions that the file does not have
cli-arg-starter = a provider's starter catalogue instead of a file
cli-arg-import-set = the draft's name (by default the file's)
cli-arg-import-kind = what is imported
cli-arg-import-file = the file
cli-arg-profile = column-mapping profile (TOML)
cli-arg-watch-folder = the folder files are put into
cli-arg-watch-kind = what the files hold: calls, stages or tickets
cli-arg-watch-every = how often to look, in seconds
cli-arg-watch-once = take in what is there and end
cli-arg-dry-run = only check
cli-arg-export-kind = what is exported
cli-arg-month = month YYYY-MM
cli-arg-number = the order's number
cli-arg-study = the study's id
cli-arg-set = the set's id; the one in force by default
cli-arg-format = csv, xlsx, json or, of an order and of pay, pdf
cli-arg-output = file; stdout by default
cli-arg-department = the department's code
cli-arg-person = personnel number: one employee's statement (kind pay)
cli-arg-through = the last day to close
cli-arg-run-file = file of JSON lines, - is stdin
cli-arg-keep-going = do not stop at the first unexpected line
cli-arg-query-name = the question: kpi, day, ticket, study, studies, set, sets, order, orders, people, actions, permissions, audit, me, desk
cli-arg-query-with = its fields, JSON
cli-arg-head = a hash from an order or backup: is it in the chain
cli-arg-backup-file = the backup file

cli-demo-progress = { $percent } % done
cli-arg-sheet = Which sheet of the kpi export: month, days, links, tasks, indicators
