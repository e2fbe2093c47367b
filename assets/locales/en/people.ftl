# Departments and people.
place-people = People
app-group-floor = Floor
people-title = People
people-table = People by department
people-add = Add a person
people-add-short = Person
people-department-add = Add a department
people-department-add-short = Department
people-find = Find a person
people-find-hint = Name, number, login, role or position
people-open = Open the card
people-password = Set a one-time password
people-password-short = Password
people-import = Take people in from a file
people-import-short = Import
people-export = Write the list to a file
people-export-short = Export
people-key-rows = Choose a department or a person
people-key-enter = Open the card; fold or unfold a department
people-key-save = Save what the dialog holds
people-key-copy = Copy the one-time password while it is shown
people-choose-first = Choose a person in the list first
people-nobody-found = Nobody fits. Change the search, or show everybody

people-show = Who is shown
people-show-present = at work here
people-show-no-password = waiting for a password
people-show-left = left
people-show-every = everybody
people-show-department = Show the department
people-every-department = Every department
people-no-department = In no department
people-department-row =
    { $count ->
        [0] { $department } · nobody
        [one] { $department } · { $count } person
       *[other] { $department } · { $count } people
    }
people-col-name = Name
people-col-code = Number
people-col-login = Login
people-col-roles = Roles
people-col-position = Position
people-col-rate = Rate
people-col-employed = Employed
people-col-password = Sign-in
people-since = from { $day }
people-until = to { $day }
people-from-to = { $from } – { $to }
people-stands-in = for now also { $roles }
people-planned = from { $day }: rate { $rate }, { $position }
people-password-none = no sign-in
people-password-missing = none yet
people-password-one-time = one-time
people-password-own-state = own
people-password-set-own = own password, set { $at }
people-password-set-by = password set { $at } by { $who }
people-file-owner = the owner of the file
people-floor-made = the making of the floor

people-field-code = Number
people-field-name = Name
people-field-login = Login
people-field-roles = Roles
people-field-department = Department
people-field-department-name = Name of the department
people-field-department-code = Code of the department
people-field-position = Position
people-field-rate = Rate
people-field-effective = Holds from
people-field-from = First day
people-field-to = Last day
people-field-employed = Employed
people-field-password = Sign-in
people-code-hint = It never changes afterwards
people-login-hint = Without one there is no sign-in
people-rate-hint = 1 is full time
people-from-hint = From this day the person is in the schedule and the plan; it may be a day that is past
people-effective-hint = Department, position and rate change from this day. A move to another department holds from today or an earlier day
people-to-hint = After the last day the person no longer signs in; what was recorded stays
people-pay-keeps = Rate, first and last day are kept by payroll on the Pay screen
people-role-operator = An operator logs tickets and sees the own KPI.
people-role-supervisor = A supervisor times actions, keeps norms and sees the own department.
people-role-director = A director approves orders and sees the whole floor.
people-role-payroll = Payroll keeps salaries, rates and the payroll.
people-role-administrator = An administrator keeps people, passwords and the calendar.
people-role-none = Without a role a person does nothing in the program, and counts in the department.
people-takes-over-administrator = While there is no administrator, you stand in. As soon as this person has a password, people and passwords are theirs alone
people-takes-over-payroll = While there is no payroll, you stand in. As soon as this person has a password, salaries are theirs alone
people-enters = Set a one-time password at once
people-enters-no-login = Write the login first
people-no-name = Write the name
people-bad-code = 1 to 64 characters
people-login-stays = A login is not taken away: write another one. A last day ends signing in
people-position-stays = A position is not taken away: write another one
people-no-department-yet = none
people-unchanged = Nothing is changed
people-save-new = Add
people-save = Save
people-change-title = { $name }: card
people-added = Added: { $name }
people-changed = Changed: { $name }
people-department-added = Department added: { $name }
people-department-text = Norms, orders and schedules are kept by department. The code is short and never changes: files and commands name the department by it.
people-department-name-hint = Technical support
people-department-code-hint = For example SUP
people-department-save = Add the department

people-password-title = { $name }: sign-in
people-password-text = { $name } signs in as { $login }. The program sets a one-time password and shows it once; at the first sign-in it asks for an own one.
people-password-replaces = The password of before stops working, and windows opened by it close
people-password-set = Set the password
people-password-done = The password is set. { $name } signs in as { $login } with it, and chooses an own one at once:
people-password-value = One-time password
people-password-once = The program never shows it again. Copy it or write it down; a lost one is replaced by another
people-password-copy = Copy
people-password-copied = Copied
people-password-close = Done
people-password-no-login = This person has no login: write one in the card (O)
people-password-own = This is your own sign-in. An own password is set by the command norma password

people-empty = Nobody is here yet
people-empty-text = The floor is made, and you are alone on it. Before anybody can work it needs a department and its people:
people-empty-button = Add the first department
people-empty-file = Is there a list in a spreadsheet already? Take it in: the program shows whom it would add, and makes the departments that are missing. Columns: code, name, login, roles, department, position, rate_bp, from, to.
people-road-department = A department: a name and a short code
people-road-supervisor = Its supervisor, who adds actions, times them and prepares norms
people-road-operators = Operators, who log tickets
people-road-passwords = One-time passwords: everybody signs in and chooses an own one
people-next-supervisor = Next: the supervisor of { $department }, who adds actions to the catalogue and times them
people-next-supervisor-button = Add the supervisor
people-next-operator = Next: operators, one by one or as a list from a file
people-next-operator-button = Add an operator
people-next-passwords =
    { $count ->
        [one] { $count } person can't sign in for want of a password
       *[other] { $count } people can't sign in for want of a password
    }
people-next-passwords-button = Show

people-export-title = Write the list to a file
people-export-text =
    { $count ->
        [one] { $count } person goes to the file, as the list shows now. The file can be taken in again.
       *[other] { $count } people go to the file, as the list shows now. The file can be taken in again.
    }
people-take-title = People of the file { $file }
people-take-text =
    { $same ->
        [0] An import adds people and changes nobody. Below is what would be done; nothing is taken yet.
        [one] An import adds people and changes nobody. { $same } row is known already. Nothing is taken yet.
       *[other] An import adds people and changes nobody. { $same } rows are known already. Nothing is taken yet.
    }
people-tab-known = Known otherwise ({ $count })
people-row-known = known
people-row-differs = { $field }: { $file } in the file, { $floor } on the floor
people-diff-says = What the file says
people-diff-table = People of the file beside the floor
people-take-departments = Add the departments that are missing: { $codes } (called by their code)
people-take =
    { $count ->
        [0] Take
        [one] Add { $count } person
       *[other] Add { $count } people
    }
people-take-nothing = There is nobody to add
people-taken = People of the file: { $added } added, { $same } known, { $departments } departments added, { $refused } rows not taken
