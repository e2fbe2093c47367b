# The window: frame, door, stopwatch.
app-title = Norma — { $organisation }
app-navigation = Places
app-group-places = Place
app-group-window = Window
app-palette = Find a place or an action
app-palette-short = Find
app-palette-find = Place or action
app-nothing-found = Nothing found
app-help = Keys of this screen
app-keys-here = On this screen
app-keys-everywhere = Everywhere
app-tab = Next field or button
app-go = Places in order
app-place-before = Previous place
app-place-after = Next place
app-group-norms = Timing and norms
app-group-work = Work
app-group-department = Team
app-group-pay = Pay and calendar
app-lock = Lock or switch person
app-language = Language: Russian or English
app-theme = Theme: system, light, dark
app-theme-system = Theme: system
app-theme-light = Theme: light
app-theme-dark = Theme: dark
app-close = Close
app-undo = Undo
app-retry = Try again
app-loading = Reading the floor…
app-not-loaded = The data could not be read
app-no-places = There is no place for your role here yet
app-no-places-text = Roles are given by the administrator. Sign in as somebody else or ask for a role.
app-work-day = work day { $day }
app-saved = Saved
app-saved-hint = All you did is on disk
app-saving = Saving…
app-saving-hint = Writing to disk; usually a fraction of a second
app-not-saved = Can't save, trying again
app-not-saved-hint = The file is busy or the disk is full. Nothing you entered is lost: saving is tried again every second
app-file-written = File written: { $path }
app-file-full = The disk is full, the file was not written: { $path }. Free some space or choose another disk
app-file-denied = Nothing can be written here: { $path }. Choose a folder that you may write to
app-file-nowhere = There is no such folder: { $path }. Choose another one
app-file-failed = The file was not written: { $path }. Perhaps another program has it open: close it and try again
app-file-no-dialog = The file dialog did not open: this system has none. Export with norma export
app-fault = The program failed. Nothing you entered is lost: try again, and if that does not help, give the administrator the reference { $reference }
app-wrong-password = The password does not fit. Check the keyboard layout and Caps Lock and type it again
app-password-set = The password is saved: sign in with it next time
app-welcome-back = Unlocked, everything is where it was
app-waiting-flags = { $count ->
    [one] { $count } outlier flag waits for a decision
   *[other] { $count } outlier flags wait for a decision
}
app-waiting-orders = { $count ->
    [one] { $count } set waits for approval
   *[other] { $count } sets wait for approval
}
app-no-display = The window could not be opened: there is no display ({ $detail }). The command line still works: norma help
app-no-library = The window could not be opened: a system library is missing ({ $detail }). On Debian and Ubuntu: apt install libxkbcommon-x11-0
place-stopwatch = Stopwatch
place-study = Studies
place-norms = Norms
place-orders = Orders
place-desk = Desk
place-my-kpi = My KPI
key-space = Space
key-escape = Esc
key-backspace = Bksp

