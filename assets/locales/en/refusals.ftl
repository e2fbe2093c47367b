# Why something was refused and what to do.
refused-bad-credentials = Not signed in: login or password do not fit. Check the keyboard layout and Caps Lock; an administrator resets a forgotten password
refused-bad-credentials-confirm = An order is confirmed by password: type your password again
refused-not-found = Not found. Check the number or code
refused-not-found-file = There is no file { $file }. Check the path, or make a floor with norma init
refused-not-found-folder = The folder of { $file } does not exist. Make it or choose another
refused-not-found-person = There is no person "{ $code }". Check the personnel number
refused-not-found-entry = The journal has no entry { $seq }. Open the journal again
refused-not-found-action = There is no action "{ $code }". Check the code
refused-not-found-study = The study was not found. Open it again from the list
refused-not-found-observation = The observation was not found. Open the study again
refused-not-found-set = The norm set was not found. Open it again from the list
refused-not-found-order = There is no order No. { $number }. Check the number
refused-not-found-ticket = The ticket was not found. Check its id
refused-not-found-call = The call or chat was not found. Refresh the list
refused-not-found-claim = The claim was not found. Refresh the list
refused-not-found-review = The review was not found. Refresh the list
refused-not-found-queued = There is no such record in the queue: somebody has settled it. Refresh the queue
refused-not-permitted = Your role does not allow this. The permissions show who may do what; an administrator assigns roles
refused-own-order = You cannot approve a set that you submitted yourself. Let a supervisor submit it, or another director approve it
refused-own-ticket = You cannot correct your own ticket of a closed day ({ $day }). Ask your supervisor for a correction line
refused-own-ticket-claim = Another supervisor decides on your own claim
refused-own-ticket-review = Another supervisor asks about your own ticket
refused-own-ticket-stage = Nobody credits a deal stage to themselves. Let another supervisor or the administrator load it
refused-bad-input = The input is wrong: { $error }
refused-bad-input-paid-nothing = A day of payment without an amount. Give the amount of the deal or take the day away
refused-not-permitted-own-grant = Nobody grants themselves a department's money: another director does
refused-bad-input-grant-person = { $code } is no supervisor of a department. Only its supervisor can be let see a department's money
refused-id-conflict-grant = { $code } already sees the department's money
refused-not-found-grant = There is no such grant
refused-id-conflict-grant-ended = This grant was ended before
refused-not-found-award = There is no such award. Refresh the list
refused-id-conflict-award-cancelled = This award was taken back before
refused-needs-reason-award-cancel = Say why the award is taken back
refused-bad-input-empty = The field "{ $field }" is empty. Fill it in
refused-bad-input-too-large = The number is too large. Check for extra zeros
refused-bad-input-file-exists = { $file } already exists. Choose another name: an existing file is never overwritten
refused-bad-input-rate = A rate of { $rate } basis points is impossible: 1 to 20 000 (10 000 is full time)
refused-bad-input-salary = A salary cannot be negative
refused-bad-input-dates = The last day lies before the first. Check the dates
refused-bad-input-rehired = Employment ended on { $last }; { $from } is a return to work. Add the person under a new personnel number: the months of the former one stay as they are
refused-bad-input-stage-amount = A stage has no amount: each deal has its own. Leave the amount of "{ $code }" out; it is entered on the ticket of the deal
refused-bad-input-password-short = The password is shorter than { $least } characters. Choose a longer one
refused-bad-input-password-missing = No new password was given. Set it in the window, with norma password or in NORMA_PASSWORD_LOGIN
refused-bad-input-no-login = "{ $code }" has no login. Give the person a login first
refused-bad-input-login = "{ $login }" cannot be a login
refused-bad-input-calendar-year = Give the calendar's year: its days are of several years, or there are none
refused-bad-input-calendar = The calendar is wrong: { $error }
refused-bad-input-pattern = The schedule is wrong: { $error }
refused-bad-input-retired = The action "{ $code }" is retired. Choose an active one
refused-bad-input-duration = A duration of { $duration_ms } ms is impossible: above zero, at most a day. Check the unit
refused-bad-input-rating = A rating of { $rating_bp } basis points is impossible: 1 000 to 30 000 (10 000 is normal)
refused-bad-input-paused = Pauses of { $paused_ms } ms are impossible: each above zero, a day at most in all, and what paused_ms says where it is given
refused-bad-input-from = "{ $from }" is no source of a set: studies, empty, or a set's id
refused-bad-input-allowance = An allowance of { $allowance_bp } basis points is impossible: 0 to { $most }
refused-bad-input-boost = A boost of { $boost_bp } basis points is impossible: 10 000 (×1) to 100 000 (×10)
refused-bad-input-elements = The elements of an action need a code and a name each, no code twice, { $most } at most
refused-bad-input-element-times = The element times don't add up to the observation ({ $duration_ms } ms), repeat an element or belong to another action
refused-bad-input-reopen-nothing = Name at least one observation whose decision is taken back
refused-bad-input-reopen-undecided = Nothing was decided about this observation, so there is nothing to take back
refused-bad-input-amend-nothing = There is nothing to put right: give a rating or a note
refused-bad-input-sitting = This can't be a sitting: it ends after it begins, lasts a day at most, and its pauses are shorter than it
refused-bad-input-study-or-expert = A norm comes from a study, from an expert or from a file: give one of the three
refused-bad-input-not-weighed = "{ $action }" weighs nothing: it is automatic or retired
refused-bad-input-other-action = The study is of another action, not of "{ $action }"
refused-bad-input-expert = An expert's norm of { $expert } min is impossible: give 0.01 to 10 000 min
refused-bad-input-imported-norm = A norm of { $norm } min is impossible: from 0.01 to 10 000 min. Check the column norm_min
refused-bad-input-nothing-kept = The study of "{ $action }" keeps no observation. Time some first
refused-bad-input-no-hard-case = "{ $action }" has a share of hard cases, but none was timed. Time hard cases, or set the share to 0
refused-bad-input-no-regular-case = No regular case of "{ $action }" was timed. Time some, or set the share to 100 %
refused-bad-input-share = A share of hard cases lies between 0 and 100 %
refused-bad-input-quantity = A quantity of { $quantity } is impossible: 1 to 999
refused-bad-input-hard = There cannot be more hard cases ({ $hard }) than cases
refused-bad-input-no-department = "{ $code }" has no department, so nothing can weigh the ticket. Assign a department
refused-bad-input-placeholder = An order does not know "{ $name }" in braces. Known are: { $known }
refused-bad-input-placeholder-brace = A brace without its fellow. A placeholder is written {"{"}effective{"}"}; the text of an order can have no other braces
refused-bad-input-no-paper = There is no PDF of "{ $kind }": an order and pay have one. Choose csv, xlsx or json
refused-bad-input-opened = The work began after it was finished. Check the times
refused-bad-input-not-employed = "{ $code }" is not employed on { $day }. Check the date, or the dates of employment
refused-bad-input-behalf-self = A ticket is not marked on behalf of oneself: choose the absent colleague
refused-bad-input-finish-moves = A ticket's finish and employee never change. Cancel the ticket and log a new one
refused-bad-input-employee = The row names no employee
refused-bad-input-month = "{ $month }" is no month. Write YYYY-MM, for example 2026-11
refused-bad-input-year = "{ $year }" is no year of a calendar. Give a year from 1900 to 2200
refused-bad-input-chunk = The chunk holds more than { $most } rows
refused-bad-input-call-times = The times of the call cannot be: answer and end come after the start, the answer before the end. Check the columns
refused-bad-input-call-channel = The channel "{ $channel }" is neither a call nor a chat. Give inbound-call, outbound-call or chat
refused-bad-input-call-running = The call is still running. It can be dismissed when it is over, and attached to a ticket now
refused-bad-input-call-merged = The call is in a ticket. Take it out first
refused-bad-input-call-dismissed = The call is dismissed already. Its reason stands beside it
refused-bad-input-call-not-dismissed = The call is not dismissed: there is nothing to take back
refused-bad-input-attach-person = The call and the ticket are of different people. Choose a ticket of whoever talked
refused-bad-input-attach-ticket = This ticket takes no calls: it was taken back, or a deal stage made it. Choose another
refused-bad-input-not-merged = The call is not in this ticket: there is nothing to take out. Refresh the screen
refused-bad-input-merge-window = A window of { $minutes } min cannot be: at most { $most }
refused-bad-input-page = There is no such page. Begin with the first
refused-bad-input-queue-nothing = There is nothing to match: name records or an operator
refused-bad-input-claim-open-day = The work day { $day } is still open. A claim is only for a closed one: save a ticket
refused-bad-input-claim-empty = The claim holds no decision: there is nothing to add
refused-bad-input-correct-one-change = Give one of: a replacement, new decisions, or cancelling
refused-bad-input-correct-tickets = Name at least one ticket, and each once
refused-bad-input-correct-absent = Ticket { $ticket } does not hold the action "{ $code }". Leave it out of the correction
refused-bad-input-sample-size = A sample of { $size } cannot be: 1 to { $most } tickets
refused-bad-input-review-stretch = At most { $most } days are looked at together. Narrow the stretch
refused-bad-input-watch-taken = Another process watches the folder "{ $folder }". Stop it or choose another folder
refused-bad-input-watch-folder = The folder "{ $folder }" does not serve ({ $error }). Check the path and rights: done and failed are made in it
refused-bad-input-json = Line { $line } is not JSON: { $error }
refused-bad-input-line = Line { $line } is neither a command nor a question: it needs do or ask
refused-bad-input-command = There is no command "{ $name }". See norma help run for the list
refused-unknown-code = The code "{ $code }" is unknown
refused-unknown-code-person = There is no person "{ $code }". Add the person or correct the code
refused-unknown-code-department = There is no department "{ $code }". Add it or correct the code
refused-unknown-code-action = There is no action "{ $code }". Add it or correct the code
refused-unknown-code-stage-not-mapped = The deal stage is not mapped to decisions. Map it first
refused-code-taken = The code "{ $code }" is taken: codes are never reused. Choose another
refused-code-taken-row = The code "{ $code }" stands in the file twice with different content: the first row was taken. Leave one of them
refused-code-taken-login = The login "{ $code }" is taken. Choose another
refused-id-conflict = Something with this id exists already and differs. Refresh and try again
refused-id-conflict-row = A row with this key was taken in before with other content. Correct the key, or correct the ticket
refused-id-conflict-version = The ticket was changed meanwhile: it is at version { $version } now. Open it again
refused-id-conflict-call = There is another record of this call: its time, operator, client or end differs. Check the key
refused-id-conflict-claim = The claim is decided already. Refresh the list
refused-id-conflict-review-open = There is an open review of this ticket. Wait for the answer or close it
refused-id-conflict-review-closed = The review is closed. Open another
refused-set-not-draft = The set is in the state "{ $state ->
    [draft] draft
    [pilot] pilot
    [submitted] submitted
    [returned] returned
    [approved] approved, not in force yet
    [in-force] in force
    [superseded] superseded
    [revoked] revoked
   *[other] { $state }
 }", which this step does not fit. Open the set to see what comes next
