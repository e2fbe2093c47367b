# The operator's desk
desk-new = New ticket
desk-no-order = No norms are in force, so nothing can weigh a decision now. A ticket with decisions can be saved once the director's order takes effect
desk-client = Client
desk-client-placeholder = Phone, contract or name
desk-channel = Channel
desk-time = Time
desk-decision = Decision
desk-decision-nothing = There is no such action. Check the word or ask your supervisor
desk-no-norm = no norm
desk-none-title = What was done for the client?
desk-reason = Why there is no decision
desk-reason-placeholder = For example, wrong number
desk-remove = Remove: { $action }
desk-less = Less: { $action }
desk-more = More: { $action }
desk-hard = Hard case
desk-hard-of = Hard: { $hard } of { $count }
desk-criterion = A hard case: { $criterion }
desk-outcome = Outcome
desk-outcome-none = none
desk-outcome-solved = Solved
desk-outcome-passed-on = Passed on
desk-outcome-to-call-back = To call back
desk-behalf = On behalf of
desk-behalf-nobody = myself
desk-comment = Comment
desk-comment-placeholder = Optional
desk-total = Total
desk-save = Save
desk-save-correction = Save correction
desk-save-empty = Enter a client or a decision first
desk-saving = Saving…
desk-cancel = Cancel the ticket
desk-saved = Ticket saved: { $minutes } min
desk-corrected = Ticket corrected: { $minutes } min now
desk-cancelled = Ticket cancelled: it weighs nothing
desk-undo = Undo saving
desk-undone = Saving undone: the ticket weighs nothing
desk-put-away = Close without saving: { $ticket }
desk-tab-new = New ticket
desk-tab-correction = Correction
desk-tab-correction-of = Correction: { $client }
desk-day = My day
desk-order = Order No. { $number }
desk-day-sum = Today, provisional
desk-day-plan = of { $plan } min planned
desk-day-free = a day off by the schedule
desk-day-no-plan = no plan: this year has no calendar
desk-day-empty = No tickets today yet
desk-day-empty-text = Saved tickets stand here. Until the day closes they can be corrected
desk-ticket-cancelled = Cancelled
desk-ticket-without = No decisions
desk-key-new = New ticket
desk-key-digit = Frequent decision (search field empty)
desk-key-enter = From client to decisions; pick what was found
desk-key-hard = Mark a hard case
desk-key-current = Mark another decision
desk-key-save = Save the ticket
desk-key-undo = Undo the last save

# Norms
norms-title = Norms
norms-new = New draft
norms-list = Norm sets
norms-table = Norms of the set "{ $set }"
norms-loading = Reading the set…
norms-close = Close
norms-col-set = Set
norms-col-department = Department
norms-col-norms = Norms
norms-col-order = Order
norms-col-effective = In force from
norms-col-state = State
norms-col-action = Action
norms-col-observations = Observed
norms-col-excluded = Excl.
norms-col-basis = Basis
norms-col-allowance = Allowance, %
norms-col-norm = Norm, min
norms-col-boost = Boost
norms-col-weight = Weight
norms-col-change = To in force, %
norms-no-norm = no norm
norms-observations-hint = Regular { $regular }, hard { $hard }
norms-by-order = Order No. { $number }, in force from { $day }
norms-copy = Copy
norms-copy-name = { $set } (copy)
norms-submit = Submit to the director
norms-empty = No norm sets yet
norms-empty-text = A draft takes its norms from time studies; what is missing you set as an expert. Then it goes to the director for an order
norms-empty-director = The head of the department puts a set together. Once it is submitted it appears here and among the orders
norms-returned = The director returned the set: { $comment }
norms-flags =
    { $count ->
        [one] "{ $action }": { $count } outlier waits for a decision
       *[other] "{ $action }": { $count } outliers wait for a decision
    }
norms-to-study = To the time study
norms-remarks-read = Got it
norms-grounds = Grounds
norms-drafted = Draft made
norms-submitted = The set was submitted to the director
norms-line-saved = Norm set
norms-interval = 95 %: { $low } – { $high } min, { $method }
norms-operators = { $count ->
    [one] { $count } operator
   *[other] { $count } operators
}
norms-hard-share = { $share } % hard, { $source }
norms-drifted = The norm "{ $action }" no longer agrees with real times ({ $off }): it needs a further study
norms-drifted-several = { $count ->
    [one] { $count } norm no longer agrees with real times: a further study is needed
   *[other] { $count } norms no longer agree with real times: further studies are needed
}
norms-new-title = New draft of a norm set
norms-field-name = Name
norms-name-placeholder = For example, Support norms from January
norms-field-department = Department
norms-field-from = Where the norms come from
norms-from-studies = Time studies
norms-from-studies-text = Each action's norm is taken from its newest time study
norms-from-empty = Empty
norms-from-empty-text = Without norms: you set each one
norms-from-copy = Copy of "{ $set }"
norms-from-copy-text = Lines with their boosts and allowances are taken over unchanged
norms-field-set-allowance = Allowance of the set, %
norms-create = Make the draft
norms-create-why = Enter a name
norms-line-title = Norm of an action
norms-by-study = By time study
norms-by-expert = By expert
norms-no-study = There is no time study of this action. Time it, or set an expert's norm
norms-study =
    { $count ->
        [one] { $source }: { $count } observation, norm { $norm } min
       *[other] { $source }: { $count } observations, norm { $norm } min
    }
