# Pay on screen and on paper.
place-pay = Pay
payroll-title = Pay
payroll-waiting =
    { $count ->
        [one] { $count } pay scheme waits for a decision
       *[other] { $count } pay schemes wait for a decision
    }
payroll-page-month = Payroll
payroll-page-own = My statement
payroll-page-lock = Month lock
payroll-page-schemes = Schemes
payroll-page-people = Salaries
payroll-key-page = Page: payroll, lock, schemes, salaries, access
payroll-key-open = Along the rows; open
payroll-key-sort = Sort by the next column; turn the order round
payroll-key-files = Export to PDF, XLSX, CSV
payroll-key-new = A new award or a new scheme
payroll-key-edit = Change the scheme or the salary
payroll-key-pilot = Pilot of the scheme
payroll-key-step = Submit, approve; confirm in the dialog
payroll-key-return = Return the scheme with a comment
payroll-key-compare = Compare with the one in force
payroll-key-lock = Lock the month
payroll-key-decide = Deduct or waive the first difference to an employee's disadvantage
payroll-key-back = Back
payroll-find = Find an employee
payroll-find-hint = Name, personnel number, position or department
payroll-nothing-found = Nobody was found
payroll-table = Payroll of the month
payroll-people =
    { $count ->
        [one] { $count } employee
       *[other] { $count } employees
    }
payroll-head-fixed = Fixed, ₽
payroll-head-kpi = KPI, ₽
payroll-head-cover = Cover, ₽
payroll-head-supplements = Suppl., ₽
payroll-head-percentages = Perc., ₽
payroll-head-bonuses = Bonuses, ₽
payroll-head-awards = Awards, ₽
payroll-head-recalculation = Recalc., ₽
payroll-head-more = Other, ₽
payroll-head-total = Total, ₽
payroll-sum-total = Total
payroll-sum-fixed = Fixed part
payroll-sum-kpi = KPI part
payroll-sum-cover = Cover
payroll-sum-more = Bonuses and other
payroll-state-late = recalculated { $sum }
payroll-empty = Nobody to pay for { $month }
payroll-empty-text = In this month nobody worked as an operator or logged tickets. Choose another month, or add the people
payroll-remark-no-calendar =
    { $count ->
        [one] This month has no work calendar, so { $count } employee has no plan and no sums. Add the year's calendar: norma import FLOOR calendar FILE
       *[other] This month has no work calendar, so { $count } employees have no plan and no sums. Add the year's calendar: norma import FLOOR calendar FILE
    }
payroll-remark-no-scheme =
    { $count ->
        [one] { $count } employee has no sums: no pay scheme is in force for the department and position. Draft one and submit it to the director
       *[other] { $count } employees have no sums: no pay scheme is in force for their department and position. Draft one and submit it to the director
    }
payroll-remark-no-salary =
    { $count ->
        [one] { $count } employee has no sums: no salary is entered
       *[other] { $count } employees have no sums: no salaries are entered
    }
payroll-to-schemes = To the schemes
payroll-to-salaries = To the salaries
payroll-save-all-pdf = The whole payroll in one file: the sums and everybody's statement
payroll-save-all-xlsx = The payroll and what is paid elsewhere, as sheets of a workbook
payroll-save-all-csv = The payroll for the accountant's program
payroll-save-one-pdf = This statement for print and archive
payroll-save-one-xlsx = The statement's lines and days as sheets of a workbook
payroll-save-one-csv = The statement's lines for a program
payroll-file = payroll-{ $month }
statement-file = statement-{ $person }-{ $month }

# Words that exports and paper need
pay-state-through = provisional through { $day }
pay-state-none = provisional: no day is closed yet
pay-head-line = Line
pay-head-about = About
pay-head-formula = How it comes about
pay-head-exact = Exact, ₽
pay-head-amount = Sum

