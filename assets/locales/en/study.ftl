# Studies: readings, flags, operators, time, the norm after its order.
study-title = Studies
study-studies = Studies
study-norms-in-force = Norms in force
study-norms-in-force-drifted = Norms in force: { $count ->
    [one] { $count } drifted
   *[other] { $count } drifted
}
study-waiting-drifted = { $count ->
    [one] { $count } norm no longer agrees with real times
   *[other] { $count } norms no longer agree with real times
}
study-key-rows = Through the rows; Enter opens
study-key-answers = Answer a flag
study-loading = Reading the study…
study-loading-drift = Comparing the norms with real times…
study-empty = No studies yet
study-empty-text = Time an action with the stopwatch: readings, flags and the norm appear here. Readings you already have, and call records, are loaded by norma import
study-empty-director = Studies are made by the head of the department. As soon as there are readings, they can be seen here
study-find = Find a study
study-find-hint = Action, source or date
study-nothing-found = There is no such study
study-kept-of = { $all } readings in all
study-source-stopwatch = stopwatch
study-source-import = from a file
study-source-call-record = call records

study-source-talk-only = { $source }: talk only

study-act-readings = Every reading; in the list: studies
study-act-flags = Flags, one after another
study-act-distribution = How the times lie
study-act-operators = Operators side by side
study-act-time = Time: order, hours, clock check
study-act-drift = After the order; in the list: norms
study-act-next-page = Next page
study-act-previous-page = Previous page
study-act-back = Back to the list of studies
study-act-find = Find
study-act-filter = Next filter of the readings
study-act-by-operator = One operator's readings, in turn
study-act-sort = Sort by the next column
study-act-turn = Turn the order round
study-act-decide = Decide the chosen reading
study-act-keep = Count an excluded reading again
study-act-amend = Put pace or note right
study-act-skip = Leave this flag and go on
study-act-before = The flag before
study-act-alike = Decide all flags alike
study-act-conditions = Describe the conditions
study-act-new = A further study of this action
study-act-stopwatch = To the stopwatch with this study
study-act-xlsx = Export every reading as XLSX
study-act-csv = Export every reading as CSV

study-to-stopwatch = To the stopwatch
study-xlsx = XLSX
study-csv = CSV
study-file = readings-{ $action }.{ $ending }
study-norm = Norm without allowance
study-norm-all = with excluded { $norm }
study-interval = 95 % interval, min
study-precision = Precision
study-precision-reached = target ±10 % reached
study-precision-needed = ≈ { $number } more to ±10 %
study-kept = Readings kept
study-kept-note = { $hard } hard, { $excluded } excluded
study-operators = Operators
study-operators-enough = enough to judge by
study-operators-few = too few for the staff
study-period = Work days
study-conditions = Conditions: { $conditions }
study-conditions-none = No conditions yet: place, equipment, shift, whatever a reader of the norm has to know
study-talk-only = Talk only: the readings come from call records, without the work after the call. The norm needs an allowance, an after-call element or an explanation
study-repeat = { $percent } % of the readings are excluded, more than 5 %: the study should be repeated
study-nothing-lacks = Nothing is missing: readings, operators and days
study-step-and-lacks = { $step }. Also: { $lacks }
study-page-readings = Readings
study-page-flags = Flags
study-page-flags-open = Flags: { $count }
study-page-distribution = Distribution
study-page-operators = Operators
study-page-time = Time
study-page-drift = After the order

study-filter-all = All { $number }
study-filter-regular = Regular { $number }
study-filter-hard = Hard { $number }
study-filter-flagged = Flagged { $number }
study-filter-excluded = Excluded { $number }
study-everybody = All operators
study-find-reading = Find a reading
study-find-reading-hint = Number, word…
study-no-rows = No such readings: take the filter off (V, P) or clear the search
study-table-studies = List of studies
study-table-readings = Table of readings
study-table-decided = Decisions about readings
study-column-action = Action
study-column-dates = Dates
study-column-source = Source
study-column-kept = Kept
study-column-operators = Operators
study-column-precision = Precision
study-column-flags = Flags
study-column-norm = Norm, min
study-column-number = No.
study-column-start = Start
study-column-operator = Operator
study-column-minutes = Min
study-column-times = × med.
study-column-counts = Counts as
study-column-pace = Pace
study-column-pauses = Pauses
study-column-why = Why
study-column-who = Decided by
study-column-when = When
study-column-n = n
study-choose-row = Choose a reading in the table: ↑ ↓
study-decide = Decide
study-keep = Take back
study-amend = Put right
study-number = No. { $number }
study-timed-regular = timed as regular
study-timed-hard = timed as hard
study-pauses = pauses, s: { $pauses }
study-decided-by = decided { $at } by { $who }
study-noted = note: { $note }
study-not-excluded = This reading counts: there is nothing to take back
study-kept-again = counted again after an exclusion

