# The way of a set: state, terms, what it lacks, the pilot
way-draft = draft
way-pilot = pilot
way-no-pilot = no pilot
way-submitted = submitted
way-approved = approved
way-in-force = in force
allowance-none = No allowance
allowance-normal = Allowance { $share } % of normal time: { $factor }
allowance-shift = Allowance { $share } % of the shift: { $factor }
allowance-value-none = None
allowance-value-normal = { $share } % of normal time, { $factor }
allowance-value-shift = { $share } % of the shift, { $factor }
convention-normal = Of normal time
convention-shift = Of shift time
convention-normal-text = Norm = normal time × (1 + allowance)
convention-shift-text = Norm = normal time ÷ (1 − allowance): that share of every paid minute is not work on a request
basis-talk-only = talk only
norms-terms = Terms
norms-terms-title = Terms of the draft
norms-terms-save = Save the terms
norms-terms-saved = Terms of the draft changed
norms-terms-why = Check name and allowance
norms-terms-again =
    { $count ->
        [one] The norm of { $count } measured action without an allowance of its own will be taken again
       *[other] The norms of { $count } measured actions without an allowance of their own will be taken again
    }
norms-field-convention = Share of what
norms-allowance-most = { $most } % at most
norms-allowance-taken = Clear it to use the set's again: { $share } %
norms-boost-taken = Clear it to take the boost away
norms-pilot-stands = Pilot { $from } – { $to }: { $closed } of { $needed } days closed
norms-by-order-revoked = Order No. { $number } was revoked before it took effect
norms-report = Report
norms-back = Back to the sets
norms-lacks =
    { $count ->
        [one] { $count } thing to do before a pilot or a submission
       *[other] { $count } things to do before a pilot or a submission
    }
norms-lacks-remarks =
    { $count ->
        [one] { $count } remark: it does not keep the set from being submitted
       *[other] { $count } remarks: they do not keep the set from being submitted
    }
norms-lack-norm = "{ $action }": no norm
norms-lack-boost = "{ $action }": boosted without a reason
norms-lack-talk = "{ $action }": timed from call records, which hold the talk only
norms-mend-norm = Set it
norms-mend-boost = Explain
norms-mend-talk = Allowance
norms-submit-talk =
    { $count ->
        [one] { $count } norm holds the talk only and has no allowance: say why in the grounds
       *[other] { $count } norms hold the talk only and have no allowance: say why in the grounds
    }
norms-submit-no-pilot = There was no pilot: the director will have to say why in the order
norms-submit-short-pilot = { $closed } of { $needed } pilot days are closed: unless more come before the order, the director will have to say why in it
norms-pilot = Start a pilot
norms-pilot-title = Pilot of the set
norms-pilot-text = Tickets will also be weighed by "{ $set }", beside the set in force: nothing counts and nothing is paid by it. Its lines are closed meanwhile
norms-pilot-why = First fill in what is missing and check the dates
norms-field-pilot-from = First work day
norms-field-pilot-to = Last work day
norms-pilot-past = A pilot does not begin in the past
norms-pilot-order = The last day comes before the first
norms-pilot-enough =
    { $count ->
        [one] { $count } work day: an order needs { $needed }
       *[other] { $count } work days: an order needs { $needed }
    }
norms-pilot-short =
    { $count ->
        [one] { $count } work day: fewer than { $needed }, so the order will ask for a reason
       *[other] { $count } work days: fewer than { $needed }, so the order will ask for a reason
    }
norms-pilot-uncounted = Work days can't be counted: there is no calendar for these dates
norms-pilot-begun = Pilot: { $from } – { $to }
norms-withdraw = Take back
norms-withdraw-title = Take the set back
norms-withdraw-pilot = The pilot of "{ $set }" ends, and the set is a draft again. Its closed days can still be seen by replaying the month
norms-withdraw-submitted = "{ $set }" goes back from the director and is a draft again
norms-field-withdraw = Why
norms-withdraw-placeholder = Optional. For example: an error was found in the readings
norms-withdrawn = The set is a draft again
norms-key-terms = Change the terms of a draft
norms-key-pilot = Start a pilot
norms-key-report = The set's report: pilot and replay of months