# The statement
statement-back = To the payroll
statement-none = There is no statement
statement-lines = Earnings
statement-lines-table = Lines of the statement
statement-lines-none = There are no earnings
statement-total = Total { $sum }
statement-head-line = For what
statement-head-formula = How it comes about
statement-head-exact = Exact, ₽
statement-head-sum = Sum, ₽
statement-head-figure = Figure
statement-head-more = Supplements, percentages, bonuses
statement-minutes = Minutes of the month
statement-min-norm = Norm of the month, N
statement-min-plan = Plan, P
statement-min-absence = Absences in the plan, A
statement-min-caught = Caught up, C
statement-min-missed = Not caught up, U
statement-min-base = Base, B = P − U
statement-min-kpi = KPI, K
statement-min-cover = Covered, M
statement-min-overlap = Not paid twice, O
statement-min-share = KPI of the base
statement-value = Value of a minute
statement-part = From { $day }
statement-own-absences = Absences that stay in the plan
statement-downtime = Downtime { $cause }
statement-days = Days of the month
statement-days-table = Days of the statement
statement-days-none = No day counts yet
statement-day = Day
statement-day-scheduled = Schedule
statement-day-away = Away
statement-day-target = Plan
statement-day-kpi = KPI
statement-day-lines = Correct.
statement-day-surplus = Surplus
statement-day-tickets = Tickets of { $day }
statement-cover-days = Cover by day
statement-cover-table = Days of cover
statement-cover-whom = For whom
statement-cover-why = How it counts
statement-choose-line = Choose a line of earnings to see where its minutes come from
statement-choose-both = Choose a line of earnings to see where its minutes come from. Enter on a day shows its tickets
statement-why-fixed = Base: plan { $plan } − not caught up { $missed } = { $base } min
statement-why-overlap = { $minutes } min of it are paid as cover already and are not paid twice
statement-why-cover = Minutes above the plan credited for an absent colleague, at the minute value of that position
statement-why-supplement = A supplement of the scheme: in full or in proportion to the base
statement-why-percentage = A percentage of the amounts of this month's decisions; refunds are taken off
statement-why-bonus = A bonus: the indicator met its target
statement-why-award = A one-off award granted by the director
statement-why-other = A line of the pay scheme
statement-why-recalculation = After that month was locked something new came in. It was computed anew as a whole; the difference comes in here as one line and touches no KPI
statement-open-month = Open the statement: { $month }
statement-recalculated = After the lock something new came in: this statement would be worth something else, the difference of { $sum } goes into the open month
statement-no-money = There are no sums: { $why }
statement-no-no-calendar = There are no sums: this month has no work calendar, and without it no plan. The KPI is shown
statement-no-no-scheme = There are no sums: no pay scheme is in force for the department and position. Payroll drafts it, the director approves it
statement-no-no-salary = There are no sums: the position's salary is not entered. Payroll enters it on the page "Salaries"
statement-no-no-norm = There are no sums: the employee's schedule holds no minute of this month
statement-paper-title = Statement of { $month }
statement-paper-payroll = Payroll of { $month }
statement-paper-other = Department { $department }
statement-paper-grand = Total over all departments: { $sum }
statement-paper-terms = Department: { $department }. Position: { $position }. Pay scheme: { $scheme }.
statement-paper-whole = Salary of the position { $salary }, rate { $rate } %, a minute is worth { $value }
statement-paper-part = From { $from }: salary of the position { $salary }, rate { $rate } %, a minute is worth { $value }
statement-paper-gross = Sums are gross. Each line is rounded once, to the kopeck, half to even.
statement-paper-head = The journal when the month was locked: { $head }

# Schemes
schemes-list = Pay schemes
schemes-empty = There are no pay schemes yet
schemes-empty-draft = A scheme says what the pay of a department or position is made of. Draft one, see what it would have paid, and submit it to the director
schemes-empty-text = Payroll drafts a scheme, the director approves it. The one in force will appear here
schemes-new = New scheme
schemes-new-title = New pay scheme
schemes-edit-title = Pay scheme
schemes-edit = Change
schemes-pilot = Pilot
schemes-submit = Submit to the director
schemes-approve = Approve by order
schemes-return = Return with a comment
schemes-compare = Compare with the one in force
schemes-compare-not = Show the text
schemes-is-frozen = Approved and frozen: another condition is another scheme
schemes-every-position = all others
schemes-col-order = Order
schemes-col-from = In force from
schemes-state-draft = draft
schemes-state-pilot = pilot
schemes-state-submitted = waits for the director
schemes-state-returned = returned
schemes-state-approved = approved, not in force yet
schemes-state-in-force = in force
schemes-state-superseded = superseded
schemes-costs = What a covered minute costs
schemes-costs-none = Nobody whom this scheme pays has a salary
schemes-cost-of =
    { $count ->
        [one] Salary { $salary }: { $count } employee
       *[other] Salary { $salary }: { $count } employees
    }
