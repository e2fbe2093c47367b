# The department: notifications and the month's export

notification-order = Order No. { $number } on norms, from { $effective }: acknowledge it
notification-unprocessed = Contacts of earlier days wait: { $count }. Write tickets for them, or dismiss them with a reason
notification-pace = { $name }: the month is heading for { $forecast } min of { $plan } planned, and even the upper end of the forecast misses the plan. See what is in the way
notification-drift = The norm "{ $name }" has not agreed with real times since { $since }. Time it anew
notification-task = Task "{ $title }", due { $due }
notification-task-overdue = Task "{ $title }" is overdue: it was due { $due }
notification-task-returned = Task "{ $title }" was returned: see the comment
notification-task-to-accept = { $name }: task "{ $title }" is done. Accept the result or return it
notification-objection = { $name }: an objection { $kind ->
    [day] to a day
    [correction] to a correction
    [absence] to an absence
   *[other] to a statement
}. Answer it
notification-objection-answered = { $name }: your objection is answered{ $upheld ->
    [yes] {", "}you were right
   *[other] {", "}nothing changes
}
notification-cover-proposed = Cover for { $absent } is proposed from { $from } to { $to }. Accept or decline
notification-note = { $name }: a note { $day ->
    [none] on you
   *[other] on your day { $day }
}
notification-review = { $name }: a question about your ticket. Answer it
notification-checklist = Start review No. { $item }{ $name ->
    [none] {""}
   *[other] {": "}{ $name }
}. Do it and tick it off

department-sheet-month = Month
department-sheet-days = Days
department-sheet-links = Links
department-sheet-tasks = Tasks
department-sheet-indicators = Indicators
department-head-employee = Personnel number
department-head-name = Name
department-head-department = Department
department-head-position = Position
department-head-kpi_min = KPI, min
department-head-open_min = Provisional, min
department-head-plan_min = Plan, min
department-head-plan_to_date_min = Plan to date, min
department-head-pace_percent = Of plan, %
department-head-forecast_min = Forecast, min
department-head-forecast_low_min = Forecast from, min
department-head-forecast_high_min = Forecast to, min
department-head-worked_min = Worked, min
department-head-measured_min = Without boost, min
department-head-decisions = Decisions
department-head-measured_per_hour_min = Min an hour
department-head-decisions_per_hour = Decisions an hour
department-head-tickets = Tickets
department-head-away_min = Away, min
department-head-downtime_min = Downtime, min
department-head-covers_min = Covered others, min
department-head-covered_by_min = Was covered, min
department-head-unprocessed = Unprocessed
department-head-tasks_open = Open tasks
department-head-tasks_overdue = Overdue
department-head-date = Day
department-head-days = Days
department-head-ratio = Ratio
department-head-standing = Standing
department-head-task = Task
department-head-due = Due
department-head-state = State
department-head-indicator = Indicator
department-head-numerator = Numerator
department-head-denominator = Denominator
department-head-value = Value
department-head-target = Target
department-head-met = Met
standing-weak = weak link
standing-lagging = lagging
standing-usual = usual
standing-leading = leading
standing-strong = strong link
standing-too-few-days = too few days
task-state-open = to do
task-state-done = done
task-state-accepted = accepted
task-state-returned = returned
task-state-cancelled = cancelled
answer-yes = yes
answer-no = no