study-decide-title = Reading No. { $number }: { $minutes } min
study-amend-title = Put reading No. { $number } right: { $minutes } min
study-field-pace = Pace, % of normal
study-field-note = Note
study-field-reason = Reason
study-pace-hint = 100 is the normal pace; slower is less, faster is more
study-pace-wrong = A pace is a number: 95 or 102.5
study-reason-hint = Needed when the pace changes: the norm depends on it
study-needs-reason = Give a reason
study-nothing-changed = Nothing has changed
study-save = Save
study-conditions-title = Conditions of the study
study-conditions-text = In a year somebody who was not here will read this norm. What has that person to know?
study-field-conditions = Conditions
study-conditions-placeholder = For example: support, day shift, version 4 of the CRM, headsets
study-alike-title = { $count ->
    [one] Decide { $count } flag
   *[other] Decide { $count } flags alike
}
study-alike-text = One decision with one reason for all open flags. It goes into the journal as one act
study-alike-exclude = Exclude
study-alike-hint = "It is long" is no reason
study-alike-send = Decide all
study-said-decided = Decision saved
study-said-alike = All flags are decided
study-said-amended = The reading is put right
study-said-described = Conditions saved
study-said-opened = A further study is open: go on timing
study-said-undone = Taken back
study-yes = yes
study-no = no
study-counts-regular = regular
study-counts-hard = hard
study-counts-exclude = excluded
study-decided-regular = kept as regular
study-decided-hard = kept as hard
study-decided-exclude = excluded

study-flag-title = Reading No. { $number }: { $minutes } min
study-flag-progress = { $number } of { $all }
study-of-class-regular = regular cases
study-of-class-hard = hard cases
study-of-class-exclude = excluded ones
study-flag-rule = { $times } the median of all readings. Rule among { $class }: { $rule }
study-flag-strong-text = A strong flag: a second test (ESD) raises it, too. Not even that one knows an error from a hard case
study-flag-weak-text = A weak flag: the second test (ESD) does not raise it. Such times also come by themselves
study-flag-high = Usual causes of a long reading: a hard case, a stopwatch that was not stopped, another action
study-flag-low = Usual causes of a short reading: a stopwatch started late, another action
study-norm-with = Norm with it
study-norm-without = Norm without it
study-mean-is = mean { $mean }
study-flag-answer = What was it?
study-flag-before = The one before
study-flag-skip = Leave for later
study-flag-alike = Decide all alike
study-looks-only = The head of the department decides. Here you see what will be asked
study-no-flags = No flags
study-no-flags-text = No rule has flagged anything, and nothing has been decided about the readings
study-flags-done = No open flags
study-flags-moved = { $count ->
    [one] { $count } flag decided: the norm was { $was }, it is { $now } min now ({ $change })
   *[other] { $count } flags decided: the norm was { $was }, it is { $now } min now ({ $change })
}
study-chart-where = Where this reading stands
study-chart-where-text = Reading No. { $number } among the others
study-chart-this = this reading
study-chart-others = the others
study-chart-mean = mean
study-as-table = Show as a table
study-as-chart = Show as a chart

study-chart-minutes = Times in minutes
study-chart-minutes-text = { $count ->
    [0] In minutes nothing lies outside the fences
    [one] In minutes { $count } reading lies outside the fences
   *[other] In minutes { $count } readings lie outside the fences
}
study-chart-log = Times on logarithms
study-chart-log-text = { $count ->
    [0] On logarithms nothing lies outside the fences
    [one] On logarithms { $count } reading lies outside the fences
   *[other] On logarithms { $count } readings lie outside the fences
}
study-chart-fences = Tukey's fences (1.5 IQR)
study-chart-fences-log = Tukey's fences on logarithms
study-what-it-says = What it means
study-scales-none = Neither in minutes nor on logarithms does anything lie outside the fences
study-scales-cry-wolf = { $raw } outside in minutes, { $log } on logarithms. Times of conversations lean to the right, and minutes cry wolf: flags are raised on logarithms
study-scales-more-on-log = { $log } outside on logarithms, { $raw } in minutes: there are more short times than a log-normal picture expects. Was the stopwatch started late?
study-scales-same = The same { $raw } lie outside in minutes and on logarithms
study-means = Mean { $mean } min, geometric mean { $geometric }, median { $median }. What is paid is the sum of actions, so the norm takes the mean: the geometric one is { $percent } % lower
study-intervals = Student's t interval { $t } min, the Cox interval for log-normal times { $cox } min: without hard cases the wider one is taken
study-hard-share = Share of hard cases { $share }: { $source }
study-chance-of-no-hard = The chance of having met no hard case at this share is { $chance }
study-record-text = For the record only: nothing is decided or excluded by these numbers
study-lamp-even = max/min = { $ratio }: even
study-lamp-uneven = max/min = { $ratio }: usual for conversations
study-elements = Elements of the action
study-column-element = Element
study-column-break-point = Break point
study-column-mean = Mean
study-column-sd = Deviation
study-column-stability = max/min