welcome-tagline = Time norms, decisions and KPI for operator floors
welcome-demo = Open the demo floor
welcome-demo-text = People, observations, orders and tickets are there: try everything, break nothing
welcome-create = Create a floor
welcome-create-text = A new file: organisation, time zone, calendar and the first director
welcome-open = Open a file
welcome-open-text = A floor that is already on this computer
welcome-recent = Recent
welcome-recent-none = Floors that you have opened will be listed here.
welcome-forget = Take "{ $file }" off the list
welcome-path = Path of the file
welcome-path-hint = Where the file dialog is not available
welcome-path-open = Open the path
welcome-no-dialog = The file dialog could not be opened: this system has none. Type the path of the file into the field
welcome-opening = Opening the floor…
welcome-making = Making the floor…
welcome-making-demo = Making the demo floor…
welcome-signing-in = Checking the password…
welcome-key-enter = Go on
welcome-key-back = Back
welcome-sign-in-to = Floor "{ $floor }"
welcome-sign-in = Sign in
welcome-sign-in-as = Sign in as
welcome-sign-in-as-text = A demo: choose whose eyes to look through.
welcome-login = Login
welcome-login-hint = Also the personnel number
welcome-login-wrong = Only Latin letters, digits, dot, hyphen and underscore
welcome-password = Password
welcome-password-again = Password once more
welcome-password-new = New password
welcome-password-short = At least { $least } characters
welcome-passwords-differ = The passwords differ
welcome-password-set = Save and enter
welcome-new-password = Choose your own password
welcome-one-time = Your password is for one time: somebody else has set it
welcome-enter = Sign in
welcome-enter-lacks = Type login and password
welcome-other-floor = Another floor
welcome-locked = The screen is locked
welcome-locked-hint = All you entered is where it was
welcome-unlock = Unlock
welcome-switch = Switch person
welcome-create-title = A new floor
welcome-organisation = Organisation and time
welcome-organisation-name = Name of the organisation
welcome-zone = Time zone
welcome-zone-find = City or zone
welcome-day-ends = The work day ends at
welcome-day-ends-hint = 00:00 is midnight; with night shifts for example 04:00
welcome-day-ends-wrong = Write the time as 04:00
welcome-calendars = Put in the Russian work calendars
welcome-rehearsal = A rehearsal floor, for ever
welcome-rehearsal-hint = Nothing is paid by it, and every screen says so
welcome-director = The first director
welcome-director-name = Full name
welcome-lacks = Fill in this field
welcome-file = File of the floor
welcome-browse = Choose…
welcome-make = Create and sign in
welcome-back = Back
zone-kaliningrad = Kaliningrad (UTC+2)
zone-moscow = Moscow, St Petersburg (UTC+3)
zone-samara = Samara (UTC+4)
zone-yekaterinburg = Yekaterinburg (UTC+5)
zone-omsk = Omsk (UTC+6)
zone-krasnoyarsk = Krasnoyarsk, Novosibirsk (UTC+7)
zone-irkutsk = Irkutsk (UTC+8)
zone-yakutsk = Yakutsk (UTC+9)
zone-vladivostok = Vladivostok (UTC+10)
zone-magadan = Magadan (UTC+11)
zone-kamchatka = Kamchatka (UTC+12)
zone-minsk = Minsk (UTC+3)
zone-almaty = Almaty (UTC+5)
zone-tashkent = Tashkent (UTC+5)
zone-utc = Universal time (UTC)

