# A department's work: notifications, morning check, tasks, start reviews, objections, notes
place-morning = Morning check
place-tasks = Tasks
app-waiting-tasks = { $count ->
    [one] { $count } task waits for you
   *[other] { $count } tasks wait for you
}
app-first-thing = First of all: { $what }
app-first-overdue = { $count ->
    [one] { $count } task is overdue
   *[other] { $count } tasks are overdue
}
app-first-today = { $count ->
    [one] { $count } task for today
   *[other] { $count } tasks for today
}
app-first-unprocessed = { $count ->
    [one] { $count } contact of earlier days not processed
   *[other] { $count } contacts of earlier days not processed
}
app-object = Object: a day, a correction, an absence, the statement
app-first-open = To the tasks

notifications-title = Notifications
notifications-unread-name = Notifications, new: { $count }
notifications-unread = { $count ->
    [0] Nothing new
   *[other] { $count } new
}
notifications-new = new
notifications-all-read = Mark all as read
notifications-empty = No notifications
notifications-empty-text = Orders to acknowledge, contacts nobody processed, tasks, objections and their answers come here.

work-today = today
work-yesterday = yesterday
work-title = Tasks
work-page-tasks = Tasks
work-page-people = Due days by person
work-page-starts = Start reviews
work-page-objections = Objections
work-page-notes = Notes
work-act-new = New: task, review, objection or note
work-act-own = Own task
work-act-done = Task is done
work-act-accept = Accept the result; agree with the objection
work-act-return = Return the result; decline the objection
work-act-cancel = Cancel the task; take the note back
work-act-ticket = Open the task's ticket
work-act-find = Find a task
work-key-pages = page of this screen
work-key-rows = row of the list
work-key-shown = which tasks are shown
work-key-enter = main action of the row
work-key-month = month of objections and notes
work-find-hint = Words of the task, a name
work-give = Give a task
work-add = Own task
work-start = Start reviews
work-object = Object
work-note = Write a note
work-shown-open = Not finished
work-shown-now = For today
work-shown-accept = To accept
work-shown-finished = Finished
work-everybody = Everybody
work-table = Tasks
work-col-due = Due
work-col-title = What to do
work-col-person = Whose
work-col-state = State
work-col-minutes = KPI, min
work-overdue = overdue
work-late-line = Due this month: { $due }, late: { $late } ({ $share } %)
work-nothing-found = No such task. Change the words or the person
work-unprocessed = { $count ->
    [one] { $count } contact of earlier days is not processed: make a ticket or dismiss it with a reason
   *[other] { $count } contacts of earlier days are not processed: make tickets or dismiss them with a reason
}
work-to-desk = To the contacts
work-empty = No tasks
work-empty-text = A task given with decisions counts in KPI once its result is accepted. A task of one's own is a reminder and never counts.
work-empty-now = Everything for today is done
work-empty-now-text = Nothing is overdue either.
work-empty-accept = Nothing waits to be accepted
work-empty-accept-text = Tasks that were given and reported done come here.
work-empty-finished = No finished tasks
work-empty-finished-text = What was accepted, done or cancelled in the last 30 days is shown here.
work-choose = Choose a task
work-choose-text = What to do, what will count and what has happened is shown here.
work-given-by = Given by
work-own-never-counts = A task of one's own never counts in KPI
work-counts-nothing = No decisions: nothing counts in KPI
work-will-count = Counts when accepted: { $minutes } min
work-counted = Counted: { $minutes } min
work-history = What happened
work-step-given = given
work-step-done = done
work-step-accepted = accepted
work-step-returned = returned
work-step-cancelled = cancelled
work-step-undo = taken back right after it was given
work-do = Done
work-accept = Accept
work-return = Return
work-cancel = Cancel
work-open-ticket = Open the ticket
work-give-title = Give a task
work-add-title = Own task
work-give-send = Give
work-add-send = Add
work-field-people = For whom
work-find-person = Name or personnel number
work-nobody = Nobody found
work-choose-all = Everybody
work-take-off = Take off: { $name }
work-lacks-people = Choose whom it concerns
work-field-title = What to do
work-field-title-hint = In one line, for example: call the clients after the outage
work-field-text = Details
work-field-due = Due
work-lacks-title = Write what to do
work-bad-due = Type today's date or a later one: 2026-11-25
work-field-decisions = What counts when accepted
work-find-action = Action; a number after the word says how many
work-no-action = No such action
work-given = { $count ->
    [one] The task is given
   *[other] { $count } tasks are given
}
work-added = The task is added
work-done = Reported done
work-accepted = The result is accepted
work-accepted-counted = The result is accepted, { $minutes } min counted
work-returned = Returned
work-cancelled = The task is cancelled
work-undone = Taken back