refused-open-flags = Flags are still open: { $flags }. Decide each: regular, hard case, or exclude with a reason{ $missing ->
    [none] {""}
   *[other] {". "}Norms are missing: { $missing }
 }{ $boosts ->
    [none] {""}
   *[other] {". "}Boosts without a reason: { $boosts }
 }{ $talk_only ->
    [none] {""}
   *[other] {". "}To be thought over: { $talk_only } hold the talk only, without an allowance
 }
refused-norm-missing = Norms are missing: { $missing }. Time these actions or set an expert's norm{ $boosts ->
    [none] {""}
   *[other] {". "}Boosts without a reason: { $boosts }
 }{ $talk_only ->
    [none] {""}
   *[other] {". "}To be thought over: { $talk_only } hold the talk only, without an allowance
 }
refused-grounds-missing = State the grounds: changed technique, organisation, or first introduction. That somebody works faster is none (Labour Code art. 160)
refused-effective-past = The effective date must lie after today's work day ({ $today })
refused-effective-past-before-latest = The effective date must lie after the latest order's ({ $latest })
refused-effective-past-history = The first set cannot take effect on { $effective }: there are tickets or closed days since
refused-effective-past-setting = The setting takes effect on a future work day (today is { $today }): merges made until now do not change
refused-notice-short = New norms need two months' notice (Labour Code art. 162): { $earliest } at the earliest. Give a reason for an earlier date
refused-number-taken = There is an order with this number already. Choose another
refused-no-norm-in-force = No norms are in force on { $day }, so nothing can weigh the ticket. Wait for the director's order
refused-in-the-future = That time has not come yet. Check the clock
refused-in-the-future-moment = { $moment } has not come yet. Check the clock and the time zone
refused-in-the-future-day = The work day { $day } is not over: only past days are closed
refused-day-closed = The work day { $day } is over or closed. The supervisor enters a forgotten ticket as a correction line
refused-month-locked = The month is locked. Changes enter the open month as a recalculation
refused-needs-reason = A reason is needed
refused-needs-reason-exclude = To exclude an observation give a reason: forgotten stopwatch, interrupted, wrong action. That it is long is none
refused-needs-reason-flags = Deciding all flags alike needs a reason
refused-needs-reason-rating = Another rating changes the norm: say why
refused-needs-reason-boost = A boost needs an explanation: why this action matters
refused-needs-reason-expert = An expert's norm needs an explanation: where the number comes from
refused-needs-reason-return = Say what is to be changed in the set
refused-needs-reason-no-decisions = A ticket without decisions is saved only with a reason, for example "wrong number"
refused-needs-reason-correction = A correction needs a reason
refused-needs-reason-dismiss = Say why the contact needs no ticket: "wrong number", "private call"
refused-needs-reason-claim = Say why the ticket was not saved that day
refused-needs-reason-claim-decision = Tell the operator why the claim is accepted or declined
refused-needs-reason-review = Say what the operator is asked
refused-needs-reason-review-answer = The answer is empty. Say how it was
refused-needs-reason-review-close = Say what came of it: all is right, or what was corrected
refused-clock-behind = This computer's clock is more than five minutes behind the newest entry. Set it right and try again
refused-not-rehearsal = A command may carry its own time on a rehearsal floor only (norma init --rehearsal)
refused-busy = The file is busy. Nothing is lost: try again in a few seconds
refused-storage-full = The disk is full: nothing was written. Free some space and try again
refused-read-only = { $file } or its folder cannot be written. Check the access rights
refused-network-folder = { $file } lies in a network folder; a floor file needs a disk of this computer. Move it
refused-newer-file = { $file } was made by a newer program (schema { $version }, known { $known }). Update Norma
refused-foreign-file = { $file } is no floor file of Norma, or it is damaged. Open another file or restore a backup
refused-not-found-script = There is no file { $file }. Check the path
refused-bad-input-timezone = There is no time zone "{ $timezone }". Write an IANA name, for example Europe/Moscow
refused-bad-input-day-ends = "{ $day_ends }" is no end of a work day: 00:00 to 11:59
refused-bad-input-date = "{ $date }" is no date. Write YYYY-MM-DD
refused-bad-input-file-empty = { $file } is empty: it holds no rows
refused-bad-input-column = { $file } has no column "{ $column }". It has: { $columns }
refused-bad-input-number = { $file }, line { $line }: "{ $text }" is no number. Correct the row or choose another column (--column)
refused-bad-input-cell-quote = { $file }, line { $line }: a quote is opened and does not close where its cell ends. Close it, or double the quotes inside the cell
refused-bad-input-cells = { $file }, line { $line }: { $cells } cells, where the first line has { $columns }. If decimals are written with a comma, separate the columns with semicolons
refused-bad-input-column-choice = { $file } has several columns of numbers: { $columns }. Name the one with the durations (--column). If decimals are written with a comma, separate the columns with semicolons
refused-bad-input-column-repeated = { $file } has the column "{ $column }" more than once. Rename one
refused-bad-input-class-empty = { $file }, line { $line }: the class is empty, and shares (--weights) need one in every row. Write it
refused-bad-input-weights = "{ $weights }" are no shares: write CLASS=SHARE, separated by commas, 1 in all
refused-bad-input-weights-class = Shares (--weights) need a column of classes (--class)
refused-bad-input-class-weight = The class "{ $class }" has no share. Add it to --weights
refused-bad-input-not-whole = The check failed ({ $checks }): no copy was kept. See norma verify
refused-clock-behind-backwards = The line's time lies before the one above it: time only goes forward
refused-not-found-file-not-found = There is no file { $file }. Check the name and the folder
refused-bad-input-file-unreadable = { $file } cannot be read ({ $error }). Check that you may open it and that no other program holds it
refused-bad-input-row-elements = Column "{ $column }": elements are written a line each: code | Russian name | English name | break point. Here: "{ $value }"
refused-bad-input-file-spreadsheet = { $file } is a workbook that can't be read. Save it as XLSX or CSV and import it again
refused-bad-input-file-header-only = { $file } holds a header and no rows: there is nothing to import
refused-bad-input-file-encoding = { $file }, line { $line }: the text is not { $encoding }. Name its encoding in the profile, for example encoding = "windows-1251"
refused-bad-input-file-quote = { $file }, line { $line }: a quote is opened and never closed. Close it, or say quotes = false in the profile
refused-bad-input-column-missing = { $file }, line { $line }: there is no column "{ $column }" (for { $field }). It has: { $found }. Correct the file or the profile
refused-bad-input-column-twice = { $file }, line { $line }: the column "{ $column }" stands twice. Rename one, or give its number in the profile
refused-bad-input-profile = The profile { $file }, line { $line }: { $key } { $expected }
refused-bad-input-calendar-file = { $file } is no work calendar that can be taken: { $error }
refused-bad-input-no-operator = The column "{ $column }" names no operator ("{ $value }"): the row is nobody's
refused-bad-input-row-rule = The profile refuses the row: { $column } = "{ $value }"
refused-bad-input-row-empty = The column "{ $column }" is empty. Fill it in or correct the profile
refused-bad-input-row-code = { $column }: "{ $value }" cannot be a code (1 to 64 characters)
refused-bad-input-row-number = { $column }: "{ $value }" is no number
refused-bad-input-row-duration = { $column }: "{ $value }" is no duration of an observation: above zero, at most a day
refused-bad-input-row-date = { $column }: "{ $value }" is no date and time by the profile's patterns
refused-bad-input-time-gap = { $column }: the time { $value } did not exist, the clock was set forward over it
refused-bad-input-time-twice = { $column }: the time { $value } came twice, the clock was set back. Say in the profile which is meant: when_ambiguous
refused-bad-input-row-value = { $column }: "{ $value }", expected { $expected }
refused-bad-input-row-columns = The row has { $found } filled cells, the file { $expected } columns
refused-bad-input-ticket-differs = The rows of one ticket differ in { $field } (its first line is { $line })
refused-bad-input-ticket-row = The ticket was not taken because of line { $line }
refused-bad-input-calendar-row = The calendar was not taken because of line { $line }
refused-not-found-absence = The absence was not found. Open the board again
refused-not-found-downtime = The downtime was not found. Open the board again
refused-not-found-cover = The cover agreement was not found. Open the board again
refused-not-found-scheme = There is no pay scheme "{ $code }". Check the code
refused-not-found-statement = There is no statement for { $month }: the person neither was employed nor logged tickets in that month
refused-not-found-recalculation = There is no difference to the employee's disadvantage to decide on. Open the payroll again
refused-not-permitted-own-absence = Nobody records the own absence, downtime or cover. Ask another supervisor or a deputy
refused-not-permitted-own-award = Nobody decides on the own pay. Ask another director
refused-own-order-scheme = You cannot approve a pay scheme that you submitted yourself. Let payroll submit it, or another director approve it
refused-bad-input-absence-time = The time cannot be taken: { $error }
refused-bad-input-absence-ends = The end lies before the beginning. Check the dates and times
refused-bad-input-absence-long = It lasts more than { $days } days. Check the year
refused-bad-input-downtime-nobody = The downtime touches nobody. Name the people
refused-bad-input-cover-self = Nobody covers for oneself: choose another colleague
refused-bad-input-cover-share = The share of a cover lies between the scheme's ({ $least }) and 20 000 basis points (5 000 is half)
refused-bad-input-cover-over = The cover was agreed to { $to } and is over. Ask for a new proposal
refused-bad-input-scheme = The pay scheme does not hold: check { $field } (shares in basis points, 10 000 = 100 %; bands begin at 0 and rise)
refused-bad-input-scheme-month = A pay scheme is in force from the first of a month; { $day } is none
refused-bad-input-award-amount = An award is more than nothing. Check the sum in kopecks
refused-bad-input-lock-calendar = { $month } has no work calendar, so it has no plan and no statement. Add the year's calendar first
refused-bad-input-lock-order = Months are locked in order: { $earlier } is still open, lock it before { $month }
refused-bad-input-lock-open-days = { $count } days of { $month } are not closed, the first is { $first }. Close them first
refused-bad-input-lock-not-leaving = Only the account of somebody whose last day lies in { $month } is locked alone. Enter the last day of employment first
refused-in-the-future-month = { $month } is not over yet. Lock it when its last day is closed
refused-in-the-future-leaver = The last day of employment, { $day }, has not come yet: the account is settled on that day
refused-in-the-future-transfer = A transfer to another department is entered on its day or after: { $day } has not come yet
refused-unknown-code-absence-kind = There is no kind of absence "{ $code }". Known are: { $known }
refused-code-taken-scheme = The scheme "{ $code }" belongs to another department or position. Choose another code
refused-id-conflict-absence-cancelled = It was taken back already. Open the board again
refused-id-conflict-cover-answered = The cover agreement was accepted or withdrawn already. Open the board again
refused-set-not-draft-scheme = The pay scheme is in the state "{ $state }", which this step does not fit. Open the scheme to see what comes next
refused-month-locked-twice = { $month } is locked already. Later facts enter the open month as a recalculation
refused-month-locked-award = { $month } is locked: grant the award in an open month
refused-month-locked-award-paid = { $month } is locked: the award stands in the statement
refused-month-locked-scheme = { $month } is locked and was paid by another scheme. Choose a later month
refused-needs-reason-absence = Say why the record is changed or taken back
refused-needs-reason-award = An award needs a reason: what it is for
refused-needs-reason-deduction = Name the ground: a deduction is lawful only for a miscount or established fault (Labour Code art. 137); a waiver needs its reason too
refused-needs-reason-scheme-return = Say what is to be changed in the scheme
refused-needs-reason-boosts = Boosts without a reason: { $boosts }. Say for each why the action matters{ $talk_only ->
    [none] {""}
   *[other] {". "}To be thought over: { $talk_only } hold the talk only, without an allowance
 }