study-group-study = Study
study-group-norm = Norm
study-group-times = How the times lie, min
study-group-record = For the record
study-group-operators = Operators
study-group-time = Time
study-unit-percent = %
study-figure-norm = Norm without allowance
study-figure-norm-all = Norm with all excluded readings
study-figure-mean = Mean for the norm
study-figure-low = 95 % interval: from
study-figure-high = 95 % interval: to
study-figure-precision = Precision ±
study-figure-kept = Readings kept
study-figure-hard = Of them hard cases
study-figure-excluded = Readings excluded
study-figure-excluded-percent = Share excluded
study-figure-hard-share = Share of hard cases in the norm
study-figure-hard-share-count = Decisions the share was counted over
study-figure-plain-mean = Mean of all readings
study-figure-median = Median
study-figure-geometric-mean = Geometric mean
study-figure-min = Smallest
study-figure-q1 = Lower quartile
study-figure-q3 = Upper quartile
study-figure-max = Greatest
study-figure-sd = Standard deviation
study-figure-cv = Coefficient of variation
study-figure-skewness = Skewness (G1)
study-figure-regular-mean = Mean of regular cases
study-figure-hard-mean = Mean of hard cases
study-figure-t-low = Student's t: from
study-figure-t-high = Student's t: to
study-figure-cox-low = Cox: from
study-figure-cox-high = Cox: to
study-figure-stability = Stability ratio max/min
study-figure-raw-fence-low = Tukey's fence in minutes: lower
study-figure-raw-fence-high = Tukey's fence in minutes: upper
study-figure-outside-raw = Outside the fences in minutes
study-figure-fence-low = Tukey's fence on logarithms: lower
study-figure-fence-high = Tukey's fence on logarithms: upper
study-figure-outside-log = Outside the fences on logarithms
study-figure-grubbs = Grubbs' G
study-figure-grubbs-critical = Grubbs: 5 % critical value
study-figure-ilo-5 = Readings by ILO for ±5 %, at least
study-figure-ilo-10 = Readings by ILO for ±10 %, at least
study-figure-operators = Operators
study-figure-mean-of-means = Mean of the operators' means
study-figure-staff = Interval for the whole staff
study-figure-staff-low = Whole staff: from
study-figure-staff-high = Whole staff: to
study-figure-anova-minutes = Analysis of variance in minutes
study-figure-anova-logs = Analysis of variance on logarithms
study-figure-f = F in minutes
study-figure-p = p in minutes
study-figure-log-f = F on logarithms
study-figure-log-p = p on logarithms
study-figure-hard-operators = Operators with hard cases
study-figure-hard-f = F of hard cases, in minutes
study-figure-hard-p = p of hard cases, in minutes
study-figure-hard-log-f = F of hard cases, on logarithms
study-figure-hard-log-p = p of hard cases, on logarithms
study-figure-icc = Intraclass correlation ICC(1)
study-figure-share = Share of the readings
study-figure-days = Work days
study-figure-trend-s = Mann–Kendall S
study-figure-trend-p = Mann–Kendall p
study-figure-runs-p = Runs about the median, p
study-figure-lag1 = Correlation with the reading before
study-figure-elapsed = Elapsed in sittings
study-figure-observed = Observed
study-figure-paused = Pauses
study-figure-unaccounted = Unaccounted for
study-figure-outside-sittings = Readings outside sittings

