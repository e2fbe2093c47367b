# A person's month, the department, indicators.
place-department = Department

# My KPI, a person's month
kpi-title = My KPI
kpi-previous = Previous month
kpi-next = Next month
kpi-official = Official, through { $day }
kpi-official-none = Official: no day is closed yet
kpi-of-plan = { $share } % of the plan to date ({ $plan } min)
kpi-plan-not-begun = no planned day yet
kpi-plan-unknown = no plan
kpi-today = Today, provisional
kpi-today-note = of { $target } · { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}
kpi-today-tickets = { $count ->
    [0] no tickets yet
    [one] { $count } ticket
   *[other] { $count } tickets
}
kpi-all-closed = every day of the month is closed
kpi-open-days = Not closed yet
kpi-today-of-open = of it today { $minutes } min
kpi-provisional-note = provisional, not counted
kpi-plan-month = Plan of the month
kpi-plan-left = { $minutes } min to go
kpi-plan-reached = the month's plan is reached
kpi-forecast = Forecast
kpi-forecast-band = { $low } to { $high }
kpi-forecast-no-band = a band after three days
kpi-forecast-over = the month is over
kpi-forecast-early = after the first closed day
kpi-no-plan = There is no work calendar for { $year }: plan and percentages are missing, KPI is counted. An administrator adds the calendar
kpi-empty-title = No days in this month yet
kpi-empty-text = Work days and tickets appear here once the first one is saved
kpi-chart = Days of the month
kpi-chart-day = Day
kpi-chart-minutes = KPI minutes
kpi-as-table = Show as a table
kpi-as-chart = Show as a chart
kpi-reached = day's plan reached
kpi-below = below the day's plan
kpi-open = day not closed
kpi-target = Day's plan
kpi-off = day off
kpi-away = absence
kpi-state = State
kpi-sentence =
    { $closed ->
        [0] No day is closed yet
        [one] { $closed } closed day, the day's plan reached on { $reached }
       *[other] { $closed } closed days, the day's plan reached on { $reached }
    }