refused-needs-reason-pilot = The set has { $days } closed pilot days of { $needed }. Wait for the rest, or say why the order comes without them
refused-needs-reason-imported = An imported norm needs its source: which file or collection it comes from
refused-effective-past-in-force = The order took effect on { $effective } and is not revoked any more. Approve a new set to replace it
refused-effective-past-pilot = A pilot cannot begin before today ({ $today })
refused-bad-input-pilot-period = A pilot lasts from its first to its last work day, { $most } days at most
refused-bad-input-pilot-overlap = "{ $name }" is under pilot from { $from } to { $to }. Choose other days, or withdraw that set
refused-bad-input-own-allowance = An own allowance cannot be given and taken away at once
refused-bad-input-change-nothing = There is nothing to change: give a name, an allowance or a convention
refused-bad-input-order-revoked = The order { $number } was revoked: there is nothing to acknowledge
refused-bad-input-period = The period ends before it begins or lasts more than { $most } days
refused-bad-input-deputy-period = A deputy is named from today on, for { $most } days at most
refused-bad-input-deputy-person = "{ $code }" is neither operator nor supervisor of this department, or is the supervisor to be stood in for
refused-bad-input-deputy-supervisor = "{ $code }" is no supervisor of this department
refused-bad-input-deputy-over = That deputy's time is over already
refused-bad-input-setting = There is no text "{ $name }" to set. Choose one of: { $names }
refused-bad-input-setting-length = The text is longer than { $most } characters. Shorten it
refused-bad-input-language = There is no language "{ $lang }": ru or en
refused-id-conflict-acknowledged = You have acknowledged the order { $number } already
refused-not-found-deputy = That naming of a deputy was not found. Open the list again
refused-not-found-pilot = The set is not under pilot. Set a period for it first