watch-act-start = Start, split, resume
watch-act-stop = Stop
watch-act-pause = Pause and resume
watch-act-hard = Mark a hard case
watch-act-undo = Undo the last step
watch-act-give-up = Exclude the interrupted observation
watch-act-action = Choose the action
watch-act-operator = Choose the operator
watch-act-add = One more stopwatch beside
watch-act-close = Close this stopwatch
watch-act-next-flag = Decide the next outlier flag
watch-act-decide = Decide the chosen observation
watch-act-mini = Mini stopwatch on top of other windows
watch-act-norms = Go to the norms
watch-act-open-study = Go to the study
watch-pair-pace = Pace of the running one 5 % lower, higher
watch-pair-last = Pace of the last observation
watch-pair-beside = Previous, next stopwatch
watch-pause-length = This pause { $time }, left out of the observation
watch-chart-pauses = paused
watch-idle-ready = ready to start
watch-needed-short = ≈ { $number } more
watch-returned-elements = The observation is recorded as a whole, without its elements. { $why }
watch-side-key = Stopwatch of this number, a pause's reason
watch-mini = Mini stopwatch
watch-mini-hint = A small window on top of others, beside the CRM
watch-make-norm = To the norms
watch-make-norm-hint = Take the observations into a norm set
watch-to-study = To the study
watch-to-study-hint = Every reading, flags, operators side by side, export
watch-action = Action
watch-action-find = Choose the action
watch-operator = Operator
watch-operator-find = Choose the operator
watch-nobody = no operator chosen
watch-idle = Ready
watch-idle-note = choose what and whom to time
watch-running = Running
watch-paused = Paused
watch-stopped = Stopped
watch-recovered = Interrupted
watch-began = began { $at }
watch-is-hard = hard case
watch-start = Start
watch-split = Split
watch-resume = Go on
watch-stop = Stop
watch-pause = Pause
watch-hard = Hard
watch-undo = Undo
watch-add = Add
watch-recovery = The program was closed while "{ $action }" was timed, { $operator }. Time went on from the true start. What is to become of it?
watch-go-on = Go on
watch-stop-now = Stop now
watch-give-up = Exclude
watch-choose-action-first = Choose the action first
watch-choose-operator-first = Choose the operator first
watch-said-taken = Observation { $time } saved
watch-said-disputed = Observation { $time } waits: the clocks disagree
watch-said-given-up = The interrupted observation is excluded
watch-said-withdrawn = Step undone, observation { $time } does not count
watch-said-undone = The last step is undone
watch-said-hard = Marked as a hard case
watch-said-regular = The hard-case mark is taken back
watch-refused-running = The stopwatch is running already: split or stop it
watch-refused-not-running = The stopwatch is not running: press Start
watch-refused-paused = The stopwatch is paused already: go on or stop
watch-refused-not-paused = There is no pause to go on from
watch-refused-recovered = First decide what becomes of the interrupted observation
watch-refused-not-recovered = No observation was interrupted
watch-refused-nothing-to-undo = There is nothing left to undo
watch-refused-bench-full = Nine stopwatches run side by side at most: close one
watch-refused-no-such-watch = There is no such stopwatch, and the last one can't be closed
watch-clocks-disagree = The computer's clock and the stopwatch differ by more than a second: decide which one to trust
watch-clocks-decide = Decide
watch-clocks-title = How long was the observation?
watch-clocks-text = It began { $began }. The computer slept or its clock was set, so the lengths differ.
watch-clocks-watch = { $time } by the stopwatch
watch-clocks-wall = { $time } by the computer's clock
watch-clocks-exclude = Exclude: it was interrupted
watch-returned = An observation was not accepted. { $why }
watch-returned-forget = Understood
watch-study = Study
watch-study-none = This action has no observations yet
watch-study-none-text = Press Space when the action begins and Enter when it ends.
watch-study-choose = What is to be timed?
watch-study-choose-text = Choose the action (key A) and the operator (key O): type the beginning of a word, in either keyboard layout.
watch-flags = { $count ->
    [one] { $count } flag
   *[other] { $count } flags
}
watch-n = Observations kept
watch-counted = { $hard } hard, { $excluded } excluded
watch-mean = Mean
watch-sd = deviation { $sd }
watch-median = Median
watch-range = { $min } to { $max }
watch-norm = Norm without allowance
watch-norm-all = { $norm } with the excluded
watch-interval-name = Mean, 95 %
watch-interval = { $low } – { $high } min
watch-precision = Precision now
watch-target = To ±{ $percent } %
watch-reached = reached
watch-needed = ≈ { $number } more needed
watch-chart-order = Observations in order
watch-chart-order-text = In order: { $count ->
    [one] { $count } observation
   *[other] { $count } observations
}, { $flags ->
    [0] no flag without a decision
    [one] { $flags } flag waits for a decision
   *[other] { $flags } flags wait for a decision
}
watch-chart-bins = How the values lie
watch-chart-number = Observation
watch-chart-minutes = Minutes
watch-chart-count = Observations
watch-chart-kept = kept observations
watch-chart-mean = mean { $mean }
watch-as-table = Show as a table
watch-as-chart = Show as a chart
watch-counts-regular = regular
watch-counts-hard = hard
watch-counts-flagged = to decide
watch-counts-excluded = excluded
watch-observations = Observations
watch-column-number = No
watch-column-start = Start
watch-column-minutes = Minutes
watch-column-times = To median
watch-column-counts = Counts as
watch-column-why = Reason or flag
watch-flag = ×{ $times } of the median: { $rule }
watch-flag-strong = ×{ $times } of the median, a second test agrees: { $rule }
watch-decide = Decide
watch-decide-hint = Choose an observation in the table (↑ ↓) or on the chart
watch-decide-title = Observation { $number }: { $minutes } min
watch-causes-long = It happens when the case is hard, the stopwatch was not stopped, or another action was timed. The mean is { $mean } min now, { $without } min without it.
watch-causes-short = It happens when the stopwatch was started late or another action was timed. The mean is { $mean } min now, { $without } min without it.
watch-criterion = A hard case: { $criterion }
watch-decided-before = Decided before: { $reason }
watch-answer-regular = Keep as regular
watch-answer-hard = Keep as a hard case
watch-exclude-as = Exclude, because:
watch-reason-forgotten = forgotten stopwatch
watch-reason-interrupted = the action was interrupted
watch-reason-wrong = another action was timed
watch-reason-other = another reason
watch-reason-other-hint = "Too long" is no reason
watch-reason-undone = undone right after it was timed
watch-reason-restart = interrupted by a restart of the program
watch-exclude = Exclude
watch-decided = The decision is saved
watch-decision-undone = The decision is undone
watch-no-flags = There is no flag without a decision
watch-step-choose = Choose
watch-step-choose-text = The action (A) and the operator (O). Type the beginning of a word: "tar" finds "Change of tariff", in either keyboard layout.
watch-step-time = Time
watch-step-time-text = Space starts and splits, Enter stops, P pauses. Mark a hard case with H.
watch-step-look = Watch the precision
watch-step-look-text = On the right you see the mean, its interval and how many more observations are needed. Then take them into a norm set.
watch-studies = Studies of the department
watch-column-source = Source
watch-column-observations = Observations
watch-column-kept = Kept
watch-column-flags = Outlier flags
watch-column-norm = Norm, min
watch-source-stopwatch = stopwatch
watch-source-import = imported
watch-source-call = call records
watch-act-slower = Rate the running observation 5 % lower
watch-act-faster = Rate the running observation 5 % higher
watch-act-last-slower = Rate the last observation 5 % lower
watch-act-last-faster = Rate the last observation 5 % higher
watch-act-end-sitting = End the sitting
watch-act-study = Choose or begin the study
watch-act-previous = Previous stopwatch
watch-act-next = Next stopwatch
watch-act-alike = Decide all flags alike
watch-act-scale = Charts: logarithms or minutes
watch-waiting = Waiting
watch-break = Element ends
watch-refused-too-soon = The element has only just begun: press when it ends
watch-refused-no-such-pace = A pace is rated from 50 to 150 %
watch-refused-no-sitting = There is no sitting: it begins with the first start
watch-returned-sitting = A sitting was not accepted. { $why }
watch-returned-rating = A rating was not accepted. { $why }
watch-pause-why = name the reason by a digit
watch-pause-colleague = Colleague
watch-pause-colleague-full = consultation with a colleague
watch-pause-system = System
watch-pause-system-full = the system is slow or fails
watch-pause-talk = Talk
watch-pause-talk-full = foreign conversation
watch-pause-personal = Personal
watch-pause-personal-full = personal needs
watch-pause-contact = No contact
watch-pause-contact-full = waiting for a contact
watch-pause-break = Break
watch-pause-break-full = break
watch-pause-other = Other…
watch-pause-other-full = another reason, in your own words
watch-pause-typed = Reason of the pause
watch-pause-name = Name it
watch-paused-out = paused { $time }
watch-paused-out-why = paused { $time }: { $why }
watch-element = { $at } of { $count }: { $name }
watch-element-until = { $at } of { $count }: { $name }. Ends: { $until }
watch-element-first = First, { $element }
watch-element-figures = { $n } observations, mean { $mean } min, stability ratio { $ratio }
watch-newest = Last observations of the study
watch-newest-none = The last observations will stand here
watch-pace = Pace
watch-pace-last = its pace
watch-last = Last observation { $time }, { $class }
watch-last-none = No last observation yet
watch-rated-after = rated right after the observation
watch-nothing-to-rate = Nothing to rate yet: this operator has not been observed
watch-end-sitting = End sitting
watch-sitting-none = The sitting begins with the first start
watch-sitting-since = Since
watch-sitting-elapsed = elapsed
watch-sitting-observed = observed
watch-sitting-paused = paused
watch-sitting-rest = unaccounted
watch-sitting-exceeds = unaccounted > 2 %
watch-sitting-spoken = Sitting since { $since }: elapsed { $elapsed }, observed { $observed }, paused { $paused }, unaccounted { $rest } ({ $share })
watch-sitting-spoken-exceeds = Sitting since { $since }: elapsed { $elapsed }, observed { $observed }, paused { $paused }, unaccounted { $rest } ({ $share }), which is more than 2 %: pause between observations (P)
watch-sitting-recorded = The sitting has ended and is recorded
watch-sitting-too-short = The sitting has ended; not recorded: under a minute or without observations
watch-study-title = Study: { $action }
watch-study-which = Which study do the observations go to?
watch-study-first = This action has no study yet: the first one begins by itself, with the first observation. You can begin it now and write down the conditions.
watch-study-empty = no observations
watch-study-new = Begin a study
watch-study-note = Begin a study of its own when conditions have changed: the program, the script of the talk, the workplace.
watch-study-begun = The study has begun
watch-study-conditions = Conditions (optional)
watch-study-conditions-hint = What a reader of the norm has to know: program version, shift, workplace
watch-study-begin = Begin
watch-conditions = Conditions: { $text }
watch-alike = All flags alike
watch-alike-text = One decision and one reason for all. Each flag gets them in the journal.
watch-alike-regular = Keep as regular
watch-alike-hard = Keep as hard cases
watch-alike-exclude = Exclude
watch-alike-reason = Reason
watch-alike-decide = Decide all
watch-class = { $count }: { $mean } min
watch-classes = Regular { $regular } · hard { $hard }
watch-share = Hard share { $percent } %
watch-no-classes = No hard cases: the action names no criterion
watch-enough = Enough observations for ±10 %
watch-remark-repeat = { $percent } % excluded: better repeat it
watch-remark-excluded = { $percent } % of the observations are excluded
watch-remark-above-half = More than half of the observations: { $operator }
watch-remark-no-hard = Hard cases missed by chance: { $percent } %
watch-remark-few-operators = Few operators: not for the whole staff
watch-remark-clock = More than 2 % of the sittings is unaccounted for
watch-charts = Observations as charts
watch-n-short = Kept
watch-mean-short = Mean
watch-median-short = Median
watch-norm-short = Norm, min
watch-scale-log = Scale: logarithm
watch-scale-minutes = Scale: minutes
watch-chart-fence-log = Tukey's fences, logarithm
watch-chart-fence-minutes = Tukey's fences, minutes
watch-chart-paused = Paused, min
watch-study-line = { $days } · { $count ->
    [0] empty so far
    [one] { $count } observation
   *[other] { $count } observations
} · norm { $norm } min
watch-alike-title = { $count ->
    [0] No flags
    [one] Decide { $count } flag
   *[other] Decide { $count } flags alike
}
watch-alike-decided = { $count ->
    [one] { $count } flag decided
   *[other] { $count } flags decided
}
watch-chart-bins-text = Median { $median } min, { $outside ->
    [0] none
   *[other] { $outside }
} outside fences