kpi-page-month = Month
kpi-page-day = Day
kpi-page-pay = Pay
kpi-day-none = Choose a day
kpi-day-none-text = Click a bar or press ← →: the day's tickets open here with what their minutes are made of
kpi-day-closed = day closed
kpi-day-open = not closed yet
kpi-day-loading = Reading the day…
kpi-day-sum = KPI of the day
kpi-day-without-lines = sum at the close
kpi-day-lines = correction lines
kpi-day-line = Correction line
kpi-day-line-by = { $person }: { $reason }
kpi-day-held = waits for the end of a call
kpi-day-empty = No tickets on this day
kpi-pace = Pace and forecast
kpi-pace-words = Pace { $ratio } %: so many KPI minutes a hundred worked, over { $days ->
    [one] { $days } closed day
   *[other] { $days } closed days
}. At this pace the month ends at { $forecast } min.
kpi-pace-no-band = The forecast's band comes after three days of work.
kpi-pace-band = With 95 % probability between { $low } and { $high }.
kpi-pace-below = Even the upper end is below the plan of { $plan }: at this pace it will not be reached.
kpi-pace-above = Even the lower end reaches the plan of { $plan }.
kpi-pace-within = The plan of { $plan } lies within the band: the days to come decide.
kpi-efficiency = Efficiency
kpi-per-hour-minutes = Minutes without boost an hour
kpi-per-hour-decisions = Decisions an hour
kpi-worked = Worked, min
kpi-absences = Absences, min
kpi-absences-none = No absences this month
kpi-cover = Cover, min
kpi-cover-none = No cover this month
kpi-covers = for { $name }
kpi-covered-by = by { $name }
kpi-notes = Supervisor's notes
kpi-orders = { $count ->
    [one] Acknowledge { $count } order
   *[other] Acknowledge { $count } orders
}
kpi-unprocessed = Calls of earlier days not processed: { $count }
kpi-task-overdue = Task overdue: "{ $title }", due { $due }
kpi-task-today = Task for today: "{ $title }"
kpi-trace-back = Back to the day
kpi-trace-loading = Reading where the weight comes from…
kpi-trace-norm = Norm
kpi-trace-boost = Boost
kpi-trace-weight = Weight
kpi-trace-kpi = Counts
kpi-trace-order = Order
kpi-trace-no-order = There was no order: the set is under pilot, weight 0
kpi-trace-order-words = Order No. { $number } of { $date }, in force from { $effective }, approved by { $person }
kpi-trace-set = Set "{ $set }"
kpi-trace-basis = What the norm rests on
kpi-trace-no-norm = The set has no norm for this action: weight 0
kpi-trace-counts = { $regular ->
    [one] { $regular } regular observation
   *[other] { $regular } regular observations
}, { $hard } hard, { $excluded } excluded
kpi-trace-allowance = Allowance
kpi-trace-hard-share = Share of hard cases
kpi-trace-exact = Before rounding: { $exact } hundredths of a minute
kpi-trace-ticket = Ticket
kpi-trace-study = Study
kpi-trace-readings = Observations, min ({ $count })
kpi-reading-regular = regular
kpi-reading-hard = hard
kpi-reading-exclude = excluded
kpi-reading-rating = pace { $rating } %
kpi-pay-open = Open the statement
kpi-pay-loading = Computing the pay…
kpi-pay-through = Earned through { $day }
kpi-pay-nothing-closed = No day is closed yet
kpi-pay-locked = Pay of the month
kpi-pay-note = provisional, before tax
kpi-pay-note-locked = month locked, before tax
kpi-pay-rehearsal = rehearsal floor: nothing is paid
kpi-pay-no-money = No sums: { $why }
kpi-pay-words = { $kpi } min KPI are { $share } % of the base of { $base } min; the base is the plan of closed days less absences not made up.
kpi-pay-lines = Lines, scheme { $scheme }
kpi-key-month = Neighbouring month
kpi-key-day = Neighbouring day
kpi-key-page = Month, day, pay
kpi-key-decision = A decision of the day: where its weight comes from
kpi-key-ticket = Open the ticket
kpi-object = Object
kpi-object-hint = An objection to the day: the supervisor reads it and answers
kpi-key-back = Back

# Department
department-all = All departments
department-choose = Department
department-people = People
department-links = Links
department-indicators = Indicators
department-empty = Nobody in this department in this month
department-empty-text = Operators appear here from their first day. Choose another month or department
department-nobody-found = Nobody fits the search and the filter
department-table = People of the department
department-kpi = KPI through { $day }
department-of-plan = { $share } % of { $plan } min
department-adoption = Adoption
department-adoption-note = { $part } of { $all } processed
department-overdue = Tasks overdue
department-late = late this month { $share } %
department-late-none = none was due this month
department-find = Find a person
department-find-hint = name, number, position
department-filter-all = All · { $count }
department-filter-behind = Below plan · { $count }
department-filter-away = Away today · { $count }
department-filter-waiting = To process · { $count }
department-filter-weak = Lagging · { $count }
department-col-name = Person
department-col-kpi = KPI, min
department-col-plan = Plan, min
department-col-pace = %
department-col-days = 10 days
department-col-link = Link
department-col-away = Away, min
department-col-cover = Cover, min
department-col-unprocessed = Calls
department-col-overdue = Tasks
department-away-today = Today: { $kind }
department-cover-hint = Covered { $covers } min, was covered { $by } min
department-unprocessed-hint = Calls and chats not processed
department-trend = { $days ->
    [one] { $days } closed day
   *[other] { $days } closed days
}, the day's plan reached on { $reached }
department-back = Back to the department
department-csv = Save the table as CSV
department-xlsx = Save the department's month as XLSX
department-note = Note
department-task = Task
department-act-filter = Next filter
department-act-sort = Sort by the next column
department-act-reverse = Reverse the order
department-act-department = Next department
department-key-page = People, links, indicators
department-key-open = Open a person's month
department-key-sort = Sorted column and order
department-key-indicators = Indicator: new, edit, target, retire