# The department
refused-not-found-objection = The objection was not found. Refresh the list
refused-not-found-objection-about = One objects to a day, correction, absence or statement of one's own. Check what the objection is about
refused-not-found-task = The task was not found. Refresh the list
refused-not-found-note = The note was not found. Refresh the list
refused-not-found-checklist = The checklist was not found. Refresh the screen
refused-not-permitted-own-objection = Somebody else answers one's own objection: a supervisor or the director
refused-not-permitted-own-task = Another supervisor decides on the result of one's own task
refused-not-permitted-own-rating = Another supervisor records ratings of one's own work
refused-bad-input-task-self = Nobody gives a task to oneself: add it as your own, it does not count into KPI
refused-bad-input-task-due = The due day { $day } is over. Choose today or later
refused-bad-input-objection-own-correction = You wrote this version of the ticket yourself. Correct the ticket, or choose a correction by the supervisor
refused-bad-input-checklist-item = The checklist has { $count } reviews. Give a number from 1
refused-bad-input-indicator-past = Past months are computed: a definition or target holds from { $month } or later
refused-bad-input-indicator-retired = The indicator "{ $code }" is retired: no target and no bonus is made by it any more. Take it back (indicator.restore) or define it again
refused-bad-input-indicator-in-use = The indicator "{ $code }" is not retired: there is nothing to take back
refused-bad-input-rating-count = The number of ratings is at least 1
refused-unknown-code-indicator = There is no indicator "{ $code }". Define it or correct the code
refused-id-conflict-task-state = The task has moved on: { $state }. Refresh the list
refused-id-conflict-objection-answered = The objection is answered already. Refresh the list
refused-id-conflict-note-cancelled = The note was taken back already. Refresh the list
refused-id-conflict-checklist-ticked = This review is ticked off already. Refresh the screen
refused-needs-reason-task-return = Say what is missing for the result to be accepted
refused-needs-reason-task-cancel = Say why the task is taken back
refused-needs-reason-note = Say why the note is taken back
refused-in-the-future-objection = { $day } has not come yet. Object to a past day or today
refused-in-the-future-rating = { $day } has not come yet. Check the rating's day