# The report of a set
report-act-pilot = Days of the pilot
report-act-previous = Previous month
report-act-next = Next month
report-act-table = Next table
report-act-xlsx = Save the whole report as an XLSX workbook
report-act-csv = Save this table as CSV
report-key-month = Previous and next month
report-loading = Replaying closed days…
report-pilot = Pilot
report-standing = Pilot from { $from } to { $to }: { $closed } of the { $needed } days closed that an order wants without a stated reason
report-provisional = The department has no set in force: these weights are provisional, and no pay follows from them
report-empty = No closed day with work from { $from } to { $to }
report-empty-pilot = Until the first day of the pilot is closed, look at what the set would have done to last month
report-empty-text = Choose another month: any closed one can be replayed
report-median = Median day of a person
report-total = Department's KPI of these days
report-winners = Winners / losers
report-days = Closed days
report-was = was { $before }, { $change }
report-same = unchanged: { $count }
report-days-of = { $closed } of { $needed }
report-days-left =
    { $count ->
        [one] { $count } more day before an order
       *[other] { $count } more days before an order
    }
report-days-enough = enough for an order
report-occupancy = The set has no allowances: 480 minutes of such KPI ask for 100 % occupancy of a paid day, without rest or waiting
report-without-norm =
    { $count ->
        [one] { $count } action that was logged on these days weighs nothing by the set: { $actions }
       *[other] { $count } actions that were logged on these days weigh nothing by the set: { $actions }
    }
report-says = "Before" is what the days counted: the sums at the close with correction lines. "After" is the same decisions by this set. No closed day changes by it
report-new = first time
report-chart = People before and after
report-chart-minutes = Mean work day, KPI minutes
report-before = Before
report-after = After
report-target = Day's plan
report-as-table = Show as a table
report-as-chart = Show as a chart
report-sentence =
    { $winners ->
        [one] { $winners } person gains, { $losers } lose
       *[other] { $winners } people gain, { $losers } lose
    }
report-most = { $person } gains most ({ $change })
report-least = { $person } loses most ({ $change })
report-people = By person
report-actions = By action
report-by-day = By day
report-people-table = Report by person
report-actions-table = Report by action
report-days-table = Report by day
report-col-person = Operator
report-col-days = Days
report-col-before = Before
report-col-after = After
report-col-change = Change
report-col-median-before = Median before
report-col-median-after = Median after
report-col-of-target = Plan, %
report-col-target = Plan
report-col-action = Action
report-col-quantity = Times
report-col-share = KPI, %
report-col-weight = Weight, min
report-col-real = Real · times
report-col-agrees = Agrees
report-col-day = Day
report-col-people = People
report-col-a-person = After, a person
report-col-in-force = By the set in force
report-col-pilot = By the pilot
report-no-calls = calls don't tell
report-real-note = Real time is the mean handling time by the calls of the same days. It is held against the norm's time without allowance and boost: a call shows no allowance
report-real-hint = Time of the norm { $norm } min; 95 % interval of the real one: { $interval }
report-today = Today, in the shadow
report-today-table = Today by person
report-today-note = The running day by the set in force and by the one under pilot. Provisional
agrees-agrees = agrees
agrees-longer = longer than the norm
agrees-shorter = shorter than the norm
agrees-too-few = too few calls
replay-figure = Figure
replay-value = Value
replay-sheet-summary = Summary
replay-sheet-people = People
replay-sheet-actions = Actions
replay-sheet-days = Days
replay-set = Set
replay-department = Department
replay-from = From
replay-to = To
replay-closed-days = Closed days
replay-before = KPI before, min
replay-after = KPI after, min
replay-median-before = Median day before, min
replay-median-after = Median day after, min
replay-winners = Winners
replay-losers = Losers
replay-without-norm = Without a norm
replay-occupancy = No allowances: 100 % occupancy
replay-head-operator = Personnel number
replay-head-operator-name = Operator
replay-head-days = Days
replay-head-target-min = Plan, min
replay-head-before-min = Before, min
replay-head-after-min = After, min
replay-head-change-percent = Change, %
replay-head-median-before-min = Median day before, min
replay-head-median-after-min = Median day after, min
replay-head-action = Code
replay-head-action-name = Action
replay-head-quantity = Times
replay-head-share-percent = Share of KPI, %
replay-head-weight-in-force-min = Weight now, min
replay-head-weight-min = Weight by the set, min
replay-head-contacts = Calls
replay-head-real-min = Real time, min
replay-head-real-low-min = Real from, min
replay-head-real-high-min = Real to, min
replay-head-norm-time-min = Time of the norm, min
replay-head-agrees = Agrees
replay-head-date = Day
replay-head-people = People
replay-head-after-of-target-percent = After, % of plan