schemes-cost-covered = A covered minute
schemes-cost-value = Value of a minute
schemes-cost-fixed = Fixed part of a month
schemes-cost-low = The fixed part lies below the set minimum of { $wage }
schemes-history = History
schemes-history-none = Not submitted to anybody yet
schemes-order = Order No. { $number } of { $date }, in force from { $month }; approved by { $person }
schemes-fingerprint = Fingerprint
schemes-shadow = What it would have paid for { $month }
schemes-shadow-none = In this month the scheme would have paid nobody
schemes-shadow-now = Now, ₽
schemes-shadow-this = By this one, ₽
schemes-shadow-difference = Difference
schemes-drafted = The scheme is saved
schemes-piloted = The pilot is set: statements are computed by this scheme too, and nobody is paid by it
schemes-submitted = The scheme is submitted to the director
schemes-returned = The scheme is returned
schemes-approved = The scheme is approved by order No. { $number }
schemes-pilot-title = Pilot of the scheme
schemes-pilot-text = For these months the scheme is computed beside the one in force. Nobody is paid by it; a change makes it a draft again
schemes-pilot-send = Set the pilot
schemes-field-from = First month
schemes-field-to = Last month
schemes-bad-month = Write the month as 2026-11
schemes-submit-title = Submit the scheme to the director
schemes-submit-text = A submitted scheme stays as it is until the director approves or returns it
schemes-field-grounds = Grounds
schemes-grounds-hint = For example, pay by KPI is introduced
schemes-approve-title = Order on pay
schemes-approve-text = Scheme "{ $name }"
schemes-field-effective = In force from month
schemes-early = Before two months from the order's date (Labour Code Art. 74): the reason will stand in the order
schemes-password-hint = The order is confirmed by the password
schemes-frozen = After approval the scheme is frozen: no figure in it can change
schemes-return-title = Return the scheme with a comment
schemes-return-text = Payroll sees the comment, puts it right and submits again
schemes-return-label = What to put right
schemes-return-send = Return
schemes-draft-send = Save
schemes-field-code = Code
schemes-field-name = Name
schemes-field-position = Position
schemes-position-hint = Empty: all without a scheme of their own
schemes-field-fixed = Fixed part, %
schemes-field-cover = Cover, %
schemes-field-floor = Floor, % of base
schemes-field-cap = Cap, % of base
schemes-field-wage = Minimum wage, ₽
schemes-hint-fixed = of the salary
schemes-hint-cover = of a minute's value
schemes-hint-floor = of the KPI part
schemes-hint-cap = empty: none
schemes-hint-wage = empty: none
schemes-bad-number = Check the number
schemes-bands = Bands of KPI
schemes-bands-add = Add a band
schemes-bands-remove = Remove band { $number }
schemes-band-from = Band { $number }: from, % of base
schemes-band-times = Band { $number }: a minute counts ×
schemes-supplements = Supplements
schemes-supplements-add = Add a supplement
schemes-supplements-remove = Remove supplement { $number }
schemes-percentages = Percentages of amounts
schemes-percentages-add = Add a percentage
schemes-percentages-remove = Remove percentage { $number }
schemes-bonuses = Bonuses by indicator
schemes-bonuses-add = Add a bonus
schemes-bonuses-remove = Remove bonus { $number }
schemes-item-name = What for ({ $number })
schemes-item-amount = Sum ({ $number }), ₽
schemes-item-share = Share ({ $number }), %
schemes-item-actions = Codes of actions ({ $number }); empty: all
schemes-item-indicator = Code of the indicator ({ $number })
schemes-item-target = Target ({ $number })
schemes-in-full = in full
schemes-in-part = in proportion to the base
schemes-bonus-when = Indicator to target
schemes-bonus-segment = No target given: the one set for the department and position in the month counts

# The month's lock
lock-card = Lock: { $month }
lock-locked = The month is locked and its sums are frozen. Locked by { $person }. What comes in later enters the open month as a recalculation
lock-head = The journal at the lock
lock-open = Lock the month
lock-blocked = Clear what blocks it first
lock-director = The director locks a month
lock-close-days = Close the days
lock-days-closed = The days are closed
lock-proposed =
    { $count ->
        [one] { $count } difference to an employee's disadvantage waits for a decision: without one it is not deducted
       *[other] { $count } differences to employees' disadvantage wait for a decision: without one they are not deducted
    }
lock-title = Lock the month
lock-text =
    { $count ->
        [one] For { $month } { $count } statement worth { $sum } will be frozen
       *[other] For { $month } { $count } statements worth { $sum } will be frozen
    }
lock-leaver-title = Settle a leaver's account
lock-leaver-text = { $name }, { $month }: { $sum } to be paid on the last day of work (Labour Code Art. 140)
lock-unpaid =
    { $count ->
        [one] { $count } employee has no sums: the statement is locked without them, and what is added later comes as a recalculation
       *[other] { $count } employees have no sums: the statements are locked without them, and what is added later comes as a recalculation
    }
lock-after = A locked month can't be opened. What comes in later computes it anew and enters the open month as a line of its own
lock-send = Lock
lock-done =
    { $count ->
        [one] Locked: { $month }, { $count } statement worth { $sum }
       *[other] Locked: { $month }, { $count } statements worth { $sum }
    }