work-say-comment = Comment, if needed
work-say-why = What to say
work-say-due = New due day, if needed
work-say-done-title = Task is done
work-say-done-text = The supervisor sees the result and accepts it or returns it with a comment.
work-say-done-empty = Write what was done
work-say-done-send = Done
work-say-accept-title = Accept the result
work-say-accept-text = The task's decisions become a ticket of the employee and count today, by the set in force.
work-say-accept-empty = Write what is accepted
work-say-accept-send = Accept
work-say-return-title = Return the result
work-say-return-text = The employee sees the comment and does it again.
work-say-return-empty = Write what is missing
work-say-return-send = Return
work-say-cancel-title = Cancel the task
work-say-cancel-text = The task stays in the history with its reason; it enters no count of due and late ones.
work-say-cancel-empty = Write why the task is cancelled
work-say-cancel-send = Cancel the task
work-say-cancel-own-title = Cancel the own task
work-say-cancel-own-text = The task stays in the history.
work-say-cancel-own-empty = Write why the task is cancelled
work-say-cancel-own-send = Cancel the task
work-say-tick-title = Review held
work-say-tick-text = Tick the review off and, if needed, write what was seen.
work-say-tick-empty = Write what was seen
work-say-tick-send = Tick off
work-say-uphold-title = Agree with the objection
work-say-uphold-text = The employee sees the answer. The figure itself is put right apart: by a correction line, a change of the absence, a recalculation.
work-say-uphold-empty = Write the answer
work-say-uphold-send = You are right
work-say-decline-title = Decline the objection
work-say-decline-text = The employee sees the answer. The figure stays as it is.
work-say-decline-empty = Write why the figure is right
work-say-decline-send = No change
work-say-withdraw-title = Take the note back
work-say-withdraw-text = The employee sees it no longer; the journal keeps it.
work-say-withdraw-empty = Write why the note is taken back
work-say-withdraw-send = Take the note back

work-people-title = Tasks by person, { $month }
work-people-text = Due are tasks whose day in this month has come; late are those done after their day and those not done. Enter opens the person's tasks.
work-people-table = Tasks by person
work-people-person = Person
work-people-open = Open
work-people-today = Today
work-people-overdue = Overdue
work-people-to-accept = To accept
work-people-due = Due
work-people-late = Late
work-people-share = Late, %
work-people-empty = Nobody here
work-people-empty-text = The people of the department appear here when they begin to work.

work-starts-empty = No start reviews
work-starts-empty-text = A new department or person is reviewed daily for five days, then weekly for three weeks. Each review is ticked off with what was seen.
work-start-of = { $whom }, from { $from }
work-start-floor = The floor
work-start-finished = all held
work-start-done-of = { $done } of { $all } held
work-start-daily = Daily review { $item }, { $day }
work-start-weekly = Weekly review, No. { $item }, { $day }
work-start-ticked = held { $day }, { $person }
work-start-overdue = not held, its day is over
work-start-today = to be held today
work-start-ahead = ahead
work-start-title = Start the reviews
work-start-text = Five working days in a row, then one review a week for three weeks.
work-start-whom = Who is reviewed
work-start-whole = The whole department
work-start-from = From which day
work-start-send = Start
work-started = The reviews are started
work-ticked = { $count ->
    [0] Ticked off, all reviews are held
    [one] Ticked off, { $count } review is left
   *[other] Ticked off, { $count } reviews are left
}

work-objection = Objection
work-objections-open = Objections, without an answer: { $count }
work-objections-empty = No objections
work-objections-empty-text = An employee may object to a day, a correction, an absence or a line of the statement. Somebody else answers, and the figure changes only by a correction of its own.
work-objection-waits = waits for an answer
work-objection-upheld = you are right
work-objection-declined = no change
work-objection-choose = Choose an objection in the list on the left.
work-objection-answer = Answer of { $day }, { $person }
work-about-day = day { $day }
work-about-correction = correction of a ticket of { $day }
work-about-absence = absence { $day }
work-about-statement = statement for { $month }
work-about-line = "{ $line }" in the statement for { $month }
work-uphold = You are right
work-decline = No change
work-uphold-hint = The answer changes nothing by itself: having agreed, put the figure right where it is recorded.
work-answered = The answer is sent
work-object-title = Object
work-object-text = The supervisor sees the objection. It delays nothing; the answer comes here and to the notifications.
work-what-day = Day
work-what-correction = Correction
work-what-absence = Absence
work-what-statement = Statement
work-object-month = Month
work-bad-month = Type a month: 11.2026
work-object-line = Line
work-object-whole = The whole statement
work-object-choose = Choose
work-object-none = There is none in this month
work-object-what = What is wrong
work-object-lacks = Write what is wrong
work-object-about-lacks = Choose what the objection is about
work-object-send = Object
work-objected = The objection is sent