# Orders: pilot, revocation, acquaintance
orders-page-norms = What it changes
orders-page-people = People before and after
orders-page-order = Order
orders-page-acquaintance = Acquaintance
orders-page-acquaintance-of = Acquaintance: { $known } of { $all }
orders-key-page = The other page: people before and after, acquaintance
orders-pilot = Pilot
orders-pilot-stands = { $from } – { $to }: { $closed } of { $needed } days closed
orders-no-pilot = None
orders-pilot-was =
    { $count ->
        [one] { $from } – { $to }, { $count } day closed
       *[other] { $from } – { $to }, { $count } days closed
    }
orders-supersedes = Supersedes order
orders-first = The department's first
orders-boosts-unexplained = Boosted without a reason: { $actions }. Return the set
orders-talk-only = Only the talk was measured, without an allowance: { $actions }
orders-number-taken = This number is taken
orders-notice = Two months from the order's date end on { $day } (Labour Code art. 162)
orders-notice-kept =
    { $count ->
        [0] Two months from the order's date end on { $day }: the notice is kept (Labour Code art. 162)
        [one] Two months from the order's date end on { $day }: the notice is kept with { $count } day to spare (Labour Code art. 162)
       *[other] Two months from the order's date end on { $day }: the notice is kept with { $count } days to spare (Labour Code art. 162)
    }
orders-notice-short =
    { $count ->
        [one] Two months from the order's date end on { $day }: { $count } day is missing (Labour Code art. 162)
       *[other] Two months from the order's date end on { $day }: { $count } days are missing (Labour Code art. 162)
    }
orders-pilot-none = There was no pilot: the order will say why
orders-pilot-short = { $closed } of { $needed } pilot days are closed: the order will say why
orders-field-pilot = Why without a full pilot
orders-pilot-placeholder = For example: norms are introduced for the first time
orders-pilot-shared = Empty: the reason of the early day stands for both
orders-missing-count =
    { $count ->
        [one] from { $day }, { $count } to acquaint
       *[other] from { $day }, { $count } to acquaint
    }
orders-revoked-by = revoked by order No. { $number }
orders-revoked-text = Revoked by order No. { $number } of { $day }, { $person }
orders-revoked = The order is revoked
orders-revoke = Revoke the order
orders-revoke-title = Revoke order No. { $number }
orders-revoke-text = The order is not in force yet. Another order revokes it; the set in force now stays in force
orders-revoke-frozen = The set of a revoked order can't be submitted again: copy it into another draft
orders-field-revoke = Why it is revoked
orders-revoke-placeholder = For example: an error in the share of hard cases
orders-fingerprint-agrees = The fingerprint was made anew just now and agrees with the order
orders-fingerprint-differs = The fingerprint made anew just now does not agree with the order: the file was changed behind the program's back. Run norma verify
orders-save-pdf = Save the order with its acquaintance sheet as PDF
orders-save-xlsx = Save the order's table as XLSX
orders-save-json = Save the order as JSON: the same bytes for ever
orders-file = order_{ $number }
acquaintance-all = Everybody is acquainted: { $all }
acquaintance-missing =
    { $count ->
        [one] { $count } person is not acquainted yet
       *[other] { $count } people are not acquainted yet
    }