# What a study's figures say: shared by the screens of the stopwatch and of the study.
study-lack-hard-cases = { $count ->
    [one] { $number } hard case is missing
   *[other] { $number } hard cases are missing
}
study-lack-regular-cases = { $count ->
    [one] { $number } regular case is missing
   *[other] { $number } regular cases are missing
}
study-lack-observations = { $count ->
    [one] { $number } observation is missing
   *[other] { $number } observations are missing
}
study-lack-operators = { $count ->
    [one] { $number } operator is missing
   *[other] { $number } operators are missing
}
study-lack-operators-without-hard = { $count ->
    [one] { $number } operator has no hard case
   *[other] { $number } operators have no hard case
}
study-lack-operators-without-regular = { $count ->
    [one] { $number } operator has no regular case
   *[other] { $number } operators have no regular case
}
study-lack-operator-above-half = one operator gave more than half of the observations: { $operator }
study-lack-unequal-operators = some operators were observed more than twice as often as others
study-lack-days = { $count ->
    [one] { $number } day is missing
   *[other] { $number } days are missing
}
study-lack-tickets = { $count ->
    [one] { $number } decision is missing to count the share of hard cases
   *[other] { $number } decisions are missing to count the share of hard cases
}
study-step-hard-cases = { $count ->
    [one] Time { $number } hard case more
   *[other] Time { $number } hard cases more
}
study-step-hard-cases-new = { $count ->
    [one] Time { $number } hard case more, from operators not yet observed
   *[other] Time { $number } hard cases more, from operators not yet observed
}
study-step-regular-cases = { $count ->
    [one] Time { $number } regular case more
   *[other] Time { $number } regular cases more
}
study-step-regular-cases-new = { $count ->
    [one] Time { $number } regular case more, from operators not yet observed
   *[other] Time { $number } regular cases more, from operators not yet observed
}
study-step-operators = { $count ->
    [one] Observe { $number } operator more, in regular and hard cases
   *[other] Observe { $number } operators more, in regular and hard cases
}
study-step-hard-of-operators = { $count ->
    [one] Time { $number } hard case more, from those who have none yet
   *[other] Time { $number } hard cases more, from those who have none yet
}
study-step-regular-of-operators = { $count ->
    [one] Time { $number } regular case more, from those who have none yet
   *[other] Time { $number } regular cases more, from those who have none yet
}
study-step-operator-with-few = { $count ->
    [one] Add { $number } observation more of { $operator }
   *[other] Add { $number } observations more of { $operator }
}
study-step-other-operators = Time other operators: one of them gave more than half
study-step-days = { $count ->
    [one] Go on for { $number } day more: no two days are alike
   *[other] Go on for { $number } days more: no two days are alike
}
study-step-tickets = { $count ->
    [one] ≈ { $number } marked decision more is needed to count the share of hard cases
   *[other] ≈ { $number } marked decisions more are needed to count the share of hard cases
}
study-method-t = Student's t
study-method-cox = Cox, for log-normal times
study-method-stratified = by class, at the share of hard cases
study-method-operators = operators' means, for the whole staff
study-no-interval-nothing = No interval: nothing is kept
study-no-interval-one = The interval appears with the second observation
study-no-interval-no-spread = No interval: all observations are equal
study-no-interval-few-of-class = No interval: one of the classes has fewer than two observations
study-no-interval-few-hard-cases = The interval is not reliable yet: fewer than 20 hard cases were timed
study-no-staff-few-operators = No interval for the whole staff: fewer than three operators
study-no-staff-few-in-every-class = No interval for the whole staff: fewer than three operators were timed in regular and in hard cases
study-no-staff-no-spread = No interval for the whole staff: the operators' means are equal
study-share-tickets = marked on { $count ->
    [one] { $number } decision
   *[other] { $number } decisions
}
study-share-study = of these observations
study-share-declared = as declared
watch-needed-operators-short = ≈ { $number } oper.
watch-needed-operators = { $count ->
    [one] ≈ { $number } operator more
   *[other] ≈ { $number } operators more
}
watch-needed-tickets-short = ≈ { $number } tickets
watch-needed-tickets = { $count ->
    [one] ≈ { $number } decision more on tickets
   *[other] ≈ { $number } decisions more on tickets
}
