# The desk: calls, the client, tabs. Tickets: search, history, corrections. The supervisor's review.
place-tickets = Tickets
place-review = Review
app-find-tickets = Search among tickets
app-correct = Correct
app-waiting-calls = { $count ->
    [one] { $count } contact to process
   *[other] { $count } contacts to process
}
app-waiting-review = { $count ->
    [one] { $count } matter waits for you
   *[other] { $count } matters wait for you
}

desk-tab-nameless = No client
desk-decision-placeholder = A digit or the first letters
desk-none-text = A digit picks a frequent decision, letters find the others, whichever keyboard layout is on. "tar 3" takes it three times
desk-quantity = Quantity: { $action }
desk-hard-short = Hard
desk-paid-on = Paid on
desk-paid-on-hint = today
desk-amount = Amount, ₽
desk-amount-hint = 1500.50; a refund with a minus
desk-finish = Finished
desk-finish-now = now
desk-finish-hint = When the work ended earlier: a time today, such as 14:35. A forgotten ticket of a closed day: 19.11 14:30, your supervisor accepts it
desk-slip-claim = This ticket belongs to a closed day: write why it was not logged then. Your supervisor accepts it as a correction line
desk-claim-why = Why it was not logged then
desk-claim-why-placeholder = Your supervisor reads it
desk-save-claim = Send the claim
desk-claimed = The claim is with your supervisor: { $minutes } min
desk-claim-open = Claim for { $day }, { $minutes } min: waits for your supervisor
desk-claim-accepted = Claim for { $day } accepted: { $minutes } min
desk-claim-declined = Claim for { $day } declined: { $reason }
desk-slip-finish = The finish does not fit: give a time of the running work day, not later than this minute, such as 14:35
desk-slip-paid-on = The day of payment can't be read: write a date, such as 2026-12-03, or leave it blank for the ticket's day
desk-slip-amount = The amount can't be read: write roubles in digits, such as 1500.50
desk-behalf-nothing = There is no such colleague in the department
desk-save-same = Nothing was changed
desk-saved-held = Ticket saved; it waits for the call to end and then counts { $minutes } min
desk-history = History of the ticket
desk-too-many = { $count } tickets are open, which is the most: save or close one of them
desk-leave-title = Close without saving?
desk-leave-text = The ticket is not saved. What is lost:
desk-leave-correction = The correction is not saved and the ticket stays as it was. What is lost:
desk-leave-close = Close
desk-leave-stay = Keep
desk-left = Ticket closed without saving
desk-reason-wrong-number = Wrong number
desk-reason-silence = Nobody spoke
desk-reason-dropped = The call dropped
desk-reason-advertising = Advertising or spam

desk-client-looking = Looking for the client's contacts…
desk-client-new = No contacts before
desk-client-last = Last contact { $day }
desk-client-repeated = { $days ->
    [0] Repeated contact: the last one was today
    [one] Repeated contact: the last one was { $days } day ago
   *[other] Repeated contact: the last one was { $days } days ago
}
desk-client-repeated-badge = { $days ->
    [0] today
   *[other] { $days } d ago
}
desk-client-calls-only = { $count ->
    [one] { $count } call without a ticket
   *[other] { $count } calls without a ticket
}
desk-client-history = Client
desk-client-calls = { $count ->
    [one] { $count } call, the last one { $last }
   *[other] { $count } calls, the last one { $last }
}

desk-calls = To process
desk-calls-none = All processed
desk-calls-none-text = Calls and chats come up here by themselves
desk-calls-before = { $count ->
    [one] { $count } from earlier days: process it before the day closes
   *[other] { $count } from earlier days: process them before the day closes
}
desk-call-hidden = Number hidden
desk-call-running = running { $time }
desk-call-unanswered = unanswered
desk-call-no-end = still running
desk-call-taken = in an open ticket
desk-call-take = To a ticket
desk-call-here = Here
desk-call-take-here = Take into the open ticket: { $client }
desk-call-dismiss = Dismiss
desk-call-attach = Attach
desk-call-attach-hint = Attach to your nearest saved ticket
desk-call-dismissed = Contact dismissed with a reason
desk-call-attached = Contact attached to the ticket
desk-dismiss-title = Dismiss: { $client }
desk-dismiss-text = The contact stays in the reports with your reason and asks for no ticket
desk-dismiss-reason = Why it needs no ticket
desk-dismiss-empty = Write the reason: your supervisor will see it
desk-asked = { $count ->
    [one] { $person } asks about a ticket of { $day }
   *[other] { $count } questions about tickets, the first from { $person } about { $day }
}
desk-reply-open = Answer
desk-reply-title = Answer to the supervisor
desk-reply = Your answer
desk-reply-empty = Write the answer
desk-reply-send = Send
desk-replied = Answer sent

