# Absences and cover.
place-absences = Absences
board-title = Absences and cover
board-name = Board of absences
board-page = Board
cover-page = Cover
board-key-page = Board or cover
board-key-cells = Choose a day and a person
board-key-block = Choose several days or people
board-key-open = Record or change; accept a cover
board-key-save = Save
board-record = Record an absence
board-record-short = Absence
board-idle = Record downtime
board-idle-short = Downtime
board-remove = Take a record back, or withdraw a cover
board-remove-short = Take back
board-find = Find a person
board-find-hint = Name or number
board-people = Person
board-nobody = Nobody found
board-sum-away = Away
board-sum-idle = Idle
board-sum-surplus = Surplus
board-sum-a-day = a day
board-empty = Nobody is on the board yet
board-empty-text = The department's operators appear here from their first day: their days, absences, downtime and cover
board-letter-holiday = H
board-no-plan = no schedule: the year has no calendar
board-scheduled = { $minutes } min scheduled
board-downtime = Downtime { $cause }
board-covers = covers { $person }: { $minutes } min, { $why }
board-covered-by = covered by { $person }: { $minutes } min, { $why }
board-legend-left = leaves the plan
board-legend-stayed = stays in the plan
board-legend-idle = downtime
board-legend-free = day off
board-legend-holiday = H: holiday
board-legend-short = short day
board-legend-covers = covers
board-legend-covered = is covered
board-hint = Choose days with the mouse or the arrows (Shift: several), then Enter: absence, D: downtime, Delete: take back
board-hint-reader = Choose a day with the mouse or the arrows to see what stands behind it
board-several =
    { $count ->
        [one] { $count } person, { $days }
       *[other] { $count } people, { $days }
    }
board-figures = { $scheduled } min scheduled · plan { $target } · KPI of closed days { $kpi }
board-catch-up = Absences that stay in the month's plan: { $own } min, made up { $made_up }, not made up { $missed } (by closed days)
board-choose-first = First choose days: drag over the cells, or go to a cell with the arrows
board-nothing-there = There is neither absence nor downtime in the chosen cells
board-record-title = Absence
board-change-title = Change an absence
board-idle-title = Downtime
board-field-who = Who
board-field-kind = Kind
board-find-kind = The kind's name or letter
board-no-kind = No such kind
board-kind-needed = Choose the kind of absence
board-kind-hint = Type the beginning of its name, or press a digit
board-kind-leaves = The minutes leave the plan.
board-kind-stays = The minutes stay in the plan and can be made up in the same month.
board-kind-free = Covered also without an agreement.
board-kind-agreed = Covered by agreement only.
board-field-cause = Whose fault
board-cause-leaves = The minutes leave the plan and are paid separately (Labour Code art. 155, 157)
board-cause-stays = The minutes stay in the plan: downtime by the employee's fault is not paid (Labour Code art. 157)
board-whole = Whole days
board-part = Part of a day
board-field-from = From
board-field-to = To
board-field-from-time = Begins at
board-field-to-time = Ends at
board-bad-time = Write the time HH:MM, for example 17:30
board-order = The end is before the beginning
board-days =
    { $count ->
        [one] { $count } calendar day
       *[other] { $count } calendar days
    }
board-field-note = Note
board-field-why = Why it changes
board-why-needed = Say why the record changes: it stays in the journal
board-save = Record
board-change-save = Change
board-recorded =
    { $count ->
        [one] The absence is recorded
       *[other] Absences recorded: { $count }
    }
board-idle-recorded = The downtime is recorded
board-changed = The absence is changed
board-remove-title = Take records back
board-remove-reason = Why they are taken back
board-remove-empty = Say why the record is taken back: it stays in the journal
board-remove-send = Take back
board-removed =
    { $count ->
        [one] The record is taken back
       *[other] Records taken back: { $count }
    }
board-taken-back = Taken back

absence-letter-sick-leave = S
absence-letter-vacation = V
absence-letter-training = T
absence-letter-trip = B
absence-letter-state-duty = D
absence-letter-donor = BD
absence-letter-reward = R
absence-letter-short-leave = L
absence-letter-unpaid-leave = U
absence-letter-lateness = LT
absence-letter-without-reason = A
downtime-letter-employer = IE
downtime-letter-nobody = IN
downtime-letter-employee = IW

day-holiday = holiday
day-off = day off by a swap
day-free = day off
day-working = working day
day-working-short = working day, an hour shorter
day-short = short day
day-swapped = swapped with { $day }

cover-propose = Propose cover
cover-propose-short = Cover
cover-agreements = Agreements
cover-none = No agreements touch this month
cover-none-text = Propose cover: it is in effect from the work day on which the employee accepts. Without an agreement, minutes above the plan are credited for the sick and for those whose absence stays in the plan.
cover-none-reader = When your supervisor proposes that you cover for a colleague, it appears here
cover-state-proposed = proposed
cover-state-accepted = agreed
cover-state-withdrawn = withdrawn
cover-share = share { $share } %
cover-share-scheme = the scheme's share
cover-in-effect = in effect { $days }
cover-never-in-effect = never in effect
cover-accept = Accept
cover-withdraw = Withdraw
cover-accepted-done = Accepted: the cover is in effect
cover-withdrawn-done = The cover is withdrawn
cover-proposed = The cover is proposed
cover-withdraw-title = Withdraw a cover
cover-withdraw-text = The proposal is not accepted yet: once withdrawn, nobody can accept it.
cover-withdraw-accepted = The cover stays in effect to the third working day after the withdrawal, but not beyond its last date (Labour Code art. 60.2). A withdrawal can't be undone.
cover-propose-title = Propose cover
cover-propose-text = It is in effect from the work day on which the employee accepts it in the program (Labour Code art. 60.2, 151).
cover-propose-send = Propose
cover-field-absent = Who is covered
cover-field-coverer = Who covers
cover-find = Name or number
cover-usual =
    usually { $minutes } min a day above the plan, over { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
cover-usual-short = { $minutes } min a day
cover-usual-none = no closed days yet
cover-field-share = Share, %
cover-bad-share = The share is a number of per cent, for example 60
cover-share-hint = empty: the scheme's
cover-real = Who covered whom
cover-by-day = By day
cover-by-month = The month
cover-through = By closed days, through { $day }
cover-nothing-closed = No day of this month is closed yet
cover-nobody = Nobody covered anybody this month
cover-rules = Each minute above the day's plan is credited once: first for tickets on behalf of a colleague, then by agreement, then without one for the sick and for those whose absence stays in the plan. For one person, no more than the minutes away that day.
cover-col-coverer = Who
cover-col-absent = For whom
cover-col-minutes = Min
cover-col-why = Why
cover-col-amount = Amount
cover-claim-mark = by tickets on behalf of { $minutes } min
cover-claim-agreement = by agreement { $minutes } min
cover-claim-free = without an agreement { $minutes } min
cover-line = { $coverer } → { $absent }: { $claims }; { $minutes } min credited, no more than the minutes away that day
cover-fund = { $absent }: cover costs { $sum }, of which { $unpaid } the absent one did not earn, and the employer adds { $employer }
app-waiting-cover =
    { $count ->
        [one] { $count } cover to answer
       *[other] { $count } covers to answer
    }