acquaintance-note = Who still has to is reminded at sign-in. Who did so on the effective day or later is named on the sheet
acquaintance-nobody = Nobody to acquaint
acquaintance-nobody-text = The department has no operators whom the order touches
acquaintance-table = Acquaintance sheet
acquaintance-col-person = Employee
acquaintance-col-position = Position
acquaintance-col-at = When
acquaintance-col-state = State
acquaintance-known = acquainted
acquaintance-late = acquainted late
acquaintance-unknown = not yet
acquaintance-overdue = not acquainted

# An operator's acquaintance
place-acquaintance = Acquaintance
app-waiting-acknowledge =
    { $count ->
        [one] { $count } order waits to be acknowledged
       *[other] { $count } orders wait to be acknowledged
    }
app-remind-acknowledge =
    { $count ->
        [one] { $count } order on norms waits for you to acknowledge it
       *[other] { $count } orders on norms wait for you to acknowledge them
    }
app-remind-open = Read and acknowledge
app-remind-later = Later
acknowledge-title = Orders to acknowledge
acknowledge-empty = No order waits for you
acknowledge-empty-text = When the director approves other norms, the program says so at sign-in, and the order opens here
acknowledge-days-left =
    { $count ->
        [one] in force in { $count } day
       *[other] in force in { $count } days
    }
acknowledge-in-force = already in force
acknowledge-before = Your KPI of 30 closed days
acknowledge-after = The same decisions by the order
acknowledge-touched = Your actions with another weight
acknowledge-change = change { $change }
acknowledge-of-all =
    { $count ->
        [one] the order changes { $count } weight in all
       *[other] the order changes { $count } weights in all
    }
acknowledge-figures = Closed days will not change: they are weighed by the set that was in force then. This is an example on your own work
acknowledge-first = Open the changes first: the weights of your own actions come first
acknowledge-open = Open the changes
acknowledge-do = I am acquainted
acknowledge-why = Open the changes first
acknowledge-means = Your acknowledgement goes on the acquaintance sheet with date and time
acknowledge-done = You are acquainted with order No. { $number }
acknowledge-table = What the order changes
acknowledge-col-action = Action
acknowledge-col-quantity = You did it, times
acknowledge-col-before = Weight was
acknowledge-col-after = Weight will be
acknowledge-col-change = Change
acknowledge-new = new
acknowledge-gone = no norm
acknowledge-key-order = Another order
acknowledge-key-rows = Along the rows of the table

# Deputies
orders-deputies = Deputies
deputies-title = Deputies of supervisors
deputies-text = On the days named the deputy acts in the department with the supervisor's rights too. What is always forbidden stays forbidden: an own ticket after the close, approving what one submitted
deputies-none = No deputy has been named yet
deputies-for = for { $supervisor }, { $from } – { $to }
deputies-end = End
deputies-ended = The deputy's time has ended
deputies-named = Deputy named
deputies-name = Name the deputy
deputies-field-person = Who stands in
deputies-field-from = First day
deputies-field-to = Last day
deputies-find = Find by name
deputies-nobody = Nobody of that name in the department
deputies-most =
    { $count ->
        [one] { $count } day at most
       *[other] { $count } days at most
    }
deputies-state-acting = acting
deputies-state-coming = coming
deputies-state-ended = ended sooner
deputies-state-over = over

# The wording of an order
orders-wording = Wording of the order
wording-title = Wording of the order
wording-text = The blocks in which a firm speaks its own way. An empty one is printed in the program's words; numbers, dates and the fingerprint of an order do not depend on the wording
wording-ru = In Russian
wording-en = In English
wording-begin = Begin from the program's words
wording-placeholders = A text may name: { $list }
wording-heading = Heading
wording-heading-hint = Above the number of the order
wording-preamble = Preamble
wording-preamble-hint = Before "I order"
wording-points = Points
wording-points-hint = One a line
wording-signature = Signature
wording-signature-hint = The position of who signs
wording-save = Save the wording
wording-saved = Wording of the order saved