lock-leavers = Leaving this month
lock-leaver = { $name }: last day { $day }
lock-leaver-open = Settle: { $name }
lock-recalculations = Recalculations of locked months
lock-recalculations-none = Nothing changed after earlier months were locked
lock-recalculation = { $month }: { $sum }
lock-ground = To the employee's disadvantage: it may be deducted only on the grounds of the Labour Code Art. 137 (an error of counting, a fault established by a court)
lock-deduct = Deduct
lock-waive = Waive
lock-deducted = The difference will be deducted in the open month
lock-waived = The difference is waived and will not come again
lock-deduct-title = Deduct the difference
lock-deduct-text = The ground goes into the journal. The decision holds for this very sum: if it changes, you are asked again
lock-deduct-label = Ground (Labour Code Art. 137)
lock-deduct-send = Deduct
lock-ground-count = An error of counting
lock-ground-fault = The employee's fault, established by a court
lock-waive-title = Waive the difference
lock-waive-text = The difference is forgiven for good
lock-waive-label = Why it is waived
lock-waive-send = Waive
lock-awards = Awards of the month
lock-awards-none = There are no awards this month
lock-award = { $reason } · granted by { $person }
lock-funds = What cover cost
lock-fund-minutes = { $minutes } min covered
lock-fund-own = from what the absent one did not earn
lock-fund-employer = from the employer

# Awards
award-new = New award
award-locked = The month is locked: grant the award in the open one
award-title = Award
award-text = It enters the statement of { $month } as a line of its own
award-person = To whom
award-person-hint = Name or personnel number
award-amount = Sum, ₽
award-reason = What for
award-reason-hint = It will stand in the statement
award-send = Grant
award-granted = { $name }: an award of { $sum } is granted

# Salaries
salaries-table = Salaries, rates, dates
salaries-title = Salary, rate, dates
salaries-col-salary = Salary, ₽
salaries-col-from = Employed
salaries-col-to = Left
salaries-none = not entered
salaries-field-salary = Salary at rate 1, ₽
salaries-field-rate = Rate
salaries-field-effective = Holds from
salaries-field-from = First day of work
salaries-field-to = Last day of work
salaries-effective-hint = Another salary or rate holds from this work day: the month is cut into parts
salaries-bad-sum = Write the sum as 60000.00
salaries-bad-rate = Write the rate as 0.5
salaries-terms = What held and what is planned
salaries-terms-row = from { $day }: { $salary } × { $rate }, { $position }
salaries-send = Save
salaries-saved = Saved
salaries-unchanged = Nothing is changed

# Who sees a department's money
payroll-page-grants = Access
payroll-key-take = Take back the access to a department's money
payroll-key-object = Object to your own statement or to a line of it
grants-title = Who sees a department's money
grants-table = Supervisors' access
grants-what = A supervisor with this access sees the payroll and the statements of the own department and exports them. Locking months, granting awards and changing salaries stay out of reach
grants-empty = Only the director and the payroll see departments' money
grants-nobody = There is nobody to give access to: every supervisor with a department has it, or there are no supervisors yet
grants-new = Give access
grants-new-title = Access to a department's money
grants-send = Give access
grants-choose = Choose a supervisor
grants-take = Take access back
grants-take-choose = Choose a row with access in force
grants-supervisor = Supervisor
grants-department = Department
grants-since = Since
grants-by = Given by
grants-state = Now
grants-stands = in force
grants-ended = taken back { $day }
grants-given = { $name }: access to the department's money is given
grants-taken = { $name }: access to the department's money is taken back

# Bonuses by indicators in a statement
statement-bonuses = Bonuses by indicators
statement-bonus-about = { $name }: "{ $indicator }"
statement-bonus-value = { $about } { $value } against the target { $target }
statement-bonus-aimless = { $about } { $value }, no target is set for this month
statement-bonus-empty = { $about }, no data in the month or too little
statement-bonus-empty-target = { $about }, no data in the month or too little; target { $target }
statement-bonus-counted = "{ $indicator }": { $numerator } / { $denominator } → { $value }, target { $target }
statement-bonus-reached = target met
statement-bonus-met = target met, { $sum } paid
statement-bonus-missed = target not met, { $sum } not paid
statement-bonus-unpaid = { $sum } not paid

# How a line of a statement comes about
formula-from = from { $day }: { $term }
formula-value = { $value } ₽/min
formula-band-all = KPI
formula-band-below = up to { $to } % of the base
formula-band-between = { $from }–{ $to } % of the base
formula-band-above = above { $from } % of the base
formula-cap = beyond the cap
formula-cap-share = beyond { $share } % of the base
formula-floor = less than the floor, which is paid
formula-floor-share = less than the floor, which is paid: { $share } × { $base }