# Links
links-empty = Nothing to compare yet
links-empty-text = Weak and strong links show once a day with worked minutes is closed
links-chart = Weak and strong links
links-days = Days
links-ratio = KPI a worked minute
links-middle = department
links-inner = chance limit 95 %
links-outer = chance limit 99.8 %
links-sentence = The department makes { $ratio } KPI minutes a worked minute. Below the limits of chance { $below }, within { $usual }, above { $above }; too few days for { $few }.
links-efficiency = Efficiency an hour
links-efficiency-text = Minutes without boost and decisions a worked hour of closed days
links-hour-minutes = Min
links-hour-decisions = Decisions

# Indicators
indicators-empty = No indicators yet
indicators-empty-text = Define the first one: what is counted, and against what
indicators-through = Over closed days, through { $day }
indicators-nothing-closed = No day of the month is closed yet
indicators-table = Indicators of the month
indicator-col-name = Indicator
indicator-col-value = Value
indicator-col-target = Target
indicator-col-met = Result
indicator-col-counts = Counted
indicator-no-data = no data
indicator-met = met
indicator-missed = not met
indicator-no-target = no target
indicator-formula = { $numerator } / { $denominator }
indicator-least = Denominator below { $least }: no data, no bonus
indicator-trend = Six months
indicator-month = Month
indicator-trend-none = No data in six months
indicator-trend-one = Data of one month so far
indicator-trend-words = { $month }: { $now }, before { $before }
indicator-people = { $indicator }: by person
indicator-new = New indicator
indicator-add = New
indicator-edit = Edit
indicator-target = Target
indicator-done = Saved: it holds from this month on
indicator-retire = Retire
indicator-retired = Retired from this month on. Pay schemes in force go on counting by it
indicator-restored = The indicator is back in the list
indicator-new-title = New indicator
indicator-edit-title = Definition of the indicator
indicator-from-now = The definition holds from the running month on; past months are not computed anew
indicator-code = Code
indicator-code-hint = Latin letters, never changes
indicator-name-ru = Name in Russian
indicator-name-en = Name in English
indicator-about-ru = What it says, in Russian
indicator-about-en = What it says, in English
indicator-unit = Unit
indicator-unit-percent = per cent
indicator-unit-money = roubles
indicator-unit-minutes = minutes
indicator-unit-number = number
indicator-unit-points = points
indicator-numerator = Numerator
indicator-denominator = Denominator
indicator-actions = Actions
indicator-groups = Groups
indicator-actions-hint = with commas; empty for all
indicator-rating = Kind of rating
indicator-rating-hint = csat, for one
indicator-save = Save
indicator-bad-code = Code: Latin letters, digits and hyphens
indicator-no-name = Give a name in both languages
indicator-no-outcome = Choose at least one outcome
indicator-no-rating = Name the kind of rating
indicator-unknown-action = The catalogue has no action { $code }: check the code
indicator-unknown-group = The catalogue has no group "{ $group }": check the name
indicator-target-title = Target of "{ $indicator }"
indicator-target-text = The target holds from the running month on. A department's or position's own target goes before the common one
indicator-target-sign = The value has to be
indicator-target-value = Target
indicator-target-least = Least denominator
indicator-target-least-hint = below it: "no data", no bonus; empty for any
indicator-bad-least = The least denominator is a whole number
indicator-target-for = For whom
indicator-target-all = All departments
indicator-target-position = Only this position
indicator-target-position-hint = empty for every position
indicator-target-end = End this target
indicator-target-save = Save the target
measure-decisions = decisions
measure-hard-decisions = hard cases
measure-deals = deals with an amount
measure-amount = amount of deals
measure-tickets = tickets
measure-outcomes = tickets by outcome
measure-contacts = contacts of known clients
measure-repeat-contacts = repeat contacts within 7 days
measure-kpi = KPI minutes
measure-measured = minutes without boost
measure-plan = plan minutes
measure-worked = worked minutes
measure-calls = calls and chats
measure-processed-calls = processed calls and chats
measure-rating-sum = sum of ratings
measure-ratings = number of ratings