study-chart-operators = Operators side by side
study-box-middle = middle half, the stroke is the median
study-box-mean = mean
study-box-interval = 95 % interval
study-box-reference = mean of means with its interval
study-operator-note = n = { $count }, { $hard } hard, { $share } % of readings
study-operators-range = From { $fast_mean } min ({ $fast }) to { $slow_mean } min ({ $slow })
study-operators-one = One operator: there is nobody to compare with
study-no-operators = Nothing to compare yet
study-no-operators-text = No reading is kept. Once there are some, the operators stand here side by side
study-above-half = More than half of the readings come from one operator: { $operator }. This study is more about that person than about the action
study-more-than-half = more than half
study-operators-say = What the differences say
study-operators-figures = Numbers
study-operators-table = Operators and classes
study-operators-differ-much = The operators differ much: { $share } of the spread is theirs, and that is not chance
study-operators-differ = The operators differ by more than chance, but little: { $share } of the spread is theirs
study-operators-ask-more = The norm needs other operators, not more readings of the same
study-operators-alike = The operators differ no more than by chance
study-operators-hard-differ = In hard cases operators differ, and not by chance
study-operators-hard-alike = In hard cases operators differ no more than by chance
study-figure-hard-anova-minutes = Hard cases: ANOVA on minutes
study-figure-hard-anova-logs = Hard cases: ANOVA on logarithms
study-figure-hard-icc = Hard cases: ICC(1)
study-operators-unknown = To compare, at least two operators with two readings are needed
study-operators-without-hard = { $count ->
    [one] { $count } operator has no hard case: no mean for the norm can be made
   *[other] { $count } operators have no hard case: no mean for the norm can be made
}
study-operators-never-dropped = The slow operator is never dropped: the norm is for everybody. Somebody's speed is no ground to change it (Labour Code of Russia, art. 160)
study-column-hard = Hard
study-column-share = Share, %
study-column-median = Median
study-column-interval = 95 % interval

study-chart-order-text = { $count ->
    [one] { $count } reading
   *[other] { $count } readings
} in order over { $days ->
    [one] { $days } work day
   *[other] { $days } work days
}; press a point to open its reading
study-order-says = What the order says
study-trend-faster = Readings grow shorter (Mann–Kendall S = { $s }, p { $p }): it looks like getting used to the observer or to the action
study-trend-slower = Readings grow longer (Mann–Kendall S = { $s }, p { $p }): it looks like tiring, or other cases
study-trend-none = Readings grow neither shorter nor longer (Mann–Kendall S = { $s }, p { $p })
study-trend-unknown = Too few readings to speak of a trend
study-runs-odd = Long and short readings come in runs (p { $p }): something changed on the way: the shift, the people, the load
study-runs-chance = Long and short readings alternate by chance (p { $p })
study-runs-unknown = Too few readings to speak of runs
study-lag1 = Correlation with the reading before { $lag }: from −1 to 1, about 0 for independent readings
study-order-advice = Learning and tiring are not mended by calculation: time at different hours and days
study-coverage = Hours of the week
study-coverage-none = No reading is kept
study-coverage-text = Readings on { $days ->
    [one] { $days } day
   *[other] { $days } days
}, in { $hours ->
    [one] { $hours } hour of the week
   *[other] { $hours } hours of the week
}
study-weekday = Day
study-hour = Hour
study-weekday-1 = Mo
study-weekday-2 = Tu
study-weekday-3 = We
study-weekday-4 = Th
study-weekday-5 = Fr
study-weekday-6 = Sa
study-weekday-7 = Su
study-clock = Clock check: observed + paused + unaccounted = elapsed, min
study-clock-none = This study has no sittings: there is nothing to check against
study-clock-outside = { $count ->
    [one] { $count } reading lies outside every sitting: nothing says what to check it against
   *[other] { $count } readings lie outside every sitting: nothing says what to check them against
}
study-clock-exceeds = More than { $percent } % of the time is unaccounted for: something was done past the stopwatch. Recall what it was and write it down as pauses with reasons, or time again
study-clock-fits = The time adds up: no more than { $percent } % is unaccounted for
study-clock-sum = All together
study-column-sitting = Sitting
study-column-observer = Observer
study-column-observed = Observed
study-column-paused = Pauses
study-column-unaccounted = Unaccounted
study-column-elapsed = Elapsed
study-column-share-unaccounted = Unaccounted, %