work-notes-empty = No notes
work-notes-empty-text = A note on a person or on a day of theirs is seen by that person: praise, an agreement, what to watch.
work-notes-empty-own = The supervisor's notes on you and on your days are shown here.
work-note-of-day = { $name }, day { $day }
work-note-title = Note
work-note-text = The person it is about sees the note.
work-note-whom = About whom
work-note-day = About which day
work-note-day-hint = Empty: about the person in general
work-note-words = Note
work-note-lacks = Write the note
work-note-send = Save
work-note-withdraw = Take the note back
work-noted = The note is saved
work-withdrawn = The note is taken back

morning-title = Morning check
morning-before = Day before
morning-after = Day after
morning-note = Note on the day
morning-task = Give a task
morning-tickets = Tickets of the day
morning-attach = Attach the call to a ticket
morning-dismiss = Dismiss the call with a reason
morning-do-tickets = Tickets
morning-do-note = Note
morning-do-task = Task
morning-key-rows = row of the list
morning-key-open = open what the row speaks of
morning-attached = The call is attached
morning-no-ticket-near = There is no ticket near this call. Dismiss it with a reason, or ask for a ticket
morning-delays-nothing = The check delays nothing: the day closes by itself, and what is found is put right apart.
morning-tickets-count = Tickets of the day
morning-calls = Calls of the day
morning-calls-without = without a ticket: { $count }
morning-calls-unknown = no telephony for this day
morning-found = Worth a look
morning-found-note = Enter opens, N writes a note
morning-clear-note = everything agrees
morning-every-department = all departments
morning-clear = { $day }: everything agrees
morning-clear-text = The calls are processed, the minutes agree with the time worked, there are no objections.
morning-nothing = { $day }: no work
morning-nothing-text = There are neither tickets nor calls on this day. PageUp shows the day before.
morning-claims = { $count ->
    [one] { $count } claim of a forgotten ticket waits
   *[other] { $count } claims of forgotten tickets wait
}
morning-to-claims = To the claims
morning-choose = Choose a row
morning-choose-text = What stands behind it is shown here: the call, the ticket, the person's day.
morning-answer = Answer
morning-call-without = Calls without tickets ({ $count })
morning-call-without-why = There was a talk, and neither a ticket nor a reason for it.
morning-tickets-of = { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}
morning-unfold = Show the tickets
morning-fold = Fold
morning-no-calls = The day has no call records at all, so there is nothing to hold tickets against. The check delays nothing
morning-ticket-without = Tickets without calls ({ $count })
morning-ticket-without-why = The channel is a call, but no call is in the ticket.
morning-held = Held until the call ends ({ $count })
morning-held-why = Saved while its call ran: it counts when the call ends or the day closes.
morning-early = Saved before the call ended ({ $count })
morning-early-why = The ticket was saved more than a minute before its call ended.
morning-above = Minutes above 120 % of those worked ({ $count })
morning-above-why = Minutes without boost exceed the worked ones by more than a fifth: check the quantities.
morning-outside = Work outside the schedule ({ $count })
morning-outside-why = More than 30 minutes of work outside the schedule: a shift, overtime, or the finish times?
morning-objection = Objections without an answer ({ $count })
morning-objection-why = The employee disagrees with a figure. Somebody else answers.
morning-fact-client = Client
morning-fact-channel = Channel
morning-fact-begun = Begun
morning-fact-length = Talk
morning-fact-finished = Finished
morning-fact-minutes = KPI
morning-fact-early = Early by, min:s
morning-fact-measured = Without boost
morning-fact-worked = Worked
morning-fact-scheduled = Scheduled
morning-fact-outside = Outside the schedule
morning-fact-share = Of the worked
morning-day = { $day }: { $count } tickets, { $minutes } min