desk-ticket-held = waits for its call to end
desk-ticket-calls = { $count ->
    [one] { $count } call
   *[other] { $count } calls
}
desk-ticket-corrected = corrected
desk-day-held = waiting for calls to end: { $minutes } min

desk-key-quantity = Quantity of the marked decision; "tar 3", "*3"
desk-key-leave = Close the ticket
desk-key-correct = Correct the last saved one
desk-key-next = Another open ticket
desk-key-choices = Channel, outcome, on behalf of
desk-key-fields = Comment, time of the finish
desk-key-calls = List of contacts (Enter takes, Del dismisses)
desk-key-take = Take the contact into a ticket

tickets-title = Tickets
tickets-client = Client
tickets-text = Words of the comment
tickets-text-placeholder = All words, beginnings are enough
tickets-from = From
tickets-to = To
tickets-date-placeholder = yyyy-mm-dd
tickets-date-wrong = Such as 2026-03-17
tickets-clear = Clear the search
tickets-any = Any
tickets-nothing-fits = Nothing like it
tickets-person = Employee
tickets-state = State
tickets-when = Finished
tickets-done = What was done
tickets-minutes = KPI, min
tickets-found = Tickets found
tickets-marked = marked
tickets-empty = No such tickets
tickets-empty-text = Take some conditions away or check the number. A phone is found in any notation
tickets-page = { $count ->
    [one] Page { $page }: { $count } ticket
   *[other] Page { $page }: { $count } tickets
}
tickets-next = Earlier
tickets-previous = Later
tickets-key-find = To the client field
tickets-key-open = Open the ticket
tickets-key-next = Next page
tickets-key-previous = Previous page
tickets-key-mark = Mark for one correction
tickets-key-correct = Correct the ticket
tickets-key-back = Back to the search
tickets-correct-marked = Correct the marked: { $count }
tickets-bulk-title = { $count ->
    [one] Correct { $count } ticket
   *[other] Correct { $count } tickets
}
tickets-bulk-text = One reason for all. On closed days this is one correction line a person and day, by the norms of that day
tickets-bulk-replace = Replace a decision
tickets-bulk-cancel = Cancel the tickets
tickets-bulk-from = Logged by mistake
tickets-bulk-to = In truth
tickets-bulk-send = Correct
tickets-bulk-lacks = A reason is needed and, for a replacement, both decisions
tickets-action-placeholder = Code or first letters
tickets-reason = Reason
tickets-reason-lacks = Write the reason: it stays in the history
tickets-correct-title = Correction of the ticket
tickets-correct-closed = The day is closed: its sum stays, the difference becomes a correction line with your reason
tickets-correct-open = The day is not closed yet: the correction enters its sum. The version before stays in the history
tickets-correct-add = Add a decision
tickets-paid-on-hint = empty: the ticket's day
tickets-correct-send = Correct
tickets-correct-cancel = Cancel the ticket
tickets-corrected = Corrected
tickets-corrected-line = Corrected by a line of { $minutes } min
tickets-asked = The operator has been asked
tickets-done-toast = Done
ticket-state-counted = counted
ticket-state-held = waits for its call
ticket-state-cancelled = cancelled
ticket-state-corrected = corrected
ticket-state-with-call = with a call
ticket-state-without-call = without a call
ticket-state-under-review = under review

ticket-title = Ticket
ticket-title-of = Ticket: { $client }
ticket-back = To the search
ticket-correct = Correct
ticket-ask = Ask the operator
ticket-decisions = Decisions
ticket-none = No decisions: the ticket weighs nothing
ticket-none-cancelled = The ticket is cancelled and weighs nothing
ticket-held = waits for its call: { $minutes } min
ticket-norm = norm { $norm } min
ticket-norm-boost = norm { $norm } min { $boost } = { $weight } min
ticket-amount = amount { $amount } ₽
ticket-no-set = No set was in force that day: the decisions weigh nothing
ticket-set-loading = Reading the set…
ticket-set = Weights from the set "{ $set }"
ticket-set-order = Weights from the set "{ $set }", order No. { $order }, in force from { $day }. They are stored with the ticket and never computed anew
ticket-measured = Without boosts: { $minutes } min
ticket-calls = Calls and chats
ticket-call-undo = Take out
ticket-saved-early = saved before the call ended
ticket-facts = About the ticket
ticket-day = Work day
ticket-times = Time
ticket-saved-at = saved at { $time }
ticket-history = History
merge-saved-after = Merged by itself: the same client, and the first ticket saved after the call
merge-saved-before = Merged by itself: the same client, no ticket came later, and this one was saved last before the call ended
merge-by-hand = Attached by hand
event-saved = Saved
event-corrected = Corrected
event-held = Held until its call ends
event-counted = Counted
event-attached = Call attached
event-undone = Call taken out
event-review-opened = The supervisor asks
event-review-answered = The operator answers
event-review-closed = Question closed
event-floor = the program