study-no-norms = No norms in force yet
study-no-norms-text = Once the director's order takes effect, you see here whether the norms agree with real times
study-not-in-force = This action has no norm in force
study-not-in-force-text = A norm that an order has fixed can be held against real times. Take the study into a norm set
study-norms-drifted = { $count ->
    [one] { $count } norm of { $all } no longer agrees: it needs a further study
   *[other] { $count } norms of { $all } no longer agree: they need a further study
}
study-norms-none-drifted = None of the { $all } norms in force has drifted from real times, as far as they are known
study-column-order = Order
study-column-verdict = Verdict
study-column-off-by = Off norm
study-column-since = Since
study-column-weeks = Weeks
study-by-order = No. { $number } from { $day }
study-verdict-slower = longer than the norm
study-verdict-faster = shorter than the norm
study-verdict-hard-share = other share of hard cases
study-verdict-agrees = agrees
study-verdict-gathering = gathering data
study-verdict-no-calls = no calls
study-drift-slower = The norm no longer agrees: since the week of { $since } the action takes { $percent } % longer than the norm on average
study-drift-faster = The norm no longer agrees: since the week of { $since } the action takes { $percent } % less than the norm on average
study-drift-hard-share = The share of hard cases left its control limits: the times may stand, but hard cases weigh otherwise now
study-drift-agrees = Real times agree with the norm
study-drift-gathering = Too early to judge: there are few calls so far
study-drift-no-calls = Nobody knows the real times: no call records of this action were loaded since the order
study-drift-preliminary = The verdict is preliminary: { $count } points, and the usual spread of weeks is known from { $weeks }
study-drift-next-point = The next point is gathering: { $count } of { $wanted } actions
study-share-next-point = The next point of the share is gathering: { $count } of { $wanted } decisions
study-next-study = Next: open a further study of at least 30 readings, from different operators
study-next-share = Next: check how hard cases are marked. If the share is really another one, the next set needs new weights, not a new timing
study-nothing-by-itself = Nothing changes by itself: only an order changes a norm. That somebody works faster or slower is no ground (Labour Code of Russia, art. 160)
study-new-study = New study
study-open-review = Open the review under way
study-open-own = The study of this norm
study-norm-in-force = Norm in force
study-held-against = Held against
study-held-against-note = without allowance: a call has none
study-real-against = Real times
study-since = since the week of { $day }
study-over-all-weeks = over all weeks
study-weeks = Points
study-handled = { $count ->
    [one] { $number } action
   *[other] { $number } actions
}
study-week = Week of
study-chart-ratio = Real time against the norm, %
study-chart-ratio-up = % of the norm
study-chart-ratio-text = { $count ->
    [one] { $count } point
   *[other] { $count } points
} of at least 200 actions each
study-series-ratio = real time
study-level-norm = norm
study-alarm = alarm
study-chart-cusum = Cumulative sums (CUSUM)
study-chart-cusum-up = in sigma
study-chart-cusum-text = The greatest sum is { $most } standard deviations; the alarm is raised at { $limit }
study-cusum-none = No sums yet: at least two different points are needed
study-series-upper = longer than the norm
study-series-lower = shorter than the norm
study-level-alarm = limit of the alarm
study-chart-share = Share of hard cases, %
study-chart-share-up = % of decisions
study-chart-share-text = The norm has { $centre }; { $count ->
    [0] every point lies within its limits
    [one] { $count } point lies outside its limits
   *[other] { $count } points lie outside their limits
}
study-series-share = share as marked
study-series-limits = control limits
study-level-share = share in the norm
study-outside = outside the limits

study-sheet-readings = Readings
study-sheet-figures = Figures
study-sheet-about = About
study-sheet-figure = Figure
study-sheet-value = Value
study-sheet-unit = Unit
study-about-action = Action
study-about-source = Source
study-about-opened-by = Opened by
study-about-conditions = Conditions
study-about-criterion = What makes a case hard
study-about-method = Method of the interval
study-head-number = No.
study-head-action = Action
study-head-operator = Operator's code
study-head-operator-name = Operator
study-head-started-at = Start
study-head-duration-ms = Duration, ms
study-head-minutes = Minutes
study-head-class = Timed as
study-head-counts-as = Counts as
study-head-rating-percent = Pace, %
study-head-normal-minutes = Normal time, min
study-head-paused-ms = Pauses, ms
study-head-pauses = Pauses with reasons, s
study-head-element = Element "{ $element }", ms
study-head-flag = Rule of the flag
study-head-flag-strong = Strong flag
study-head-times-median = Times the median
study-head-decided = Decision
study-head-reason = Reason
study-head-decided-by = Decided by
study-head-decided-at = When
study-head-flag-answered = Flag answered
study-head-amended = Put right
study-head-note = Note
study-head-observation = Id of the reading
study-of-regular = Fences, shape and order are those of the regular cases: hard ones are timed more often than they come, and together
study-precision-operators = ≈ { $number } operators more to ±10 %
study-precision-tickets = ≈ { $number } decisions more on tickets to ±10 %
study-intervals-apart = Student's t interval { $t } min, the Cox interval for log-normal times { $cox } min: the mean is not in it, the times are not log-normal, the first is taken