norms-study-flags =
    { $count ->
        [one] { $count } outlier undecided
       *[other] { $count } outliers undecided
    }
norms-source-stopwatch = Stopwatch
norms-source-import = From a file
norms-source-call-record = Call records
norms-field-minutes = Norm, min
norms-minutes-placeholder = 4.25
norms-bad-minutes = Write minutes like 4.25
norms-bad-number = Write a number, for example 5 or 12.5
norms-field-reason = Why so much
norms-reason-placeholder = For example, by the experience of three senior operators
norms-field-allowance = Own allowance, %
norms-allowance-hint = Empty: as the set, { $share } %
norms-field-share = Share of hard cases, %
norms-share-hint = Empty: by ticket marks or the study
norms-field-share-count = Over how many decisions
norms-field-share-source = Where the share comes from
norms-share-source-placeholder = For example, the contact log of a quarter
norms-field-boost = Boost, ×
norms-boost-hint = 1 is no boost
norms-field-boost-reason = Why it is boosted
norms-boost-placeholder = For example, a client kept
norms-line-save = Set the norm
norms-line-unread = Check the numbers: norm or time study, allowance and boost
norms-submit-title = Submit the set to the director
norms-submit-text =
    { $count ->
        [one] The set "{ $set }" holds { $count } norm. Once an order approves it, nothing in it can change
       *[other] The set "{ $set }" holds { $count } norms. Once an order approves it, nothing in it can change
    }
norms-submit-why = Set the missing norms and decide the outliers first
norms-field-grounds = Grounds
norms-grounds-placeholder = Changed technique or organisation, or norms introduced for the first time
norms-grounds-hint = That somebody works faster than the norm is no ground (Labour Code art. 160)
norms-key-new = New draft
norms-key-rows = Rows of the table
norms-key-edit = Edit a norm of a draft
norms-key-submit = Submit to the director; confirm a dialog
norms-key-close = Close the dialog

# Orders
orders-title = Orders
orders-waiting = Waiting for you
orders-waiting-none = No set is submitted
orders-past = Orders
orders-past-none = No orders yet
orders-number = No. { $number }
orders-norms =
    { $count ->
        [one] { $count } norm
       *[other] { $count } norms
    }
orders-effective-from = in force from { $day }
orders-loading = Reading…
orders-empty = No orders yet
orders-empty-text = Submit a norm set: the director approves it by order or returns it with a comment
orders-empty-director = A set appears here when the head of a department submits it. You see what changes and approve it by order
orders-submitted-by = Submitted by
orders-allowance = Allowance of the set
orders-grounds = Grounds
orders-missing = Norms are missing: { $actions }. Return the set
orders-flags = Outliers undecided: { $actions }. Return the set
orders-all-new =
    { $count ->
        [one] The department's first set: { $count } new norm
       *[other] The department's first set: { $count } new norms
    }
orders-up = higher: { $count }
orders-down = lower: { $count }
orders-same = unchanged: { $count }
orders-new = new: { $count }
orders-table = What the set changes
orders-norms-table = Norms of the order
orders-col-action = Action
orders-observations =
    { $count ->
        [one] { $count } reading
       *[other] { $count } readings
    }
orders-col-basis = Basis
orders-col-norm = Norm
orders-col-boost = Boost
orders-col-weight = Weight
orders-col-before = Now
orders-col-change = Change
orders-col-new = new
orders-approve = Approve by order
orders-return = Return with a comment
orders-not-ready = Not to be approved: norms are missing or outliers are undecided
orders-approve-title = Order to approve norms
orders-approve-text = Set "{ $set }"
orders-field-number = Number
orders-field-date = Date of the order
orders-field-effective = In force from
orders-bad-date = Write a date like 2026-03-17
orders-needed = Fill this in
orders-early = Less than two months after the order's date (Labour Code art. 162): the reason stands in the order
orders-early-first = The department's first set may even take effect in the past, where there are no tickets since. The reason stands in the order
orders-early-past = That day is over: only a department's first set may take effect in the past
orders-field-early = Reason for the early date
orders-early-placeholder = For example, norms are introduced for the first time
orders-field-representative = Opinion of the employees' representative body
orders-representative-placeholder = Number and date, if any (Labour Code art. 162)
orders-field-password = Your password
orders-password-hint = An order is confirmed by password
orders-frozen = Once approved, the set is frozen: no number in it can change
orders-approved = Order No. { $number } is approved
orders-return-title = Return the set with a comment
orders-return-text = The supervisor reads the comment above the table and submits the set again
orders-field-comment = What to change
orders-comment-placeholder = For example, the refund rests on 6 observations only
orders-returned = The set was returned
orders-document = Order No. { $number } of { $day }
orders-about = On putting time norms into force: "{ $set }", { $department }
orders-effective = In force from
orders-approved-by = Approved by
orders-approved-at = Approved at
orders-early-reason = Reason for the early date
orders-pilot-reason = Why there was no full pilot
orders-representative = Opinion of the representative body
orders-password-reset = Within a day before the approval { $person } reset the approver's password
orders-fingerprint = Fingerprint of the set
orders-chain-head = Journal before the order
orders-seals-text = By these sums norma verify finds any change of the set or the journal made past the program
orders-copy = Copy: { $what }
orders-copied = Copied
orders-key-approve = Approve by order; confirm a dialog
orders-key-rows = Rows of the table
orders-key-close = Close the dialog