review-title = Review
review-page-count = { $page }: { $count }
review-morning = Unprocessed
review-worth = Worth a look
review-talks = Questions
review-claims = Claims
review-queue = Queue
review-key-page = Another page
review-key-rows = Another row
review-calls = Contacts
review-merged = On tickets
review-dismissed = Dismissed
review-dismissed-note = with the operator's reason
review-unprocessed = Unprocessed
review-unprocessed-note = neither ticket nor reason
review-all-processed = all processed
review-no-calls = there were no contacts
review-adoption = { $share } % processed
review-unprocessed-calls = Contacts without a ticket
review-unprocessed-none = All contacts are processed
review-more-in-calls = The latest are shown. The others come up when these are processed
review-early = Saved before the call ended
review-early-none = No such tickets
review-early-text = Tickets saved more than a minute before the end of their call stand here
review-worth-title = Tickets worth a look
review-worth-text = These are reasons to look, not accusations: no KPI changes by this list. Ask the operator
review-worth-none = Nothing to look at
review-worth-none-text = Nothing unusual in these days. Draw a random sample for good order
review-asked-already = asked
review-because-minutes-above-call = Minutes far above the call: { $measured } min by the norms, { $call } min of talk
review-because-repeated-decision = The same decision for the same client { $days } d ago: { $action }
review-because-unusual-pair = A rare pair of decisions: { $first } and { $second }
review-because-day-end-burst = { $count } tickets in the last { $minutes } min of the day
review-because-boost-rising = A boosted decision has become frequent: { $action }, { $before } a day before, { $after } now
review-because-saved-early = Saved { $seconds } s before the call ended
review-because-held-at-close = The call was still running when the day closed
review-because-sample = Drawn at random
review-sample = Random sample
review-sample-text = So many tickets of the same days are drawn by chance. The seed is recorded, so the draw can be repeated
review-sample-size = How many
review-sample-draw = Draw
review-sample-size-wrong = A number from 1 to 200
review-sample-of = { $count } of { $population }, { $from } – { $to }, seed { $seed }
review-talks-none = No questions to operators
review-talks-none-text = Open a ticket or the page "Worth a look" and ask the operator: the answer comes up here
review-state-open = waits for an answer
review-state-answered = answered
review-state-closed = closed
review-asked-by = { $person } asks, { $at }
review-answered-by = { $person } answers, { $at }
review-concluded = Conclusion, { $at }
review-close = Close the question
review-ask-title = A question to the operator
review-ask-text = The operator sees it on the desk. No KPI changes by a question
review-ask-label = What to ask
review-ask-empty = Write the question
review-ask-send = Ask
review-close-title = Close the question
review-close-text = The conclusion stays in the ticket's history. If minutes are wrong, correct the ticket separately
review-close-label = Conclusion
review-close-empty = Write the conclusion
review-close-send = Close
review-closed-done = Question closed
review-dismiss-title = Dismiss the contact
review-claims-none = No claims
review-claims-none-text = An operator claims a forgotten ticket of a closed day, and you accept it as a correction line here
claim-state-open = waits for a decision
claim-state-accepted = accepted
claim-state-declined = declined
claim-reason = Why it was not logged that day: { $reason }
claim-decided = { $person }: { $reason }
review-accept = Accept
review-decline = Decline
review-accept-title = Accept the claim
review-accept-text = The minutes become a correction line of the closed day, by the norms of that day
review-accept-send = Accept
review-decline-title = Decline the claim
review-decline-text = The operator will see the reason
review-decline-send = Decline
review-claim-accepted = Claim accepted as a correction line
review-claim-declined = Claim declined
review-queue-operators = Who is it?
review-queue-text = The telephony names lines and people that this floor does not know. Name the employee: records find them now and from now on
review-queue-count = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
review-queue-match = Name
review-queue-who = Employee
review-queue-who-placeholder = Name or number
review-queue-records = Records that match nobody: { $count }
review-queue-more = The first are shown. The others come up when these are matched
review-queue-unnamed = unnamed
review-queue-none = The queue is empty
review-queue-none-text = Every record of the telephony has found its employee
review-queue-dismissed = Record dismissed with a reason
review-nobody = Nobody's
review-nobody-title = Nobody's record
review-nobody-text = A test call or another department's line, for example. The record stays with your reason
review-nobody-send = Dismiss
queue-no-operator = The record names no operator
queue-unknown-operator = Nobody goes by this name or line: { $operator }
queue-not-employed = { $operator } did not work here that day
queue-unknown-stage = The stage is not in the stage map: { $text }
